// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/metrics/corroboration.hpp"
#include "metrics/terse_corpus.hpp"

using namespace hearsay;
using namespace hearsay::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(MainClaim, OfFourArticlesHasOneOriginAndIsDisputed) {
    //         ┌─ Agency <── Wire (two versions) ──> Spokesman (denies)
    // Minister┼─ Weekly <── Daily
    //         └─ Monitor
    TerseCorpus corpus;
    corpus.source("Minister", SourceKind::person);
    corpus.source("Spokesman", SourceKind::person);
    corpus.says({"Minister", "Agency", "Wire"}, {.document = "wire 1"});
    corpus.says({"Minister", "Agency", "Wire"}, {.document = "wire 2"});
    corpus.says({"Spokesman", "Wire"}, {.stance = Stance::denies, .document = "wire 2"});
    corpus.says({"Minister", "Weekly", "Daily"});
    corpus.says({"Minister", "Monitor"});
    corpus.copies("wire 2", "wire 1");
    const Corroboration figures = corpus.figures();
    EXPECT_EQ(figures.documents, 4);
    EXPECT_EQ(figures.publishers, 3);
    EXPECT_EQ(figures.independent_origins, 1);
    EXPECT_DOUBLE_EQ(figures.effective_sources, 1);
    EXPECT_TRUE(figures.disputed);
    EXPECT_FALSE(figures.circular);
    EXPECT_THAT(corpus.origins(), ElementsAre("Minister"));
    EXPECT_THAT(corpus.names(figures.denied_by), ElementsAre("Spokesman"));
    EXPECT_EQ(figures.explanation,
              "4 articles; 2 are versions of one Wire story; all lead back to Minister (via Agency and Weekly); denied "
              "by Spokesman.");
}

TEST(Reprint, SpeaksWithItsOriginalsVoice) {
    TerseCorpus corpus;
    corpus.says({"Wire"}, {.document = "original"});
    corpus.says({"Gazette"}, {.document = "reprint"});
    corpus.says({"Herald"}, {.document = "herald"});
    EXPECT_EQ(independent_origins(corpus), 3);
    corpus.copies("reprint", "original");
    EXPECT_THAT(corpus.origins(), ElementsAre("Wire", "Herald"));
}

TEST(Reprint, IsNoOriginWhereOthersCiteIt) {
    TerseCorpus corpus;
    corpus.says({"Wire"}, {.document = "original"});
    corpus.says({"Gazette"}, {.document = "reprint"});
    corpus.says({"Gazette", "Herald"});
    corpus.copies("reprint", "original");
    EXPECT_THAT(corpus.origins(), ElementsAre("Wire"));
    EXPECT_EQ(corpus.reason("Gazette"), "has it from Wire");
}

TEST(Reprint, SpeaksForItselfWhereTheOriginalSaysNothing) {
    TerseCorpus corpus;
    corpus.says({"Gazette"}, {.document = "reprint"});
    corpus.says({"Echo"}, {.document = "second reprint"});
    corpus.next_claim();
    corpus.says({"Wire"}, {.document = "original"});
    corpus.copies("reprint", "original");
    corpus.copies("second reprint", "original");
    EXPECT_THAT(corpus.origins(), ElementsAre("Gazette"));
    EXPECT_EQ(corpus.figures().explanation,
              "2 articles; 2 are copies of one Wire story; stated by Gazette on its own authority.");
}

TEST(Reprint, OfAnUnnamedPublishersStoryIsOfOneStory) {
    TerseCorpus corpus;
    corpus.says({"somebody"}, {.document = "original"});
    corpus.says({"Gazette"}, {.document = "reprint"});
    corpus.edit("somebody").unnamed = true;
    corpus.copies("reprint", "original");
    EXPECT_THAT(corpus.figures().explanation, ::testing::HasSubstr("; 2 are copies of one story; "));
}

TEST(Reprint, LosesTheArticleOfItsPublishersName) {
    TerseCorpus corpus;
    corpus.says({"The Gazette"}, {.document = "original"});
    corpus.says({"Herald"}, {.document = "reprint"});
    corpus.copies("reprint", "original");
    EXPECT_THAT(corpus.figures().explanation, ::testing::HasSubstr("2 are copies of one Gazette story"));
}

TEST(Reprint, KeepsItsOriginalsUnnamedSource) {
    TerseCorpus corpus;
    corpus.source("an official", SourceKind::anonymous);
    corpus.source("an official, again", SourceKind::anonymous);
    corpus.says({"an official", "Wire"}, {.document = "original"});
    corpus.says({"an official, again", "Gazette"}, {.document = "reprint"});
    corpus.copies("reprint", "original");
    EXPECT_THAT(corpus.origins(), ElementsAre("Wire"));
}

