// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "attribution/read.hpp"
#include "hearsay/error.hpp"

namespace hearsay::test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Le;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

std::vector<std::string> found_in(const std::string& text) { return read(text, trained_extractor()); }

TEST(TrainedExtractor, FindsWhoSaysWhat) {
    EXPECT_THAT(found_in("The harbour master said the crane had been checked in May."),
                ElementsAre("The harbour master | said | the crane had been checked in May"));
}

TEST(TrainedExtractor, TakesBothPartsOfAnInterruptedQuotation) {
    EXPECT_THAT(found_in("“We counted twice,” Anna Berg said, “and the boxes were gone.”"),
                ElementsAre("Anna Berg | said | “We counted twice,” “and the boxes were gone.”"));
}

TEST(TrainedExtractor, TakesTheNounOfARumourForItsSource) {
    EXPECT_THAT(
        found_in("The company's shares rose in early trading on unconfirmed reports that it will sell its mill."),
        Contains("unconfirmed reports | reports | that it will sell its mill"));
}

TEST(TrainedExtractor, TakesWhoeverANounBelongsToForItsSource) {
    EXPECT_THAT(found_in("The film appears to bolster a man's claim that he heard shots at the pier."),
                Contains("a man's | claim | that he heard shots at the pier"));
    EXPECT_THAT(found_in("The price is consistent with Kelder chief Ann Lee's estimate that users will pay more."),
                Contains("Kelder chief Ann Lee's | estimate | that users will pay more"));
    EXPECT_THAT(found_in("The North dislikes his talk of unifying the peninsula."),
                Contains("his | talk | unifying the peninsula"));
    EXPECT_THAT(found_in("Rebels laughed off Lund's announcement of a ceasefire agreement, saying there is no deal."),
                Contains("Lund's | announcement | a ceasefire agreement"));
}

TEST(TrainedExtractor, EndsWhatANounTellsWithItsPhrase) {
    EXPECT_THAT(found_in("The North rejects Reed's allegation of a naval attack and will leave the talks on Friday."),
                Contains(HasSubstr("allegation | a naval attack")));
    EXPECT_THAT(found_in("Lorn's denial of the ceasefire appears wise after the attacks of last week."),
                Contains(::testing::EndsWith("| the ceasefire")));
}

TEST(TrainedExtractor, TakesWhatSomebodyDeniesSayingForNothingSaid) {
    EXPECT_THAT(
        found_in("LUND — The leader of Norvia’s rebel group Storm has denied agreeing to any cease-fire with the "
                 "government and said more than 200 hostages are well."),
        UnorderedElementsAre(
            "The leader of Norvia’s rebel group Storm | has denied | agreeing to any cease-fire with the government",
            "The leader of Norvia’s rebel group Storm | said | more than 200 hostages are well"));
}

TEST(TrainedExtractor, TakesNoNickNameForWhatIsKnown) {
    EXPECT_THAT(
        found_in("The identity of the singer known as \"Lonely Jo,\" who has played in several films, was clear."),
        IsEmpty());
}

TEST(TrainedExtractor, TakesWhoSpeaksAfterBut) {
    EXPECT_THAT(found_in("He did not elaborate, but the paper said it would include instructions to staff."),
                Contains("the paper | said | it would include instructions to staff"));
}

TEST(TrainedExtractor, LeavesTheSourceItsWholeNounPhrase) {
    EXPECT_THAT(found_in("The flood killed 30 people, the news agency Xinhua said."),
                ElementsAre("the news agency Xinhua | said | The flood killed 30 people"));
}

TEST(TrainedExtractor, FindsWhatIsReportedBehindWhomTheOutletCites) {
    EXPECT_THAT(found_in("The Herald reported, citing two officials, that the dam had failed."),
                ElementsAre("The Herald | reported | that the dam had failed"));
    EXPECT_THAT(
        found_in("The Herald reported on Tuesday, citing three sources, that the bank would close 40 branches."),
        ElementsAre("The Herald | reported | that the bank would close 40 branches"));
}

