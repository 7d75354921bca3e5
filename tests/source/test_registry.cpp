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
    registry.finish();
    EXPECT_THAT(registry[ids[0]].members, ::testing::ElementsAre(ids[1]));
}

}  // namespace
}  // namespace hearsay::test
