// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "document/bytes/charset.hpp"

namespace hearsay {
namespace {

TEST(Charset, ReadsTheLatinFamilyAsBrowsersDo) {
    for (const char* label : {"windows-1252", "ISO-8859-1", "latin1", "us-ascii", "", "no-such-charset"})
        EXPECT_EQ(to_utf8("\x93"
                          "caf\xE9\x94 \x80",
                          label),
                  "“café” €")
            << label;
}

TEST(Charset, KeepsValidUtf8WhateverTheLabelSays) {
    EXPECT_EQ(to_utf8("“café”", "iso-8859-1"), "“café”");
    EXPECT_EQ(to_utf8("plain", "utf-16"), "plain");
}

TEST(Charset, LeavesStrayBytesOfUtf8ToTheReader) {
    EXPECT_EQ(to_utf8("caf\xC3\xA9 \xFF", "UTF-8"), "caf\xC3\xA9 \xFF");
}

TEST(Charset, ConvertsOthersThroughTheCLibrary) {
    EXPECT_EQ(to_utf8("\xE8", "ISO-8859-2"), "č");
    EXPECT_EQ(to_utf8("\xC1\xC2 \x80", "koi8-r").substr(0, 4), "аб");
}

TEST(Charset, NeverFailsOnAnyByte) {
    std::string bytes;
    for (int i = 0; i < 70'000; ++i) bytes += static_cast<char>(i * 31 % 256);
    for (const char* label : {"", "gbk", "shift_jis", "utf-16le", "euc-kr", "utf-7"})
        EXPECT_FALSE(to_utf8(bytes, label).empty()) << label;
}

TEST(Charset, FindsTheDeclaration) {
    EXPECT_EQ(declared_charset("<html><meta charset=\"gbk\">"), "gbk");
    EXPECT_EQ(declared_charset("<META http-equiv=x content='text/html; Charset=latin1'>"), "latin1");
    EXPECT_EQ(declared_charset("<?xml version='1.0' encoding='iso-8859-1'?><x charset=\"gbk\"/>"), "iso-8859-1");
    EXPECT_EQ(declared_charset("<?xml version='1.0'?><x encoding='gbk'/>"), "");
    EXPECT_EQ(declared_charset("<p>charset"), "");
}

}  // namespace
}  // namespace hearsay
