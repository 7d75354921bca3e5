// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "hearsay/attribution/cue_lexicon.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

const CueLexicon& shipped() {
    static const auto lexicon = CueLexicon::load(resource_directory() / "lexicons" / "cues.tsv");
    return lexicon;
}

CueLexicon lexicon_of(const std::string& rows) {
    const test::TemporaryFolder folder;
    return CueLexicon::load(folder.write("cues.tsv", "lemma\tkind\tforms\tframes\tstance\n" + rows));
}

TEST(CueLexicon, MatchesEveryFormOfAVerb) {
    for (const std::string_view form : {"say", "says", "said", "saying"}) {
        const auto found = shipped().match({form});
        ASSERT_EQ(found.size(), 1U) << form;
        EXPECT_EQ(found[0].entry->lemma, "say");
    }
}

TEST(CueLexicon, PrefersTheLongestForm) {
    const auto found = shipped().match({"pointed", "out", "that"});
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].entry->lemma, "point out");
    EXPECT_EQ(found[0].length, 2U);
}

TEST(CueLexicon, KnowsVerbsThatAreNounsToo) {
    const auto found = shipped().match({"claims"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].entry->also_noun);
    EXPECT_FALSE(shipped().match({"said"})[0].entry->also_noun);
}

TEST(CueLexicon, TellsPastFromParticiple) {
    const auto found = lexicon_of("write\tverb\twrite|writes|wrote|written|writing\tquote\tasserts\n");
    EXPECT_EQ(found.match({"wrote"})[0].inflections, inflection::past);
    EXPECT_EQ(found.match({"writing"})[0].inflections, inflection::participle);
}

TEST(CueLexicon, RefusesUnknownFrames) {
    EXPECT_THROW(lexicon_of("say\tverb\tsay\tquote,shout\tasserts\n"), ResourceError);
    EXPECT_THROW(CueLexicon::load("no/such/cues.tsv"), ResourceError);
}

}  // namespace
}  // namespace hearsay
