// SPDX-License-Identifier: Apache-2.0
// setup opens no file: none of the paths here exists.
#include <gmock/gmock.h>

#include "cli/analyze_command.hpp"
#include "cli/batch_command.hpp"
#include "cli/explain_command.hpp"
#include "cli/extract_command.hpp"
#include "cli/help_command.hpp"
#include "cli/merge_command.hpp"
#include "cli/rank_command.hpp"
#include "cli/train_command.hpp"

namespace hearsay::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

template <class Kind>
Kind set_up(const std::vector<std::string>& arguments) {
    Kind command;
    command.setup(arguments);
    return command;
}

template <class Kind>
std::string complaint(const std::vector<std::string>& arguments) {
    try {
        set_up<Kind>(arguments);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "none";
}

TEST(AnalyzeSetup, TakesInputsAndAFolder) {
    const auto command = set_up<AnalyzeCommand>({"no/such/a.txt", "no/such/folder", "--out", "no/such/result"});
    EXPECT_THAT(command.reading().inputs, ElementsAre("no/such/a.txt", "no/such/folder"));
    EXPECT_EQ(command.out(), "no/such/result");
}

TEST(AnalyzeSetup, HasDefaults) {
    const auto command = set_up<AnalyzeCommand>({"a", "-o", "b"});
    EXPECT_EQ(command.reading().threads, 0U);
    EXPECT_FALSE(command.reading().strict);
    EXPECT_FALSE(command.reading().quiet);
    EXPECT_EQ(command.top(), 20U);
    EXPECT_THAT(command.claim_ranks(), IsEmpty());
}

TEST(AnalyzeSetup, TakesEveryOption) {
    const auto command = set_up<AnalyzeCommand>(
        {"--threads", "3", "--top=5", "--claim", "c2", "--strict", "-q", "--claim", "c17", "--out=b", "a"});
    EXPECT_EQ(command.reading().threads, 3U);
    EXPECT_EQ(command.top(), 5U);
    EXPECT_THAT(command.claim_ranks(), ElementsAre(2U, 17U));
    EXPECT_TRUE(command.reading().strict);
    EXPECT_TRUE(command.reading().quiet);
}

TEST(AnalyzeSetup, TakesATableOfSources) {
    EXPECT_EQ(set_up<AnalyzeCommand>({"a", "--out", "b", "--sources", "no/such.csv"}).sources(), "no/such.csv");
    EXPECT_EQ(set_up<AnalyzeCommand>({"a", "--out", "b"}).sources(), "");
    EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", "b", "--sources", ""}), HasSubstr("--sources"));
}

TEST(AnalyzeSetup, TakesNamesThatBeginWithADashAfterTwoDashes) {
    const auto command = set_up<AnalyzeCommand>({"--out", "b", "--", "--odd.txt"});
    EXPECT_THAT(command.reading().inputs, ElementsAre("--odd.txt"));
}

TEST(AnalyzeSetup, TakesStandardInput) {
    EXPECT_THAT(set_up<AnalyzeCommand>({"-", "--out", "b"}).reading().inputs, ElementsAre("-"));
}

TEST(AnalyzeSetup, WantsAnInputAndAFolder) {
    EXPECT_THAT(complaint<AnalyzeCommand>({"--out", "b"}), HasSubstr("INPUT"));
    EXPECT_THAT(complaint<AnalyzeCommand>({"a"}), HasSubstr("--out DIR"));
    EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", ""}), HasSubstr("--out"));
    EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out"}), HasSubstr("--out"));
}

TEST(AnalyzeSetup, SuggestsTheOptionThatWasMeant) {
    EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", "b", "--stric"}), HasSubstr("Did you mean '--strict'?"));
    EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", "b", "--xyzzyx"}), HasSubstr("'--xyzzyx'"));
}

TEST(AnalyzeSetup, RefusesNumbersThatAreNone) {
    for (const char* threads : {"-1", "x", "2x", "", "257", "99999999999999999999", "1.5"})
        EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", "b", std::string("--threads=") + threads}),
                    HasSubstr("--threads"))
            << threads;
    EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", "b", "--top", "many"}), HasSubstr("--top"));
}

TEST(AnalyzeSetup, RefusesClaimsThatAreNoIds) {
    for (const char* id : {"c0", "3", "c", "c-1", "d3", "c3x", "", "c99999999999999999999999"})
        EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", "b", "--claim", id}), HasSubstr("--claim")) << id;
}

TEST(AnalyzeSetup, RefusesAnOptionGivenTwice) {
    EXPECT_THAT(complaint<AnalyzeCommand>({"a", "--out", "b", "--out", "c"}), HasSubstr("--out"));
}