TEST(TrainedExtractor, TakesPerForACueBeforeANameBehindAComma) {
    EXPECT_THAT(found_in("Three people were wounded, per Ukrainian officials."),
                ElementsAre("Ukrainian officials | per | Three people were wounded"));
    EXPECT_THAT(found_in("Prices rose to 200 euros per person."), IsEmpty());
    EXPECT_THAT(found_in("The two sides will meet in June, per the agreement."), IsEmpty());
}

TEST(TrainedExtractor, TakesAllegeForAVerbWhateverTheTaggerSays) {
    EXPECT_THAT(found_in("The company bribed two officials, prosecutors allege."),
                ElementsAre("prosecutors | allege | The company bribed two officials"));
}

TEST(TrainedExtractor, FindsWhatOutletsUnderstandOrHaveLearned) {
    EXPECT_THAT(found_in("The minister will resign, the BBC understands."),
                ElementsAre("the BBC | understands | The minister will resign"));
    EXPECT_THAT(found_in("Unemployment fell in June, official figures show."),
                ElementsAre("official figures | show | Unemployment fell in June"));
}

TEST(TrainedExtractor, ReadsInterviewsInLines) {
    EXPECT_THAT(found_in("The Gazette spoke to Jim Parrow, a caretaker.\n\nGazette: Was there a gas leak?\n\n"
                         "Parrow: There was no gas leak. It was paint thinner.\n\nGazette: Who told you?\n\n"
                         "Parrow: The firemen told me."),
                AllOf(Contains("Parrow |  | There was no gas leak."), Contains("Parrow |  | It was paint thinner."),
                      Not(Contains(HasSubstr("Gazette |")))));
    EXPECT_THAT(found_in("Q: Was there a gas leak?\n\nA: There was no gas leak."),
                ElementsAre(" |  | There was no gas leak."));
    EXPECT_THAT(found_in("Venue: The town hall\n\nTime: The doors will open at seven."), IsEmpty());
}

TEST(TrainedExtractor, TakesALabelForNobody) {
    EXPECT_THAT(found_in("Quote: \"The grain deal will be extended by six months.\""),
                Not(Contains(HasSubstr("Quote |"))));
}

TEST(TrainedExtractor, TakesWhoWalksBackAClaimToDenyIt) {
    const Document d = document("The fire service walked back its claim that a gas leak made the pupils ill.");
    const auto found = trained_extractor().extract(d);
    EXPECT_TRUE(std::ranges::any_of(found, [](const Attribution& a) { return a.stance == Stance::denies; }));
}

TEST(TrainedExtractor, HearsWhatSomebodySaysThatHeDoubtsOrDenies) {
    EXPECT_THAT(found_in("Lena Farkas said she doubted the report."), Contains("she | doubted | the report"));
    EXPECT_THAT(found_in("Lena Farkas said she liked the report."), Not(Contains(HasSubstr("she |"))));
}

TEST(TrainedExtractor, TakesWhatIsContraryToWhatSomebodySaidForDenied) {
    const Document d = document("Contrary to what the mayor said, the bridge had been closed to lorries since May.");
    for (const Attribution& a : trained_extractor().extract(d)) EXPECT_EQ(a.stance, Stance::denies) << show(d, a);
}

TEST(TrainedExtractor, TakesAgreementsComplaintsAndDemandsForDeedsUnlessAClauseFollows) {
    const auto speakers = [](const std::string& text) {
        const Document d = document(text);
        std::vector<std::string> found;
        for (const Attribution& a : trained_extractor().extract(d))
            if (a.reports) found.push_back(d.text().slice(a.source));
        return found;
    };
    EXPECT_THAT(speakers("The two states have agreed to a 30-day ceasefire, two sources told Axios."),
                ElementsAre("two sources"));
    EXPECT_THAT(speakers("Passengers complained about the lack of seats on the ferry."), IsEmpty());
    EXPECT_THAT(speakers("The gang demanded a ransom for the crew."), IsEmpty());
    EXPECT_THAT(speakers("Volta Motors is recalling about 120,000 cars because the brakes may fail."), IsEmpty());
    EXPECT_THAT(speakers("Firefighters answered a call about smoke on Elm Street."), IsEmpty());
    EXPECT_THAT(speakers("Kelder agreed in May to pay 3 million euros to the town."), IsEmpty());
    EXPECT_THAT(speakers("The mayor agreed that the bridge had been unsafe."), ElementsAre("The mayor"));
}

