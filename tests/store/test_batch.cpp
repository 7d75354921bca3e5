// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>

#include "hearsay/error.hpp"
#include "hearsay/store/run_directory.hpp"
#include "store/runs.hpp"

namespace hearsay {
namespace {

using test::article;
using test::articles;
using test::content_of;
using test::is_sound;
using test::number_in;
using test::TemporaryFolder;
using testing::HasSubstr;

/// Counts the documents that it is shown, finds nothing in them, and fails on those that hold "poison".
class Counting final : public Extractor {
  public:
    std::vector<Attribution> extract(const Document& document) const override {
        ++calls;
        if (document.text().utf8().find("poison") != std::string_view::npos) throw std::length_error("too bitter");
        return {};
    }
    mutable std::atomic<int> calls = 0;
};

std::string json_of(const Analysis& analysis) {
    std::ostringstream out;
    write_analysis_json(analysis, out);
    return out.str();
}

TEST(Batch, KeepsAllThatAnalyzeFinds) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 24));
    run_batch({input}, folder.path() / "run", {});
    const Analysis whole = analyze({input}, {});
    EXPECT_EQ(json_of(read_run(folder.path() / "run")), json_of(whole));
    EXPECT_TRUE(is_sound(folder.path() / "run"));
}

TEST(Batch, KeepsSentencesAndParentsToo) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 12));
    run_batch({input}, folder.path() / "run", {});
    const Analysis stored = read_run(folder.path() / "run"), whole = analyze({input}, {});
    ASSERT_EQ(stored.claims.size(), whole.claims.size());
    for (std::size_t c = 0; c < whole.claims.size(); ++c)
        for (std::size_t m = 0; m < whole.claims[c].mentions.size(); ++m) {
            EXPECT_EQ(stored.claims[c].mentions[m].sentence, whole.claims[c].mentions[m].sentence);
            EXPECT_EQ(stored.claims[c].mentions[m].about, whole.claims[c].mentions[m].about);
        }
    for (std::size_t a = 0; a < whole.attributions.size(); ++a)
        EXPECT_EQ(stored.attributions[a].attribution.parent, whole.attributions[a].attribution.parent);
}

TEST(Batch, StoresTheAttributionsThatExtractFinds) {
    const TemporaryFolder folder;
    const auto input = folder.write("in.jsonl", articles(0, 12));
    run_batch({input}, folder.path() / "run", {});
    Database database(folder.path() / "run" / "hearsay.sqlite", Database::Access::read);
    Query query(database,
                "SELECT id, source, cue, content, voice, cue_stance, confidence FROM attributions JOIN documents "
                "USING(document) ORDER BY attribution");
    extract({input}, {}, [&](const Document& document, const std::vector<Attribution>& attributions) {
        for (const Attribution& a : attributions) {
            ASSERT_TRUE(query.next());
            EXPECT_EQ(query.text(0), document.id);
            EXPECT_EQ(query.text(1), document.text().slice(a.source));
            EXPECT_EQ(query.text(2), document.text().slice(a.cue));
            EXPECT_EQ(query.text(3), document.text().slice(a.content));
            EXPECT_EQ(query.text(4), to_string(a.voice));
            EXPECT_EQ(query.text(5), to_string(a.stance));
            EXPECT_EQ(query.real(6), a.confidence);
        }
    });
    EXPECT_FALSE(query.next());
}

TEST(Batch, GivesTheSameInAnyOrderAndInAnyNumberOfSteps) {
    const TemporaryFolder folder;
    const auto all = folder.write("all.jsonl", articles(0, 30));
    run_batch({all}, folder.path() / "whole", {.pipeline = {.threads = 1}});
    for (const auto& [first, last] : {std::pair{20, 30}, {0, 7}, {7, 20}})
        run_batch({folder.write("part.jsonl", articles(first, last))}, folder.path() / "grown",
                  {.pipeline = {.threads = 3}});
    EXPECT_EQ(content_of(folder.path() / "grown"), content_of(folder.path() / "whole"));
    EXPECT_TRUE(is_sound(folder.path() / "grown"));
}

TEST(Batch, GoesOnWhereItWasStopped) {
    const TemporaryFolder folder;
    const auto all = folder.write("all.jsonl", articles(0, 30));
    run_batch({all}, folder.path() / "whole", {});
    std::atomic<bool> stop = false;
    BatchOptions options{.stop = &stop, .progress = [&](const BatchProgress& p) { stop = p.stored >= 5; }};
    options.pipeline.threads = 1;
    const BatchSummary first = run_batch({all}, folder.path() / "run", options);
    EXPECT_EQ(first.end, BatchEnd::stopped);
    EXPECT_THROW(read_run(folder.path() / "run"), ResultError);
    const auto stored = number_in(folder.path() / "run", "SELECT count(*) FROM documents");
    ASSERT_GE(stored, 5);
    ASSERT_LT(stored, 30);
    const BatchSummary second = run_batch({all}, folder.path() / "run", {});
    EXPECT_EQ(second.end, BatchEnd::complete);
    EXPECT_EQ(static_cast<std::int64_t>(second.progress.known), stored);
    EXPECT_EQ(content_of(folder.path() / "run"), content_of(folder.path() / "whole"));
}

TEST(Batch, ReadsNothingTwice) {
    const TemporaryFolder folder;
    const Counting extractor;
    const auto input = folder.write("in.jsonl", articles(0, 10) + articles(0, 3));
    const BatchOptions options{.pipeline = {.extractor = &extractor}};
    const BatchSummary first = run_batch({input}, folder.path() / "run", options);
    EXPECT_EQ(extractor.calls, 10);
    EXPECT_EQ(first.progress.known, 3U);
    const BatchSummary second = run_batch({input}, folder.path() / "run", options);
    EXPECT_EQ(extractor.calls, 10);
    EXPECT_EQ(second.progress.stored, 0U);
    EXPECT_EQ(second.documents, 10U);
}

