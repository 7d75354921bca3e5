// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <sstream>

#include "hearsay/error.hpp"
#include "hearsay/pipeline.hpp"
#include "hearsay/render/analysis_json.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

using test::TemporaryFolder;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Three outlets with one minister's sentence, and a fourth with a fire officer's.
void write_corpus(const TemporaryFolder& folder) {
    folder.write(
        "a.txt",
        "ARLEN (Reuters) - The old bridge at Arlen will be closed to all traffic in May, Transport Minister Ann Lee "
        "said on Monday.\n\n\"The bridge is no longer safe,\" Lee told reporters in the capital.\n");
    folder.write("b.txt",
                 "Transport Minister Ann Lee said that the old bridge at Arlen will be closed to all traffic in May, "
                 "according to Reuters.\n\nThe town has few other ways across the river.\n");
    folder.write(
        "c.txt",
        "The old bridge at Arlen will be closed to all traffic in May, the minister, Ann Lee, told Reuters.\n");
    folder.write("d.txt",
                 "Two people were hurt in a fire at the mill on Sunday night, fire officer Tom Hale said.\n\n"
                 "\"We do not know what caused it,\" he added.\n");
    folder.write("corpus.csv",
                 "path,publisher,published,url,title\na.txt,Reuters,2031-04-01,,\nb.txt,Arlen Herald,2031-04-02,,\n"
                 "c.txt,Valley News,2031-04-02,,\nd.txt,Arlen Herald,2031-04-03,,\n");
}

std::string as_json(const Analysis& analysis) {
    std::ostringstream out;
    write_analysis_json(analysis, out);
    return out.str();
}

/// Fails on documents whose text holds "poison".
class Brittle final : public Extractor {
  public:
    std::vector<Attribution> extract(const Document& document) const override {
        if (document.text().utf8().find("poison") != std::string_view::npos) throw std::length_error("too bitter");
        return {};
    }
};

constexpr const char* kPlain =
    "The river rose again in the night and the lower road was closed to all cars by the town.";

TEST(Analyze, GivesConsistentIdsThroughout) {
    const TemporaryFolder folder;
    write_corpus(folder);
    const Analysis analysis = analyze({folder.path()}, {.threads = 2});
    ASSERT_EQ(analysis.documents.size(), 4U);
    ASSERT_EQ(analysis.publishers.size(), 4U);
    ASSERT_EQ(analysis.copies.size(), 4U);
    ASSERT_EQ(analysis.corroboration.size(), analysis.claims.size());
    ASSERT_EQ(analysis.metrics.size(), analysis.sources.size());
    std::size_t attributed = 0;
    for (const Claim& claim : analysis.claims)
        for (const Mention& mention : claim.mentions) {
            const SourceId publisher = analysis.publishers.at(static_cast<std::size_t>(mention.document));
            EXPECT_EQ(mention.chain.back(), publisher);
            if (!mention.attribution) continue;
            ++attributed;
            const auto& attribution = analysis.attributions.at(static_cast<std::size_t>(*mention.attribution));
            EXPECT_EQ(attribution.document, mention.document);
            EXPECT_EQ(attribution.chain, mention.chain);
            EXPECT_EQ(attribution.hops.size(), mention.chain.size());
            EXPECT_EQ(attribution.attribution.content, mention.spans);
        }
    EXPECT_GE(attributed, 4U);
}

TEST(Analyze, CountsOneOriginForOneMinisterInThreeOutlets) {
    const TemporaryFolder folder;
    write_corpus(folder);
    const Analysis analysis = analyze({folder.path()}, {});
    const auto closed = std::ranges::find_if(analysis.claims, [](const Claim& claim) {
        return claim.text.find("closed to all traffic") != std::string::npos;
    });
    ASSERT_NE(closed, analysis.claims.end());
    const auto& figures = analysis.corroboration[static_cast<std::size_t>(closed - analysis.claims.begin())];
    EXPECT_EQ(figures.documents, 3U);
    EXPECT_EQ(figures.independent_origins, 1U);
}

TEST(Analyze, NamesWhoSpeaksOfHimself) {
    const TemporaryFolder folder;
    folder.write("gazette.txt",
                 "\"We will not sell the old harbour theatre to anybody,\" Harbour Holdings said on Monday.\n");
    folder.write("herald.txt", "Harbour Holdings will not sell the old harbour theatre, a director said on Tuesday.\n");
    EXPECT_EQ(analyze({folder.path()}, {}).claims.size(), 1U);
}

TEST(Analyze, NamesWhoDeniesSomethingOfHimself) {
    for (const char* denial :
         {"Bo Holt denied that he was a smuggler.\n", "Bo Holt denied reports that he was a smuggler.\n"}) {
        const TemporaryFolder folder;
        folder.write("gazette.txt", denial);
        folder.write("herald.txt", "Bo Holt was a smuggler, a neighbour said on Tuesday.\n");
        const auto claims = analyze({folder.path()}, {}).claims;
        const auto smuggler =
            std::ranges::find_if(claims, [](const Claim& claim) { return claim.mentions.size() > 1; });
        ASSERT_NE(smuggler, claims.end());
        EXPECT_EQ(smuggler->mentions.front().stance, Stance::denies);
    }
}

