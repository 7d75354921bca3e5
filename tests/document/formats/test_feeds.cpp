// SPDX-License-Identifier: Apache-2.0
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string rss(const std::string& items, const std::string& title = "The Arlen Lamp") {
    return "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>" + title + "</title>\n" + items +
           "</channel></rss>\n";
}

class Feeds : public test::ReaderFixture {};

TEST_F(Feeds, PreferTheFullTextToTheSummary) {
    const auto found = read_file(
        "a.rss", rss("<item><description>Short.</description><content:encoded>&lt;p&gt;Long &amp;amp; full.&lt;/p&gt;"
                     "&lt;p&gt;Really.&lt;/p&gt;</content:encoded><media:description>Photo.</media:description></item>"
                     "<item><media:title>No.</media:title><description>Only this.</description></item>"));
    EXPECT_THAT(texts(found), ElementsAre("Long & full.\n\nReally.", "Only this."));
    EXPECT_FALSE(found[1].title);
}

TEST_F(Feeds, NameItemsByGuidLinkOrLine) {
    const auto found = read_file("a.rss", rss("<item><guid>g</guid><link>l</link><description>A.</description></item>\n"
                                              "<item><link>l</link><description>B.</description></item>\n"
                                              "<item><description>C.</description></item>\n"));
    EXPECT_EQ(found[0].id, "g");
    EXPECT_EQ(found[1].id, "l");
    EXPECT_EQ(found[2].id, "a:5");
    EXPECT_EQ(found[2].line, 5U);
}

TEST_F(Feeds, TellTheOutletFromTheSectionByItsAddress) {
    const auto publisher = [&](const std::string& title, const std::string& link) {
        return read_file("a.rss", rss("<item><link>" + link + "</link><description>A.</description></item>", title))
            .at(0)
            .publisher.value;
    };
    EXPECT_EQ(publisher("World news | The Arlen Lamp", "https://www.thearlenlamp.example/1"), "The Arlen Lamp");
    EXPECT_EQ(publisher("Gazette - Local", "https://gazette.example/1"), "Gazette");
    EXPECT_EQ(publisher("All the news - and more", "https://lamp.example/1"), "All the news - and more");
}

TEST_F(Feeds, CreditTheFeedThatAnItemComesFrom) {
    const auto found = read_file("a.rss", rss("<item><source url=\"u\">Brackwater Gazette</source>"
                                              "<description>A.</description></item>"));
    EXPECT_EQ(found.at(0).publisher.value, "Brackwater Gazette");
}

TEST_F(Feeds, AreReadInTheOldForm) {
    const auto found = read_file("a.rdf",
                                 "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><channel><title>Lamp</title></channel>"
                                 "<item rdf:about=\"x\"><title>T</title><link>l</link><description>A.</description>"
                                 "<dc:date>2025-03-04</dc:date></item></rdf:RDF>");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].publisher.value, "Lamp");
    EXPECT_EQ(found[0].published.value, "2025-03-04");
}

TEST_F(Feeds, OfAtomTakeTheAddressOfTheArticle) {
    const auto found =
        read_file("a.atom",
                  "<feed><title>Lamp</title><entry><link rel=\"self\" href=\"no\"/><link href=\"yes\"/><id>i</id>"
                  "<content type=\"text\">One &amp; two.</content></entry></feed>");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].url.value, "yes");
    EXPECT_EQ(found[0].text, "One & two.");
}

TEST_F(Feeds, AreReadInTheirCharacterSet) {
    const auto found = read_file("a.rss",
                                 "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><title>Caf\xE9</title>"
                                 "<item><description>\x93Na\xEFve\x94.</description></item></channel></rss>");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text, "“Naïve”.");
    EXPECT_EQ(found[0].publisher.value, "Café");
}

TEST_F(Feeds, DoNotHoldAllItems) {
    options_.limits.document_bytes = 300;
    std::string items;
    for (int i = 0; i < 2000; ++i)
        items += "<item><description>Number " + std::to_string(i) + ".</description></item>\n";
    items += "<item><description>" + std::string(400, 'x') + "</description></item>";
    EXPECT_THAT(read_file("a.rss", rss(items)), SizeIs(2000));
    EXPECT_THAT(skipped_, ElementsAre("a.rss:2003: is longer than 300 bytes; raise --max-document to read it"));
}

TEST_F(Feeds, KeepWhatCameBeforeTheBreak) {
    EXPECT_THAT(texts(read_file("a.rss", "<rss><channel><item><description>A.</description></item>\n<item><descr")),
                ElementsAre("A."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.rss:2: breaks off here: a tag is not closed")));
}

TEST_F(Feeds, NameAnItemThatIsNoXmlAndReadOn) {
    const auto found = read_file("a.rss", rss("<item><b>A.</c></item>\n<item><title>No text</title></item>\n"
                                              "<item><description>B.</description></item>"));
    EXPECT_THAT(texts(found), ElementsAre("B."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.rss:3: malformed XML: "), "a.rss:4: has no text"));
}

TEST_F(Feeds, ExpandNoEntities) {
    std::string bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [\n <!ENTITY a \"]]lollollol\">\n";
    for (char c = 'b'; c <= 'z'; ++c) {
        const std::string before(1, static_cast<char>(c - 1));
        bomb += " <!ENTITY " + std::string(1, c) + " \"&" + before + ";&" + before + ";&" + before + ";&" + before +
                ";\">\n";
    }
    bomb += "]>\n<rss><channel><item><title>T</title><description>So &z; it goes.</description></item></channel></rss>";
    const auto found = read_file("bomb.rss", bomb);
    EXPECT_THAT(texts(found), ElementsAre("So &z; it goes."));
    EXPECT_THAT(read_file("outside.rss",
                          "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                          "<rss><channel><item><description>Is &x;.</description></item></channel></rss>")
                    .at(0)
                    .text,
                "Is &x;.");
}

TEST_F(Feeds, RefuseWhatIsNestedTooDeep) {
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<b>";
    EXPECT_THAT(texts(read_file("a.rss", rss("<item><description>A.</description></item>\n<item>" + deep))),
                ElementsAre("A."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("breaks off here")));
    skipped_.clear();
    std::string closed = deep;
    for (int i = 0; i < 300; ++i) closed += "</b>";
    EXPECT_THAT(
        texts(read_file("b.rss", rss("<item>" + closed + "</item>\n<item><description>B.</description></item>"))),
        ElementsAre("B."));
    EXPECT_THAT(skipped_, ElementsAre("b.rss:3: is nested deeper than 256 levels; raise --max-depth to read it"));
    skipped_.clear();
    std::string head = "<rss>";
    for (int i = 0; i < 1'000'000; ++i) head += "<b>";
    EXPECT_THAT(read_file("c.rss", head), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("--max-depth")));
}

}  // namespace
}  // namespace hearsay
