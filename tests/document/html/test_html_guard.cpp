// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "document/bytes/byte_stream.hpp"
#include "document/html/html_guard.hpp"
#include "document/html/page_text.hpp"

namespace hearsay {
namespace {

using ::testing::HasSubstr;

std::string times(int n, const std::string& piece) {
    std::string out;
    for (int i = 0; i < n; ++i) out += piece;
    return out;
}

std::string refusal(const std::string& html, const InputLimits& limits = {}) {
    try {
        fragment_text(html, limits);
        return "";
    } catch (const BrokenInput& error) {
        return error.what();
    }
}

TEST(HtmlGuard, RefusesWhatNestsTooDeep) {
    for (const char* tag :
         {"<div>", "<span class=x>", "<made-up>", "<b><p>", "<div/>", "<table><tr><td>", "<svg><foreignObject>"})
        EXPECT_THAT(refusal(times(1'000'000, tag)), HasSubstr("--max-depth")) << tag;
    EXPECT_EQ(refusal(times(200, "<div>") + "x" + times(200, "</div>")), "");
    InputLimits deep;
    deep.depth = 3000;
    EXPECT_EQ(refusal(times(2000, "<div>"), deep), "");
}

TEST(HtmlGuard, LetsPassWhatClosesItself) {
    for (const char* tag : {"<p>x", "<li>x", "<br>", "<img src=x>", "<div></div>", "<tr><td>x", "<!-- <div> -->",
                            "<a href=x>y</a>", "<script>if (a<b) '<div><div><div>'</script>", "<span>x</span>"})
        EXPECT_EQ(refusal(times(20'000, tag)), "") << tag;
    EXPECT_EQ(refusal("<svg>" + times(20'000, "<path d='x'/>") + "</svg>"), "");
}

TEST(HtmlGuard, RefusesFormattingThatIsNeverClosed) {
    std::string fonts;
    for (int i = 0; i < 100'000; ++i) fonts += "<p><font size=" + std::to_string(i) + "></p>";
    EXPECT_THAT(refusal(fonts), HasSubstr("--max-depth"));
}

TEST(HtmlGuard, RefusesThousandsOfAttributes) {
    std::string attributes;
    for (int i = 0; i < 200'000; ++i) attributes += " a" + std::to_string(i) + "=1";
    EXPECT_THAT(refusal("<p" + attributes + ">x"), HasSubstr("attributes"));
    EXPECT_THAT(refusal("<p " + times(200'000, "a=\"b\"") + ">x"), HasSubstr("attributes"));
    EXPECT_EQ(refusal("<p title=\"" + times(200'000, "a b ") + "\" class = 'a > b c'>x"), "");
}

TEST(HtmlTree, StopsWhereItsMemoryEnds) {
    InputLimits limits;
    limits.document_bytes = 1'000'000;
    EXPECT_THAT(refusal(times(300'000, "<p>"), limits), HasSubstr("--max-document"));
}

TEST(HtmlTree, TakesAnyBytes) {
    std::string bytes;
    for (std::uint32_t i = 0, random = 1; i < 300'000; ++i, random = random * 1664525 + 1013904223)
        bytes += "<>/=\"'!-& apdivb\n\0\xFF\xC3"[(random >> 16) % 20];
    EXPECT_NO_FATAL_FAILURE(refusal(bytes));
}

}  // namespace
}  // namespace hearsay