TEST(Batch, NamesADocumentTheSameWhicheverCopyCameFirst) {
    const TemporaryFolder folder;
    const std::string rest =
        R"(, "publisher": "Herald", "text": "The river rose again in the night, Tom Hale said on Monday."})";
    const auto a = folder.write("a.jsonl", R"({"id": "a1")" + rest),
               b = folder.write("b.jsonl", R"({"id": "b1")" + rest);
    run_batch({a}, folder.path() / "ab", {});
    run_batch({b}, folder.path() / "ab", {});
    run_batch({b, a}, folder.path() / "ba", {});
    EXPECT_EQ(read_run(folder.path() / "ab").documents.at(0).id, "a1");
    EXPECT_EQ(content_of(folder.path() / "ab"), content_of(folder.path() / "ba"));
}

TEST(Batch, SetsFaultyDocumentsAsideOnce) {
    const TemporaryFolder folder;
    const Counting extractor;
    const auto input = folder.write("in.jsonl", article(0) +
                                                    "{\"text\": \"Poison is what the poison seller at Arlen sold on "
                                                    "Monday, and nobody knew of it.\"}\n{broken\n" +
                                                    article(1));
    std::vector<std::string> causes;
    const BatchOptions options{
        .pipeline = {.extractor = &extractor, .skipped = [&](const Skipped& s) { causes.push_back(s.cause); }}};
    const BatchSummary first = run_batch({input}, folder.path() / "run", options);
    EXPECT_EQ(first.progress.set_aside, 2U);
    EXPECT_THAT(causes, testing::ElementsAre("too bitter", testing::_));
    const int calls = extractor.calls;
    run_batch({input}, folder.path() / "run", options);
    EXPECT_EQ(extractor.calls, calls);
    EXPECT_EQ(number_in(folder.path() / "run", "SELECT count(*) FROM errors"), 2);
    EXPECT_EQ(number_in(folder.path() / "run", "SELECT count(*) FROM errors WHERE place LIKE '%in.jsonl:2'"), 1);
}

TEST(Batch, ForgetsWhatWasSetAsideOnceItIsMended) {
    const TemporaryFolder folder;
    const Counting extractor;
    const BatchOptions options{.pipeline = {.extractor = &extractor}};
    const auto errors = [&] { return number_in(folder.path() / "run", "SELECT count(*) FROM errors"); };
    const std::string poison = "{\"text\": \"The poison seller at Arlen sold it on Monday, and nobody knew of it.\"}\n";
    const auto first = folder.write("first.jsonl", article(0) + poison + "{broken\n" + article(1));
    const auto second = folder.write("second.jsonl", "{broken\n" + article(2));
    run_batch({first, second}, folder.path() / "run", options);
    EXPECT_EQ(errors(), 3);
    folder.write("first.jsonl", article(0) + article(1) + article(3));
    run_batch({first}, folder.path() / "run", options);
    EXPECT_EQ(errors(), 1) << "the other file's";
}

TEST(Batch, TellsDocumentsOfSeveralBatchesApart) {
    const TemporaryFolder folder;
    const auto lines =
        folder.write("news.jsonl", "{\"text\": \"The ferry to Talvik sank on Monday, the mayor said.\"}\n");
    run_batch({lines}, folder.path() / "run", {});
    folder.write("news.jsonl", "{\"text\": \"The bridge at Arlen will be closed, the minister said.\"}\n");
    run_batch({lines}, folder.path() / "run", {});
    const Analysis analysis = read_run(folder.path() / "run");
    ASSERT_EQ(analysis.documents.size(), 2U);
    EXPECT_EQ(analysis.documents[0].id, "news:1");
    EXPECT_EQ(analysis.documents[1].id, "news:1#2");
}

TEST(Batch, StopsWhenTooManyDocumentsAreFaulty) {
    const TemporaryFolder folder;
    std::string lines = article(0);
    for (int i = 0; i < 100; ++i) lines += "{broken\n" + article(i);
    BatchOptions options{.max_errors = 3};
    options.pipeline.threads = 1;
    const BatchSummary summary = run_batch({folder.write("in.jsonl", lines)}, folder.path() / "run", options);
    EXPECT_EQ(summary.end, BatchEnd::too_many_errors);
    EXPECT_LT(number_in(folder.path() / "run", "SELECT count(*) FROM errors"), 60);
}

TEST(Batch, TakesWhateverArticlesSayAsText) {
    const TemporaryFolder folder;
    const std::string line =
        R"({"id": "x'; DROP TABLE documents; --", "publisher": "\u0000\" OR 1=1", "url": "%s%n?#", "text": "\"Robert'); DROP TABLE claims; --\u0000 is what he is called,\" Ann Lee said on Monday."})";
    run_batch({folder.write("in.jsonl", line)}, folder.path() / "r%?#un", {});
    const Analysis analysis = read_run(folder.path() / "r%?#un");
    EXPECT_EQ(analysis.documents.at(0).id, "x'; DROP TABLE documents; --");
    ASSERT_FALSE(analysis.attributions.empty());
    EXPECT_THAT(analysis.attributions[0].content_text, HasSubstr("DROP TABLE claims"));
    EXPECT_EQ(json_of(analysis), json_of(analyze({folder.path() / "in.jsonl"}, {})));
}

}  // namespace
}  // namespace hearsay
