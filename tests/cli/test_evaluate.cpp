// SPDX-License-Identifier: Apache-2.0
// Arguments and errors of `hearsay evaluate`, and its figures against the scorer in HEARSAY_TOOLS, to the digit.
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <random>

#include "cli/evaluate_command.hpp"
#include "cli/recorded_run.hpp"
#include "support/process.hpp"

namespace hearsay::cli {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using test::run;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

EvaluateCommand set_up(const std::vector<std::string>& arguments) {
    EvaluateCommand command;
    command.setup(arguments);
    return command;
}

TEST(EvaluateSetup, TakesOneFileOrTwo) {
    EXPECT_EQ(set_up({"no/such/gold.jsonl"}).gold(), "no/such/gold.jsonl");
    EXPECT_EQ(set_up({"no/such/gold.jsonl"}).predicted(), "");
    EXPECT_EQ(set_up({"a", "b"}).predicted(), "b");
    EXPECT_EQ(set_up({"a", "-"}).predicted(), "-");
}

TEST(EvaluateSetup, TakesEveryOption) {
    const auto plain = set_up({"a"});
    EXPECT_FALSE(plain.json());
    EXPECT_EQ(plain.reading().threads, 0U);
    const auto full = set_up({"--json", "-j", "3", "--strict", "a", "-q"});
    EXPECT_TRUE(full.json());
    EXPECT_EQ(full.reading().threads, 3U);
    EXPECT_TRUE(full.reading().strict);
    EXPECT_TRUE(full.reading().quiet);
}

TEST(EvaluateSetup, WantsGoldAndNoThirdFile) {
    EXPECT_THROW(set_up({}), UsageError);
    EXPECT_THROW(set_up({"a", "b", "c"}), UsageError);
    EXPECT_THROW(set_up({"a", "--threads", "many"}), UsageError);
}

constexpr const char* kGold =
    "{\"id\": \"a\", \"text\": \"The old bridge will be closed in May, Ann Lee said on Monday.\", \"attributions\": "
    "[{\"source\": [[38, 45]], \"cue\": [[46, 50]], \"content\": [[0, 36]]}]}\n";

class Evaluate : public testing::Test {
  protected:
    std::string write(const std::string& name, const std::string& bytes) { return folder_.write(name, bytes).string(); }
    test::TemporaryFolder folder_;
};

TEST_F(Evaluate, ExtractsWhereNothingWasPredicted) {
    const std::string gold = write("gold.jsonl", kGold);
    const auto extracted = run({"extract", gold});
    const auto piped = run({"evaluate", gold, "-", "--json"}, extracted.out);
    const auto own = run({"evaluate", gold, "--json"});
    EXPECT_EQ(own.code, ExitCode::success) << own.err;
    EXPECT_EQ(own.out, piped.out);
    EXPECT_THAT(own.out, HasSubstr("\"linked_lenient\": {\"p\": 100.0, \"r\": 100.0, \"f1\": 100.0}"));
}

TEST_F(Evaluate, NamesWhatItCantReadAndWhatToDo) {
    const std::string gold = write("gold.jsonl", kGold);
    for (const auto& [name, bytes, cause] : {std::tuple{"none.jsonl", "", "none.jsonl: is empty"},
                                             {"line.jsonl", "{}\n", "line.jsonl:1: has no \"id\""}}) {
        const auto shown = run({"evaluate", write(name, bytes)});
        EXPECT_EQ(shown.code, ExitCode::failure);
        EXPECT_THAT(shown.err, AllOf(HasSubstr(cause), HasSubstr("one JSON object a line")));
        EXPECT_EQ(shown.out, "");
    }
    EXPECT_THAT(run({"evaluate", gold, "no/such.jsonl"}).err, HasSubstr("no/such.jsonl: is not there"));
}

TEST_F(Evaluate, ReadsJsonLinesWhateverTheirFileIsCalled) {
    EXPECT_EQ(run({"evaluate", write("gold.txt", kGold)}).code, ExitCode::success);
}

TEST_F(Evaluate, TakesAnEmptyPredictionAsAllMissed) {
    const auto shown = run({"evaluate", write("gold.jsonl", kGold), write("predicted.jsonl", "")});
    EXPECT_EQ(shown.code, ExitCode::success);
    EXPECT_THAT(shown.out, StartsWith("1 documents, 1 missing from the prediction\n"));
}

TEST_F(Evaluate, CountsTextsThatCantBeReadAsMissed) {
    const std::string other = R"({"id": "b", "text": " ", "attributions": []})"
                              "\n";
    const std::string gold = write("gold.jsonl", kGold + other);
    const auto shown = run({"evaluate", gold});
    EXPECT_EQ(shown.code, ExitCode::success);
    EXPECT_THAT(shown.out, StartsWith("2 documents, 1 missing from the prediction\n"));
    EXPECT_THAT(shown.err, HasSubstr("1 input was skipped"));
    EXPECT_EQ(run({"evaluate", gold, "--strict"}).code, ExitCode::failure);
}

/// The scorer that the figures are to agree with.
fs::path scorer() {
    const char* given = std::getenv("HEARSAY_TOOLS");
    return (given ? fs::path(given) : fs::path(HEARSAY_SOURCE_DIR) / "../shared/tools") / "score_attributions.py";
}

class EvaluateAndTheScorer : public Evaluate {
  protected:
    void SetUp() override {
        if (!fs::exists(scorer())) GTEST_SKIP() << "no scorer to compare with: set HEARSAY_TOOLS";
        if (std::system("python3 -c 0 >/dev/null 2>&1") != 0) GTEST_SKIP() << "python3 is not installed";
    }