TEST(TrainedExtractor, EndsAContentWhereSomebodyElseSpeaksBehindASemicolon) {
    EXPECT_THAT(found_in("Kyiv said it had intercepted 30 drones; Moscow says all targets were hit."),
                ElementsAre("Kyiv | said | it had intercepted 30 drones", "Moscow | says | all targets were hit"));
}

TEST(TrainedExtractor, EndsAContentWhereSomebodyElseSpeaksBehindWhile) {
    EXPECT_THAT(found_in("Kyiv said it shot down 20 drones, while Moscow said 12 had hit their targets."),
                ElementsAre("Kyiv | said | it shot down 20 drones", "Moscow | said | 12 had hit their targets"));
    EXPECT_THAT(found_in("The mayor said that the bridge was safe, but engineers warned that it was not."),
                Contains("The mayor | said | that the bridge was safe"));
}

TEST(TrainedExtractor, GoesOnToTheSpeaker) {
    EXPECT_THAT(found_in("The bus was travelling from Cajamarca to Trujillo when it left the road near the town of "
                         "Contumaza, police chief Jorge Salas told reporters."),
                Contains(HasSubstr("when it left the road near the town of Contumaza")));
}

TEST(TrainedExtractor, BeginsAtTheQuotationBehindTheColon) {
    EXPECT_THAT(
        found_in("He said: \"All the government can offer is gimmicks and a nanny state.\n\n\"This is a government "
                 "that needs to get its priorities sorted out.\""),
        Contains(HasSubstr("\"All the government can offer is gimmicks")));
}

TEST(TrainedExtractor, GoesOnWithWhoWasQuotedInTheParagraphBefore) {
    const std::string accused = "Paul Burstow accused the government of \"dithering and hesitation\".\n\n";
    const std::string words = "\"Simply tackling individual lifestyles ignores many causes of ill-health.\"";
    EXPECT_THAT(found_in(accused + words), Contains("Paul Burstow |  | " + words));
    EXPECT_THAT(found_in(accused + "A nurse was angry.\n\n" + words), Not(Contains("Paul Burstow |  | " + words)));
}

TEST(TrainedExtractor, HearsWhoStandsBehindTheVerb) {
    EXPECT_THAT(found_in("A deal could be announced as soon as next week, said the people, who asked not to be "
                         "identified because the discussions are private."),
                Contains("the people | said | A deal could be announced as soon as next week"));
    EXPECT_THAT(found_in("A deal could be announced next week, said one of the officials."),
                ElementsAre("one of the officials | said | A deal could be announced next week"));
}

TEST(TrainedExtractor, LeavesTheContentItsLastName) {
    EXPECT_THAT(found_in("Mayor Carl Lee took 20,000 crowns from builder Tom Pell, clerk Mira Dant said."),
                ElementsAre("clerk Mira Dant | said | Mayor Carl Lee took 20,000 crowns from builder Tom Pell"));
}

TEST(TrainedExtractor, LeavesTheSourceTheEndOfItsName) {
    EXPECT_THAT(found_in("Lakra Holding denied that the doors had been locked."),
                ElementsAre("Lakra Holding | denied | that the doors had been locked"));
}

TEST(TrainedExtractor, EndsWhatWeSayWhereTheSpeakerIsNamed) {
    EXPECT_THAT(
        found_in("We believe that losses among officers are very likely, given the circumstances, Kim said, adding "
                 "that Seoul expects more troops."),
        Contains("We | believe | that losses among officers are very likely, given the circumstances"));
}

TEST(TrainedExtractor, RelaysWhatWasSaidAndNotThatItWas) {
    EXPECT_THAT(found_in("Seven people were killed in the blast, the fire service said, according to Reuters."),
                ElementsAre("Reuters | according to | Seven people were killed in the blast, the fire service said",
                            "the fire service | said | Seven people were killed in the blast"));
}

TEST(TrainedExtractor, EndsAContentWhereItsSpeakerDoesSomethingElse) {
    EXPECT_THAT(found_in("The mayor said the bridge was safe, denying reports of cracks."),
                ElementsAre("The mayor | denying | reports of cracks", "The mayor | said | the bridge was safe"));
}