TEST(ExtractSetup, ReadsStandardInputWhereNoInputIsNamed) {
    EXPECT_THAT(set_up<ExtractCommand>({}).reading().inputs, ElementsAre("-"));
    EXPECT_THAT(set_up<ExtractCommand>({"-j", "2", "a"}).reading().inputs, ElementsAre("a"));
}

TEST(ExtractSetup, KnowsNoFolderForResults) {
    EXPECT_THAT(complaint<ExtractCommand>({"a", "--out", "b"}), HasSubstr("'--out'"));
}

TEST(ExplainSetup, TakesAFolderAndWords) {
    const auto command = set_up<ExplainCommand>({"no/such/result", "c1"});
    EXPECT_EQ(command.folder(), "no/such/result");
    EXPECT_EQ(command.what(), "c1");
    EXPECT_FALSE(command.json());
    EXPECT_EQ(set_up<ExplainCommand>({"result", "the", "old bridge"}).what(), "the old bridge");
    EXPECT_TRUE(set_up<ExplainCommand>({"result", "a7", "--json"}).json());
}

TEST(ExplainSetup, WantsBoth) {
    EXPECT_THAT(complaint<ExplainCommand>({}), HasSubstr("DIR"));
    EXPECT_THAT(complaint<ExplainCommand>({"", "c1"}), HasSubstr("DIR"));
    EXPECT_THAT(complaint<ExplainCommand>({"result"}), HasSubstr("name a claim"));
    EXPECT_THAT(complaint<ExplainCommand>({"result", "c1", "--jsn"}), HasSubstr("Did you mean '--json'?"));
}

TEST(AnalyzeSetup, TakesFiltersForWhatItPrints) {
    const auto command = set_up<AnalyzeCommand>(
        {"a", "--out", "b", "--about", "old bridge", "--attributed-only", "--disputed", "--min-documents=3"});
    EXPECT_EQ(command.selection().about, "old bridge");
    EXPECT_TRUE(command.selection().attributed_only);
    EXPECT_TRUE(command.selection().disputed_only);
    EXPECT_EQ(command.selection().min_documents, 3U);
}

TEST(RankSetup, HasDefaults) {
    const auto command = set_up<RankCommand>({"no/such/result"});
    EXPECT_EQ(command.folder(), "no/such/result");
    EXPECT_EQ(command.selection().by, Figure::rank);
    EXPECT_FALSE(command.selection().order);
    EXPECT_FALSE(command.selection().attributed_only);
    EXPECT_EQ(command.limit(), 20U);
    EXPECT_EQ(command.format(), RankCommand::Format::text);
}

TEST(RankSetup, TakesEveryFigureBySnakeCaseName) {
    for (int i = 0; i <= static_cast<int>(Figure::mentions); ++i) {
        const std::string name(to_string(static_cast<Figure>(i)));
        EXPECT_EQ(set_up<RankCommand>({"a", "--by", name}).selection().by, static_cast<Figure>(i));
    }
    EXPECT_EQ(set_up<RankCommand>({"a", "--by", "paths"}).selection().by, Figure::disjoint_paths);
    EXPECT_THAT(complaint<RankCommand>({"a", "--by", "beleif"}), HasSubstr("belief"));
}

TEST(RankSetup, TakesOrderLimitAndFormat) {
    const auto table = set_up<RankCommand>({"a", "--csv", "--ascending"});
    EXPECT_EQ(table.selection().order, SortOrder::ascending);
    EXPECT_EQ(table.limit(), 0U) << "a table has all claims unless told";
    EXPECT_EQ(table.format(), RankCommand::Format::csv);
    EXPECT_EQ(set_up<RankCommand>({"a", "--json", "--limit=7"}).limit(), 7U);
}

TEST(RankSetup, RefusesWhatExcludesEachOtherOrIsNone) {
    EXPECT_THAT(complaint<RankCommand>({}), HasSubstr("DIR"));
    EXPECT_THAT(complaint<RankCommand>({"a", "--json", "--csv"}), HasSubstr("exclude"));
    EXPECT_THAT(complaint<RankCommand>({"a", "--ascending", "--descending"}), HasSubstr("exclude"));
    EXPECT_THAT(complaint<RankCommand>({"a", "--limit", "-1"}), HasSubstr("--limit"));
    EXPECT_THAT(complaint<RankCommand>({"a", "--min-documents", "few"}), HasSubstr("--min-documents"));
    EXPECT_THAT(complaint<RankCommand>({"a", "--about", ""}), HasSubstr("--about"));
    EXPECT_EQ(complaint<RankCommand>({"a", "b"}), "There are too many arguments.");
}