TEST(Version, MayAddAnOrigin) {
    TerseCorpus corpus;
    corpus.source("Kim", SourceKind::person);
    corpus.source("Lee", SourceKind::person);
    corpus.says({"Kim", "Wire"}, {.document = "first"});
    corpus.says({"Lee", "Wire"}, {.document = "update"});
    corpus.copies("update", "first");
    EXPECT_THAT(corpus.origins(), ElementsAre("Kim", "Lee"));
}

TEST(Copies, ThatPointAtEachOtherAreOneStory) {
    TerseCorpus corpus;
    corpus.says({"Wire"}, {.document = "a"});
    corpus.says({"Wire"}, {.document = "b"});
    corpus.copies("a", "b");
    corpus.copies("b", "a");
    EXPECT_EQ(corpus.figures().explanation,
              "2 articles; 2 are versions of one Wire story; stated by Wire on its own authority.");
}

TEST(JointSource, CountsAsEachMember) {
    TerseCorpus corpus;
    corpus.group("Seoul, Washington and Tokyo", {"Seoul", "Washington", "Tokyo"});
    corpus.says({"Seoul, Washington and Tokyo", "Gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Seoul", "Washington", "Tokyo"));
    EXPECT_LT(corpus.figures().effective_sources, 3) << "all of it passed through one outlet";
}

TEST(JointSource, CountsAMemberOnceThatAlsoSpeaksAlone) {
    TerseCorpus corpus;
    corpus.group("Seoul and Washington", {"Seoul", "Washington"});
    corpus.says({"Seoul and Washington", "Gazette"});
    corpus.says({"Washington", "Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Seoul", "Washington"));
}

TEST(LooseGroup, OverANamedMemberIsNoSecondVoice) {
    TerseCorpus corpus;
    corpus.group("Ruritanian media", {"Strelsau Post"});
    corpus.says({"Strelsau Post", "Gazette"});
    corpus.says({"Ruritanian media", "Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Strelsau Post"));
    EXPECT_EQ(corpus.reason("Ruritanian media"), "a group that contains Strelsau Post");
}

TEST(LooseGroup, IsAVoiceWhereNoMemberSpeaks) {
    TerseCorpus corpus;
    corpus.group("Ruritanian media", {"Strelsau Post", "Zenda Times", "Hentzau Echo"});
    corpus.says({"Ruritanian media", "Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Ruritanian media"));
}

TEST(LooseGroup, IsAVoiceWhereItsMemberHasItFromTheGroup) {
    TerseCorpus corpus;
    corpus.group("Ruritanian media", {"Strelsau Post"});
    corpus.says({"Ruritanian media", "Strelsau Post", "Herald"});
    corpus.says({"Strelsau Post", "Gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Ruritanian media"));
}

TEST(LooseGroup, WithoutANameSpeaksForItselfAcrossOutlets) {
    TerseCorpus corpus;
    corpus.group("Ruritanian newspapers", {});
    corpus.edit("Ruritanian newspapers").unnamed = true;
    corpus.says({"Ruritanian newspapers", "Herald"});
    corpus.says({"Ruritanian newspapers", "Gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Ruritanian newspapers"));
}

TEST(LooseGroup, WithMoreMembersThanSpeakersIsFoundAllTheSame) {
    TerseCorpus corpus;
    corpus.group("Ruritania", {"Ministry", "Army", "Police", "King", "Chancellor", "Envoy"});
    corpus.edit("Ruritania").kind = SourceKind::government;
    corpus.says({"Army", "Gazette"});
    corpus.says({"Ruritania", "Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Army"));
}

TEST(CircularReporting, HasNoOriginOfItsOwn) {
    //  Gazette ──> Herald ──> Wire
    //     ^─────────────────────'
    const auto corpus = cites({{"Gazette", "Herald"}, {"Herald", "Wire"}, {"Wire", "Gazette"}});
    EXPECT_EQ(independent_origins(corpus), 0);
    EXPECT_TRUE(corpus.figures().circular);
    EXPECT_EQ(corpus.reason("Gazette"), "has it only from Herald and Wire, in a circle");
    EXPECT_EQ(corpus.figures().explanation,
              "3 articles; Herald, Gazette and Wire cite one another in a circle, so it has no origin.");
}

TEST(CircularReporting, IsNoOriginThoughItsLeadsSoundFirm) {
    TerseCorpus corpus;
    corpus.says({"Gazette"}, {.document = "gazette"});
    corpus.says({"Herald", "Gazette"}, {.document = "gazette"});
    corpus.says({"Herald"}, {.document = "herald"});
    corpus.says({"Gazette", "Herald"}, {.document = "herald"});
    EXPECT_EQ(independent_origins(corpus), 0);
    EXPECT_EQ(corpus.figures().explanation, "2 articles; Gazette and Herald cite each other, so it has no origin.");
}

