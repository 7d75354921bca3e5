// SPDX-License-Identifier: Apache-2.0
// What is read in passages, and remembered of them, is what would be read anew.
#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "attribution/passage_memory.hpp"
#include "attribution/read.hpp"

namespace hearsay::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Words {
    explicit Words(const std::string& bytes)
        : text(tokenize(Text::decode(bytes))), words(vocabulary().words_of(text)), passages(passages_of(text)) {}
    static const Vocabulary& vocabulary() {
        static const Vocabulary instance =
            Vocabulary::load(resource_directory() / "lexicons" / "embedding_classes.tsv");
        return instance;
    }
    PassageKey key(std::size_t passage = 0) const { return key_of(text, words, passages.at(passage)); }

    TokenizedText text;
    std::vector<Word> words;
    std::vector<TokenRange> passages;
};

TEST(Passages, AreParagraphs) {
    EXPECT_THAT(Words("Rain fell.\n\nThe dam held. It is old.").passages, ElementsAre(TokenRange{0, 3}, TokenRange{3, 11}));
    EXPECT_THAT(Words("").passages, IsEmpty());
}

TEST(Passages, AreJoinedWhereAQuotationOpens) {
    EXPECT_THAT(Words("Anna Berg spoke.\n\n“It rained,” she said.\n\nThe dam held.").passages, SizeIs(2));
    EXPECT_THAT(Words("“It rained,” she said.").passages, SizeIs(1));
}

TEST(Passages, HaveOneKeyWhereverTheyStand) {
    const Words alone("The dam held. It is old."), among("Rain fell.\n\nThe dam held. It is old.\n\nRain fell.");
    EXPECT_EQ(alone.key(), among.key(1));
    EXPECT_EQ(among.key(0), among.key(2));
}

TEST(Passages, HaveAnotherKeyWhereAModelSeesAnother) {
    const PassageKey key = Words("The dam held. It is old.").key();
    for (const char* other : {"The Dam held. It is old.", "The dam held, it is old.", "The dam held.", "The dam held. Is it old.",
                              "The dam held. It is old. It is old.", "the dam held. It is old."})
        EXPECT_NE(key, Words(other).key()) << other;
}

TEST(Passages, HaveAnotherKeyWhereSentencesEndElsewhere) {
    EXPECT_NE(Words("He met Mr. X. Smith").key(), Words("He met Mr X. Smith").key());
    const Words together("“It rained,” she said. “It fell.”"), apart("“It rained,” she said.\n\n“It fell.”");
    ASSERT_THAT(apart.passages, SizeIs(1));
    EXPECT_NE(together.key(), apart.key());
}

PassageMemory::Kept reading_of(const Words& words, const PassageAttributions& read, const Annotation& syntax) {
    return std::make_shared<PassageReading>(syntax, words.passages.at(0), read);
}

TEST(PassageMemory, GivesBackWhatItWasGivenAtAnotherPlace) {
    const Words words("The dam held.");
    const Annotation syntax{{1, 2, 3, 4}, {0, 5, 0, 0}, {6, 7, 8, 9}, {1, 2, kRoot, 2}};
    PassageAttributions read;
    read.found.push_back({{{{2, 3}, 0.5F}, {{0, 2}}, {{3, 4}}, 0, 0, 0}, 0.75F});
    PassageMemory memory;
    EXPECT_EQ(memory.find(words.key()), nullptr);
    memory.keep(words.key(), reading_of(words, read, syntax));
    const auto kept = memory.find(words.key());
    ASSERT_NE(kept, nullptr);
    Annotation out;
    out.resize(7);
    kept->copy_syntax({3, 7}, out);
    EXPECT_THAT(out.tags, ElementsAre(0, 0, 0, 1, 2, 3, 4));
    EXPECT_THAT(out.entities, ElementsAre(0, 0, 0, 0, 5, 0, 0));
    EXPECT_THAT(out.relations, ElementsAre(0, 0, 0, 6, 7, 8, 9));
    EXPECT_THAT(out.heads, ElementsAre(0, 0, 0, 4, 5, kRoot, 5));
    const auto found = kept->attributions({3, 7});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].linked.cue.tokens, (TokenRange{5, 6}));
    EXPECT_THAT(found[0].linked.source, ElementsAre(TokenRange{3, 5}));
    EXPECT_THAT(found[0].linked.content, ElementsAre(TokenRange{6, 7}));
    EXPECT_EQ(found[0].confidence, 0.75F);
}

TEST(PassageMemory, ForgetsWhatWasNotMetForLong) {
    PassageMemory memory(20'000);
    const auto key = [](std::uint64_t n) { return PassageKey{n, n}; };
    const Words words("The dam held.");
    Annotation syntax;
    syntax.resize(4);
    const auto reading = reading_of(words, {}, syntax);
    for (std::uint64_t n = 0; n != 1'000; ++n) {
        memory.keep(key(n), reading);
        EXPECT_NE(memory.find(key(n)), nullptr);
        EXPECT_NE(memory.find(key(0)), nullptr) << "met all the time, and forgotten after " << n;
    }
    EXPECT_EQ(memory.find(key(1)), nullptr);
}

std::vector<std::string> articles() {
    std::vector<std::string> all{
        "Ministry: dam is safe\n\nAccording to Anna Berg, the dam held.\n\nThe dam held, Berg said\n\nRain fell.",
        "“We counted twice,” Anna Berg said.\n\n“The boxes were gone.”\n\nThe mayor said the crane was old.",
        "The mayor said: “It rained.\n\n“It rained all night, and the dam held.”\n\nAsked whether it was safe, he said yes."};
    for (const char* folder : {"1-one-chain", "2-four-outlets-one-minister", "5-claim-and-denial"})
        for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(HEARSAY_SOURCE_DIR) / "examples" / folder))
            if (file.path().extension() == ".txt") {
                std::stringstream text;
                text << std::ifstream(file.path()).rdbuf();
                all.push_back(text.str());
            }
    return all;
}

/// The same paragraphs, each beside others.
std::string turned_round(const std::string& article) {
    std::string turned;
    std::size_t end = article.size();
    while (end != std::string::npos) {
        const std::size_t begin = end == 0 ? std::string::npos : article.rfind("\n\n", end - 1);
        const std::size_t from = begin == std::string::npos ? 0 : begin + 2;
        turned += article.substr(from, end - from) + "\n\n";
        end = begin;
    }
    return turned;
}

TEST(TrainedExtractor, FindsTheSameWhateverItReadBefore) {
    const auto before = TrainedExtractor::load(resource_directory());
    for (const std::string& article : articles()) {
        read(turned_round(article), before);
        read(article.substr(0, article.rfind("\n\n")), before);
    }
    for (const std::string& article : articles()) {
        const auto fresh = TrainedExtractor::load(resource_directory());
        EXPECT_EQ(read(article, before), read(article, fresh)) << article;
        EXPECT_EQ(read(turned_round(article), before), read(turned_round(article), fresh)) << article;
    }
}

}  // namespace
}  // namespace hearsay::test
