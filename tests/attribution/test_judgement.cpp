// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "attribution/judgement.hpp"
#include "attribution/read.hpp"

namespace hearsay::test {
namespace {

TEST(JudgementOfAClause, IsReadWithTheClauseAlone) {
    const auto reader = JudgementReader::load(resource_directory() / "lexicons");
    const auto judged = [&](const std::string& text) {
        const Document read = document(text);
        const auto size = static_cast<std::uint32_t>(text.size());
        const Judgement found = reader.of_clause(read.tokens, {{0, size}}, false);
        return std::pair(found.stance, read.text().slice(found.said));
    };
    const std::string clause = "the bridge had leaked";
    for (const std::string frame : {"It is false that ", "It is a common misconception that ",
                                    "It would be wrong to say that ", "There is no truth to the claim that "})
        EXPECT_EQ(judged(frame + clause), std::pair(Stance::denies, clause)) << frame;
    for (const std::string frame : {"It could not be confirmed that ", "There was no immediate confirmation that ",
                                    "The agency could not independently verify reports that "})
        EXPECT_EQ(judged(frame + clause), std::pair(Stance::doubts, clause)) << frame;
    for (const std::string frame :
         {"There is no doubt that ", "It can no longer be denied that ", "Nobody disputes that "})
        EXPECT_EQ(judged(frame + clause), std::pair(Stance::asserts, clause)) << frame;
    for (const std::string frame : {"We deny that ", "I categorically reject any suggestion that ",
                                    "We have always denied claims that ", "We refute "})
        EXPECT_EQ(judged(frame + clause), std::pair(Stance::denies, clause)) << frame;
    EXPECT_EQ(judged("We strongly deny the allegations"), std::pair(Stance::denies, std::string("the allegations")));
    EXPECT_EQ(judged("Whether " + clause + " remains unclear"), std::pair(Stance::doubts, clause));
    EXPECT_EQ(judged("Reports that " + clause + " are false"), std::pair(Stance::denies, clause));
    for (const std::string whole :
         {"It is not clear that", "It is unclear whether .", "It is true that it leaks",
          "Reports that the passports are false", "Whether or not, it leaks", "We deny", "We know that it leaks"})
        EXPECT_EQ(judged(whole), std::pair(Stance::asserts, whole)) << whole;
}

TEST(JudgementOfAClause, IsReadInTheLastClause) {
    const auto reader = JudgementReader::load(resource_directory() / "lexicons");
    const auto judged = [&](const std::string& text) {
        const Document read = document(text);
        const Judgement found = reader.of_clause(read.tokens, {{0, static_cast<std::uint32_t>(text.size())}}, true);
        return std::pair(found.stance, read.text().slice(found.said));
    };
    const std::string video = "A video of a shark in Lund has gone viral";
    for (const std::string verdict : {", but it is a fake.", " but it turned out to be a hoax",
                                      "; however, it was doctored.", ", and it's not real!"})
        EXPECT_EQ(judged(video + verdict), std::pair(Stance::denies, video)) << verdict;
    for (const std::string verdict : {", but that is not true.", ", which is false."})
        EXPECT_EQ(judged("The dam in Lund has failed" + verdict).first, Stance::denies) << verdict;
    for (const std::string whole :
         {"The painting was sold for a million, but it is a fake.",
          "A video of a shark has gone viral, but it is real.",
          "A video of a shark has gone viral, but the mayor is not true to her word.",
          "A video went viral, but it is not true that it was shot in Lund.", ", but it is a fake."})
        EXPECT_EQ(judged(whole), std::pair(Stance::asserts, whole)) << whole;
}

/// How the teller of the last attribution judges it, and what that one says.
std::pair<Stance, std::string> teller(const std::string& text) {
    const auto reader = JudgementReader::load(resource_directory() / "lexicons");
    const Document read = document(text);
    const Judgement found = reader.by_teller(read.tokens, last(text));
    return {found.stance, read.text().slice(found.said)};
}

TEST(JudgementOfTheTeller, IsReadBesideTheAttribution) {
    for (const char* text :
         {"A viral post falsely claimed that the bridge had leaked.",
          "It was wrongly reported that the bridge had leaked.", "Berg was wrong to report that the bridge had leaked.",
          "Contrary to what many claims said, Berg claimed falsely that the bridge had leaked.",
          "Reports that the bridge had leaked turned out to be wrong.",
          "The claim that the bridge had leaked is untrue.",
          "Berg’s claim that the bridge had leaked has been debunked.",
          "Posts claiming that the bridge had leaked are false.", "Berg claimed, falsely, that the bridge had leaked.",
          "Berg claimed that the bridge had leaked, but that is not true."}) {
        EXPECT_EQ(teller(text), std::pair(Stance::denies, std::string("that the bridge had leaked"))) << text;
        EXPECT_EQ(stance(text), Stance::asserts) << text;
    }
    EXPECT_EQ(teller("Reports that the bridge had leaked could not be verified."),
              std::pair(Stance::doubts, std::string("that the bridge had leaked")));
    EXPECT_EQ(teller("Reports that the bridge had leaked were not false.").first, Stance::confirms);
    for (const char* text :
         {"Reports that the bridge had leaked cost Berg his post.",
          "A report that the passports are false cost Berg his post.",
          "Berg claimed that the shop had wrongly sold it.", "Berg’s claim that Ann Lee’s passports are false",
          "Berg’s claim that the image is a fake"})
        EXPECT_EQ(teller(text).first, Stance::asserts) << text;
}

TEST(JudgementOfTheTeller, IsNotReadInTheContentNorWhereThereIsNoCue) {
    const auto reader = JudgementReader::load(resource_directory() / "lexicons");
    const Document read = document("Falsely accused man. Officials said wrongly deported workers were back.");
    Attribution attribution;
    attribution.content = {{36, 70}};
    EXPECT_EQ(reader.by_teller(read.tokens, attribution).stance, Stance::asserts);
    attribution.source = {{21, 30}}, attribution.cue = {{31, 35}};
    EXPECT_EQ(reader.by_teller(read.tokens, attribution).stance, Stance::asserts);
}

}  // namespace
}  // namespace hearsay::test
