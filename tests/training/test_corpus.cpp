// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/error.hpp"
#include "training/corpus.hpp"
#include "training/tiny_corpus.hpp"

namespace hearsay {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

/// A corpus of the files given.
class CorpusFiles : public testing::Test {
  protected:
    Corpus load(const std::string& lines, const std::string& conll, const Corpus* labels = nullptr) const {
        folder_.write("train.conll.gz", test::gzip(conll));
        return load(lines, labels);
    }
    Corpus load(const std::string& lines, const Corpus* labels = nullptr) const {
        folder_.write("train.jsonl", lines);
        const auto classes = folder_.write("classes.tsv", "word\tfine\tcoarse\n");
        return load_corpus(folder_.path(), "train", Vocabulary::load(classes), labels);
    }
    /// What is wrong with the files, after the name of one of them.
    template <class... Files>
    std::string refusal(const Files&... files) const {
        try {
            load(files...);
        } catch (const CorpusError& error) {
            const std::string what = error.what(), folder = folder_.path().string() + "/";
            EXPECT_THAT(what, StartsWith(folder));
            return what.substr(folder.size());
        }
        return "none";
    }
    test::TemporaryFolder folder_;
};

std::string article(const std::string& text, const std::string& attributions = "") {
    return R"({"id": "a", "text": ")" + text + R"(", "attributions": [)" + attributions + "]}\n";
}

/// One token as CoreNLP gives it.
std::string token(int number, const std::string& word, const std::string& tag, const std::string& entity, int head,
                  const std::string& relation, int begin, int end) {
    return std::to_string(number) + '\t' + word + '\t' + word + '\t' + tag + '\t' + entity + '\t' +
           std::to_string(head) + '\t' + relation + '\t' + std::to_string(begin) + '\t' + std::to_string(end) + '\n';
}

std::vector<std::string> names(const std::vector<std::uint8_t>& numbers, const std::vector<std::string>& labels) {
    std::vector<std::string> result;
    for (const std::uint8_t n : numbers) result.push_back(labels.at(n));
    return result;
}

TEST_F(CorpusFiles, GiveArticlesWithTheirAttributionsAndSyntax) {
    const std::string conll = "# doc = a\n" + token(1, "Ann", "NNP", "PERSON", 2, "compound", 0, 3) +
                              token(2, "Lee", "NNP", "PERSON", 3, "nsubj", 4, 7) +
                              token(3, "left", "VBD", "O", 0, "root", 8, 12) +
                              token(4, ".", ".", "O", 3, "punct", 12, 13) + "\n";
    const Corpus corpus = load(
        article("Ann Lee left.", R"({"source": [[0, 7]], "cue": [[8, 12]], "content": []}, {"cue": [[0, 3]]})"), conll);
    ASSERT_EQ(corpus.documents.size(), 1U);
    const TrainingDocument& d = corpus.documents[0];
    EXPECT_EQ(d.id, "a");
    EXPECT_EQ(d.words.size(), 4U);
    EXPECT_THAT(names(d.syntax.tags, corpus.tags), ElementsAre("NNP", "NNP", "VBD", "."));
    EXPECT_THAT(names(d.syntax.entities, corpus.entities), ElementsAre("B-PERSON", "I-PERSON", "O", "O"));
    EXPECT_THAT(names(d.syntax.relations, corpus.relations), ElementsAre("compound", "nsubj", "root", "punct"));
    EXPECT_THAT(d.syntax.heads, ElementsAre(1, 2, kRoot, 2));
    ASSERT_EQ(d.attributions.size(), 2U);
    EXPECT_THAT(d.attributions[0].source, ElementsAre(Span{0, 7}));
    EXPECT_THAT(d.attributions[0].cue, ElementsAre(Span{8, 12}));
    EXPECT_TRUE(d.attributions[0].content.empty());
    EXPECT_TRUE(d.attributions[1].source.empty());
}

TEST_F(CorpusFiles, CarryLabelsOverWhereCoreNlpJoinsWhatWeSplit) {
    const TokenizedText text = tokenize(Text::decode("They don't go."));
    ASSERT_EQ(text.tokens().size(), 5U);
    const std::string conll =
        "# doc = a\n" + token(1, "They", "PRP", "O", 3, "nsubj", 0, 4) + token(2, "don't", "MD", "O", 3, "aux", 5, 10) +
        token(3, "go", "VB", "O", 0, "root", 11, 13) + token(4, ".", ".", "O", 3, "punct", 13, 14);
    const Corpus corpus = load(article("They don't go."), conll);
    const Annotation& a = corpus.documents[0].syntax;
    EXPECT_THAT(names(a.tags, corpus.tags), ElementsAre("PRP", "MD", "MD", "VB", "."));
    EXPECT_THAT(names(a.relations, corpus.relations), ElementsAre("nsubj", "aux", "dep", "root", "punct"));
    EXPECT_THAT(a.heads, ElementsAre(3, 3, 1, kRoot, 3)) << "the rest of a token hangs from its first part";
}

TEST_F(CorpusFiles, CarryLabelsOverWhereCoreNlpSplitsWhatWeJoin) {
    ASSERT_EQ(tokenize(Text::decode("Costs 1,100 more.")).tokens().size(), 4U);
    const std::string conll =
        "# doc = a\n" + token(1, "Costs", "NNS", "O", 5, "nsubj", 0, 5) +
        token(2, "1", "CD", "MONEY", 4, "nummod", 6, 7) + token(3, ",", ",", "O", 4, "punct", 7, 8) +
        token(4, "100", "CD", "O", 5, "nummod", 8, 11) + token(5, "more", "JJR", "O", 0, "root", 12, 16) +
        token(6, ".", ".", "O", 5, "punct", 16, 17);
    const Corpus corpus = load(article("Costs 1,100 more."), conll);
    const Annotation& a = corpus.documents[0].syntax;
    EXPECT_THAT(names(a.tags, corpus.tags), ElementsAre("NNS", "CD", "JJR", "."));
    EXPECT_THAT(names(a.entities, corpus.entities), ElementsAre("O", "O", "O", "O")) << "amounts are no entities";
    EXPECT_THAT(a.heads, ElementsAre(2, 2, kRoot, 2)) << "the head outside the joined token counts";
}

TEST_F(CorpusFiles, LeaveBareWhatCoreNlpPassedOver) {
    const std::string conll = "# doc = a\n" + token(1, "Ann", "NNP", "PERSON", 2, "nsubj", 0, 3) +
                              token(2, "spoke", "VBD", "O", 0, "root", 4, 9);
    const Corpus corpus = load(article("Ann spoke again."), conll);
    const Annotation& a = corpus.documents[0].syntax;
    EXPECT_THAT(names(a.tags, corpus.tags), ElementsAre("NNP", "VBD", "NN", "NN"));
    EXPECT_THAT(a.heads, ElementsAre(1, kRoot, kRoot, kRoot));
}

TEST_F(CorpusFiles, CountHeadsFromTheFirstTokenOfTheSentence) {
    const std::string conll =
        "# doc = a\n" + token(1, "Ann", "NNP", "O", 2, "nsubj", 0, 3) + token(2, "sat", "VBD", "O", 0, "root", 4, 7) +
        token(3, ".", ".", "O", 2, "punct", 7, 8) + "\n" + token(1, "Ben", "NNP", "O", 2, "nsubj", 9, 12) +
        token(2, "ran", "VBD", "O", 0, "root", 13, 16) + token(3, ".", ".", "O", 2, "punct", 16, 17);
    EXPECT_THAT(load(article("Ann sat. Ben ran."), conll).documents[0].syntax.heads,
                ElementsAre(1, kRoot, 1, 4, kRoot, 4));
}

TEST_F(CorpusFiles, MayLackTheSyntaxOfAnArticle) {
    const Corpus corpus = load(article("Ann sat."), "# doc = b\n" + token(1, "Ann", "NNP", "O", 0, "root", 0, 3));
    EXPECT_TRUE(corpus.documents[0].syntax.tags.empty());
    EXPECT_EQ(corpus.documents[0].words.size(), 3U);
}

TEST_F(CorpusFiles, ShareTheLabelsOfAnEarlierPart) {
    const std::string sat = "# doc = a\n" + token(1, "Sat", "VBD", "O", 0, "root", 0, 3);
    const Corpus first = load(article("Sat"), sat);
    const Corpus second = load(article("Sit"), "# doc = a\n" + token(1, "Sit", "XX", "O", 0, "root", 0, 3), &first);
    EXPECT_EQ(second.tags, first.tags);
    EXPECT_EQ(second.documents[0].syntax.tags[0], 0) << "an unknown label is the first";
    EXPECT_EQ(load(article("Sat"), sat, &first).documents[0].syntax.tags, first.documents[0].syntax.tags);
}

TEST_F(CorpusFiles, AreRefusedWithFileLineAndCause) {
    const std::string good = article("Ann sat.");
    for (const auto& [line, cause] : {std::pair{"{", "incomplete"},
                                      {"[]", "not an object"},
                                      {"{}", "has no \"id\""},
                                      {R"({"id": "b", "attributions": []})", "has no \"text\""},
                                      {R"({"id": "b", "text": "c"})", "has no \"attributions\""},
                                      {R"({"id": 3, "text": "c", "attributions": []})", "not a string"},
                                      {R"({"id": "b", "text": "c", "attributions": [{"cue": [[-1, 2]]}]})", ""}})
        EXPECT_THAT(refusal(good + line + "\n", std::string()), AllOf(StartsWith("train.jsonl:2: "), HasSubstr(cause)))
            << line;
}

TEST_F(CorpusFiles, AreRefusedWithALineOfSyntaxThatIsNone) {
    const std::string first = "# doc = a\n" + token(1, "Ann", "NNP", "O", 0, "root", 0, 3), good = article("Ann sat.");
    EXPECT_EQ(refusal(good, first + "2\tsat\n"), "train.conll.gz:3: expected 9 fields of a token");
    EXPECT_EQ(refusal(good, first + "2\tsat\tsit\tVBD\tO\tone\troot\t4\t7\n"),
              "train.conll.gz:3: \"one\" is no number");
    EXPECT_EQ(refusal(good, first + "2\tsat\tsit\tVBD\tO\t1\troot\t4\t7x\n"), "train.conll.gz:3: \"7x\" is no number");
    EXPECT_EQ(refusal(good, token(1, "Ann", "NNP", "O", 0, "root", 0, 3)),
              "train.conll.gz:1: a token comes before the first \"# doc = ID\"");
}

TEST_F(CorpusFiles, AreRefusedWithHeadsThatMakeNoTree) {
    const std::string good = article("Ann sat.");
    const auto pair = [](int first, int second) {
        return "# doc = a\n" + token(1, "Ann", "NNP", "O", first, "x", 0, 3) +
               token(2, "sat", "VBD", "O", second, "x", 4, 7) + "\n";
    };
    EXPECT_EQ(refusal(good, pair(2, 0)), "none");
    EXPECT_THAT(refusal(good, pair(2, 3)), EndsWith(":4: a head is not in the sentence before it"));
    EXPECT_THAT(refusal(good, pair(2, 1)), EndsWith(":4: the heads of the sentence before it go in a circle"));
    EXPECT_THAT(refusal(good, pair(0, 2)), EndsWith("go in a circle")) << "a token is its own head";
}

TEST_F(CorpusFiles, AreRefusedWhereOneIsMissingOrNoGzip) {
    EXPECT_EQ(refusal(article("Ann sat.")), "train.conll.gz: can't be opened");
    folder_.write("train.conll.gz", "# doc = a\n");
    EXPECT_EQ(refusal(article("Ann sat.")), "train.conll.gz: is no gzip file, or a damaged one");
    const std::string whole = test::gzip(test::TinyCorpus::load().conll);
    folder_.write("train.conll.gz", whole.substr(0, whole.size() / 2));
    EXPECT_NE(refusal(article("Ann sat.")), "none");
    folder_.write("train.conll.gz", test::gzip(""));
    std::filesystem::remove(folder_.path() / "train.jsonl");
    const auto classes = folder_.write("classes.tsv", "word\tfine\tcoarse\n");
    EXPECT_THROW(load_corpus(folder_.path(), "train", Vocabulary::load(classes)), CorpusError);
}

}  // namespace
}  // namespace hearsay