/// Of the one claim of two articles, how its count is told.
std::string explanation(const char* gazette, const char* herald) {
    const TemporaryFolder folder;
    folder.write("gazette.txt", gazette);
    folder.write("herald.txt", herald);
    const Analysis analysis = analyze({folder.path()}, {});
    for (std::size_t c = 0; c < analysis.claims.size(); ++c)
        if (analysis.corroboration[c].documents == 2) return analysis.corroboration[c].explanation;
    return "no such claim";
}

TEST(Analyze, ChargesADenialToWhoDenies) {
    using ::testing::HasSubstr;
    const char* told = "The council had sold the ferry pier to a fund, Dario Fenn said.\n";
    EXPECT_THAT(
        explanation(told,
                    "Mayor Ilse Tor rejected Dario Fenn's claim that the council had sold the ferry pier to a fund.\n"),
        HasSubstr("both lead back to Dario Fenn; denied by Ilse Tor"));
    EXPECT_THAT(
        explanation(told,
                    "Claims that the council had sold the ferry pier to a fund are false, Mayor Ilse Tor said.\n"),
        HasSubstr("it leads back to Dario Fenn; denied by Ilse Tor"));
    EXPECT_THAT(explanation(told, "Bo Holt falsely claimed that the council had sold the ferry pier to a fund.\n"),
                AllOf(HasSubstr("2 independent origins: Dario Fenn and Bo Holt; denied by"),
                      Not(HasSubstr("denied by Bo Holt"))));
    EXPECT_THAT(
        explanation(told,
                    "There is no doubt that the council had sold the ferry pier to a fund, Mayor Ilse Tor said.\n"),
        HasSubstr("2 independent origins: Dario Fenn and Ilse Tor"));
}

TEST(Analyze, NamesWhoSaysWhatHeNeverDid) {
    const char* told = "Mayor Ilse Tor took bribes from a developer, Dario Fenn said.\n";
    EXPECT_THAT(explanation(told, "Mayor Ilse Tor said that she never took bribes.\n"), HasSubstr("denied by Ilse Tor"));
    EXPECT_EQ(explanation(told, "Lawyer Vera Holm said that she never took bribes.\n"), "no such claim");
}

TEST(Analyze, TakesWhoIsClearedForAcquitted) {
    EXPECT_THAT(
        explanation(
            "Nurse Ida Falk stole morphine from the Orval clinic, police said.\n",
            "Nurse Ida Falk was acquitted of stealing morphine from the Orval clinic, her lawyer Vera Holm said.\n"),
        ::testing::HasSubstr("it leads back to police; denied by Vera Holm"));
}

TEST(Analyze, RanksClaimsBestFirst) {
    const TemporaryFolder folder;
    write_corpus(folder);
    const Analysis analysis = analyze({folder.path()}, {});
    const auto order = rank_claims(analysis.claims, analysis.corroboration);
    for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(static_cast<std::size_t>(order[i]), i);
}

TEST(Analyze, GivesTheSameWhateverTheNumberOfThreads) {
    const TemporaryFolder folder;
    write_corpus(folder);
    folder.write("broken.jsonl", "{\"id\": \"x\", \"text\": 3}\n{nonsense\n");
    const Analysis one = analyze({folder.path()}, {.threads = 1});
    for (const unsigned threads : {2U, 4U, 9U}) {
        const Analysis other = analyze({folder.path()}, {.threads = threads});
        EXPECT_EQ(as_json(one), as_json(other)) << threads << " threads";
        EXPECT_EQ(one.skipped.size(), other.skipped.size());
    }
}

TEST(Analyze, SkipsADocumentThatFailsAndNamesIt) {
    const TemporaryFolder folder;
    folder.write("1.txt", kPlain);
    folder.write("2.txt", std::string(kPlain) + " It tasted of poison.");
    folder.write("3.txt", kPlain);
    const Brittle extractor;
    const Analysis analysis = analyze({folder.path()}, {.extractor = &extractor});
    EXPECT_THAT(analysis.documents, SizeIs(2));
    ASSERT_THAT(analysis.skipped, SizeIs(1));
    EXPECT_THAT(analysis.skipped[0].where, HasSubstr("2.txt"));
    EXPECT_EQ(analysis.skipped[0].cause, "too bitter");
}

TEST(Analyze, ReportsWhatItSkipsInInputOrder) {
    const TemporaryFolder folder;
    folder.write("1.txt", std::string(kPlain) + " poison");
    folder.write("2.jsonl", "{nonsense\n");
    folder.write("3.txt", std::string(kPlain) + " poison");
    folder.write("4.txt", kPlain);
    const Brittle extractor;
    std::vector<std::string> reported;
    analyze({folder.path()},
            {.threads = 4, .extractor = &extractor, .skipped = [&](const Skipped& skipped) {
                 reported.push_back(std::filesystem::path(skipped.where).filename().string().substr(0, 1));
             }});
    EXPECT_THAT(reported, ElementsAre("1", "2", "3"));
}

