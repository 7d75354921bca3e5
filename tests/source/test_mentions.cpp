// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "story.hpp"

namespace hearsay::test {
namespace {

TEST(Mentions, KeepsTwoPeopleOfOneSurnameApart) {
    Story story("Firstpost",
                "Defense Minister Kim Tae-young told lawmakers that the drill will go ahead.\n"
                "North Korean leader Kim Jong Un inspected a shipyard.\n"
                "Kim called the drill a provocation.\n"
                "The defence minister dismissed the threat. North Korea's Kim vowed a response.\n");
    story.said("Defense Minister Kim Tae-young", "told", "the drill will go ahead");
    story.said("Kim", "called", "the drill a provocation");
    story.said("The defence minister", "dismissed", "the threat", Voice::indirect, Stance::denies);
    story.said("North Korea's Kim", "vowed", "a response");
    EXPECT_EQ(story.origin(0), "Kim Tae-young");
    EXPECT_EQ(story.origin(1), "Kim Jong Un");
    EXPECT_EQ(story.origin(2), "Kim Tae-young");
    EXPECT_EQ(story.origin(3), "Kim Jong Un");
}

TEST(Mentions, TakesASurnameForWhoeverBoreItLast) {
    Story story("Firstpost",
                "Kim Min-seo, an economist at a Busan bank, expects growth.\n"
                "Kim said exports will rise.\n"
                "Kim Do-yun, a critic of the bank, was not convinced.\n"
                "Kim said wages will fall.\n");
    story.said("Kim", "said", "exports will rise").said("Kim", "said", "wages will fall");
    EXPECT_EQ(story.origin(0), "Kim Min-seo");
    EXPECT_EQ(story.origin(1), "Kim Do-yun");
}

TEST(Mentions, KeepsFatherAndSonApart) {
    Story story("Firstpost",
                "Farmer Peter Holm said the river rose. His son, plumber Karl Holm, said the dam broke.\n"
                "Peter Holm added that nobody warned them. Karl Holm blamed the council.\n");
    story.said("Farmer Peter Holm", "said", "the river rose").said("plumber Karl Holm", "said", "the dam broke");
    story.said("Peter Holm", "added", "nobody warned them").said("Karl Holm", "blamed", "the council");
    EXPECT_EQ(story.origin(0), "Peter Holm");
    EXPECT_EQ(story.origin(1), "Karl Holm");
    EXPECT_EQ(story.origin(2), "Peter Holm");
    EXPECT_EQ(story.origin(3), "Karl Holm");
}

TEST(Mentions, TakesATitleBehindAFirstNameForASurname) {
    Story story("Firstpost",
                "Robert King, the envoy, said the trip was off.\n"
                "King said he would wait. King Harald said the guests were welcome.\n"
                "Theresa May said taxes will fall in May. May added that wages will rise.\n");
    story.said("Robert King", "said", "the trip was off").said("King", "said", "he would wait");
    story.said("King Harald", "said", "the guests were welcome").said("May", "added", "wages will rise");
    EXPECT_EQ(story.origin(0), "Robert King");
    EXPECT_EQ(story.origin(1), "Robert King");
    EXPECT_EQ(story.origin(2), "Harald");
    EXPECT_EQ(story.origin(3), "Theresa May");
}

TEST(Mentions, DescribesWithoutWhatOnlyAddsDetail) {
    Story story("Firstpost",
                "The parents of Ann Lee, a nurse who was hurt, said the road was icy.\n"
                "The women - all members of a choir - said the bus was late.\n"
                "The mayor, the police and the church said the bridge is safe.\n"
                "This harbour pilot said the lights were off.\n");
    story.said("The parents of Ann Lee, a nurse who was hurt", "said", "the road was icy");
    story.said("The women - all members of a choir", "said", "the bus was late");
    story.said("The mayor, the police and the church", "said", "the bridge is safe");
    story.said("This harbour pilot", "said", "the lights were off");
    EXPECT_EQ(story.origin(0), "Ann Lee's parents");
    EXPECT_EQ(story.origin(1), "women");
    EXPECT_EQ(story.origin(2), "mayor, the police and the church");
    EXPECT_EQ(story.origin(3), "harbour pilot");
}

TEST(Mentions, TakesNoPlaceForWhoMadeARecording) {
    Story story("Firstpost",
                "Dramatic footage from a Norvian battlefield shows a boat on fire.\n"
                "Video taken in the hall shows smoke on the stairs. A video from the Diplomat shows smoke.\n"
                "A clip, filmed by a guest, shows a table on fire.\n");
    story.said("Dramatic footage from a Norvian battlefield", "shows", "a boat on fire");
    story.said("Video taken in the hall", "shows", "smoke on the stairs")
        .said("A video from the Diplomat", "shows", "smoke");
    story.said("A clip, filmed by a guest", "shows", "a table on fire");
    EXPECT_EQ(story.origin(0), "Dramatic footage from a Norvian battlefield");
    EXPECT_EQ(story.origin(1), "Video taken in the hall");
    EXPECT_EQ(story.origin(2), "Diplomat");
    EXPECT_EQ(story.origin(3), "clip");
}

TEST(Mentions, CutsTimesAndBracketsOffADescription) {
    Story story("Firstpost",
                "Two local officials this week said the dam broke.\n"
                "A clerk of the harbour office (PHO) said the ship sank.\n"
                "The Daily Sun said the mayor left. Ann Lee, 31, said the bus was late.\n");
    story.said("Two local officials this week", "said", "the dam broke");
    story.said("A clerk of the harbour office (PHO)", "said", "the ship sank");
    story.said("The Daily Sun", "said", "the mayor left").said("Ann Lee, 31", "said", "the bus was late");
    EXPECT_EQ(story.origin(0), "Two local officials");
    EXPECT_EQ(story.origin(1), "clerk of the harbour office");
    EXPECT_EQ(story.origin(2), "Daily Sun");
    EXPECT_EQ(story.origin(3), "Ann Lee");
}

TEST(Mentions, LetsASurnameMeanWhoSpeaksRatherThanWhomTheStoryIsAbout) {
    const std::string story_of_a_hostage =
        "James Doyle was taken hostage in May. James Doyle was killed in August.\n"
        "The brother of James Doyle said he had been warned.\n"
        "Soldiers found James Doyle near a farm.\n"
        "Doyle said the ministry got in the way.\n";
    Story story("Firstpost", story_of_a_hostage);
    story.said("The brother of James Doyle", "said", "he had been warned").said("Doyle", "said", "the ministry got");
    EXPECT_EQ(story.origin(1), "brother of James Doyle");
    Story spoken("Firstpost", "James Doyle said it was cold.\n" + story_of_a_hostage);
    spoken.said("James Doyle", "said", "it was cold").said("The brother of James Doyle", "said", "he had been warned");
    spoken.said("Doyle", "said", "the ministry got");
    EXPECT_EQ(spoken.origin(2), "James Doyle");
}

TEST(Mentions, TakesNobodysWifeForHimselfAndNoCityForTheCompany) {
    Story story("Firstpost",
                "Kelder will close its Lundby factory in June, the company said.\n"
                "Tom Weir was found guilty of fraud, his wife said.\n"
                "A man was held over the murder of Ann Lee, her lawyer said.\n");
    story.said("the company", "said", "Kelder will close its Lundby factory in June");
    story.said("his wife", "said", "Tom Weir was found guilty of fraud");
    story.said("her lawyer", "said", "A man was held over the murder of Ann Lee");
    EXPECT_EQ(story.origin(0), "Kelder");
    EXPECT_EQ(story.origin(1), "his wife");
    EXPECT_EQ(story.origin(2), "her lawyer");
}

TEST(Mentions, TakesAnArticleOrANumberAloneForNobody) {
    Story story("Firstpost",
                "The photograph, which was shared online, showed the dam broke. In 2014 said the ship sank.\n");
    story.said("The", "showed", "the dam broke").said("2014", "said", "the ship sank");
    EXPECT_EQ(story.origin(0), story.origin(1));
    EXPECT_EQ(story.origin(0), "unnamed source");
}

TEST(Mentions, NamesWhoHoldsTheOfficeThatAPhraseDescribes) {
    Story story("Firstpost",
                "Harbour director of communications Christy Feld said the ship sank.\n"
                "Head of the Tide Office Bill Cooke said the water rose.\n"
                "The spokesman for the jailed mayor Ann Lee said she is well.\n");
    story.said("Harbour director of communications Christy Feld", "said", "the ship sank");
    story.said("Head of the Tide Office Bill Cooke", "said", "the water rose");
    story.said("The spokesman for the jailed mayor Ann Lee", "said", "she is well");
    EXPECT_EQ(story.origin(0), "Christy Feld");
    EXPECT_EQ(story.origin(1), "Bill Cooke");
    EXPECT_NE(story.origin(2), "Bill Cooke");
}

TEST(Mentions, TakesAnAgeForThePersonNamedLast) {
    Story story("Firstpost",
                "Striker Diego Costa joined Rovers in May.\n"
                "The 24-year-old told his club that he was unhappy.\n");
    story.said("The 24-year-old", "told", "he was unhappy");
    EXPECT_EQ(story.origin(0), "Diego Costa");
}

TEST(Mentions, ReadsParticlesAndFirstNamesThatAreWords) {
    Story story("Firstpost", "Ursula von der Leyen said talks will go on. Spokesman Jan Roth said they had failed.\n");
    story.said("Ursula von der Leyen", "said", "talks will go on").said("Jan Roth", "said", "they had failed");
    EXPECT_EQ(story.origin(0), "Ursula von der Leyen");
    EXPECT_EQ(story.origin(1), "Jan Roth");
}

TEST(Mentions, FollowsPronounsToPeopleOfOneName) {
    Story story("Firstpost",
                "Governor Pavel Orlov said an inquiry was opened.\n"
                "A worker called Dmitri said the doors were locked. He added that somebody knocked.\n");
    story.said("Governor Pavel Orlov", "said", "an inquiry was opened");
    story.said("Dmitri", "said", "the doors were locked").said("He", "added", "somebody knocked");
    EXPECT_EQ(story.origin(2), "Dmitri");
    Story other("Firstpost", "Zelensky said talks went on. He said the front was calm.\n");
    other.said("Zelensky", "said", "talks went on").said("He", "said", "the front was calm");
    EXPECT_EQ(other.origin(1), "Zelensky");
}

TEST(Mentions, ReadsAnOfficesWholeName) {
    for (const std::string name :
         {"Ministry of Agriculture, Fisheries and Food", "Department of Trade and Industry",
          "Department of Immigration, Multicultural and Indigenous Affairs", "British Beer and Pub Association"}) {
        Story story("Firstpost", "The " + name + " said the quay was safe.\n");
        EXPECT_EQ(story.said("The " + name, "said", "the quay was safe").origin(0), name);
    }
    Story joint("Firstpost", "The United States and European Commission said the quay was safe.\n");
    joint.said("The United States and European Commission", "said", "the quay was safe");
    EXPECT_EQ(joint.source(0).members.size(), 2u);
    Story two("Firstpost", "The Department of Health and Finance Minister Bo Berg said the quay was safe.\n");
    two.said("The Department of Health and Finance Minister Bo Berg", "said", "the quay was safe");
    EXPECT_EQ(two.source(0).members.size(), 2u);
}

TEST(Mentions, TakesNoHourForASourceAndNoDescriptionForAName) {
    Story story("Firstpost",
                "Witnesses at 9.56am said the bell rang. A film by screenwriter Bo Ström was late.\n"
                "The Ström-penned film is said to be late. Twenty-one-year-old Ann Lee said she was not.\n");
    story.said("9.56am", "said", "the bell rang").said("Ann Lee", "said", "she was not");
    EXPECT_EQ(story.origin(0), "unnamed source");
    EXPECT_EQ(story.origin(1), "Ann Lee");
}

TEST(Mentions, TakesHowOftenForNobody) {
    Story story("Firstpost", "A post shared thousands of times says the bell rang.\n");
    EXPECT_EQ(story.said("thousands of times", "says", "the bell rang").origin(0), "unnamed source");
}

TEST(Mentions, TakesNoAdverbForAName) {
    Story story("Firstpost", "Afterwards Ann Lee said the bell rang.\n");
    EXPECT_EQ(story.said("Afterwards Ann Lee", "said", "the bell rang").origin(0), "Ann Lee");
}

TEST(Mentions, NamesHousesAfterTheirPatrons) {
    Story story("Firstpost", "St Anne's Hospital said two had died. Iran's Foreign Ministry said it was sorry.\n");
    story.said("St Anne's Hospital", "said", "two had died").said("Iran's Foreign Ministry", "said", "it was sorry");
    EXPECT_EQ(story.origin(0), "St Anne's Hospital");
    EXPECT_FALSE(story.source(0).unnamed);
    EXPECT_NE(story.origin(1), "Foreign Ministry");
}

TEST(Mentions, TellsFirmsFromPeople) {
    Story story("Firstpost",
                "General Harbour Foods Co said profits rose. The company said it will hire.\n"
                "Samantha Power said the talks failed.\n"
                "A third, Northern Gas Co, said prices will rise.\n"
                "Secretary of Commerce Malcolm Beld said trade grew.\n");
    story.said("General Harbour Foods Co", "said", "profits rose").said("The company", "said", "it will hire");
    story.said("Samantha Power", "said", "the talks failed");
    story.said("A third, Northern Gas Co", "said", "prices will rise");
    story.said("Secretary of Commerce Malcolm Beld", "said", "trade grew");
    EXPECT_EQ(story.origin(0), "General Harbour Foods Co");
    EXPECT_EQ(story.source(0).kind, SourceKind::organization);
    EXPECT_EQ(story.origin(1), "General Harbour Foods Co");
    EXPECT_EQ(story.source(2).kind, SourceKind::person);
    EXPECT_EQ(story.origin(3), "Northern Gas Co");
    EXPECT_EQ(story.origin(4), "Malcolm Beld");
}

TEST(Mentions, NamesWhoStandsInAppositionToADescription) {
    Story story("Firstpost",
                "The doctor on duty, cardiologist Omar Haddad, said two were hurt.\n"
                "According to the miller Jon Berg, many said the dam broke.\n");
    story.said("The doctor on duty, cardiologist Omar Haddad", "said", "two were hurt");
    story.said("According to the miller Jon Berg", "said", "the dam broke");
    EXPECT_EQ(story.origin(0), "Omar Haddad");
    EXPECT_EQ(story.origin(1), "Jon Berg");
}

TEST(Mentions, TakesTheSurnameOfACoupleForTheOneNamedFirst) {
    Story story("Firstpost",
                "Senator Ann Lee opened the bridge with her husband, Tom Lee.\n"
                "Lee said tolls will fall.\n");
    story.said("Lee", "said", "tolls will fall");
    EXPECT_EQ(story.origin(0), "Ann Lee");
}

TEST(Mentions, CutsAHeadlineToTheNameThatTheArticleUses) {
    Story story("Firstpost",
                "Hold Mara Quist Accountable\n"
                "Quist said taxes will fall.\n"
                "Voters want answers from Mara Quist.\n");
    story.said("Quist", "said", "taxes will fall");
    EXPECT_EQ(story.origin(0), "Mara Quist");
}

TEST(Mentions, FindsTheHolderOfAnOfficeThatIsNamedOnlyLater) {
    Story story("Firstpost",
                "The bridge will close, according to Norway's transport minister.\n"
                "Transport Minister Ola Berg spoke in Bergen.\n");
    story.said("Norway's transport minister", "according to", "The bridge will close");
    EXPECT_EQ(story.origin(0), "Ola Berg");
}

TEST(Mentions, TellsTwoOfficesApart) {
    Story story("Firstpost",
                "Foreign Minister Ana Ruiz met Health Minister Joe Pena in Quito.\n"
                "The health minister said beds are short. The foreign minister said borders stay open.\n");
    story.said("The health minister", "said", "beds are short")
        .said("The foreign minister", "said", "borders stay open");
    EXPECT_EQ(story.origin(0), "Joe Pena");
    EXPECT_EQ(story.origin(1), "Ana Ruiz");
}

TEST(Mentions, DoesNotTakeADeputyForTheMinister) {
    Story story("Firstpost",
                "Deputy Finance Minister Lena Wolf opened the fair.\nThe finance minister said taxes will fall.\n");
    story.said("The finance minister", "said", "taxes will fall");
    EXPECT_EQ(story.origin(0), "finance minister");
}

TEST(Mentions, KnowsAFamilyByWhoseItIs) {
    Story story("Firstpost",
                "Architect Robert Dane is missing. Dane's parents said the house is empty.\n"
                "The parents of Robert Dane said it is cold.\n"
                "Parents of the pupils said the school is shut.\n");
    story.said("Dane's parents", "said", "the house is empty")
        .said("The parents of Robert Dane", "said", "it is cold")
        .said("Parents of the pupils", "said", "the school is shut");
    EXPECT_EQ(story.origin(0), "Robert Dane's parents");
    EXPECT_FALSE(story.source(0).unnamed);
    EXPECT_EQ(story.origin(1), "Robert Dane's parents");
    EXPECT_EQ(story.origin(2), "Parents of the pupils");
}

TEST(Mentions, LeadsARelativePronounToWhatStandsBeforeIt) {
    Story story(
        "Firstpost",
        "Mayor Susan Hill read a report by the spy agency to ministers last week, which said the mine is shut.\n"
        "Tarn Power asked the harbour authority, which said the pier is safe.\n");
    story.said("which", "said", "the mine is shut").said("which", "said", "the pier is safe");
    EXPECT_EQ(story.origin(0), "spy agency");
    EXPECT_EQ(story.origin(1), "harbour authority");
}

TEST(Mentions, FollowsPronounsByGenderAndRole) {
    Story story("Firstpost",
                "Mayor Susan Hill met architect Robert Dane. She said the tower is safe.\n"
                "\"It will stand for a century,\" he added.\n");
    story.said("She", "said", "the tower is safe")
        .said("he", "added", "\"It will stand for a century,\"", Voice::direct);
    EXPECT_EQ(story.origin(0), "Susan Hill");
    EXPECT_EQ(story.origin(1), "Robert Dane");
}

TEST(Mentions, DoesNotTakeSomebodyNamedInsideAQuotationForItsSpeaker) {
    Story story("Firstpost",
                "\"The road is closed,\" said engineer Paul Reed.\n"
                "\"Engineer Mark Stone knew that,\" he said.\n");
    story.said("engineer Paul Reed", "said", "\"The road is closed,\"", Voice::direct);
    story.said("he", "said", "\"Engineer Mark Stone knew that,\"", Voice::direct);
    EXPECT_EQ(story.origin(1), "Paul Reed");
}

TEST(Mentions, TakesIForWhoeverIsQuoted) {
    Story story("Firstpost", "\"I heard that the dam broke,\" farmer Nina Falk said.\n");
    story.said("farmer Nina Falk", "said", "\"I heard that the dam broke,\"", Voice::direct);
    story.said("I", "heard", "the dam broke");
    story.attributions[1].source = {{1, 2}};
    story.attributions[1].cue = {{3, 8}};
    EXPECT_EQ(story.chain(1), (Names{"Nina Falk", "Firstpost"}));
}

TEST(Mentions, TakesItForTheBodyThatSpokeLast) {
    Story story("Firstpost", "The Harbor Safety Board closed the pier. It said the planks are rotten.\n");
    story.said("It", "said", "the planks are rotten");
    EXPECT_EQ(story.origin(0), "Harbor Safety Board");
}

TEST(Mentions, ReadsAcronymsAndTheirExpansion) {
    Story story("Firstpost", "The Coastal Rescue Union (CRU) is on strike. CRU said boats stay in port.\n");
    story.said("CRU", "said", "boats stay in port");
    EXPECT_EQ(story.origin(0), "Coastal Rescue Union");
}

TEST(Mentions, TakeNoPlaceForTheOperator) {
    Story story("Firstpost", "A ferry caught fire off Bantor on Friday, the operator said.\n");
    story.said("the operator", "said", "A ferry caught fire off Bantor on Friday");
    EXPECT_EQ(story.origin(0), "operator");
}

TEST(Mentions, TakeHisSpokesmanForWhomHeSpeaksFor) {
    Story story("Firstpost", "Minister Ola Berg is not going to resign, his spokesman said.\n");
    story.said("his spokesman", "said", "Minister Ola Berg is not going to resign");
    EXPECT_EQ(story.chain(0), (Names{"Ola Berg", "Firstpost"}));
}

TEST(Mentions, LetsASpokespersonSpeakForTheOrganization) {
    Story story("Firstpost", "A spokesman for Norsk Havbruk said the fish are healthy.\n");
    story.said("A spokesman for Norsk Havbruk", "said", "the fish are healthy");
    EXPECT_EQ(story.origin(0), "Norsk Havbruk");
}

TEST(Mentions, NamesTheSpokespersonWhereTheArticleDoes) {
    Story story("Firstpost",
                "A spokeswoman for the Harbor Safety Board said the pier is closed.\n"
                "Harbor Safety Board spokeswoman Ida Lund said it will reopen.\n");
    story.said("A spokeswoman for the Harbor Safety Board", "said", "the pier is closed");
    EXPECT_EQ(story.origin(0), "Ida Lund");
}

TEST(Mentions, ReadsCapitalsAndSeatsOfPowerAsStates) {
    Story story("Firstpost", "Paris said the talks go on. Seoul, Tokyo and Canberra said the sanctions stay.\n");
    story.said("Paris", "said", "the talks go on").said("Seoul, Tokyo and Canberra", "said", "the sanctions stay");
    EXPECT_EQ(story.origin(0), "France");
    const Source joint = story.source(1);
    EXPECT_EQ(joint.name, "South Korea, Japan and Australia");
    EXPECT_EQ(joint.kind, SourceKind::government);
    EXPECT_EQ(joint.members.size(), 3u);
    EXPECT_THAT(joint.aliases, ::testing::Contains("Seoul, Tokyo and Canberra"));
}

TEST(Mentions, KeepsWashingtonTheStateTheNewspaperAndTheManApart) {
    Story story("Firstpost",
                "Washington said the treaty holds. The Washington Post reported that talks failed.\n"
                "Coach Denzel Washington said the team is ready.\n");
    story.said("Washington", "said", "the treaty holds").said("The Washington Post", "reported", "talks failed");
    story.said("Coach Denzel Washington", "said", "the team is ready");
    EXPECT_EQ(story.origin(0), "United States");
    EXPECT_EQ(story.origin(1), "The Washington Post");
    EXPECT_EQ(story.origin(2), "Denzel Washington");
}

TEST(Mentions, ReadsTheTimesAsTheOneNamedInFull) {
    Story story("Firstpost", "The Financial Times reported that rates will fall. The Times said banks agree.\n");
    story.said("The Financial Times", "reported", "rates will fall").said("The Times", "said", "banks agree");
    EXPECT_EQ(story.origin(0), story.origin(1));
}

TEST(Mentions, LeadsBothCountriesBackToTheTwoStates) {
    Story story("Firstpost", "Peru alleges that Chile sent ships to Bolivia. Both countries rejected the claim.\n");
    story.said("Peru", "alleges", "Chile sent ships to Bolivia");
    story.said("Both countries", "rejected", "the claim", Voice::indirect, Stance::denies);
    EXPECT_EQ(story.resolve().sources[story.resolved(1).chain[0]].name, "Chile and Bolivia");
}

TEST(Mentions, KeepsUnnamedSourcesAsDescribed) {
    Story story("Firstpost",
                "A person familiar with the matter said the deal is off. Analysts said prices will rise.\n"
                "The deal was said to be dead.\n");
    story.said("A person familiar with the matter", "said", "the deal is off")
        .said("Analysts", "said", "prices will rise");
    story.said("", "was said", "to be dead");
    EXPECT_EQ(story.source(0).name, "person familiar with the matter");
    EXPECT_EQ(story.source(0).kind, SourceKind::anonymous);
    EXPECT_EQ(story.source(1).kind, SourceKind::group);
    EXPECT_EQ(story.source(2).name, "unnamed source");
    EXPECT_TRUE(story.source(0).unnamed && story.source(1).unnamed && story.source(2).unnamed);
}

TEST(Mentions, TellsAnotherOfficialFromTheOfficial) {
    Story story("Firstpost",
                "A senior port official said the crane fell. The official said nobody was hurt.\n"
                "Another official said two men were hurt.\n");
    story.said("A senior port official", "said", "the crane fell").said("The official", "said", "nobody was hurt");
    story.said("Another official", "said", "two men were hurt");
    const auto found = story.resolve();
    EXPECT_EQ(found.attributions[0].chain, found.attributions[1].chain);
    EXPECT_NE(found.attributions[0].chain, found.attributions[2].chain);
}

TEST(Mentions, GivesTheCanonicalNameAndTheOtherFormsAsAliases) {
    Story story("Firstpost", "President Maria Solis said the port opens. Solis said jobs will follow.\n");
    story.said("President Maria Solis", "said", "the port opens").said("Solis", "said", "jobs will follow");
    const Source source = story.source(1);
    EXPECT_EQ(source.name, "Maria Solis");
    EXPECT_EQ(source.kind, SourceKind::person);
    EXPECT_THAT(source.aliases, ::testing::ElementsAre("President Maria Solis", "Solis"));
}

TEST(Mentions, LeadsABodyCalledByAnotherWordBackToItsName) {
    Story story("Firstpost",
                "The Highway Safety Administration opened an inquiry. The agency said 12 drivers had complained.\n"
                "The Brenna Trust bought the pier. The charity said it would be mended.\n");
    story.said("The agency", "said", "12 drivers had complained").said("The charity", "said", "it would be mended");
    EXPECT_EQ(story.chain(0), (Names{"Highway Safety Administration", "Firstpost"}));
    EXPECT_EQ(story.chain(1), (Names{"Brenna Trust", "Firstpost"}));
}

TEST(Mentions, TakesNobodyForAPlaceOrAServiceForItsFirstWord) {
    Story story(
        "Firstpost",
        "Limits are planned for ships in the Gulf, an official confirmed. \"None is decided,\" the official said.\n"
        "Emergency services said two were trapped.\n");
    story.said("an official", "confirmed", "Limits are planned for ships in the Gulf");
    story.said("the official", "said", "\"None is decided,\"", Voice::direct);
    story.said("Emergency services", "said", "two were trapped");
    EXPECT_EQ(story.chain(1), (Names{"official", "Firstpost"}));
    EXPECT_EQ(story.chain(2), (Names{"Emergency services", "Firstpost"}));
}

TEST(Mentions, KeepsHusbandAndWifeOfOneSurnameApart) {
    Story story("Firstpost", "Michelle Obama spoke in Akron.\nMr. Obama said the town was safe.\n");
    story.said("Mr. Obama", "said", "the town was safe");
    EXPECT_EQ(story.chain(0), (Names{"Obama", "Firstpost"}));
}

TEST(Mentions, ReadsNamesWithForThe) {
    Story story("Firstpost", "The International Centre for the Study of Radicalisation said it knew 30 men.\n");
    story.said("The International Centre for the Study of Radicalisation", "said", "it knew 30 men");
    EXPECT_EQ(story.chain(0), (Names{"International Centre for the Study of Radicalisation", "Firstpost"}));
}

TEST(Mentions, LeadsTheCompanyAndTheNewsAgencyBackToWhatWasNamed) {
    Story story("Firstpost",
                "Norsk Havbruk closed two farms. The company said the fish are healthy.\n"
                "Agence France-Presse reported that the fish are ill. The news agency said nobody was hurt.\n");
    story.said("The company", "said", "the fish are healthy");
    story.said("Agence France-Presse", "reported", "the fish are ill")
        .said("The news agency", "said", "nobody was hurt");
    EXPECT_EQ(story.origin(0), "Norsk Havbruk");
    EXPECT_EQ(story.origin(1), story.origin(2));
}

TEST(Mentions, MeetsTheBodiesOfAStateHoweverItIsNamed) {
    Story story("Firstpost",
                "The South Korean military said a drone came. South Korea's military said it was shot down.\n"
                "The military said it was small.\n");
    story.said("The South Korean military", "said", "a drone came")
        .said("South Korea's military", "said", "it was shot down");
    story.said("The military", "said", "it was small");
    EXPECT_EQ(story.origin(0), story.origin(1));
    EXPECT_EQ(story.origin(0), story.origin(2));
    EXPECT_EQ(story.source(0).owner, "South Korea");
}

TEST(Mentions, LeadsItsOperatorAndTheOperatorBackToTheBodyThatIsOne) {
    Story story("Firstpost",
                "The plant's operator, Tokai Power, said water had leaked. The operator said nobody was hurt.\n"
                "Its operator said pumps were running.\n");
    story.said("The plant's operator, Tokai Power,", "said", "water had leaked")
        .said("The operator", "said", "nobody was hurt");
    story.said("Its operator", "said", "pumps were running");
    for (std::uint32_t i = 0; i < 3; ++i) EXPECT_EQ(story.origin(i), "Tokai Power") << i;
    EXPECT_EQ(story.source(0).kind, SourceKind::organization);
}

TEST(Mentions, SaysForWhomTheHolderOfAnOfficeSpeaks) {
    Story story(
        "Firstpost",
        "Boeing spokeswoman Ann Reed said the jet is safe. Ida Lund, a director of the World Bank, said rates fell.\n"
        "South Korea's foreign minister, Cho Tae-yul, said talks go on.\n");
    story.said("Boeing spokeswoman Ann Reed", "said", "the jet is safe");
    story.said("Ida Lund, a director of the World Bank,", "said", "rates fell");
    story.said("South Korea's foreign minister, Cho Tae-yul,", "said", "talks go on");
    EXPECT_EQ(story.source(0).owner, "Boeing");
    EXPECT_EQ(story.source(1).owner, "World Bank");
    EXPECT_EQ(story.source(2).owner, "South Korea");
}

TEST(Mentions, LetsNobodySpeakForABodyWhoHoldsNoOfficeThere) {
    Story story("Firstpost",
                "Former Boeing executive Ann Reed said the jet is old. Boeing critic Joe Pena said it is loud.\n"
                "U.S. Senator Ola Berg said it is slow. The U.S. Congress said it is dear.\n");
    story.said("Former Boeing executive Ann Reed", "said", "the jet is old")
        .said("Boeing critic Joe Pena", "said", "it is loud");
    story.said("U.S. Senator Ola Berg", "said", "it is slow").said("The U.S. Congress", "said", "it is dear");
    for (std::uint32_t i = 0; i < 4; ++i) EXPECT_EQ(story.source(i).owner, "") << i;
}

TEST(Mentions, TellsAPersonFromTheOutletOfThatName) {
    Story story("Firstpost",
                "Mayor Michael Bloomberg said the park is open. Prosecutor Daniel Reuter said it is closed.\n"
                "The gate is shut, Bloomberg said. The lamps are out, Ann Lee told Bloomberg.\n");
    story.said("Mayor Michael Bloomberg", "said", "the park is open")
        .said("Prosecutor Daniel Reuter", "said", "it is closed");
    story.said("Bloomberg", "said", "The gate is shut").said("Ann Lee", "told", "The lamps are out");
    EXPECT_EQ(story.origin(0), "Michael Bloomberg");
    EXPECT_EQ(story.origin(1), "Daniel Reuter");
    EXPECT_EQ(story.origin(2), "Michael Bloomberg");
    EXPECT_EQ(story.chain(3), (Names{"Ann Lee", "Bloomberg", "Firstpost"}));
}

TEST(Mentions, LetsAReportSpeakForItsAuthor) {
    Story story("Firstpost",
                "A report by the Harbor Safety Board said the pier is unsafe. A Reuters report said it is closed.\n");
    story.said("A report by the Harbor Safety Board", "said", "the pier is unsafe")
        .said("A Reuters report", "said", "it is closed");
    EXPECT_EQ(story.origin(0), "Harbor Safety Board");
    EXPECT_EQ(story.origin(1), "Reuters");
}

TEST(Mentions, TakeTheCompanyForNobodyWhoseClaimItDeniesNorForAWatchdog) {
    const auto company = [](const std::string& accuser, const std::string& content, Stance stance) {
        Story story("Gazette", "Torvex polluted the river, " + accuser + " said. The company said " + content + ".\n");
        story.said(accuser, "said", "Torvex polluted the river");
        story.said("The company", "said", content, Voice::indirect, stance);
        return story.chain(1).front();
    };
    EXPECT_EQ(company("Kelder Holdings", "the claims were wrong", Stance::denies), "Torvex");
    EXPECT_EQ(company("Kelder Holdings", "it would sue", Stance::asserts), "Kelder Holdings");
    EXPECT_EQ(company("Kelder Holdings", "the claims of dirt were wrong", Stance::denies), "Kelder Holdings");
    EXPECT_EQ(company("River Watch", "it would sue", Stance::asserts), "Torvex");
}

}  // namespace
}  // namespace hearsay::test
