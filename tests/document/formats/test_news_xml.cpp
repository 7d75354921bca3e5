// SPDX-License-Identifier: Apache-2.0
// NewsML-G2 and NITF beyond what examples/formats shows.
#include "document/formats/xml_records.hpp"
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class NewsXml : public test::ReaderFixture {};

TEST_F(NewsXml, ReadsEveryItemOfAMessage) {
    const auto found =
        read_file("a.xml",
                  "<newsMessage><header/><itemSet><packageItem guid=\"p\"/>\n"
                  "<newsItem guid=\"a\"><itemMeta><provider qcode=\"prov:Lamp\"/></itemMeta><contentSet>"
                  "<inlineData contenttype=\"text/plain\">One.\n\nTwo.</inlineData></contentSet></newsItem>\n"
                  "<newsItem guid=\"b\"><itemMeta><provider><name>Gazette</name></provider></itemMeta><contentSet>"
                  "<remoteContent href=\"b.jpg\"/></contentSet></newsItem></itemSet></newsMessage>");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].id, "a");
    EXPECT_EQ(found[0].text, "One.\n\nTwo.");
    EXPECT_EQ(found[0].publisher.value, "Lamp");
    EXPECT_THAT(skipped_, ElementsAre("a.xml:5: has no text"));
}

TEST_F(NewsXml, ReadsNitfInNewsMl) {
    const auto found =
        read_file("a.xml",
                  "<newsItem guid=\"a\"><contentMeta><headline>H</headline></contentMeta><contentSet><inlineXML>"
                  "<nitf><head><pubdata name=\"Lamp\"/></head><body><body.head><hedline><hl1>No</hl1></hedline>"
                  "</body.head><body.content><p>A.</p><hl2>Sub</hl2><p>B.</p></body.content></body></nitf>"
                  "</inlineXML></contentSet></newsItem>");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text, "A.\n\nSub\n\nB.");
    EXPECT_EQ(found[0].title.value, "H");
    EXPECT_EQ(found[0].publisher.value, "Lamp");
}

TEST_F(NewsXml, PutsTheBylineFirst) {
    const auto found = read_file("a.nitf",
                                 "<nitf><body><body.head><byline>By <person>Ann Lee</person>, Lamp</byline>"
                                 "<distributor>Gazette</distributor></body.head>"
                                 "<body.content><p>A <org>B</org> c.</p></body.content></body></nitf>");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text, "By Ann Lee , Lamp\n\nA B c.");
    EXPECT_EQ(found[0].publisher.value, "Gazette");
    EXPECT_EQ(found[0].id, "a:1");
}

TEST_F(NewsXml, NamesAFileWithoutArticles) {
    EXPECT_THAT(read_file("a.xml", "<newsMessage><itemSet/></newsMessage>"), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre("a.xml: holds no article"));
}

TEST(RootName, LooksBehindCommentsAndDocumentTypes) {
    EXPECT_EQ(root_name("\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE b [<!ENTITY c \"d\">]>\n<x:e f='g'>"),
              "e");
    EXPECT_EQ(root_name("<!DOCTYPE nitf SYSTEM \"nitf.dtd\"><nitf>"), "nitf");
    for (const char* none : {"", "text", "<?xml", "<!-- ", "<!DOCTYPE a [", "<!DOCTYPE a []"})
        EXPECT_EQ(root_name(none), "");
}

std::vector<std::string> records(std::string xml) {
    ByteStream bytes(std::make_unique<MemorySource>(std::move(xml)));
    const InputLimits limits;
    XmlRecords reader(bytes, {"item"}, limits);
    std::vector<std::string> found;
    while (auto record = reader.next()) found.push_back(record->xml);
    return found;
}

TEST(XmlRecords, AreCutAtTheirOwnTags) {
    EXPECT_THAT(records("<r><item a='>'><item/>x</item> <!-- <item> --> <n:item b=\"</item>\"/><![CDATA[<item>]]></r>"),
                ElementsAre("<item a='>'><item/>x</item>", "<n:item b=\"</item>\"/>"));
}

TEST(XmlRecords, KeepMarkupThatIsNone) {
    EXPECT_THAT(records("<r><item><![CDATA[</item>]]><!-- </item> --></item></r>"),
                ElementsAre("<item><![CDATA[</item>]]><!-- </item> --></item>"));
}

}  // namespace
}  // namespace hearsay