TEST(Analyze, LeavesOutWhatIsNotEnglish) {
    const TemporaryFolder folder;
    folder.write("de.txt",
                 "Die alte Brücke wird im Mai für den gesamten Verkehr gesperrt, sagte die Ministerin am Montag in der "
                 "Hauptstadt, weil sie nicht mehr sicher ist und niemand sie mehr benutzen soll.\n");
    folder.write("en.txt", kPlain);
    const Analysis analysis = analyze({folder.path()}, {});
    EXPECT_THAT(analysis.documents, SizeIs(1));
    ASSERT_THAT(analysis.skipped, SizeIs(1));
    EXPECT_THAT(analysis.skipped[0].where, HasSubstr("de.txt"));
    EXPECT_THAT(analysis.skipped[0].cause, HasSubstr("English"));
}

TEST(Analyze, CountsReplacedBytesWithoutSkippingTheDocument) {
    const TemporaryFolder folder;
    folder.write("latin1.txt", std::string(kPlain) + " The caf\xe9 stayed open.");
    const Analysis analysis = analyze({folder.path()}, {});
    EXPECT_THAT(analysis.skipped, IsEmpty());
    ASSERT_THAT(analysis.documents, SizeIs(1));
    EXPECT_EQ(analysis.documents[0].replacements, 1U);
}

TEST(Analyze, ThrowsWhenNothingCouldBeRead) {
    const TemporaryFolder folder;
    EXPECT_THROW(analyze({folder.path()}, {}), InputError);
    EXPECT_THROW(analyze({folder.path() / "missing.txt"}, {}), InputError);
}

TEST(Analyze, ThrowsWhenTheLexiconsAreMissing) {
    const TemporaryFolder folder;
    folder.write("1.txt", kPlain);
    EXPECT_THROW(analyze({folder.path()}, {.resources = folder.path()}), ResourceError);
}

TEST(Analyze, ReadsStandardInput) {
    std::istringstream in("{\"id\": \"one\", \"publisher\": \"Arlen Herald\", \"text\": \"" + std::string(kPlain) +
                          "\"}\n");
    const Analysis analysis = analyze({"-"}, {}, &in);
    ASSERT_THAT(analysis.documents, SizeIs(1));
    EXPECT_EQ(analysis.documents[0].id, "one");
}

TEST(Analyze, TellsHowFarItIs) {
    const TemporaryFolder folder;
    for (int i = 0; i < 40; ++i) folder.write(std::to_string(i) + ".txt", kPlain);
    std::vector<double> shares;
    analyze({folder.path()}, {.progress = [&](double share) { shares.push_back(share); }});
    ASSERT_FALSE(shares.empty());
    EXPECT_TRUE(std::ranges::is_sorted(shares));
    EXPECT_GT(shares.back(), 0.9);
    EXPECT_LE(shares.back(), 1.0);
}

TEST(Extract, GivesDocumentsInInputOrder) {
    const TemporaryFolder folder;
    std::string lines;
    std::vector<std::string> expected, given;
    for (int i = 0; i < 100; ++i) {
        expected.push_back(std::to_string(i));
        lines += R"({"id": ")" + expected.back() + R"(", "text": ")" + kPlain + "\"}\n";
    }
    folder.write("all.jsonl", lines);
    extract({folder.path()}, {.threads = 4},
            [&](const Document& document, const auto&) { given.push_back(document.id); });
    EXPECT_EQ(given, expected);
}

TEST(Extract, PassesOnWhatItsCallbackThrows) {
    const TemporaryFolder folder;
    for (int i = 0; i < 100; ++i) folder.write(std::to_string(i) + ".txt", kPlain);
    int calls = 0;
    const auto stop = [&](const Document&, const auto&) {
        if (++calls == 3) throw std::domain_error("enough");
    };
    EXPECT_THROW(extract({folder.path()}, {}, stop), std::domain_error);
    EXPECT_EQ(calls, 3);
}

TEST(Pipeline, RanksWhatAllOutletsTellFirst) {
    // Below their leads the articles share little but the tunnel: its builder's shares are no news of its length.
    const auto example = std::filesystem::path(HEARSAY_SOURCE_DIR) / "examples" / "2-four-outlets-one-minister";
    const Analysis analysis = analyze({example}, {});
    const auto best = std::ranges::find(analysis.corroboration, 4u, &Corroboration::documents);
    ASSERT_NE(best, analysis.corroboration.end());
    EXPECT_EQ(best->independent_origins, 1u);
    for (const Corroboration& figures : analysis.corroboration) EXPECT_LE(figures.independent_origins, 1u);
}

}  // namespace
}  // namespace hearsay
