// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <atomic>

#include "attribution/attribution_reader.hpp"
#include "hearsay/error.hpp"
#include "hearsay/training/training.hpp"
#include "syntax/annotator.hpp"
#include "training/tiny_corpus.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kModels[] = {"tags.model",  "entities.model", "arcs.model",      "relations.model",
                                   "roles.model", "links.model",    "confidence.model"};

/// The models of the tiny corpus, trained once.
class Trained {
  public:
    Trained() {
        test::TinyCorpus::load().write(folder_);
        folder_.write("resources/lexicons/embedding_classes.tsv", "word\tfine\tcoarse\n");
        train("models");
    }
    void train(const std::string& out) const {
        hearsay::train(folder_.path() / "corpus", folder_.path() / out,
                       {.resources = folder_.path() / "resources", .folds = 2});
    }
    const test::TemporaryFolder& folder() const { return folder_; }

  private:
    test::TemporaryFolder folder_;
};

const Trained& trained() {
    static const Trained instance;
    return instance;
}

/// What the trained models find, as "source | cue | content".
std::vector<std::string> found_in(const std::string& bytes) {
    const auto models = trained().folder().path() / "models";
    const auto syntax = SyntaxModels::load(models);
    const auto attribution = AttributionModels::load(models);
    const TokenizedText text = tokenize(Text::decode(bytes));
    const auto words =
        Vocabulary::load(trained().folder().path() / "resources/lexicons/embedding_classes.tsv").words_of(text);
    const Annotation annotation = Annotator(syntax).annotate(text, words);
    const AnnotatedText annotated(text, words, annotation);
    const auto show = [&](const std::vector<TokenRange>& ranges) {
        Spans spans;
        for (const TokenRange r : ranges) spans.push_back(text.span(r));
        return text.text().slice(spans);
    };
    std::vector<std::string> shown;
    for (const FoundAttribution& f : AttributionReader(attribution).read(annotated))
        shown.push_back(show(f.linked.source) + " | " + show({f.linked.cue.tokens}) + " | " + show(f.linked.content));
    return shown;
}

TEST(Train, MakesModelsThatFindWhatSomebodySaidInASentenceTheyNeverSaw) {
    EXPECT_THAT(found_in("Lena Moss said the harbour opened."), Contains("Lena Moss | said | the harbour opened"));
    EXPECT_THAT(found_in("Zoe Zimmer said the canal opened."), Contains("Zoe Zimmer | said | the canal opened"));
}

TEST(Train, MakesModelsThatFindNothingWhereNobodySaidAnything) {
    EXPECT_THAT(found_in("The tower flooded in Corvale."), IsEmpty());
}

TEST(Train, LearnsQuotations) {
    EXPECT_THAT(found_in("\"The tower flooded,\" the mayor said."),
                Contains(AllOf(HasSubstr("the mayor | said | "), HasSubstr("The tower flooded"))));
}

TEST(Train, WritesTheSameBytesForTheSameCorpus) {
    trained().train("again");
    for (const char* name : kModels) {
        const std::string bytes = trained().folder().read(std::string("models/") + name);
        EXPECT_FALSE(bytes.empty()) << name;
        EXPECT_EQ(bytes, trained().folder().read(std::string("again/") + name)) << name;
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(trained().folder().path() / "again"), {}), std::ssize(kModels));
}

TEST(Train, TakesArticlesWithoutSyntax) {
    const test::TemporaryFolder folder;
    test::TinyCorpus corpus = test::TinyCorpus::load();
    corpus.conll.resize(corpus.conll.find("# doc = article-7\n"));
    corpus.write(folder);
    std::atomic<int> lines = 0;
    train(folder.path() / "corpus", folder.path() / "models",
          {.resources = trained().folder().path() / "resources", .folds = 2, .progress = [&](const std::string&) {
               ++lines;
           }});
    for (const char* name : kModels) EXPECT_TRUE(fs::exists(folder.path() / "models" / name)) << name;
    EXPECT_GT(lines, 5);
}

TEST(Train, WantsAsManyArticlesAsFolds) {
    const auto& folder = trained().folder();
    const TrainingOptions options{.resources = folder.path() / "resources", .folds = 13};
    try {
        train(folder.path() / "corpus", folder.path() / "none", options);
        FAIL() << "trained on folds without articles";
    } catch (const CorpusError& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("train.jsonl"), HasSubstr("fewer articles than there are folds")));
    }
    EXPECT_FALSE(fs::exists(folder.path() / "none"));
}

TEST(Train, WantsTwoFolds) {
    EXPECT_THROW(train(trained().folder().path() / "corpus", "none", {.folds = 1}), std::invalid_argument);
}

TEST(Train, CantWriteIntoAFile) {
    const auto& folder = trained().folder();
    const auto file = folder.write("file", "precious");
    EXPECT_THROW(train(folder.path() / "corpus", file, {.resources = folder.path() / "resources", .folds = 2}),
                 OutputError);
    EXPECT_EQ(folder.read("file"), "precious");
}

}  // namespace
}  // namespace hearsay