TEST(CircularReporting, BeginsWithWhoStatesItOnItsOwnAuthority) {
    auto corpus = cites({{"Gazette", "Herald"}, {"Herald", "Gazette"}});
    corpus.says({"Gazette"}, {.document = "scoop"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Gazette"));
    EXPECT_TRUE(corpus.figures().circular);
}

TEST(CircularReporting, BeginsWithWhoFeedsItFromOutside) {
    //  Kim <── Gazette <──> Herald
    auto corpus = cites({{"Gazette", "Herald"}, {"Herald", "Gazette"}});
    corpus.says({"Kim", "Gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Kim"));
}

TEST(CircularReporting, ThatOneChainShowsIsFound) {
    TerseCorpus corpus;
    corpus.says({"Gazette", "Herald", "Gazette"});
    EXPECT_TRUE(corpus.figures().circular);
    EXPECT_EQ(independent_origins(corpus), 0);
}

TEST(Relay, IsNoOriginWhereAnotherChainShowsWhomItHasItFrom) {
    TerseCorpus corpus;
    corpus.source("Kim", SourceKind::person);
    corpus.says({"Weekly", "Daily"});
    corpus.says({"Kim", "Weekly", "Monitor"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Kim"));
    EXPECT_EQ(corpus.reason("Weekly"), "has it from Kim");
}

TEST(Relay, IsAPublisherThatLeadsWithWhatItAttributesBelow) {
    TerseCorpus corpus;
    corpus.says({"Gazette"}, {.document = "gazette"});
    corpus.says({"Kim", "Gazette"}, {.document = "gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Kim"));
    EXPECT_EQ(corpus.figures().explanation, "1 article; it leads back to Kim.");
}

TEST(Relay, OfADenialIsNoRelayOfTheClaim) {
    TerseCorpus corpus;
    corpus.source("Kim", SourceKind::person);
    corpus.says({"Kim", "Weekly", "Daily"}, {.stance = Stance::denies});
    corpus.says({"Weekly", "Monitor"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Weekly"));
    EXPECT_THAT(corpus.names(corpus.figures().denied_by), ElementsAre("Kim"));
}

TEST(UnattributedReports, AreNeverAnOrigin) {
    for (const char* name : {"rumours", "unconfirmed reports", "unnamed source", "Internet rumors in the market", ""}) {
        TerseCorpus corpus;
        corpus.source(name, SourceKind::anonymous);
        corpus.says({name, "Gazette"});
        EXPECT_EQ(independent_origins(corpus), 0) << name;
        EXPECT_EQ(corpus.reason(name), "nobody is named who stands behind it");
        EXPECT_EQ(corpus.figures().explanation, "1 article; nobody is named who stands behind it.");
    }
}

TEST(UnattributedReports, DoNotMakeTheirPublisherAnOrigin) {
    TerseCorpus corpus;
    corpus.source("rumours", SourceKind::anonymous);
    corpus.says({"rumours", "Gazette"}, {.document = "gazette"});
    corpus.says({"Gazette"}, {.document = "gazette"});
    corpus.says({"Gazette", "Herald"});
    EXPECT_EQ(independent_origins(corpus), 0);
    corpus.says({"Gazette"}, {.document = "second look"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Gazette"));
}

TEST(UnnamedSource, CountsAsTheOutletThatVouchesForIt) {
    TerseCorpus corpus;
    corpus.source("a person familiar with the matter", SourceKind::anonymous);
    corpus.says({"a person familiar with the matter", "Wire", "Gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Wire"));
    EXPECT_EQ(corpus.figures().explanation,
              "1 article; it leads back to a person familiar with the matter (through Wire).");
}

TEST(UnnamedSource, CountsOncePerOutlet) {
    TerseCorpus corpus;
    for (const char* name : {"officials", "a diplomat", "two insiders"}) corpus.source(name, SourceKind::anonymous);
    corpus.says({"officials", "Wire"});
    corpus.says({"a diplomat", "Wire"});
    corpus.says({"Wire"});
    EXPECT_EQ(independent_origins(corpus), 1);
    corpus.says({"two insiders", "Gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Wire", "Gazette"));
    EXPECT_LT(corpus.figures().effective_sources, 2) << "the two may have heard the same people";
}

TEST(UnnamedSource, CountsBesideTheNamedOneThatItsOutletRelays) {
    TerseCorpus corpus;
    corpus.source("officials", SourceKind::anonymous);
    corpus.says({"Kim", "Wire"});
    corpus.says({"officials", "Wire"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Kim", "Wire"));
}

TEST(UnnamedSource, OfAnUnknownPublisherIsShownAsItIsDescribed) {
    TerseCorpus corpus;
    corpus.source("officials", SourceKind::anonymous);
    corpus.source("aides", SourceKind::anonymous);
    corpus.edit("unnamed publisher").unnamed = true;
    corpus.says({"officials", "unnamed publisher"});
    corpus.says({"aides", "unnamed publisher"});
    EXPECT_THAT(corpus.origins(), ElementsAre("officials"));
    EXPECT_EQ(corpus.figures().independent_origins, 1u);
}

TEST(UnnamedSource, BesideThoseThatOneOutletVouchesForIsItsTooWhereNobodyKnowsThePublisher) {
    TerseCorpus corpus;
    for (const char* somebody : {"three sources", "official", "clerks"}) corpus.source(somebody, SourceKind::anonymous);
    corpus.edit("unnamed publisher").unnamed = true;
    corpus.says({"three sources", "Wire", "unnamed publisher"}, {.document = "story"});
    corpus.says({"official", "unnamed publisher"}, {.document = "story"});
    EXPECT_EQ(corpus.figures().independent_origins, 1u);
    corpus.says({"official", "Gazette"}, {.document = "known"});
    EXPECT_EQ(corpus.figures().independent_origins, 2u) << "the Gazette's own";
    corpus.says({"clerks", "Agency", "unnamed publisher"}, {.document = "story"});
    EXPECT_EQ(corpus.figures().independent_origins, 4u) << "which of the two it is nobody knows";
}

TEST(Denial, OfWhoSeemsToAssertItInTheSameArticleCountsAlone) {
    TerseCorpus corpus;
    corpus.source("Mayor", SourceKind::person);
    corpus.says({"Mayor", "Herald"}, {.document = "herald"});
    corpus.says({"Mayor", "Herald"}, {.stance = Stance::denies, .document = "herald"});
    corpus.says({"Wire"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Wire"));
    EXPECT_THAT(corpus.names(corpus.figures().denied_by), ElementsAre("Mayor"));
}

TEST(Body, IsNoSecondVoiceBesideWhoSpeaksForIt) {
    TerseCorpus corpus;
    corpus.source("Veldania", SourceKind::government);
    corpus.source("Berg", SourceKind::person);
    corpus.edit("Berg").owner = "Veldania";
    corpus.says({"Veldania", "Herald"});
    corpus.says({"Berg", "Gazette"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Berg"));
    EXPECT_EQ(corpus.reason("Veldania"), "speaks through Berg");
}

TEST(Person, CountsAsOneWithWhoGoesByTheNameInAnotherSpelling) {
    TerseCorpus corpus;
    corpus.source("Ellis Hutson", SourceKind::person);
    corpus.source("Ellis Huston", SourceKind::person);
    corpus.says({"Ellis Hutson", "Herald"});
    corpus.says({"Ellis Huston", "Gazette"});
    EXPECT_EQ(corpus.figures().independent_origins, 1);
    EXPECT_THAT(corpus.figures().explanation, ::testing::HasSubstr("; Ellis Huston and Ellis Hutson count as one"));
}

TEST(Person, WhoseNameIsPartOfAnothersNeedsNoWord) {
    TerseCorpus corpus;
    corpus.source("Hutson", SourceKind::person);
    corpus.source("Ellis Hutson", SourceKind::person);
    corpus.says({"Hutson", "Herald"});
    corpus.says({"Ellis Hutson", "Gazette"});
    EXPECT_EQ(corpus.figures().independent_origins, 1);
    EXPECT_THAT(corpus.figures().explanation, ::testing::Not(::testing::HasSubstr("count as one")));
}

TEST(Body, CountsAloneAndBesideItsOutlets) {
    TerseCorpus corpus;
    corpus.source("Veldania", SourceKind::government);
    corpus.source("State Radio", SourceKind::outlet);
    corpus.edit("State Radio").owner = "Veldania";
    corpus.says({"Veldania", "Herald"});
    corpus.says({"State Radio"});
    EXPECT_THAT(corpus.origins(), UnorderedElementsAre("Veldania", "State Radio"));
}

TEST(UnnamedSource, DescribedAlikeElsewhereCountsAsTheOutletThatVouches) {
    TerseCorpus corpus;
    const std::string person = "person with knowledge of the talks";
    corpus.source(person, SourceKind::anonymous);
    corpus.edit("unnamed publisher").unnamed = true;
    corpus.says({person, "unnamed publisher"});
    corpus.says({person, "Gazette", "Wire"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Gazette"));
}

TEST(Confirmation, ByWhoeverSpeaksOfAReportIsShownBesideTheCount) {
    // Post <── Minister (confirms) <── Agency <── Wire
    TerseCorpus corpus;
    corpus.source("Minister", SourceKind::person);
    const auto report = corpus.says({"Post", "Wire"}, {.document = "wire"});
    corpus.says({"Post", "Minister", "Agency", "Wire"},
                {.stance = Stance::confirms, .document = "wire", .about = report});
    EXPECT_THAT(corpus.origins(), ElementsAre("Post"));
    EXPECT_THAT(corpus.names(corpus.figures().confirmed_by), ElementsAre("Minister"));
    EXPECT_EQ(corpus.reason("Minister", Stance::confirms), "confirms what Post says");
    EXPECT_EQ(corpus.figures().explanation,
              "1 article; it leads back to Post (via Minister and Agency); Minister confirms what Post says.");
}

TEST(Confirmation, IsNoMereRelay) {
    TerseCorpus corpus;
    corpus.source("Minister", SourceKind::person);
    corpus.says({"Post", "Minister", "Gazette"}, {.stance = Stance::confirms});
    corpus.says({"Minister", "Herald"});
    corpus.says({"Lee", "Herald"});
    EXPECT_EQ(corpus.figures().explanation,
              "3 articles; 2 independent origins: Post and Lee; Minister confirms what Post says.");
}

TEST(Confirmation, IsReadFromTheChainAloneWhereNoReportIsLinked) {
    TerseCorpus corpus;
    corpus.source("Minister", SourceKind::person);
    corpus.says({"Post", "Minister", "Gazette"}, {.stance = Stance::confirms});
    EXPECT_THAT(corpus.origins(), ElementsAre("Post"));
    EXPECT_THAT(corpus.names(corpus.figures().confirmed_by), ElementsAre("Minister"));
}

TEST(Confirmation, FromOnesOwnKnowledgeIsAnOrigin) {
    TerseCorpus corpus;
    corpus.source("Union", SourceKind::organization);
    const auto report = corpus.says({"Channel", "Gazette"});
    corpus.says({"Union", "Mirror", "Herald"}, {.stance = Stance::confirms, .about = report});
    EXPECT_THAT(corpus.origins(), ElementsAre("Channel", "Union"));
    const auto figures = corpus.figures();
    EXPECT_EQ(figures.origins[1].stance, Stance::confirms);
    EXPECT_THAT(corpus.names(figures.confirmed_by), ElementsAre("Union"));
}

TEST(Denial, OfAReportTellsOfThatReport) {
    TerseCorpus corpus;
    corpus.source("Ministry", SourceKind::government);
    corpus.says({"Post", "Ministry", "Agency", "Wire"}, {.stance = Stance::denies});
    EXPECT_THAT(corpus.origins(), ElementsAre("Post"));
    EXPECT_THAT(corpus.names(corpus.figures().denied_by), ElementsAre("Ministry"));
    EXPECT_TRUE(corpus.figures().disputed);
}

TEST(Denial, ThroughASpokesmanIsThatOfWhomHeSpeaksFor) {
    TerseCorpus corpus;
    for (const char* name : {"President", "Spokesman"}) corpus.source(name, SourceKind::person);
    corpus.says({"President", "Spokesman", "Wire"}, {.stance = Stance::denies});
    EXPECT_THAT(corpus.names(corpus.figures().denied_by), ElementsAre("President"));
    EXPECT_EQ(independent_origins(corpus), 0) << "who denies it does not assert it";
}

TEST(Denial, AloneDisputesNothing) {
    TerseCorpus corpus;
    corpus.says({"Ministry", "Wire"}, {.stance = Stance::denies});
    const auto figures = corpus.figures();
    EXPECT_FALSE(figures.disputed);
    EXPECT_EQ(figures.independent_origins, 0);
    EXPECT_LT(figures.belief, 0.5);
    EXPECT_EQ(figures.explanation, "1 article; nobody asserts it; denied by Ministry.");
}

TEST(Denial, OfRumoursDisputesThem) {
    TerseCorpus corpus;
    corpus.source("rumours", SourceKind::anonymous);
    corpus.says({"rumours", "Wire"});
    corpus.says({"Company", "Wire"}, {.stance = Stance::denies});
    EXPECT_TRUE(corpus.figures().disputed);
}

TEST(Denial, IsListedOnceAStanceAndAfterTheCountedOrigins) {
    TerseCorpus corpus;
    corpus.says({"Ajel", "Mashable"}, {.stance = Stance::denies});
    corpus.says({"Ajel", "Gazette"}, {.stance = Stance::doubts});
    corpus.says({"Ajel", "Herald"}, {.stance = Stance::denies});
    corpus.says({"Ajel", "Herald"});
    const auto figures = corpus.figures();
    ASSERT_EQ(figures.origins.size(), 3);
    EXPECT_TRUE(figures.origins[0].counted);
    EXPECT_EQ(figures.origins[1].stance, Stance::denies);
    EXPECT_EQ(figures.origins[2].stance, Stance::doubts);
    EXPECT_THAT(corpus.names(figures.doubted_by), ElementsAre("Ajel"));
}

TEST(Belief, RisesWithIndependentOriginsAndFallsWithDenials) {
    TerseCorpus one, two, denied, doubted;
    for (TerseCorpus* corpus : {&one, &two, &denied, &doubted}) corpus->says({"Kim", "Wire"});
    two.says({"Lee", "Gazette"});
    denied.says({"Lee", "Gazette"}, {.stance = Stance::denies});
    doubted.says({"Lee", "Gazette"}, {.stance = Stance::doubts});
    EXPECT_DOUBLE_EQ(one.figures().belief, 1.5 / 2.5);
    EXPECT_DOUBLE_EQ(two.figures().belief, 2.0 / 3.0);
    EXPECT_DOUBLE_EQ(denied.figures().belief, 0.5);
    EXPECT_DOUBLE_EQ(doubted.figures().belief, 1.5 / 2.75);
}

TEST(Belief, WeighsReliability) {
    TerseCorpus corpus;
    corpus.says({"Kim", "Wire"});
    corpus.edit("Kim").reliability = 1.0;
    EXPECT_DOUBLE_EQ(corpus.figures().belief, 2.0 / 3.0);
    corpus.edit("Kim").reliability = 0.0;
    EXPECT_DOUBLE_EQ(corpus.figures().belief, 0.5);
}

TEST(EffectiveSources, DiscountOneOwner) {
    TerseCorpus corpus;
    corpus.says({"Morning Paper"});
    corpus.says({"Evening Paper"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2);
    corpus.edit("Evening Paper").owner = "Morning Paper";
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / 1.5);
    EXPECT_EQ(independent_origins(corpus), 2);
}

TEST(EffectiveSources, DiscountAGatekeeperEvenBehindDifferentRelays) {
    // Kim <── Agency ──┐
    // Lee <── Weekly ──┴── Gazette
    TerseCorpus corpus;
    corpus.says({"Kim", "Agency", "Gazette"});
    corpus.says({"Lee", "Weekly", "Gazette"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / 1.25);
    corpus.says({"Lee", "Weekly", "Herald"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2) << "Lee is heard without the Gazette";
}

TEST(EffectiveSources, KnowThatARelayIsAlsoReadDirectly) {
    // Kim <── Wire <──┐
    // Lee <───────────┴── Gazette
    TerseCorpus corpus;
    corpus.says({"Kim", "Wire", "Gazette"});
    corpus.says({"Lee", "Gazette"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2 / 1.25);
    corpus.says({"Kim", "Wire"});
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 2);
}

TEST(EffectiveSources, AddUpWhatIsShared) {
    TerseCorpus corpus;
    for (const char* name : {"officials", "insiders"}) corpus.source(name, SourceKind::anonymous);
    corpus.says({"officials", "Morning Paper", "Wire"});
    corpus.says({"insiders", "Evening Paper", "Wire"});
    corpus.edit("Evening Paper").owner = corpus.edit("Morning Paper").owner = "Press Group";
    EXPECT_DOUBLE_EQ(corpus.figures().effective_sources, 1);
}

TEST(Explanation, CutsLongLists) {
    TerseCorpus corpus;
    for (const char* name : {"A", "B", "C", "D", "E", "F", "G"}) corpus.says({name, "Wire"}, {.document = "wire"});
    EXPECT_EQ(corpus.figures().explanation, "1 article; 7 independent origins: A, B, C, D, E and 2 more.");
}

TEST(Explanation, NamesTheRelaysOfTheOriginAlone) {
    TerseCorpus corpus;
    corpus.source("fire service", SourceKind::organization);
    corpus.source("rumours", SourceKind::anonymous);
    corpus.says({"fire service", "Agency", "Daily"});
    corpus.says({"rumours", "Weekly", "Echo"});
    EXPECT_THAT(corpus.figures().explanation, HasSubstr("leads back to fire service (via Agency);"));
}

TEST(Explanation, NamesWhatLooksLikeAFurtherSource) {
    TerseCorpus corpus;
    corpus.source("rumours", SourceKind::anonymous);
    corpus.group("Ruritanian media", {"Strelsau Post"});
    corpus.says({"Strelsau Post", "Wire"});
    corpus.says({"Kim", "Weekly", "Daily"});
    corpus.says({"Weekly", "Wire"});
    corpus.says({"Ruritanian media", "Gazette"});
    corpus.says({"rumours", "Monitor"});
    EXPECT_EQ(corpus.figures().explanation,
              "5 articles; 2 independent origins: Strelsau Post and Kim; Ruritanian media only adds to Strelsau Post; "
              "Weekly only passes it on; unattributed reports are not counted.");
}

TEST(Corroboration, OfNoClaimsIsEmpty) {
    EXPECT_THAT(TerseCorpus().corroboration(), IsEmpty());
    EXPECT_THAT(corroborate(TerseCorpus().input()), IsEmpty());
}

TEST(Hearsay, InAPublishersOwnVoiceIsNoOrigin) {
    TerseCorpus corpus;
    corpus.says({"Gazette"}, {.hedged = true});
    EXPECT_EQ(independent_origins(corpus), 0);
    corpus.says({"Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Herald"));
    corpus.says({"Gazette"});
    EXPECT_EQ(independent_origins(corpus), 2);
}

TEST(Beside, IsWhatAnArticleTellsThatOnlyTellsSomethingElse) {
    TerseCorpus corpus;
    corpus.says({"Gazette"});
    corpus.says({"Herald"});
    corpus.says({"Monitor"});
    corpus.claims.back().mentions.back().restates = true;
    EXPECT_EQ(
        corpus.figures().explanation,
        "3 articles; 2 independent origins: Gazette and Herald; 1 article tells something else of the matter, and "
        "is not counted.");
}

TEST(CreditedVoice, IsAnOriginAsAPublisherIs) {
    const auto credits = [](TerseCorpus& corpus, const Said& said) {
        corpus.says({"AP", "CNN"}, said);
        corpus.claims.back().mentions.back().attribution.reset();
    };
    TerseCorpus corpus;
    credits(corpus, {});
    EXPECT_THAT(corpus.origins(), ElementsAre("AP"));
    corpus.source("Lee", SourceKind::person);
    corpus.says({"Lee", "AP", "Post"}, {.rests = true});
    EXPECT_THAT(corpus.origins(), ElementsAre("AP")) << "whom another article quotes beside it is behind nothing here";
    TerseCorpus hearsay;
    credits(hearsay, {.hedged = true});
    EXPECT_THAT(hearsay.origins(), IsEmpty());
}

TEST(QuotedBeside, IsAnOriginWhereNobodyIsQuotedAsSayingIt) {
    TerseCorpus corpus;
    corpus.source("Kim", SourceKind::person);
    corpus.says({"Kim", "Gazette"}, {.rests = true});
    EXPECT_THAT(corpus.origins(), ElementsAre("Kim"));
    corpus.source("rumours", SourceKind::anonymous);
    corpus.says({"rumours", "Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Kim"));
}

TEST(QuotedBeside, IsNotCountedWhereSomebodyIsQuotedAsSayingIt) {
    TerseCorpus corpus;
    corpus.source("Kim", SourceKind::person);
    corpus.source("Lee", SourceKind::person);
    corpus.says({"Kim", "Gazette"}, {.rests = true});
    corpus.says({"Lee", "Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Lee"));
    EXPECT_EQ(corpus.reason("Kim"), "is quoted beside it, but not as saying it");
    EXPECT_EQ(corpus.figures().explanation,
              "2 articles; it leads back to Lee; Kim is quoted beside it, and not counted.");
    corpus.says({"Kim", "Monitor"});
    EXPECT_THAT(corpus.origins(), UnorderedElementsAre("Kim", "Lee"));
}

TEST(QuotedBeside, HasItFromWhoeverIsEarlierInAnotherChain) {
    TerseCorpus corpus;
    corpus.source("Kim", SourceKind::person);
    corpus.source("Lee", SourceKind::person);
    corpus.says({"Kim", "Gazette"}, {.rests = true});
    corpus.says({"Lee", "Kim", "Herald"});
    EXPECT_THAT(corpus.origins(), ElementsAre("Lee"));
    EXPECT_EQ(corpus.reason("Kim"), "has it from Lee");
}

TEST(Utterance, IsOneVoiceWhomeverTheArticlesNameForIt) {
    TerseCorpus corpus;
    corpus.source("an expert", SourceKind::anonymous);
    corpus.source("Ann Lee", SourceKind::person);
    corpus.source("Tom Weir", SourceKind::person);
    corpus.says({"Herald", "Gazette"}, {.utterance = 0});
    corpus.says({"an expert", "Courier"}, {.utterance = 0});
    corpus.says({"Ann Lee", "Monitor"}, {.utterance = 0});
    corpus.says({"Tom Weir", "Weekly"}, {.utterance = 1});
    EXPECT_THAT(corpus.origins(), ElementsAre("Ann Lee", "Tom Weir"));
    EXPECT_EQ(corpus.reason("Herald"), "has the words of Ann Lee");
    EXPECT_EQ(corpus.figures().explanation,
              "4 articles; 2 independent origins: Ann Lee and Tom Weir; Herald and an expert (through Courier) have "
              "it in the same words.");
}

TEST(Utterance, OfSeveralWhomOneArticleNamesTogetherIsEachOnes) {
    TerseCorpus corpus;
    for (const char* state : {"Peru", "Chile"}) corpus.source(state, SourceKind::government);
    corpus.group("Peru and Chile", {"Peru", "Chile"});
    corpus.says({"Peru and Chile", "Gazette"}, {.utterance = 0});
    corpus.says({"Herald"}, {.utterance = 0});
    EXPECT_THAT(corpus.origins(), ::testing::UnorderedElementsAre("Peru", "Chile"));
}

TEST(Denials, OfADocumentAreItsOwnWhoeverTellsOfIt) {
    TerseCorpus corpus;
    corpus.source("the review", SourceKind::document);
    corpus.source("Ann Lee", SourceKind::person);
    corpus.says({"the review", "Ann Lee", "Gazette"}, {.stance = Stance::doubts});
    EXPECT_EQ(corpus.figures().independent_origins, 0u);
    EXPECT_THAT(corpus.figures().explanation, ::testing::HasSubstr("doubted by the review"));
}

TEST(Utterance, OfNobodyTakesNobodysWords) {
    TerseCorpus corpus;
    corpus.source("rumours", SourceKind::anonymous);
    corpus.says({"rumours", "Gazette"}, {.utterance = 0});
    corpus.says({"Herald", "Courier"}, {.utterance = 0});
    corpus.says({"Monitor"}, {.hedged = true, .utterance = 0});
    EXPECT_THAT(corpus.origins(), ElementsAre("Herald"));
}

TEST(Utterance, LeavesWhoHasItFromSomebodyAsHeIs) {
    TerseCorpus corpus;
    corpus.source("Ann Lee", SourceKind::person);
    corpus.source("Tom Weir", SourceKind::person);
    corpus.says({"Ann Lee", "Tom Weir", "Gazette"}, {.utterance = 0});
    corpus.says({"Tom Weir", "Herald"}, {.utterance = 0});
    corpus.says({"Tom Weir", "Courier"}, {.utterance = 1});
    corpus.says({"Ann Lee", "Monitor"}, {.utterance = 1});
    EXPECT_THAT(corpus.origins(), ElementsAre("Ann Lee"));
    EXPECT_EQ(corpus.reason("Tom Weir"), "has it from Ann Lee");
}

TEST(UnnamedPeople, DescribedInTheSameTellingWordsMayBeTheSame) {
    TerseCorpus corpus;
    corpus.source("a person with knowledge of the matter", SourceKind::anonymous);
    corpus.source("A person with knowledge of the matter", SourceKind::anonymous);
    corpus.says({"a person with knowledge of the matter", "Gazette"});
    corpus.says({"A person with knowledge of the matter", "Herald"});
    EXPECT_EQ(independent_origins(corpus), 1);
}

TEST(UnnamedPeople, DescribedByOneWordAreEachOutletsOwn) {
    TerseCorpus corpus;
    corpus.source("officials", SourceKind::anonymous);
    corpus.source("Officials", SourceKind::anonymous);
    corpus.says({"officials", "Gazette"});
    corpus.says({"Officials", "Herald"});
    EXPECT_EQ(independent_origins(corpus), 2);
}

TEST(UnnamedBodies, OfOneNameAreOneForAClaim) {
    TerseCorpus corpus;
    for (const char* name : {"interior ministry", "the interior ministry", "Interior Ministry"})
        corpus.source(name, SourceKind::government);
    corpus.edit("interior ministry").unnamed = corpus.edit("the interior ministry").unnamed = true;
    corpus.says({"interior ministry", "Gazette"});
    corpus.says({"the interior ministry", "Herald"});
    EXPECT_EQ(independent_origins(corpus), 1);
    corpus.says({"Interior Ministry", "Courier"});
    EXPECT_EQ(independent_origins(corpus), 1);
    EXPECT_THAT(corpus.origins(), ElementsAre("Interior Ministry"));
}

TEST(LooseSources, AreThePressAtLarge) {
    TerseCorpus corpus;
    for (const char* name : {"local media", "reports in England", "Swedish newspapers"}) {
        corpus.source(name, SourceKind::group);
        corpus.edit(name).unnamed = true;
    }
    corpus.says({"local media", "Gazette"});
    corpus.says({"reports in England", "Courier"});
    EXPECT_EQ(independent_origins(corpus), 0);
    corpus.says({"Swedish newspapers", "Herald"});
    EXPECT_EQ(independent_origins(corpus), 1);
}

TEST(Denial, OfAnothersReportByAPublisherIsItsOwn) {
    TerseCorpus corpus;
    const AttributionId report = corpus.says({"Gazette", "Wire"}, {.document = "one"});
    corpus.says({"Gazette", "Wire"}, {.stance = Stance::doubts, .document = "one", .about = report});
    EXPECT_THAT(corpus.names(corpus.figures().doubted_by), ElementsAre("Wire"));
}
