// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "attribution/read.hpp"
#include "attribution/stance.hpp"

namespace hearsay::test {
namespace {

bool hedged(const std::string& text) { return last(text).hedged; }

TEST(StanceByContent, DeniesWhatItCallsFalse) {
    for (const char* text :
         {"Berg told CNN it was false.", "Berg said the report was untrue.", "Berg said that is not true.",
          "Berg said that was a complete lie.", "“It's absolute nonsense,” Berg said.", "“Not true,” Berg said.",
          "“No, it is not true,” Berg said.", "Berg said the latest claims were baseless.", "“Fake news,” Berg said.",
          "Berg said it is a false claim, and left.", "Berg said it never happened.",
          "Berg said there was no truth to it.", "Berg called the report a lie.",
          "Berg said the photo is an elaborate fake.", "Berg said the story seems to be false.",
          "Berg said the story wasn't accurate."})
        EXPECT_EQ(stance(text), Stance::denies) << text;
}

TEST(StanceByContent, DeniesInMoreWords) {
    for (const char* text :
         {"Berg said the story has been debunked.", "Berg said the picture has since been exposed as a fake.",
          "Berg said the video was almost certainly fake.", "Berg said it turns out the story was made up.",
          "Berg said it later emerged that the report was false.", "Berg said none of this is true.",
          "Berg said the footage is not real.", "Berg said the shop had rated the photo as a likely fake."})
        EXPECT_EQ(stance(text), Stance::denies) << text;
}

TEST(StanceByContent, DeniesTheClauseThatItCallsFalse) {
    for (const char* text :
         {"Berg said it was false that the bridge leaks.", "Berg called it a complete lie that the bridge leaks.",
          "Berg called claims that the bridge had leaked “nonsense”."})
        EXPECT_EQ(stance(text), Stance::denies) << text;
    for (const char* text :
         {"Berg said it was not yet clear whether the bridge leaks.",
          "Berg said it was doubtful that the bridge leaks.", "Berg said it is too early to say that the bridge leaks.",
          "Berg said it remains unknown if the bridge leaks.",
          "Berg said it is too soon to know whether the bridge leaks.",
          "Berg said it was not immediately clear if it leaks."})
        EXPECT_EQ(stance(text), Stance::doubts) << text;
    for (const char* text :
         {"Berg said that the passports were false.", "Berg said it was clear that the bridge leaks.",
          "Berg said it was no longer unclear that the bridge leaks.",
          "Berg said it is wrong that women are paid less.", "Berg said it is wrong if the town is abandoned.",
          "Berg said it was no secret that the bridge leaks.", "Berg said there is no doubt that the bridge leaks.",
          "Berg said nobody denies that the bridge leaks."})
        EXPECT_EQ(stance(text), Stance::asserts) << text;
}

TEST(StanceByContent, ConfirmsAndDoubtsToo) {
    EXPECT_EQ(stance("Berg said it was true."), Stance::confirms);
    EXPECT_EQ(stance("Berg said the report is not false."), Stance::confirms);
    EXPECT_EQ(stance("Berg said the claim was dubious."), Stance::doubts);
    EXPECT_EQ(stance("Berg said the report was not credible."), Stance::doubts);
    EXPECT_EQ(stance("Berg said the story hasn't been debunked."), Stance::doubts);
}

TEST(StanceByContent, LeavesWhatIsNoJudgementOfSomethingSaid) {
    for (const char* text :
         {"Berg said it was false to call the bridge safe.", "Berg said the bridge is a fake antique.",
          "Berg said it was true that the bridge leaks.", "Berg said it is unlikely that the bridge will close.",
          "Berg said the painting was genuine.", "Berg said that it did not happen in the harbour.",
          "Berg asked whether it was true.", "Berg said it turns out that the bridge is safe.",
          "Berg said it was invented by his aunt.", "Berg said the bridge is safe and that is why it stays open."})
        EXPECT_EQ(stance(text), Stance::asserts) << text;
}

TEST(StanceByContent, LooksForNoSubjectInsideAClauseOfTheSubject) {
    const auto reader = StanceReader::load(resource_directory() / "lexicons");
    Attribution attribution;
    attribution.content = {{10, 60}};
    reader.judge(document("Berg said the shop that sold the story is not reliable."), attribution);
    EXPECT_EQ(attribution.stance, Stance::asserts);
    reader.judge(document("Berg said that are false."), attribution);
    EXPECT_EQ(attribution.stance, Stance::asserts);
}

TEST(StanceByContent, LeavesTheStanceOfTheCue) {
    EXPECT_EQ(stance("Berg denied that it was true."), Stance::denies);
    EXPECT_EQ(stance("Berg denied that the report was false."), Stance::denies);
    EXPECT_EQ(stance("Berg confirmed the report was false."), Stance::confirms);
}

/// As the trained models and the rules together have it.
Stance trained_stance(const std::string& text) {
    const auto found = trained_extractor().extract(document(text));
    EXPECT_FALSE(found.empty()) << text;
    return found.empty() ? Stance::asserts : found.front().stance;
}

TEST(StanceByContent, DoubtsWhatCouldNotBeProved) {
    for (const char* text :
         {"Investigators could not establish that the pilot was drunk.", "The inquiry did not prove that Berg lied.",
          "Prosecutors failed to prove that Berg lied.", "Prosecutors were unable to prove that the pilot was drunk.",
          "Berg said there was no credible evidence that the pilot was drunk.",
          "Berg said there was no sign that the dam leaks."})
        EXPECT_EQ(trained_stance(text), Stance::doubts) << text;
    EXPECT_EQ(trained_stance("The inquiry proved that Berg lied."), Stance::asserts);
    EXPECT_EQ(trained_stance("The study found evidence that the dam leaks."), Stance::asserts);
}

TEST(StanceByContent, DeniesWhatItAttacks) {
    for (const char* text : {"The airline hit back at claims that the pilot was drunk.",
                             "The airline blasted suggestions that the pilot was drunk.",
                             "The airline condemned claims that the pilot was drunk.",
                             "Berg said the story that the pilot was drunk was made up.",
                             "Berg said claims that the pilot was drunk were \"categorically false\".",
                             "Berg said it was wrong to say the pilot was drunk."})
        EXPECT_EQ(trained_stance(text), Stance::denies) << text;
    EXPECT_EQ(trained_stance("The airline slammed the decision."), Stance::asserts);
    EXPECT_EQ(trained_stance("The ministry condemned reports that troops had shot farmers."), Stance::asserts)
        << "it is the deed that may be condemned";
}

TEST(StanceByContent, TakesTheRefusalOfARequestForNoDenial) {
    EXPECT_EQ(stance("The club rejected a late offer from Rovers."), Stance::asserts);
    for (const char* text :
         {"The club rejected a late offer from Rovers.", "Berg has rejected Korda Group's £2bn offer.",
          "The judge denied Berg's request for a delay.", "Berg rejected the mayor's budget plan.",
          "The court quashed the conviction of nurse Helen Marsh."})
        EXPECT_FALSE(last(text).reports) << text;
    EXPECT_EQ(stance("Berg denied plans to sell the bridge."), Stance::denies);
    EXPECT_EQ(stance("Berg rejected the claims in the lawsuit."), Stance::denies);
    EXPECT_EQ(stance("Berg dismissed the government's reports."), Stance::denies);
    EXPECT_EQ(stance("The club rejected the claim."), Stance::denies);
}

TEST(HeldBack, ConfirmationsAreDoubtsAndDenialsNothing) {
    const auto found_in = [](const Document& d) {
        const auto found = trained_extractor().extract(d);
        EXPECT_FALSE(found.empty());
        return found.empty() ? Attribution{} : found.back();
    };
    for (const char* text : {"The owner refused to confirm that the plant had been closed for good.",
                             "The owner declined to confirm that the plant leaks.",
                             "The owner stopped short of confirming that the plant had been closed for good."})
        EXPECT_EQ(found_in(document(text)).stance, Stance::doubts) << text;
    for (const char* text : {"The owner refused to deny that the plant had been closed for good.",
                             "The owner neither confirmed nor denied that the plant had been closed for good.",
                             "The owner declined to confirm or deny that the plant leaks.",
                             "The owner refused to rule out that the plant leaks.",
                             "The owner has not denied that the plant had been closed for good.",
                             "The owner did not rule out that the plant had been closed for good.",
                             "Nobody denied that the plant had been closed for good."}) {
        const Document d = document(text);
        EXPECT_NE(found_in(d).stance, Stance::denies) << text;
        EXPECT_FALSE(is_stated(d.tokens, found_in(d))) << text;
    }
    for (const char* text : {"The owner scoffed at claims that the plant had been closed for good.",
                             "The owner poured scorn on claims that the plant had been closed for good."})
        EXPECT_EQ(found_in(document(text)).stance, Stance::denies) << text;
    EXPECT_EQ(found_in(document("The owner denied that the plant had been closed for good.")).stance, Stance::denies);
    const auto both =
        trained_extractor().extract(document("The owner refused to resign and denied that it had closed."));
    ASSERT_FALSE(both.empty());
    EXPECT_EQ(both.front().stance, Stance::denies);
}

TEST(Stated, IsNothingByWhoContradictsEachOther) {
    const Document d = document("Witnesses contradicted each other at the trial of the mayor.");
    for (const Attribution& a : trained_extractor().extract(d)) EXPECT_FALSE(is_stated(d.tokens, a));
}

TEST(Stated, IsNothingByWhoQuestionsAPrisoner) {
    const Document d = document("Investigators are questioning her at the defence ministry.");
    for (const Attribution& a : trained_extractor().extract(d)) EXPECT_FALSE(is_stated(d.tokens, a));
}

TEST(Hedging, IsMarkedWhereverItStands) {
    for (const char* text :
         {"Berg reportedly said the bridge will close.", "Reportedly, Berg said the bridge will close.",
          "Berg had allegedly told reporters that the bridge will close.", "Berg said the workers were allegedly shot.",
          "Berg is said to be ill.", "The bridge was widely believed to be safe.",
          "Berg said that, apparently, the bridge leaks."})
        EXPECT_TRUE(hedged(text)) << text;
}

TEST(Hedging, IsNoneWhereNothingHedges) {
    for (const char* text :
         {"Berg said the bridge will close.", "Berg was said by the mayor to be ill.",
          "The allegedly corrupt mayor said the bridge will close.",
          "Berg said the bridge, which was built by his own firm in the last century from the very best Norwegian "
          "steel, was allegedly sold."})
        EXPECT_FALSE(hedged(text)) << text;
}

TEST(Hedging, ChangesNoStance) {
    EXPECT_EQ(stance("Berg reportedly denied that the bridge will close."), Stance::denies);
    EXPECT_EQ(stance("Berg reportedly said the bridge will close."), Stance::asserts);
}

TEST(Hedging, AloneIsNoAttribution) {
    EXPECT_TRUE(extractor().extract(document("The bridge was allegedly sold last year.")).empty());
    EXPECT_TRUE(extractor().extract(document("The mayor has reportedly left the town.")).empty());
}

TEST(StanceReader, SurvivesAnySpans) {
    const auto reader = StanceReader::load(resource_directory() / "lexicons");
    const Document text = document("It was false. Not true, he said. Allegedly.");
    for (std::uint32_t begin = 0; begin < 50; ++begin)
        for (std::uint32_t end = begin; end < 50; end += 3) {
            Attribution attribution;
            attribution.source = {{end, end + 2}};
            attribution.cue = {{begin, end}};
            attribution.content = {{begin, end}, {begin / 2, begin}};
            EXPECT_NO_FATAL_FAILURE(reader.judge(text, attribution));
        }
    Attribution empty;
    reader.judge(text, empty);
    EXPECT_EQ(empty.stance, Stance::asserts);
    EXPECT_FALSE(empty.hedged);
}

}  // namespace
}  // namespace hearsay::test