TEST(TrainSetup, TakesACorpusAndAFolder) {
    const auto command = set_up<TrainCommand>({"no/such/corpus", "--out", "no/such/models"});
    EXPECT_EQ(command.corpus(), "no/such/corpus");
    EXPECT_EQ(command.out(), "no/such/models");
    EXPECT_EQ(command.folds(), 4U);
    EXPECT_FALSE(command.quiet());
}

TEST(TrainSetup, TakesEveryOption) {
    const auto command = set_up<TrainCommand>({"-q", "--folds=7", "--out=b", "a"});
    EXPECT_EQ(command.folds(), 7U);
    EXPECT_TRUE(command.quiet());
    EXPECT_EQ(command.corpus(), "a");
}

TEST(TrainSetup, WantsOneCorpusAndAFolder) {
    EXPECT_THAT(complaint<TrainCommand>({"--out", "b"}), HasSubstr("CORPUS"));
    EXPECT_THAT(complaint<TrainCommand>({"", "--out", "b"}), HasSubstr("CORPUS"));
    EXPECT_THAT(complaint<TrainCommand>({"a"}), HasSubstr("--out"));
    EXPECT_THAT(complaint<TrainCommand>({"a", "--out", ""}), HasSubstr("--out"));
    EXPECT_EQ(complaint<TrainCommand>({"a", "b", "--out", "c"}), "There are too many arguments.");
    EXPECT_THAT(complaint<TrainCommand>({"a", "--uot", "c"}), HasSubstr("Did you mean '--out'?"));
}

TEST(TrainSetup, RefusesFoldsThatAreNone) {
    for (const char* folds : {"0", "1", "-1", "x", "2x", "", "101", "99999999999999999999", "2.5"})
        EXPECT_THAT(complaint<TrainCommand>({"a", "--out", "b", std::string("--folds=") + folds}), HasSubstr("--folds"))
            << folds;
    EXPECT_EQ(complaint<TrainCommand>({"a", "--out", "b", "--folds", "2"}), "none");
}

TEST(HelpSetup, SuggestsTheCommandThatWasMeant) {
    EXPECT_THAT(complaint<HelpCommand>({"analyse"}), HasSubstr("Did you mean 'analyze'?"));
    EXPECT_EQ(complaint<HelpCommand>({"analyze", "extract"}), "There are too many arguments.");
    EXPECT_EQ(complaint<HelpCommand>({}), "none");
}

TEST(BatchSetup, TakesEveryOption) {
    const auto command = set_up<BatchCommand>({"a", "b/", "--run", "r", "--sources", "s.csv", "--log=l", "--max-errors",
                                               "7", "--map", "text=body", "-j", "3", "--strict", "-q"});
    EXPECT_THAT(command.reading().inputs, ElementsAre("a", "b/"));
    EXPECT_EQ(command.run_options().run, "r");
    EXPECT_EQ(command.run_options().sources, "s.csv");
    EXPECT_EQ(command.run_options().log, "l");
    EXPECT_EQ(command.max_errors(), 7U);
    EXPECT_EQ(command.reading().threads, 3U);
    EXPECT_TRUE(command.reading().strict);
    EXPECT_TRUE(command.reading().quiet);
}

TEST(BatchSetup, NeedsInputsAndARun) {
    EXPECT_THAT(complaint<BatchCommand>({"--run", "r"}), HasSubstr("INPUT"));
    EXPECT_THAT(complaint<BatchCommand>({"a"}), HasSubstr("--run"));
    EXPECT_THAT(complaint<BatchCommand>({"a", "--run", ""}), HasSubstr("--run"));
    EXPECT_THAT(complaint<BatchCommand>({"a", "--run", "r", "--max-errors", "-1"}), HasSubstr("--max-errors"));
    EXPECT_FALSE(set_up<BatchCommand>({"a", "--run", "r"}).afresh());
    EXPECT_TRUE(set_up<BatchCommand>({"a", "--run", "r", "--afresh"}).afresh());
}

TEST(MergeSetup, TakesRuns) {
    const auto command = set_up<MergeCommand>({"a", "b", "--run", "r"});
    EXPECT_THAT(command.parts(), ElementsAre("a", "b"));
    EXPECT_EQ(command.run_options().run, "r");
    EXPECT_THAT(complaint<MergeCommand>({"--run", "r"}), HasSubstr("RUN"));
    EXPECT_THAT(complaint<MergeCommand>({"a"}), HasSubstr("--run"));
}

}  // namespace
}  // namespace hearsay::cli
