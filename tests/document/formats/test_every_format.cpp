// SPDX-License-Identifier: Apache-2.0
// The same article in every format, as examples/formats has it, is the same document.
#include <algorithm>
#include <cctype>

#include "document/pack.hpp"
#include "document/prepare.hpp"
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const fs::path kExamples = fs::path(HEARSAY_SOURCE_DIR) / "examples" / "formats";

constexpr std::string_view kText =
    "ARLEN - The old bridge at Arlen will be closed to lorries from May, Transport Minister Ann Lee said on "
    "Tuesday.\n\n"
    "“We can’t wait for the next flood,” she told the Brackwater Gazette. Two of its six piers have sunk by a hand’s "
    "breadth since 2019, according to a report by Holt & Sons, the engineers.\n\n"
    "Ferry owner Tom Reyes denied that his boats could carry the traffic. “Not in winter,” he said.";

struct Example {
    const char* file;
    const char* id;
    bool has_url = true;
};

class EveryFormat : public test::ReaderFixture, public ::testing::WithParamInterface<Example> {
  protected:
    std::string bytes() const { return test::read_file(kExamples / GetParam().file); }
    void expect_article(const std::vector<RawDocument>& found) {
        EXPECT_THAT(skipped_, IsEmpty());
        ASSERT_THAT(found, SizeIs(1));
        EXPECT_EQ(found[0].text, kText);
        const Document document = prepare_document(found[0], test::known_outlet);
        EXPECT_EQ(document.title.value, "Arlen bridge to close for a year");
        EXPECT_EQ(document.publisher.value, "The Arlen Lamp");
        EXPECT_EQ(document.published.value, "2025-03-04");
        EXPECT_EQ(document.url.value, GetParam().has_url ? "https://lamp.example/2025/03/04/bridge" : "");
        EXPECT_EQ(document.tokens.paragraphs().size(), 3U);
    }
};

TEST_P(EveryFormat, GivesTheArticle) {
    const auto found = read({kExamples / GetParam().file});
    expect_article(found);
    EXPECT_EQ(found[0].id, GetParam().id);
    EXPECT_EQ(found[0].path, (kExamples / GetParam().file).generic_string());
}

TEST_P(EveryFormat, IsKnownByItsContentAlone) { expect_article(read_file("no-ending", bytes())); }

TEST_P(EveryFormat, ComesOnStandardInputToo) { expect_article(read({"-"}, bytes())); }

TEST_P(EveryFormat, ComesPackedAndInArchivesWithinArchives) {
    for (const char* filter : {"gzip", "zstd", "bzip2", "xz"})
        expect_article(read_file(std::string("a.") + filter, test::packed(bytes(), filter)));
    const std::string inner = test::zip({{std::string("in/") + GetParam().file, bytes()}});
    expect_article(read_file("a.tar.gz", test::packed(test::tar({{"folder/inner.zip", inner}}), "gzip")));
}

TEST_P(EveryFormat, EndsInAMessageWhereItIsCutOff) {
    const std::string whole = bytes();
    for (std::size_t size = 1; size < whole.size(); size += 7) {
        skipped_.clear();
        const auto found = read_file(std::string("cut.") + GetParam().file, whole.substr(0, size));
        EXPECT_LE(found.size() + skipped_.size(), 2U) << size;
        EXPECT_GE(found.size() + skipped_.size(), 1U) << size;
    }
}

TEST_P(EveryFormat, TakesAnyBytesInItsPlace) {
    std::string bytes = this->bytes();
    std::uint32_t random = 20250304;
    for (int round = 0; round < 60; ++round) {
        std::string damaged = bytes;
        for (int i = 0; i < 8; ++i) {
            random = random * 1664525 + 1013904223;
            damaged[(random >> 8) % damaged.size()] = static_cast<char>(random >> 24);
        }
        read_file(std::string("damaged.") + GetParam().file, damaged);
    }
}

INSTANTIATE_TEST_SUITE_P(Examples, EveryFormat,
                         ::testing::Values(Example{"article.json", "article:1"}, Example{"service.json", "service:5"},
                                           Example{"articles.jsonl", "bridge"}, Example{"articles.csv", "articles:2"},
                                           Example{"articles.tsv", "articles:2"}, Example{"page.html", "page"},
                                           Example{"plain-page.html", "plain-page"}, Example{"feed.rss", "lamp-4711"},
                                           Example{"feed.atom", "tag:lamp.example,2025:4711"},
                                           Example{"newsml-g2.xml", "urn:newsml:lamp.example:20250304:bridge", false},
                                           Example{"nitf.xml", "lamp-4711"},
                                           Example{"crawl.warc", "https://lamp.example/2025/03/04/bridge"}),
                         [](const auto& tested) {
                             std::string name = tested.param.file;
                             std::erase_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
                             return name;
                         });

class ExampleFolder : public test::ReaderFixture {};

TEST_F(ExampleFolder, IsReadInTheOrderOfNames) {
    const auto found = read({kExamples});
    EXPECT_THAT(skipped_, IsEmpty());
    std::vector<std::string> files;
    for (const RawDocument& document : found) files.push_back(fs::path(document.path).filename().string());
    EXPECT_TRUE(std::is_sorted(files.begin(), files.end()));
    EXPECT_THAT(found, SizeIs(13));
}

}  // namespace
}  // namespace hearsay
