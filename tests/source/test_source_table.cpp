// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/error.hpp"
#include "hearsay/source/registry.hpp"
#include "story.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::test {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<SourceRow> rows_of(std::string_view table) {
    const TemporaryFolder folder;
    return read_source_table(folder.write("sources.csv", table));
}

Gazetteer gazetteer_with(std::string_view table) {
    return Gazetteer::load(resource_directory() / "lexicons", rows_of(table));
}

/// What is wrong with a table, without the folder.
std::string complaint(std::string_view table) {
    const TemporaryFolder folder;
    const auto file = folder.write("sources.csv", table);
    try {
        Gazetteer::load(resource_directory() / "lexicons", read_source_table(file));
    } catch (const SourcesError& error) {
        const std::string text = error.what();
        EXPECT_TRUE(text.starts_with(folder.path().string()));
        return text.substr(folder.path().string().size() + 1);
    }
    return "none";
}

TEST(SourceTable, ReadsColumnsInAnyOrder) {
    const auto rows = rows_of(
        "kind,name,reliability,aliases,wikidata,domain,country\n"
        "outlet,\"Bay Herald, The\",0.7, the Herald | Bay Herald ,Q42,bay.example|herald.example,NO\n"
        "person,Ann Lee,,,\n");
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].name, "Bay Herald, The");
    EXPECT_EQ(rows[0].kind, SourceKind::outlet);
    EXPECT_THAT(rows[0].aliases, ElementsAre("the Herald", "Bay Herald"));
    EXPECT_EQ(rows[0].reliability, 0.7);
    EXPECT_EQ(rows[0].wikidata, "Q42");
    EXPECT_THAT(rows[0].domains, ElementsAre("bay.example", "herald.example"));
    EXPECT_EQ(rows[0].country, "NO");
    EXPECT_THAT(rows[0].where, EndsWith("sources.csv:2"));
    EXPECT_EQ(rows[1].kind, SourceKind::person);
    EXPECT_FALSE(rows[1].reliability.has_value());
    EXPECT_THAT(rows[1].aliases, IsEmpty());
}

