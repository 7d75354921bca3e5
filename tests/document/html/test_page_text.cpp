// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "document/html/page_text.hpp"

namespace hearsay {
namespace {

constexpr const char* kFirst =
    "The old bridge at Arlen will be closed to lorries from May, Transport Minister Ann Lee said on Tuesday.";
constexpr const char* kSecond =
    "Two of its six piers have sunk by a hand's breadth since 2019, according to a report by the engineers.";

std::string text(const std::string& html) {
    const HtmlTree tree(html, {});
    return article_text(tree, read_metadata(tree, 256));
}

std::string paragraphs(const std::string& more = "") {
    return "<p>" + std::string(kFirst) + "</p>" + more + "<p>" + kSecond + "</p>";
}

const std::string kText = std::string(kFirst) + "\n\n" + kSecond;

TEST(PageText, LeavesOutWhatIsNoArticle) {
    const std::string page =
        "<body><header><p>The paper that everybody in the county of Arlen has been reading since 1871.</p></header>"
        "<nav>Home News Sport</nav><article><h1>Bridge</h1><div class='c-share-bar'><p>Share this article with all of "
        "your many friends, now.</p></div>" +
        paragraphs(
            "<figure><figcaption>The bridge, as seen by our photographer last Sunday evening.</figcaption></figure>"
            "<aside>Read also: the flood of 2019, and what it did to the lower town of Arlen.</aside>") +
        "<ul class='related'><li><a href='/x'>Flood took half of the lower town in one night, say owners.</a></li></ul>"
        "</article><div id='comments'><p>I have said for years that this would happen one day, and nobody listened.</p>"
        "</div><script>var p = '<p>No.</p>';</script></body>";
    EXPECT_EQ(text(page), kText);
}

TEST(PageText, ReadsPagesWithoutAnyMarks) {
    const std::string table =
        "<table><tr><td><a href=/>Home</a> <a href=/n>News</a><td><b>Bridge to close</b><br><br>" +
        std::string(kFirst) + "<br><br>" + kSecond +
        "<tr><td><a href=/1>Mill to become a museum, if the council finds the money.</a></table>";
    EXPECT_EQ(text(table), kText);
}

TEST(PageText, TakesTheFullestOfManyArticles) {
    const std::string card =
        "<article><h2>Other</h2><p>Some other story of which only the first line is shown here.</p></article>";
    EXPECT_EQ(text(card + card + "<article>" + paragraphs() + "</article>" + card), kText);
}

TEST(PageText, BelievesTheMarkedBodyBeforeTheElementsAround) {
    EXPECT_EQ(text("<article><p>An introduction to the page that is no part of the article, but long enough.</p>"
                   "<div itemprop='articleBody'>" +
                   paragraphs() + "</div></article>"),
              kText);
}

TEST(PageText, IsNotMisledByClassesThatDescribeSomethingElse) {
    EXPECT_EQ(
        text("<body class='has-sidebar no-comments'><div class='article-body with-share'>" + paragraphs() + "</div>"),
        kText);
    EXPECT_EQ(text("<div class='social-page-comments'>" + paragraphs() + "</div>"), kText);
}

TEST(PageText, KeepsShortParagraphsBylinesAndCredits) {
    EXPECT_EQ(
        text("<article><p>By Ann Lee</p>" + paragraphs("<p>Why?</p><h2>What next</h2>") + "<p>(Reuters)</p></article>"),
        "By Ann Lee\n\n" + std::string(kFirst) + "\n\nWhy?\n\nWhat next\n\n" + kSecond + "\n\n(Reuters)");
}

TEST(PageText, KeepsInlineMarkupInTheLine) {
    EXPECT_EQ(
        text("<article><p>The <b>old</b>\n  <a href='/b'>bridge</a>&nbsp;at Ar<i>len</i> will be closed to lorries "
             "from May, Transport Minister Ann&#32;Lee said on Tuesday, and <br>so will the ferry, as it "
             "seems.</p></article>"),
        "The old bridge at Arlen will be closed to lorries from May, Transport Minister Ann Lee said on Tuesday, and\n"
        "so will the ferry, as it seems.");
}

TEST(PageText, FallsBackToTheBodyOfTheJsonLd) {
    EXPECT_EQ(text("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                   std::string(kFirst) + " " + kSecond + "\"}</script><div id='app'></div>"),
              std::string(kFirst) + " " + kSecond);
}

TEST(PageText, TakesAShortArticleForAll) {
    const std::string around =
        "<footer><p>All of this belongs to the owners of the paper, who are listed elsewhere.</p></footer>"
        "<div id='comments'><p>I have said for years that this would happen, and nobody listened.</p></div>";
    EXPECT_EQ(text("<article><h1>Bridge</h1><p>" + std::string(kFirst) + "</p></article>" + around), kFirst);
    EXPECT_EQ(text("<article><h1>Bridge</h1><p>It is closed.</p></article>" + around), "It is closed.");
    EXPECT_EQ(text("<div><p>" + std::string(kFirst) + "</p></div>" + around), kFirst);
}

TEST(PageText, IsEmptyWhereThereIsNoArticle) {
    EXPECT_EQ(text("<ul><li><a href='/1'>One</a></li><li><a href='/2'>Two</a></li></ul>"), "");
    EXPECT_EQ(text(""), "");
}

TEST(FragmentText, KeepsAllOfIt) {
    EXPECT_EQ(
        fragment_text("<p>One.</p><ul><li>Two</li></ul>Three<script>no</script><p><a href='x'>Read more</a></p>", {}),
        "One.\n\nTwo\n\nThree");
}

TEST(HoldsMarkup, NeedsParagraphsOrBreaks) {
    EXPECT_TRUE(holds_markup("a<br/>b"));
    EXPECT_TRUE(holds_markup("<p>a</p>"));
    EXPECT_FALSE(holds_markup("a < b and <i>c</i>"));
}

}  // namespace
}  // namespace hearsay