    void expect_equal_scores(const fs::path& gold, const fs::path& predicted) const {
        const std::string files = " '" + gold.string() + "' '" + predicted.string() + "'";
        const auto theirs = test::shell(folder_.path(), "python3 '" + scorer().string() + "' --json" + files);
        ASSERT_EQ(theirs.code, 0) << theirs.err;
        auto ours = json::parse(run({"evaluate", gold.string(), predicted.string(), "--json"}).out).as_object();
        ours.erase("calibration");
        EXPECT_EQ(json::value(ours), json::parse(theirs.out));
        const auto table = test::shell(folder_.path(), "python3 '" + scorer().string() + "'" + files);
        EXPECT_THAT(run({"evaluate", gold.string(), predicted.string()}).out, StartsWith(table.out));
    }
};

TEST_F(EvaluateAndTheScorer, AgreeOnRealArticles) {
    const char* given = std::getenv("HEARSAY_DATA");
    const fs::path data = given ? fs::path(given) : fs::path(HEARSAY_SOURCE_DIR) / "../shared/data";
    const fs::path gold = data / "polnear/dev.jsonl";
    if (!fs::exists(gold)) GTEST_SKIP() << "no annotated articles: set HEARSAY_DATA";
    const auto extracted = run({"extract", gold.string()});
    ASSERT_EQ(extracted.code, ExitCode::success) << extracted.err;
    expect_equal_scores(gold, folder_.write("predicted.jsonl", extracted.out));
}

/// Documents of odd characters, with random spans that overlap, leave the text or are empty.
class RandomFiles {
  public:
    std::string gold, predicted;

    RandomFiles() {
        for (int i = 0; i < 60; ++i) {
            const std::string id = std::to_string(i);
            const json::array annotated = attributions();
            gold += json::serialize(json::object{{"id", id}, {"text", text()}, {"attributions", annotated}}) + "\n";
            if (i % 10 == 9) continue;
            const auto found = below(3) ? varied(annotated) : attributions();
            predicted += json::serialize(json::object{{"id", id}, {"attributions", found}}) + "\n";
        }
    }

  private:
    std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }

    std::string text() {
        static const std::vector<std::string> kPieces{
            "said",   " ",      "  ",     "\n",     "é",      "e\u0301", "½",      "²",      "Ⅷ",  "日本",   "ʼ",   "_",
            "’",      "—",      "😀",      "\u200B", "\u00A0", "\u3000",  "\x1c",   "\u0661", "ก",  "\u0E31", "3.5", "x",
            "\u2028", "\u200D", "\uFEFF", "€",      "the ",   ", ",      "\u00AD", "𝔘",      "Ωω", "\u0085"};
        std::string text;
        for (std::uint32_t i = 0; i < 60; ++i) text += kPieces[below(static_cast<std::uint32_t>(kPieces.size()))];
        return text;
    }
    json::array spans() {
        json::array spans;
        for (std::uint32_t i = below(4); i > 0; --i) {
            const int begin = static_cast<int>(below(120)) - 5;
            spans.push_back(json::array{begin, begin + static_cast<int>(below(20)) - 1});
        }
        return spans;
    }
    json::array attributions() {
        json::array list;
        for (std::uint32_t i = below(9); i > 0; --i)
            list.push_back(json::object{{"source", spans()}, {"cue", spans()}, {"content", spans()}});
        return list;
    }
    json::array varied(json::array list) {
        for (auto& attribution : list)
            for (const char* role : {"source", "cue", "content"})
                if (below(4) == 0) attribution.as_object()[role] = json::object{{"spans", spans()}};
        std::shuffle(list.begin(), list.end(), random_);
        return list;
    }
    std::mt19937 random_{20241009};
};

TEST_F(EvaluateAndTheScorer, AgreeOnOddTextsAndSpans) {
    const RandomFiles files;
    expect_equal_scores(folder_.write("gold.jsonl", files.gold), folder_.write("predicted.jsonl", files.predicted));
}

}  // namespace
}  // namespace hearsay::cli