TEST(SourceTable, ReadsTabsWithAByteOrderMarkAndCarriageReturns) {
    const auto rows = rows_of("\xEF\xBB\xBFname\tkind\r\nLee, Holt & Co\torganization\r\n\r\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].name, "Lee, Holt & Co");
}

TEST(SourceTable, SaysWhichLineIsWrongAndWhatToDo) {
    EXPECT_THAT(complaint(""), HasSubstr("sources.csv: is empty; its first line names the columns"));
    EXPECT_THAT(complaint("kind\noutlet\n"), HasSubstr("sources.csv:1: names no column 'name'"));
    EXPECT_THAT(complaint("name,reliabilty\n"),
                HasSubstr("sources.csv:1: has an unknown column 'reliabilty'; the columns are"));
    EXPECT_THAT(complaint("name,kind,name\n"), HasSubstr("names the column 'name' twice"));
    EXPECT_THAT(complaint("name,kind\n\n,outlet\n"), HasSubstr("sources.csv:3: names no source"));
    EXPECT_THAT(complaint("name,kind\nA Paper,newspaper\n"),
                HasSubstr("sources.csv:2: has the unknown kind 'newspaper'; it is one of"));
    EXPECT_THAT(complaint("name,kind\nLee, Holt,person\n"), HasSubstr("has 3 cells for 2 columns; put a cell"));
    for (const char* number : {"1.1", "-0.1", "80%", "high", "0,8x", "nan"})
        EXPECT_THAT(complaint(std::string("name\tkind\treliability\nAnn Lee\tperson\t") + number + "\n"),
                    HasSubstr("sources.csv:2: has the reliability"));
    EXPECT_THAT(complaint("name,kind,wikidata\nAnn Lee,person,42\n"), HasSubstr("write it like Q42"));
    EXPECT_THAT(complaint("name,kind\n--,outlet\n"), HasSubstr("has neither letter nor digit"));
    EXPECT_THAT(complaint("name,kind\nthe Herald?,outlet\n"), HasSubstr("leave the mark out"));
    EXPECT_THAT(complaint("name,kind\n\"Bay,outlet\n"), HasSubstr("sources.csv:2: a quotation mark is not closed; "));
    EXPECT_THAT(complaint("name,kind\n\xff\xfe,outlet\n"), HasSubstr("is not UTF-8; save it as UTF-8"));
}

TEST(SourceTable, RefusesAFormThatTwoRowsClaim) {
    EXPECT_THAT(complaint("name,kind\nBay Herald,outlet\nthe Bay Herald,outlet\n"),
                AllOf(HasSubstr("sources.csv:3: 'the Bay Herald' stands in"), HasSubstr("sources.csv:2 too; ")));
    EXPECT_THAT(complaint("name,kind,aliases\nBay Herald,outlet,BH\nBig House,organization,BH\n"),
                HasSubstr("'BH' stands in"));
    EXPECT_THAT(complaint("name,reliability\nBBC,0.9\nBritish Broadcasting Corporation,0.8\n"),
                HasSubstr("'British Broadcasting Corporation' is the source of"));
    EXPECT_THAT(complaint("name,reliability\nNorway,0.9\nOslo,0.8\n"), HasSubstr("'Oslo' is the source of"));
}

TEST(SourceTable, WantsAKindForANewName) {
    EXPECT_THAT(complaint("name,reliability\nBay Herald,0.7\n"),
                HasSubstr("sources.csv:2: 'Bay Herald' is not in the gazetteer; fill in its kind"));
    EXPECT_EQ(complaint("name,reliability\nReuters,0.7\n"), "none");
}

TEST(SourceTable, NamesAFileThatIsNotThere) {
    const TemporaryFolder folder;
    for (const auto& file : {folder.path() / "none.csv", folder.path()}) try {
            read_source_table(file);
            ADD_FAILURE() << file;
        } catch (const SourcesError& error) {
            EXPECT_THAT(error.what(), AllOf(HasSubstr(file.string()), HasSubstr("give the path of a table")));
        }
}

TEST(UserSources, AddAnOutletThatTextsThenKnow) {
    const Gazetteer own =
        gazetteer_with("name,kind,aliases,domain\nBergen Courier,outlet,The Courier,courier.example\n");
    ASSERT_NE(own.outlet("the Bergen Courier"), nullptr);
    EXPECT_EQ(own.outlet("Courier"), own.outlet("Bergen Courier"));
    EXPECT_EQ(own.outlet_by_domain("https://www.courier.example/a"), own.outlet("Bergen Courier"));
    EXPECT_EQ(gazetteer().outlet("Bergen Courier"), nullptr);
    Story story("Firstpost", "Mayor Ann Lee told The Courier that the bridge will close.\n");
    story.said("Mayor Ann Lee", "told", "the bridge will close");
    const auto found = ChainResolver(own).resolve(story.document, story.attributions);
    EXPECT_EQ(found.sources.at(found.attributions.at(0).chain.at(1)).name, "Bergen Courier");
}

TEST(UserSources, OverrideWhatTheGazetteerSays) {
    const Gazetteer own =
        gazetteer_with("name,kind,aliases,reliability,wikidata\nReuters,organization,Old Reliable,0.9,Q1\n");
    EXPECT_EQ(own.outlet("Reuters"), nullptr);
    const GazetteerEntry* body = own.body("Old Reliable");
    ASSERT_NE(body, nullptr);
    EXPECT_EQ(body->name, "Reuters");
    EXPECT_EQ(body->reliability, 0.9);
    EXPECT_EQ(body->wikidata, "Q1");
    EXPECT_EQ(body->country, gazetteer().outlet("Reuters")->country) << "what the row leaves open stays";
    EXPECT_EQ(own.outlets().size() + 1, gazetteer().outlets().size());
}

TEST(UserSources, KeepTheGazetteersFormsUnderANewName) {
    const Gazetteer own = gazetteer_with("name\nthe NYT\n");
    ASSERT_NE(own.outlet("New York Times"), nullptr);
    EXPECT_EQ(own.outlet("New York Times")->name, "the NYT");
    EXPECT_EQ(own.outlet_by_domain("nytimes.com"), own.outlet("NYT"));
}

TEST(UserSources, TakeAFormAwayFromEverybodyElse) {
    const Gazetteer own = gazetteer_with("name,aliases\nThe Seattle Times,the Times|Seattle\n");
    ASSERT_NE(own.outlet("the Times"), nullptr);
    EXPECT_EQ(own.outlet("the Times")->name, "The Seattle Times");
    EXPECT_THAT(own.outlets_short("the Times"), IsEmpty());
    EXPECT_FALSE(gazetteer().outlets_short("the Times").empty());
}

TEST(UserSources, RateAStateByAnyOfItsNames) {
    const Gazetteer own = gazetteer_with("name,kind,aliases,reliability,wikidata\nOslo,government,the North,0.4,Q20\n");
    const Country* norway = own.country("Norway");
    ASSERT_NE(norway, nullptr);
    EXPECT_EQ(norway->reliability, 0.4);
    EXPECT_EQ(norway->wikidata, "Q20");
    EXPECT_EQ(own.country("the North"), norway);
    Story story("Firstpost", "Norway said the talks go on.\n");
    story.said("Norway", "said", "the talks go on");
    const auto found = ChainResolver(own).resolve(story.document, story.attributions);
    EXPECT_EQ(found.sources.at(found.attributions.at(0).chain.at(0)).reliability, 0.4);
}

Source named(std::string name, SourceKind kind, std::string country = {}) {
    Source source;
    source.name = std::move(name);
    source.kind = kind;
    source.country = std::move(country);
    return source;
}

TEST(UserSources, NameAndRatePeopleInTheRegistry) {
    const Gazetteer own = gazetteer_with(
        "name,kind,aliases,reliability,country\nKim Tae-young,person,Tae Young Kim,0.6,KR\nNorwegian "
        "media,group,,0.5,\n");
    SourceRegistry registry{own};
    DocumentSources first, second;
    first.sources = {named("Tae-young Kim", SourceKind::person, "KR")};
    second.sources = {named("Kim Tae Young", SourceKind::person), named("Norwegian media", SourceKind::group),
                      named("Kim Tae-young", SourceKind::person, "US")};
    const auto a = registry.add(first), b = registry.add(second);
    EXPECT_EQ(a[0], b[0]);
    EXPECT_EQ(registry[a[0]].name, "Kim Tae-young");
    EXPECT_EQ(registry[a[0]].reliability, 0.6);
    EXPECT_THAT(registry[a[0]].aliases, Contains("Tae-young Kim"));
    EXPECT_EQ(registry[b[1]].reliability, 0.5);
    EXPECT_NE(b[2], a[0]) << "another country's";
    EXPECT_FALSE(registry[b[2]].reliability.has_value());
}

TEST(UserSources, LoadAsFastAsTheyAreMany) {
    std::string table = "name,kind,reliability\n";
    for (int i = 0; i < 100'000; ++i)
        table += "Paper Number " + std::to_string(i) + (i % 2 ? ",outlet,0.5\n" : ",person,0.5\n");
    const Gazetteer own = gazetteer_with(table);
    EXPECT_NE(own.outlet("Paper Number 99999"), nullptr);
    EXPECT_NE(own.listed("Paper Number 99998", ""), nullptr);
}

}  // namespace
}  // namespace hearsay::test
