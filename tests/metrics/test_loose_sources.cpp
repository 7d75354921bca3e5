// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>

#include "hearsay/error.hpp"
#include "hearsay/metrics/loose_sources.hpp"
#include "hearsay/resources.hpp"
#include "support/temporary_folder.hpp"

using namespace hearsay;

namespace {

Source described(std::string name, SourceKind kind) {
    Source source{std::move(name), kind, {}, {}, {}, {}, {}, true, {}};
    return source;
}

LooseSources loose() { return LooseSources::load(resource_directory() / "lexicons"); }

}  // namespace

TEST(LooseSources, AreUnattributedWhereNobodyStandsBehindThem) {
    const auto names = loose();
    for (const char* name : {"Rumours", "the latest rumor", "unconfirmed reports", "Local media reports",
                             "unnamed source", "", "?", "claim", "hoax report", "this viral story"}) {
        EXPECT_TRUE(names.is_unattributed(described(name, SourceKind::anonymous))) << name;
        EXPECT_TRUE(names.is_unattributed(described(name, SourceKind::group))) << name;
    }
}

TEST(LooseSources, AreSomebodyWhereTheyAreDescribed) {
    const auto names = loose();
    for (const char* name : {"a person familiar with the matter", "officials", "an unnamed source at the ministry",
                             "intelligence reports", "sources"})
        EXPECT_FALSE(names.is_unattributed(described(name, SourceKind::anonymous))) << name;
}

TEST(LooseSources, AreNeverNamedOutletsOrPeople) {
    const auto names = loose();
    EXPECT_FALSE(names.is_unattributed(described("Rumours", SourceKind::outlet)));
    Source band = described("Rumours", SourceKind::group);
    band.unnamed = false;
    EXPECT_FALSE(names.is_unattributed(band));
    EXPECT_FALSE(names.is_press(described("a newspaper editor", SourceKind::person)));
}

TEST(LooseSources, KnowThePressAsAGroup) {
    const auto names = loose();
    EXPECT_TRUE(names.is_press(described("Ruritanian Media", SourceKind::group)));
    EXPECT_FALSE(names.is_press(described("experts", SourceKind::group)));
}

TEST(LooseSources, RejectATableWithAnUnknownKind) {
    const test::TemporaryFolder folder;
    folder.write("loose_sources.tsv", "word\tkind\ngossip\tgossip\n");
    EXPECT_THROW(LooseSources::load(folder.path()), ResourceError);
    EXPECT_THROW(LooseSources::load(folder.path() / "missing"), ResourceError);
}