TEST(TrainedExtractor, TakesNoVerbForPartOfASource) {
    EXPECT_THAT(found_in("The police were investigating reports that a man had been wounded on the pier."),
                ElementsAre("reports | reports | that a man had been wounded on the pier"));
}

TEST(TrainedExtractor, TakesNoDayForPartOfASource) {
    EXPECT_THAT(found_in("Berg, who worked as an assistant coach with the club, yesterday said that he would stay."),
                Contains("Berg | said | that he would stay"));
    EXPECT_THAT(found_in("Mr Berg, the coach, yesterday said that he would stay."),
                ElementsAre("Mr Berg, the coach | said | that he would stay"));
    EXPECT_THAT(found_in("Sport Today said that he would stay."),
                ElementsAre("Sport Today | said | that he would stay"));
}

TEST(TrainedExtractor, TakesWhoPublishesAStoryForItsSource) {
    EXPECT_THAT(found_in("The page says that Harbour Hangover published a story claiming the ship had sunk."),
                Contains("Harbour Hangover | claiming | the ship had sunk"));
}

TEST(TrainedExtractor, HearsNobodyDenyWhomHeDismisses) {
    const auto found =
        trained_extractor().extract(document("Kelder Foods dismissed forty drivers in Orval on Monday."));
    EXPECT_THAT(found, Each(Field(&Attribution::reports, false)));
}

TEST(TrainedExtractor, FindsNothingWhereNobodySpeaks) {
    EXPECT_THAT(found_in("The ferry left at noon. The bridge was closed for the winter."), IsEmpty());
}

TEST(TrainedExtractor, TakesNoNounForAVerb) {
    EXPECT_THAT(found_in("Two proposals for the farm credit system are new."), IsEmpty());
}

TEST(TrainedExtractor, BelievesTheModelsOfWhatIsSeldomACue) {
    EXPECT_THAT(found_in("The remaining stake is held by Arlen affiliates."), IsEmpty());
    EXPECT_THAT(found_in("Some assume the harbour will grow."), ElementsAre("Some | assume | the harbour will grow"));
}

TEST(TrainedExtractor, NestsWhatAContentReports) {
    const Document d = document(
        "The mayor told councillors that the bridge was safe, according to the Harbour Times. Nobody answered.");
    const auto found = trained_extractor().extract(d);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].parent, 0U);
    EXPECT_EQ(d.text().slice(found[0].source), "the Harbour Times");
    EXPECT_EQ(d.text().slice(found[1].source), "The mayor");
}

TEST(TrainedExtractor, LeavesQuotingOthersToTheRules) {
    EXPECT_THAT(found_in("A Herald report quoted the minister as saying the dam would hold."),
                Contains(HasSubstr("quoted")));
}

TEST(TrainedExtractor, TurnsTheStanceOfANegatedCue) {
    const Document d = document("The ministry did not confirm that the talks had failed.");
    EXPECT_THAT(trained_extractor().extract(d), ElementsAre(Field(&Attribution::stance, Stance::doubts)));
}

TEST(TrainedExtractor, GivesConfidencesThatAreProbabilities) {
    const Document d = document("She denied it. The governor believes the tax will pass, aides said on Monday.");
    EXPECT_THAT(trained_extractor().extract(d),
                AllOf(Not(IsEmpty()), Each(Field(&Attribution::confidence, AllOf(Ge(0), Le(1))))));
}

TEST(TrainedExtractor, ReadsTheSameTwice) {
    const std::string text = "“No,” she said. He said the report, by two officials, was wrong.";
    EXPECT_EQ(found_in(text), found_in(text));
}

TEST(TrainedExtractor, NamesAModelThatIsMissing) {
    try {
        TrainedExtractor::load(std::filesystem::path(HEARSAY_SOURCE_DIR) / "tests");
        FAIL() << "loaded without models";
    } catch (const ResourceError& error) {
        EXPECT_THAT(error.what(), HasSubstr("tests"));
    }
}

}  // namespace
}  // namespace hearsay::test
