// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "document/html/page_metadata.hpp"

namespace hearsay {
namespace {

PageMetadata metadata(const std::string& html) {
    const HtmlTree tree(html, {});
    return read_metadata(tree, 256);
}

std::string json_ld(const std::string& json) { return "<script type='application/ld+json'>" + json + "</script>"; }

TEST(JsonLd, IsReadInAllItsForms) {
    const char* const forms[] = {
        R"({"@type":"NewsArticle","headline":"H","datePublished":"2025-03-04","url":"u","publisher":{"name":"P"}})",
        R"([{"@type":"BreadcrumbList"},{"@type":["ReportageNewsArticle"],"headline":"H","datePublished":"2025-03-04",
            "mainEntityOfPage":"u","publisher":[{"@type":"Organization","name":"P"}]}])",
        R"({"@graph":[{"@type":"Organization","@id":"#p","name":"P"},{"@type":"BlogPosting","headline":"H",
            "datePublished":"2025-03-04","mainEntityOfPage":{"@id":"u"},"publisher":{"@id":"#p"}}]})",
        R"({"@type":"WebPage","mainEntity":{"@type":"Article","headline":"H","datePublished":"2025-03-04","url":"u",
            "publisher":"P"}})"};
    for (const char* form : forms) {
        const PageMetadata found = metadata(json_ld(form));
        EXPECT_EQ(found.title, "H") << form;
        EXPECT_EQ(found.published, "2025-03-04") << form;
        EXPECT_EQ(found.url, "u") << form;
        EXPECT_EQ(found.publisher, "P") << form;
    }
}

TEST(JsonLd, MayBeBrokenOrAboutSomethingElse) {
    EXPECT_EQ(metadata(json_ld("{\"@type\":\"NewsArticle\"") + json_ld(R"({"@type":"Recipe","headline":"no"})") +
                       "<title>T</title>")
                  .title,
              "T");
    EXPECT_EQ(metadata(json_ld("{\"@type\":\"NewsArticle\",\"headline\":\"two\nlines\"}")).title, "two lines");
    EXPECT_EQ(metadata(json_ld(std::string(100'000, '[')) + "<title>T</title>").title, "T");
}

TEST(PageMetadata, PrefersWhatIsStatedMorePlainly) {
    const std::string head =
        "<title>T - P</title><meta property='og:title' content='OG'><meta name='date' content='2001'>"
        "<meta property='article:published_time' content='2025-03-04'><meta property='og:site_name' content='P'>"
        "<meta property='og:url' content='other'><link rel='canonical' href='c'>";
    EXPECT_EQ(metadata(head + "<h1>H</h1>").title, "OG");
    EXPECT_EQ(metadata(head).published, "2025-03-04");
    EXPECT_EQ(metadata(head).publisher, "P");
    EXPECT_EQ(metadata(head + json_ld(R"({"@type":"NewsArticle","headline":"LD"})")).title, "LD");
    EXPECT_EQ(metadata("<title>T - P</title><h1>\n H <b>is</b>\n</h1>").title, "H is");
}

TEST(PageMetadata, ReadsMicrodataAndTimes) {
    const PageMetadata found =
        metadata("<h2 itemprop='headline'>H</h2><time itemprop='datePublished' datetime='2025-03-04'>today</time>");
    EXPECT_EQ(found.title, "H");
    EXPECT_EQ(found.published, "2025-03-04");
    EXPECT_EQ(metadata("<p><time datetime='2025-03-04'>today</time></p>").published, "2025-03-04");
}

TEST(Squeezed, LeavesSingleBlanks) { EXPECT_EQ(squeezed(" a \n\t b  "), "a b"); }

}  // namespace
}  // namespace hearsay
