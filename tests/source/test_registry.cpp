// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/source/registry.hpp"
#include "story.hpp"

namespace hearsay::test {
namespace {

Source named(std::string name, SourceKind kind, std::string country = {}) {
    Source source;
    source.name = std::move(name);
    source.kind = kind;
    source.country = std::move(country);
    return source;
}

DocumentSources document(std::vector<Source> sources) {
    DocumentSources found;
    found.sources = std::move(sources);
    return found;
}

TEST(SourceRegistry, MeetsPeopleByFullNameWhateverItsSpelling) {
    SourceRegistry registry{gazetteer()};
    const auto a = registry.add(document({named("Yoon Tae Min", SourceKind::person)}));
    const auto b = registry.add(document({named("Yoon Tae-min", SourceKind::person)}));
    EXPECT_EQ(a, b);
    EXPECT_THAT(registry[a[0]].aliases, ::testing::ElementsAre("Yoon Tae-min"));
}

TEST(SourceRegistry, NeverMeetsPeopleOnASurnameAlone) {
    SourceRegistry registry{gazetteer()};
    const auto a = registry.add(document({named("Berg", SourceKind::person)}));
    const auto b = registry.add(document({named("Berg", SourceKind::person)}));
    EXPECT_NE(a, b);
}

TEST(SourceRegistry, KeepsNamesakesOfTwoCountriesApart) {
    SourceRegistry registry{gazetteer()};
    const auto a = registry.add(document({named("Anna Berg", SourceKind::person, "NO")}));
    const auto b = registry.add(document({named("Anna Berg", SourceKind::person, "SE")}));
    const auto c = registry.add(document({named("Anna Berg", SourceKind::person, "NO")}));
    EXPECT_NE(a, b);
    EXPECT_EQ(a, c);
}

TEST(SourceRegistry, MeetsAPersonWithAndWithoutTheOneMiddleInitial) {
    SourceRegistry registry{gazetteer()};
    const auto a = registry.add(document({named("Olav K. Berg", SourceKind::person)}));
    const auto b = registry.add(document({named("Olav Berg", SourceKind::person)}));
    const auto last = registry.finish();
    EXPECT_EQ(last[static_cast<std::size_t>(a[0])], last[static_cast<std::size_t>(b[0])]);
}

TEST(SourceRegistry, JoinsNobodyWhereTwoMiddleInitialsAreKnown) {
    SourceRegistry registry{gazetteer()};
    const auto a = registry.add(document({named("Olav K. Berg", SourceKind::person)}));
    const auto b = registry.add(document({named("Olav Berg", SourceKind::person)}));
    const auto c = registry.add(document({named("Olav L. Berg", SourceKind::person)}));
    const auto last = registry.finish();
    const auto id = [&](const auto& ids) { return last[static_cast<std::size_t>(ids[0])]; };
    EXPECT_NE(id(a), id(b));
    EXPECT_NE(id(a), id(c));
    EXPECT_NE(id(b), id(c));
}

TEST(SourceRegistry, MeetsOutletsByGazetteerEntry) {
    SourceRegistry registry{gazetteer()};
    const auto a = registry.add(document({named("Kyiv Post", SourceKind::outlet)}));
    const auto b = registry.add(document({named("the Kyiv Post", SourceKind::outlet)}));
    EXPECT_EQ(a, b);
}

TEST(SourceRegistry, KeepsUnnamedSourcesOnePerDocument) {
    SourceRegistry registry{gazetteer()};
    Source officials = named("senior officials", SourceKind::group);
    officials.unnamed = true;
    const auto a = registry.add(document({officials}));
    const auto b = registry.add(document({officials}));
    EXPECT_NE(a, b);
    EXPECT_EQ(registry.size(), 2u);
}

TEST(SourceRegistry, KeepsBodiesOfManyStatesApart) {
    SourceRegistry registry{gazetteer()};
    const auto norway = registry.add(document({named("Foreign Ministry", SourceKind::organization, "NO")}));
    const auto sweden = registry.add(document({named("Foreign Ministry", SourceKind::organization, "SE")}));
    const auto unknown = registry.add(document({named("Foreign Ministry", SourceKind::organization)}));
    EXPECT_NE(norway, sweden);
    EXPECT_NE(norway, unknown);
    EXPECT_EQ(norway, registry.add(document({named("Foreign Ministry", SourceKind::organization, "NO")})));
}

TEST(SourceRegistry, KeepsAliasesSortedAndNoMoreThanFiveHundred) {
    SourceRegistry registry{gazetteer()};
    SourceId id{};
    for (int i = 0; i < 1000; ++i) {
        Source norway = named("Norway", SourceKind::government, "NO");
        norway.aliases = {"form " + std::to_string(1000 - i), "Oslo"};
        id = registry.add(document({norway}))[0];
    }
    const auto& aliases = registry[id].aliases;
    EXPECT_EQ(aliases.size(), 500u);
    EXPECT_TRUE(std::ranges::is_sorted(aliases));
    EXPECT_EQ(std::ranges::adjacent_find(aliases), aliases.end());
}

TEST(SourceRegistry, SaysForEveryOtherNameWhyItIsTheSame) {
    SourceRegistry registry{gazetteer()};
    const auto a = registry.add(document({named("Yoon Tae Min", SourceKind::person), named("AP", SourceKind::outlet)}));
    registry.add(document({named("Yoon Tae-min", SourceKind::person), named("Associated Press", SourceKind::outlet)}));
    registry.add(document({named("Yoon Tae-min", SourceKind::person)}));
    ASSERT_EQ(registry[a[0]].merges.size(), 1u);
    EXPECT_EQ(registry[a[0]].merges[0].name, "Yoon Tae-min");
    EXPECT_EQ(registry[a[0]].merges[0].rule, MergeRule::full_name);
    EXPECT_EQ(registry[a[0]].merges[0].document, 1u);
    EXPECT_EQ(registry[a[1]].merges.at(0).rule, MergeRule::gazetteer);
}

TEST(SourceRegistry, MeetsTheBodiesOfAStateHoweverItIsNamed) {
    SourceRegistry registry{gazetteer()};
    const auto of = [&](std::string name, std::string country) {
        return registry.add(document({named(std::move(name), SourceKind::organization, std::move(country))}))[0];
    };
    const SourceId military = of("South Korean military", "KR");
    EXPECT_EQ(of("South Korea's military", "KR"), military);
    EXPECT_EQ(of("Seoul's military", "KR"), military);
    EXPECT_NE(of("South Korean police", "KR"), military);
    EXPECT_NE(of("North Korean military", "KP"), military);
    EXPECT_NE(of("military", ""), military);
}

TEST(SourceRegistry, MapsMembersAndMeetsJointSourcesByThem) {
    SourceRegistry registry{gazetteer()};
    Source joint = named("Peru and Chile", SourceKind::government);
    joint.members = {SourceId{1}, SourceId{2}};
    const auto peru = named("Peru", SourceKind::government, "PE"), chile = named("Chile", SourceKind::government, "CL");
    const auto a = registry.add(document({joint, peru, chile}));
    joint.members = {SourceId{0}, SourceId{1}};
    joint.name = "Chile and Peru";
    const auto b = registry.add(document({chile, peru, joint}));
    EXPECT_EQ(a[0], b[2]);
    EXPECT_THAT(registry[a[0]].members, ::testing::UnorderedElementsAre(a[1], a[2]));
}

TEST(SourceRegistry, FillsGroupsWithTheOutletsOfTheirCountryAtTheEnd) {
    SourceRegistry registry{gazetteer()};
    const auto ids = registry.add(
        document({named("Ukrainian media", SourceKind::group, "UA"), named("Kyiv Post", SourceKind::outlet, "UA"),
                  named("Reuters", SourceKind::outlet, "GB")}));
    const auto last = registry.finish();
    const auto of = [&](SourceId id) { return last[static_cast<std::size_t>(id)]; };
    EXPECT_THAT(registry[of(ids[0])].members, ::testing::ElementsAre(of(ids[1])));
}

TEST(SourceRegistry, TakesWhateverBearsThePublishersNameForThePublisher) {
    SourceRegistry registry{gazetteer()};
    const auto cited = registry.add(
        document({named("Harbour Gazette", SourceKind::outlet), named("Gadget Lantern", SourceKind::person)}))[1];
    const auto publisher = registry.add(document({named("Gadget Lantern", SourceKind::outlet)}))[0];
    const auto last = registry.finish();
    EXPECT_EQ(last[static_cast<std::size_t>(cited)], last[static_cast<std::size_t>(publisher)]);
}

TEST(SourceRegistry, MeetsAPublisherWhoseNameSeveralOutletsShare) {
    SourceRegistry registry{gazetteer()};
    const auto first = registry.add(document({named("The Tribune", SourceKind::outlet)}))[0];
    const auto cited =
        registry.add(document({named("Gadget Lantern", SourceKind::outlet), named("Tribune", SourceKind::outlet)}))[1];
    const auto second = registry.add(document({named("The Tribune", SourceKind::outlet)}))[0];
    const auto last = registry.finish();
    EXPECT_EQ(last[static_cast<std::size_t>(first)], last[static_cast<std::size_t>(second)]);
    EXPECT_EQ(last[static_cast<std::size_t>(first)], last[static_cast<std::size_t>(cited)]);
}

Source minister(std::string name, std::string country) {
    Source source = named(std::move(name), SourceKind::person, std::move(country));
    source.office = "defense head";
    source.role = "Defence Minister";
    return source;
}

Source known_by_office(std::string description, std::string country) {
    Source source = minister(std::move(description), std::move(country));
    source.role.clear();
    source.unnamed = true;
    return source;
}

/// The last ids of the first sources of two documents.
std::pair<SourceId, SourceId> last_of(SourceRegistry& registry, std::vector<Source> first, std::vector<Source> second) {
    const auto a = registry.add(document(std::move(first)))[0], b = registry.add(document(std::move(second)))[0];
    const auto last = registry.finish();
    return {last[static_cast<std::size_t>(a)], last[static_cast<std::size_t>(b)]};
}

TEST(SourceRegistry, LeadsAnOfficeToItsHolderInAnotherArticle) {
    SourceRegistry registry{gazetteer()};
    const auto [person, office] =
        last_of(registry, {minister("Ann Lee", "NO")}, {known_by_office("Oslo's defence minister", "NO")});
    EXPECT_EQ(person, office);
    EXPECT_EQ(registry.size(), 1u);
    EXPECT_THAT(registry[person].aliases, ::testing::ElementsAre("Oslo's defence minister"));
    EXPECT_EQ(registry[person].merges.at(0).rule, MergeRule::office);
    EXPECT_EQ(registry[person].merges.at(0).document, 1u);
}

TEST(SourceRegistry, LeadsAnOfficeToNobodyOfAnotherState) {
    SourceRegistry registry{gazetteer()};
    const auto [person, office] =
        last_of(registry, {minister("Ann Lee", "NO")}, {known_by_office("Stockholm's defence minister", "SE")});
    EXPECT_NE(person, office);
}

TEST(SourceRegistry, LeadsAnOfficeWithoutStateOnlyToSomebodyNamedInTheSameArticle) {
    SourceRegistry apart{gazetteer()}, beside{gazetteer()};
    const auto [a, b] = last_of(apart, {minister("Ann Lee", "NO")}, {known_by_office("the defence minister", "")});
    EXPECT_NE(a, b);
    const auto [c, d] = last_of(beside, {minister("Ann Lee", "NO")},
                                {known_by_office("the defence minister", ""), named("Ann Lee", SourceKind::person)});
    EXPECT_EQ(c, d);
}

TEST(SourceRegistry, LeadsAnOfficeToNobodyAfterItChangedHands) {
    SourceRegistry registry{gazetteer()};
    registry.add(document({minister("Bo Dahl", "NO")}));
    const auto [person, office] =
        last_of(registry, {minister("Ann Lee", "NO")}, {known_by_office("Oslo's defence minister", "NO")});
    EXPECT_NE(person, office);
}

}  // namespace
}  // namespace hearsay::test
