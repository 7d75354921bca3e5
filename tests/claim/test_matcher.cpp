// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>

#include "claim/articles.hpp"
#include "hearsay/claim/matcher.hpp"
#include "hearsay/error.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;

struct Said {
    unsigned document;
    std::string text;
    Stance stance = Stance::asserts;
    int attribution = -1, about = -1;
    int origin = -1;
    std::string published = {};
    bool judges = false;
    bool quoted = false;
};

enum class Read : bool { by_words, by_encoder };

std::vector<Claim> claims_of(const std::vector<Said>& said, Read read = Read::by_words) {
    const auto models = resource_directory() / "encoder";
    ClaimMatcher matcher =
        read == Read::by_words
            ? ClaimMatcher(lexicons())
            : ClaimMatcher(lexicons(), 1,
                           {.encoder = models / "accurate.model", .pairs = models / "accurate.pairs.model"});
    std::vector<Mention> mentions;
    for (std::uint32_t i = 0; i < said.size(); ++i) {
        Mention mention;
        mention.document = DocumentId{said[i].document};
        mention.spans = {{i, i + 1}};  // names the mention in the answers
        mention.text = said[i].text;
        mention.stance = said[i].stance;
        mention.judges = said[i].judges;
        mention.quoted = said[i].quoted;
        if (said[i].attribution >= 0) mention.attribution = AttributionId{static_cast<unsigned>(said[i].attribution)};
        if (said[i].about >= 0) mention.about = AttributionId{static_cast<unsigned>(said[i].about)};
        if (said[i].origin >= 0) mention.chain = {SourceId{static_cast<unsigned>(said[i].origin)}};
        matcher.add(mention, said[i].published);
        mentions.push_back(std::move(mention));
    }
    return hearsay::claims_of(matcher.finish(), std::move(mentions));
}

/// The mentions' numbers, claim by claim.
using Grouping = std::vector<std::vector<unsigned>>;
Grouping grouping(const std::vector<Said>& said) {
    Grouping groups;
    for (const Claim& claim : claims_of(said)) {
        groups.emplace_back();
        for (const Mention& mention : claim.mentions) groups.back().push_back(mention.spans[0].begin);
    }
    return groups;
}

bool one_claim(std::string_view a, std::string_view b) {
    return grouping({{0, std::string(a)}, {1, std::string(b)}}).size() == 1;
}

TEST(ClaimMatcher, JoinsParaphrases) {
    EXPECT_TRUE(one_claim("Veldania is likely to deploy troops to the northern border",
                          "Veldania will probably send soldiers to the northern border"));
    EXPECT_TRUE(one_claim("Orbital Foods will buy the bakery chain Kornhaus for $2 billion",
                          "Kornhaus bakeries are to be acquired by Orbital Foods for 2 billion dollars"));
    EXPECT_TRUE(one_claim("French troops left the Malian town of Gao in August",
                          "France's soldiers departed from Gao in Mali in August"));
}

TEST(ClaimMatcher, KeepsUnrelatedStatementsApart) {
    EXPECT_FALSE(one_claim("Veldania is likely to deploy troops to the northern border",
                           "The Kornhaus bakery chain raised bread prices in Lund"));
    EXPECT_FALSE(one_claim("He said it was a good day", "She said it was a good day for the team"));
}

TEST(ClaimMatcher, FindsAShortStatementInALongOne) {
    EXPECT_TRUE(one_claim(
        "Soldiers of Veldania fought near Korsk",
        "Soldiers of Veldania fought near Korsk for eleven weeks, losing most of their tanks to drones and mines"));
}

TEST(ClaimMatcher, KeepsDifferentFiguresApart) {
    EXPECT_FALSE(
        one_claim("six Veldanian officers were killed near Korsk", "nine Veldanian officers were killed near Korsk"));
    EXPECT_TRUE(one_claim("six Veldanian officers were killed near Korsk", "6 Veldanian officers died near Korsk"));
    EXPECT_FALSE(one_claim("at least 100 Veldanian soldiers were killed near Korsk",
                           "Veldanian troops suffered around 1,100 casualties near Korsk"));
    EXPECT_TRUE(one_claim("Veldanian losses near Korsk exceeded 1,000 soldiers, more than 1,000",
                          "Veldanian losses near Korsk were about 1,100 soldiers"));
}

TEST(ClaimMatcher, KeepsKilledFromKilledOrWounded) {
    EXPECT_FALSE(one_claim("100 Veldanian soldiers were killed near Korsk",
                           "100 Veldanian soldiers were killed or wounded near Korsk"));
    EXPECT_FALSE(
        one_claim("100 Veldanian soldiers were killed near Korsk", "100 Veldanian soldiers were wounded near Korsk"));
}

TEST(ClaimMatcher, KeepsNamesApart) {
    EXPECT_FALSE(one_claim("Marta Olsson resigned as governor of Skaldor province",
                           "Viktor Brandt resigned as governor of Lethia province"));
}

TEST(ClaimMatcher, LetsADenialJoinWhatItDenies) {
    const auto claims = claims_of({{0, "Veldania has sent troops to the northern border"},
                                   {1, "Veldania has sent troops to the northern border", Stance::denies}});
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims[0].mentions[1].stance, Stance::denies);
}

TEST(ClaimMatcher, TakesTheContraryForADenial) {
    const auto claims = claims_of({{0, "Veldania has not sent troops to the northern border"},
                                   {1, "Veldania has sent troops to the northern border"},
                                   {2, "Veldania sent soldiers to the northern border"}});
    ASSERT_EQ(claims.size(), 1u);
    ASSERT_EQ(claims[0].mentions.size(), 3u);
    EXPECT_EQ(claims[0].mentions[0].stance, Stance::denies);
    EXPECT_EQ(claims[0].mentions[1].stance, Stance::asserts);
    EXPECT_EQ(claims[0].mentions[2].stance, Stance::asserts);
    EXPECT_EQ(claims[0].text, "Veldania has sent troops to the northern border");
}

TEST(ClaimMatcher, TakesForTheContraryWhatIsDeniedOfTheSameSubject) {
    for (const char* denial : {"Finance minister Viktor Orlan will not resign this week",
                               "Finance minister Viktor Orlan isn't going to resign",
                               "Finance minister Viktor Orlan has no intention of resigning this week"}) {
        const auto claims = claims_of({{0, "Finance minister Viktor Orlan will resign this week"}, {1, denial}});
        ASSERT_EQ(claims.size(), 1u) << denial;
        EXPECT_EQ(claims[0].mentions[0].stance, Stance::asserts) << denial;
        EXPECT_EQ(claims[0].mentions[1].stance, Stance::denies) << denial;
    }
}

TEST(ClaimMatcher, KeepsApartWhatNamesAnotherCauseMakerOrYear) {
    EXPECT_FALSE(one_claim("The blaze at the Kornhaus warehouse was caused by a faulty heater",
                           "The blaze at the Kornhaus warehouse was caused by arson"));
    EXPECT_FALSE(one_claim("The drone that hit the Korsk refinery was fired by Veldania",
                           "The drone that hit the Korsk refinery was fired by Lethia"));
    EXPECT_FALSE(
        one_claim("The tunnel under the Skaldor will open in 2027", "The tunnel under the Skaldor will open in 2030"));
    EXPECT_FALSE(
        one_claim("The tunnel under the Skaldor will open in May", "The tunnel under the Skaldor will open in June"));
    EXPECT_FALSE(one_claim("The shots were fired from the north side of the square",
                           "The shots were fired from the south side of the square"));
    EXPECT_TRUE(one_claim("The blaze at the Kornhaus warehouse was caused by a faulty heater",
                          "The blaze at the Kornhaus warehouse was caused by an electric heater"));
}

TEST(ClaimMatcher, LeavesAClaimThatOnlyNegativesStateAsItIs) {
    const auto claims = claims_of({{0, "Veldania has not sent troops to the northern border"},
                                   {1, "Veldania never sent soldiers to the northern border"}});
    ASSERT_EQ(claims.size(), 1u);
    for (const Mention& mention : claims[0].mentions) EXPECT_EQ(mention.stance, Stance::asserts);
}

TEST(ClaimMatcher, SendsAnEndorsementToTheClaimThatItIsAbout) {
    const std::vector<Said> said{{0, "six Veldanian officers were killed near Korsk", Stance::asserts, 0},
                                 {0, "the Kornhaus bakery chain raised its bread prices", Stance::asserts, 1},
                                 {0, "a recent report is likely to be true", Stance::confirms, 2, 0},
                                 {0, "the account of losses in the marshes is a fake", Stance::denies, 3, 0}};
    EXPECT_EQ(grouping(said), (Grouping{{0, 2, 3}, {1}}));
}

TEST(ClaimMatcher, SendsAnEndorsementWithOtherFiguresWhereItBelongs) {
    const std::vector<Said> said{{0, "six Veldanian officers were killed near Korsk", Stance::asserts, 0},
                                 {0, "the Kornhaus bakery chain raised its bread prices", Stance::asserts, 1},
                                 {0, "nine Veldanian officers were buried in Korsk", Stance::confirms, 2, 0}};
    EXPECT_EQ(grouping(said).size(), 3u);
}

TEST(ClaimMatcher, TiesALeadToWhatItsSourceSaysNext) {
    const std::vector<Said> said{
        {0, "Veldania is likely to redeploy its horses and cannons to the battlefields of Korsk", Stance::asserts, 0,
         -1, 7},
        {0, "redeployment is a consequence of the mutual treaty of Veldania and Krasnia", Stance::asserts, 1, -1, 7},
        {0, "redeployment of the orchestra to Lund delights its audience", Stance::asserts, 2, -1, 7}};
    EXPECT_EQ(grouping(said), (Grouping{{0, 1}, {2}}));
}

TEST(ClaimMatcher, TiesALeadToNoOtherFact) {
    const auto claims = [](std::string_view lead, std::string_view next) {
        return grouping({{.document = 0, .text = std::string(lead), .attribution = 0, .origin = 1},
                         {.document = 0, .text = std::string(next), .attribution = 1, .origin = 1}})
            .size();
    };
    EXPECT_EQ(claims("An explosion at a market in Velden killed 12 people",
                     "A second explosion at a bus station killed three people"),
              2u);
    EXPECT_EQ(claims("The tram line to Melk will open in May", "The old tram depot was built with asbestos"), 2u);
    EXPECT_EQ(claims("Police arrested a man over the murder of the singer Lila Roe",
                     "Later a woman was arrested over the murder of the singer Lila Roe"),
              2u);
}

TEST(ClaimMatcher, AsksForLessOfWhatOneSourceIsQuotedAsSaying) {
    const auto claims = [](std::string_view text, std::string_view next, int other) {
        const std::string fog = "Fog delayed flights all morning, and a stray swan blocked the runway for an hour";
        return grouping({{.document = 0, .text = std::string(text), .attribution = 0, .origin = 1},
                         {.document = 0, .text = fog},
                         {.document = 1, .text = "Herring prices fell at the market"},
                         {.document = 1, .text = std::string(next), .attribution = 1, .origin = other}})
            .size();
    };
    const std::string_view pay = "the pilots of the harbour want better pay",
                           owed = "the council owes better pay to teachers, nurses and pilots";
    EXPECT_EQ(claims(pay, owed, 1), 3u);
    EXPECT_EQ(claims(pay, owed, 2), 4u);
    EXPECT_EQ(claims("the gunman acted alone", "the gunman was a regular customer", 1), 4u);
}

TEST(ClaimMatcher, KeepsWhatIsSupposedApartFromWhatIsStated) {
    const std::string supposed = "A strike of harbour pilots would delay the herring fleet of Skaldor";
    const std::string stated = "Harbour pilots go on strike in Skaldor";
    EXPECT_FALSE(one_claim(supposed, stated));
    EXPECT_TRUE(one_claim("A strike of harbour pilots delays the herring fleet, which would sail today", stated));
    EXPECT_TRUE(one_claim("The strike of harbour pilots delays the herring fleet of Skaldor", stated));
    EXPECT_TRUE(one_claim(supposed, "A strike of harbour pilots in Skaldor would delay its herring fleet"));
}

TEST(ClaimMatcher, TiesALeadToNobodyElsesWords) {
    const std::vector<Said> said{
        {0, "Veldania is likely to redeploy its horses and cannons to the battlefields of Korsk", Stance::asserts, 0,
         -1, 7},
        {0, "redeployment is a consequence of the mutual treaty of Veldania and Krasnia", Stance::asserts, 1, -1, 8}};
    EXPECT_EQ(grouping(said), (Grouping{{0}, {1}}));
}

TEST(ClaimMatcher, TiesADenialToWhatItsSourceSaysInstead) {
    const std::string report = "The ministry threatened the families of the sailors with fines";
    const std::string instead = "We have not threatened anybody, but we told them what the law says";
    std::vector<Said> said{{.document = 0, .text = report, .stance = Stance::denies, .attribution = 0, .origin = 1},
                           {.document = 0, .text = "The sailors were freed in June", .attribution = 1, .origin = 2},
                           {.document = 0, .text = instead, .attribution = 2, .origin = 1}};
    auto claims = claims_of(said);
    ASSERT_EQ(claims.size(), 2u);
    ASSERT_EQ(claims[0].mentions.size(), 2u);
    EXPECT_EQ(claims[0].mentions[0].stance, Stance::denies);
    EXPECT_EQ(claims[0].mentions[1].stance, Stance::denies);
    said[2].origin = 2;
    EXPECT_EQ(claims_of(said).size(), 3u) << "another's words";
    EXPECT_EQ(claims_of({said[0], said[2]}).size(), 1u) << "most likely his spokesman's";
    said[2].origin = 1;
    said[2].text = "They were threatened by pirates, we told them what the law says";
    EXPECT_EQ(claims_of(said).size(), 3u) << "no contrary";
}

TEST(ClaimMatcher, KeepsSentencesOfOneArticleApartThatOtherArticlesWouldBeOneClaimFor) {
    const std::string a = "Engineers found cracks in the bridge at Talvik and closed it to lorries";
    const std::string b = "Lorries must take the ferry, because cracks weaken the arches of the Talvik bridge";
    EXPECT_EQ(grouping({{0, a}, {1, b}}).size(), 1u);
    const std::vector<Said> lead{{0, "Fog delayed flights to Oslo"}, {0, "Herring prices fell in Skaldor"}};
    EXPECT_EQ(grouping({lead[0], lead[1], {0, a}, {0, b}}).size(), 4u);
}

TEST(ClaimMatcher, JoinsALeadToWhatTheTextBelowGoesInto) {
    const std::string lead = "Engineers found cracks in the bridge at Talvik and closed it to lorries";
    const std::string body = "Lorries must take the ferry, because cracks weaken the arches of the Talvik bridge";
    const auto claims = claims_of({{0, lead}, {0, body}});
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims[0].text, lead);
    EXPECT_FALSE(claims[0].mentions[0].restates);
    EXPECT_TRUE(claims[0].mentions[1].restates);
}

TEST(ClaimMatcher, JoinsGroupsThatFewArticlesTellSideBySide) {
    const std::vector<Said> leads{{0, "Fog delayed flights to Oslo"}, {0, "Herring prices fell in Skaldor"}};
    const std::string cracks = "Engineers found cracks in the bridge at Talvik and closed it to lorries";
    const std::string ferry = "Lorries must take the ferry, because cracks weaken the arches of the Talvik bridge";
    std::vector<Said> said = leads;
    said.push_back({0, cracks});
    said.push_back({0, ferry});
    said.push_back({1, "Cracks were found by engineers in the bridge at Talvik, and it was closed to lorries"});
    said.push_back({2, "All lorries have to take the ferry: cracks weaken the arches of the bridge at Talvik"});
    EXPECT_EQ(grouping(said).size(), 3u) << "one article of two tells both";
    said = leads;
    for (const unsigned article : {0u, 1u, 2u})
        for (const auto& text : {leads[0].text, leads[1].text, cracks, ferry}) said.push_back({article, text});
    EXPECT_EQ(grouping(said).size(), 4u) << "these are two facts that every article tells";
}

TEST(ClaimMatcher, KeepsTwoMattersApartThatOneSentenceTellsOf) {
    const std::string told[][2] = {{"A ferry struck the pier at Sandholm and forty passengers were injured",
                                    "The captain had been drinking whisky in the galley before departure"},
                                   {"Forty passengers were injured when a ferry struck the pier at Sandholm",
                                    "Before the departure the captain had been drinking whisky in the galley"},
                                   {"At Sandholm forty passengers of a ferry that struck the pier were injured",
                                    "In the galley the captain had been drinking whisky before he departed"}};
    std::vector<Said> said;
    for (unsigned article = 0; article < 3; ++article)
        for (const std::string& text : told[article]) said.push_back({article, text});
    said.push_back({3,
                    "Forty passengers were injured when a ferry struck the pier at Sandholm, but the captain had not "
                    "been drinking whisky in the galley before departure"});
    const auto claims = claims_of(said);
    ASSERT_EQ(claims.size(), 2u);
    for (const Claim& claim : claims) {
        const bool whisky = claim.text.find("whisky") != std::string::npos;
        ASSERT_EQ(claim.mentions.size(), 4u) << claim.text;
        for (const Mention& mention : claim.mentions) {
            const bool last = mention.document == DocumentId{3};
            EXPECT_EQ(mention.stance, whisky && last ? Stance::denies : Stance::asserts) << mention.text;
        }
    }
}

TEST(ClaimMatcher, TakesALargeAmountForAWord) {
    const std::string lead = "A man was killed after a march against rents in Skaldor on Sunday";
    EXPECT_EQ(grouping({{0, lead}, {0, "150,000 people marched"}, {1, lead}, {1, "Some 150,000 had marched"}}),
              (Grouping{{0, 2}, {1, 3}}));
    EXPECT_EQ(grouping({{0, lead}, {0, "three people marched"}, {1, lead}, {1, "Three tubas marched"}}).size(), 3u);
}

TEST(ClaimMatcher, TakesTheSideThatIsNotOnlyDoubted) {
    const std::string refusal = "We are not going to confirm the identity of the hooded executioner in the film";
    std::vector<Said> said{{.document = 0, .text = refusal}, {.document = 1, .text = refusal}};
    said.push_back({.document = 2,
                    .text = "we will confirm the identity of the hooded executioner in the film",
                    .stance = Stance::doubts,
                    .attribution = 0});
    const auto claims = claims_of(said);
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims[0].text, refusal);
    EXPECT_EQ(claims[0].mentions[0].stance, Stance::asserts);
}

TEST(ClaimMatcher, TiesNothingByASentenceThatHasOtherWordsFromEach) {
    const std::string treaty = "Norvia and Talmark signed a treaty on herring in June";
    const std::string again = "In June a treaty on herring was signed by Norvia and Talmark";
    const std::string both =
        "Norvia and Talmark have grown closer since the storm wrecked their harbours, and signed a "
        "treaty on herring in June";
    const std::string closer = "Norvia and Talmark grew closer after the storm had wrecked the harbours";
    EXPECT_TRUE(one_claim(both, treaty) && one_claim(both, closer));
    EXPECT_EQ(grouping({{0, treaty}, {1, again}, {2, both}, {3, closer}}), (Grouping{{0, 1, 2}, {2, 3}}));
    EXPECT_EQ(grouping({{0, treaty}, {1, again}, {2, both}, {3, closer + ", and signed the treaty"}}).size(), 1u)
        << "the same words from both";
}

constexpr const char* kBesideScooters[] = {"Fog delayed flights to Oslo", "Herring prices fell in Skaldor",
                                           "The library of Brenna lends tools", "A choir from Lund won in Riga"};

/// Up to five articles that tell of four other matters and, in two sentences that are hardly alike, of one.
std::vector<Said> scooters(unsigned articles) {
    const std::string told[][2] = {
        {"Talvik will ban rented scooters from its pavements after complaints from residents",
         "Wardens in the town have orders to take rented scooters off the pavements and charge their owners"},
        {"Rented scooters are going to be banned in Talvik, whose residents had complained of blocked pavements",
         "From spring, wardens will remove rented scooters left on Talvik's pavements and bill the owners"},
        {"Residents of Talvik complained for years, and now the town bans rented scooters",
         "Rented scooters that wardens find on pavements are to be taken away at the expense of their owners"},
        {"In Talvik complaints from pedestrians led the council to ban rented scooters from pavements",
         "The owners of rented scooters will pay for each one that wardens remove from a pavement"},
        {"Talvik's council bans rented scooters, of which residents complained",
         "Wardens may take away any rented scooters on pavements, and the owners will be charged"}};
    std::vector<Said> said;
    for (unsigned article = 0; article < articles; ++article) {
        for (const char* text : kBesideScooters) said.push_back({article, text});
        for (const std::string& text : told[article]) said.push_back({article, text});
    }
    return said;
}

TEST(ClaimMatcher, JoinsGroupsThatAreAsNearToEachOtherAsWhatEachHolds) {
    EXPECT_EQ(grouping(scooters(5)).size(), 5u);
    EXPECT_EQ(grouping(scooters(3)).size(), 6u) << "too few to tell how alike they should be";
}

TEST(ClaimMatcher, ShowsButDoesNotWeighAnArticleThatOnlyTellsSomethingElseOfTheMatter) {
    std::vector<Said> said = scooters(5);
    said.erase(said.begin() + 10);  // the second article tells of the wardens alone
    for (const char* text : kBesideScooters) said.push_back({5, text});
    said.push_back({5, "In Talvik complaints from pedestrians led the council to ban them."});
    const auto last = static_cast<unsigned>(said.size() - 1);
    const auto restates = [&] {
        for (const Claim& claim : claims_of(said))
            for (const Mention& mention : claim.mentions)
                if (mention.spans[0].begin == last && claim.mentions.size() > 5) return mention.restates;
        ADD_FAILURE() << "is not of the claim";
        return false;
    };
    EXPECT_TRUE(restates());
    said[5].attribution = 0, said[last].attribution = 1, said[last].about = 0;
    EXPECT_FALSE(restates()) << "who endorses does, in whatever words";
}

TEST(ClaimMatcher, DoesNotWeighWhatAnEncoderSeesTellSomethingElse) {
    std::vector<Said> said = scooters(5);
    said.erase(said.begin() + 10);
    for (const char* text : kBesideScooters) said.push_back({5, text});
    said.push_back({5, "The ban on scooters in Talvik begins in spring"});
    const auto restates = [&](Read read) {
        for (const Claim& claim : claims_of(said, read))
            for (const Mention& mention : claim.mentions)
                if (mention.spans[0].begin + 1 == said.size() && claim.mentions.size() > 5) return mention.restates;
        ADD_FAILURE() << "is not of the claim";
        return false;
    };
    EXPECT_FALSE(restates(Read::by_words)) << "three words of what is shown";
    EXPECT_TRUE(restates(Read::by_encoder));
}

TEST(ClaimMatcher, RefusesModelsThatDoNotBelongTogether) {
    const auto encoder = resource_directory() / "encoder" / "accurate.model";
    const auto load = [&] { ClaimMatcher(lexicons(), 1, {.encoder = encoder, .pairs = encoder}); };
    EXPECT_THROW(load(), ResourceError);
}

TEST(ClaimMatcher, HearsWhoSpeaksAgainstAClaimWhateverElseTheArticleSaysOfIt) {
    const std::string closed = "the bridge at Talvik has been closed to lorries because of cracks in its arches";
    const auto claims =
        claims_of({{0, closed, Stance::asserts, 0},
                   {1, closed, Stance::asserts, 1},
                   {2, closed, Stance::asserts, 2},
                   {2, "cracks in the arches of the Talvik bridge keep lorries off it", Stance::denies, 3}});
    ASSERT_EQ(claims.size(), 1u);
    for (const Mention& mention : claims[0].mentions)
        EXPECT_TRUE(mention.stance == Stance::asserts || !mention.restates);
}

TEST(ClaimMatcher, HearsWhomElseAnArticleQuotesAsSayingIt) {
    const std::vector<Said> said{
        {.document = 0, .text = "it shot down a Ukrainian drone over Belgorod", .attribution = 0, .origin = 1},
        {.document = 0, .text = "that the drone was shot down over Belgorod", .attribution = 1, .origin = 2},
        {.document = 1, .text = "a Ukrainian drone was shot down over Belgorod", .attribution = 2, .origin = 3}};
    const auto claims = claims_of(said);
    ASSERT_EQ(claims.size(), 1u);
    for (const Mention& mention : claims[0].mentions) EXPECT_FALSE(mention.restates) << mention.text;
}

TEST(ClaimMatcher, ShowsButDoesNotWeighWhoOnlySpeaksOfAStatement) {
    ClaimMatcher matcher{lexicons()};
    std::vector<Mention> mentions(2);
    mentions[0].text = "it was looking into reports that the Talvik bridge had collapsed";
    mentions[1].text = "that the Talvik bridge had collapsed";
    for (std::uint32_t i = 0; i < 2; ++i) {
        mentions[i].spans = {{i * 28, 64}};
        mentions[i].attribution = AttributionId{i};
    }
    for (const Mention& mention : mentions) matcher.add(mention, {});
    const auto claims = hearsay::claims_of(matcher.finish(), std::move(mentions));
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_TRUE(claims[0].mentions[0].restates);
    EXPECT_FALSE(claims[0].mentions[1].restates);
}

TEST(ClaimMatcher, LeadsAVerdictToTheClaimThatMostArticlesShare) {
    const std::string death = "The singer Mira Holt was found dead at her house in Lund";
    const auto groups = grouping({{0, death},
                                  {1, death},
                                  {0, "Bread prices rose in Skaldor after the harvest failed"},
                                  {0, "The story is a hoax", Stance::denies, -1, -1, -1, {}, true}});
    EXPECT_EQ(groups, (Grouping{{0, 1, 3}, {2}}));
}

TEST(ClaimMatcher, LeadsAnArticlesVerdictToWhatItToldBefore) {
    const auto claims =
        claims_of({{0, "The singer Mira Holt was found dead at her house in Lund", Stance::asserts, 0},
                   {0, "The story is a hoax", Stance::denies, -1, -1, -1, {}, true},
                   {1, "The singer Mira Holt was found dead at her house in Lund", Stance::asserts, 1}});
    ASSERT_EQ(claims.size(), 1u);
    ASSERT_EQ(claims[0].mentions.size(), 3u);
    EXPECT_EQ(claims[0].mentions[1].stance, Stance::denies);
}

TEST(ClaimMatcher, HearsADenialWhereAnArticleTellsWhatItThenCallsUntrue) {
    const std::string death = "The singer Mira Holt was found dead at her house in Lund";
    const auto claims = claims_of({{0, death, Stance::asserts, 0},
                                   {1, death},
                                   {1, death + " on Monday", Stance::asserts, 1},
                                   {1, "The story is a hoax", Stance::denies, -1, -1, -1, {}, true}});
    ASSERT_EQ(claims.size(), 1u);
    ASSERT_EQ(claims[0].mentions.size(), 4u);
    EXPECT_EQ(claims[0].mentions[0].stance, Stance::asserts);
    EXPECT_EQ(claims[0].mentions[1].stance, Stance::denies);
    EXPECT_EQ(claims[0].mentions[2].stance, Stance::asserts);  // whom it quotes still says so
    EXPECT_EQ(claims[0].mentions[3].stance, Stance::denies);
}

TEST(ClaimMatcher, AsksForMoreWhereArticlesAreMonthsApart) {
    const std::string a =
        "Engineers found cracks in the bridge at Talvik and closed it to lorries after divers filmed rust";
    const std::string b =
        "Lorries must take the ferry, because the arches of the Talvik bridge crumble in frosty weather";
    const auto groups = [&](const char* first, const char* second) {
        return grouping({{0, a, Stance::asserts, -1, -1, -1, first}, {1, b, Stance::asserts, -1, -1, -1, second}})
            .size();
    };
    EXPECT_EQ(groups("2024-03-05", "2024-03-07"), 1u);
    EXPECT_EQ(groups("2024-03-05", "2024-09-07"), 2u);
    EXPECT_EQ(groups("2024-03-05", "2024"), 1u);
}

TEST(ClaimMatcher, KeepsOneDaysNewsOfAnEventFromTheNextDays) {
    const auto groups = [](const char* next) {
        return grouping({{0, "The death toll from the earthquake in Maranta has climbed", Stance::asserts, 0, -1, 0,
                          "2026-05-11"},
                         {1, "Maranta's minister Carla Dean resigned over the response to the earthquake",
                          Stance::asserts, 1, -1, 1, next}})
            .size();
    };
    EXPECT_EQ(groups("2026-05-12"), 2u);
}

TEST(ClaimMatcher, KnowsTheSameFewWordsInTheNextDaysArticle) {
    const std::string lead = "The ferry Maria sank off Karsund in heavy seas with two hundred passengers aboard";
    const auto groups = [&](const std::string& next) {
        return grouping({{0, lead, Stance::asserts, -1, -1, -1, "2026-06-02"},
                         {0, "The search will go on", Stance::asserts, 0, -1, 0, "2026-06-02"},
                         {1, lead, Stance::asserts, -1, -1, -1, "2026-06-03"},
                         {1, next, Stance::asserts, 1, -1, 1, "2026-06-03"}})
            .size();
    };
    EXPECT_EQ(groups("The search will go on"), 2u);
    EXPECT_EQ(groups("The search had gone wrong from the start"), 3u);
}

TEST(ClaimMatcher, KeepsStatementsThatNameNobodyToTheirStory) {
    const std::string notes = "The notes will be sold by the banks next year";
    const std::vector<Said> said{
        {0, "Kornhaus bakeries of Lund sold notes to pay for ovens, flour silos and delivery vans"},
        {0, "Olsson, who bakes rye loaves, employs forty apprentices in her mill"},
        {0, "Her grandfather, Viktor Olsson, peddled pretzels from a barge in Skaldor"},
        {0, "Skaldor children carve gingerbread for the lantern parade of Saint Lucia"},
        {0, notes},
        {1, "Talvik dockyards of Korsk pledged cranes, tugboats and a dry dock to Brandt"},
        {1, "Welders walked out over helmets, and the foreman locked the canteen"},
        {1, "Admiral Halvorsen inspected the rusty frigate Albatross in heavy fog"},
        {1, "Gulls nest on the derricks of Sorvath, to the joy of painters"},
        {1, notes}};
    EXPECT_EQ(grouping(said).size(), 10u);
    const std::string named = "The notes of Kornhaus will be redeemed by the underwriters in Lund";
    EXPECT_EQ(grouping({{0, named}, {1, named}}).size(), 1u);
}

TEST(ClaimMatcher, ChainsNoUnrelatedClaimsTogether) {
    // Each shares half of its words with the next; the first and the last share none.
    const auto groups = grouping({{0, "copper miners strike over pensions in Talvik harbour"},
                                  {1, "pensions in Talvik harbour delay the ferry dockyard"},
                                  {2, "the ferry dockyard delay angers Sorvath merchants"},
                                  {3, "Sorvath merchants anger copper exchange brokers"}});
    EXPECT_GT(groups.size(), 1u);
}

TEST(ClaimMatcher, NamesAClaimByItsClearestMention) {
    const auto claims = claims_of({{0, "It sent soldiers to the northern border of Veldania"},
                                   {1, "Krasnia sent soldiers to the northern border of Veldania"}});
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims[0].text, "Krasnia sent soldiers to the northern border of Veldania");
}

TEST(ClaimMatcher, DropsThatBeforeAClaimAndPrefersAVerb) {
    const auto claims =
        claims_of({{0, "the Veldanian sale of notes to Krasnia"}, {1, "that Veldania has sold notes to Krasnia"}});
    ASSERT_EQ(claims.size(), 1u);
    EXPECT_EQ(claims[0].text, "Veldania has sold notes to Krasnia");
}

TEST(ClaimMatcher, HandlesNothingAndEmptyTexts) {
    EXPECT_TRUE(claims_of({}).empty());
    EXPECT_EQ(grouping({{0, ""}, {1, ""}, {1, "--"}}).size(), 3u);
}

/// Statements of made-up words; every third is repeated word for word elsewhere.
std::vector<Said> made_up_run(unsigned documents) {
    std::mt19937 random(3);
    std::vector<Said> said;
    for (unsigned d = 0; d < documents; ++d)
        for (int s = 0; s < 8; ++s) {
            std::string text;
            for (int w = 0; w < 9; ++w) text += "Word" + std::to_string(random() % 400) + " ";
            if (s % 3 == 0 && d > 0) text = said[random() % said.size()].text;
            said.push_back({d, text});
        }
    return said;
}

TEST(ClaimMatcher, PutsEveryMentionInExactlyOneClaimOfItsOwn) {
    const auto said = made_up_run(60);
    std::multiset<unsigned> seen;
    for (const Claim& claim : claims_of(said)) {
        EXPECT_FALSE(std::ranges::all_of(claim.mentions, &Mention::in_part));
        std::vector<unsigned> members;
        for (const Mention& mention : claim.mentions) {
            members.push_back(mention.spans[0].begin);
            if (!mention.in_part) seen.insert(members.back());
        }
        EXPECT_TRUE(std::ranges::is_sorted(members));
        EXPECT_EQ(std::ranges::adjacent_find(members), members.end());
    }
    ASSERT_EQ(seen.size(), said.size());
    for (unsigned i = 0; i < said.size(); ++i) EXPECT_EQ(seen.count(i), 1u);
}

TEST(ClaimMatcher, CopiesWhatIsListedWithSeveralClaims) {
    std::vector<Mention> mentions(3);
    for (std::uint32_t m = 0; m < 3; ++m) mentions[m].text = "statement " + std::to_string(m);
    std::vector<MatchedClaim> matched(2);
    matched[0] = {{{.mention = 0}, {.mention = 1, .contrary = true}}, {}, 0};
    matched[1] = {{{.mention = 1, .in_part = true}, {.mention = 2}}, {}, 2};
    const std::vector<Claim> claims = hearsay::claims_of(matched, mentions);
    ASSERT_EQ(claims.size(), 2u);
    EXPECT_EQ(claims[1].text, "statement 2");
    const Mention &own = claims[0].mentions.at(1), &part = claims[1].mentions.at(0);
    EXPECT_EQ(own.text, part.text);
    EXPECT_TRUE(!own.in_part && part.in_part);
    EXPECT_EQ(own.stance, Stance::denies);
    EXPECT_EQ(part.stance, Stance::asserts);
}

TEST(ClaimMatcher, OrdersClaimsByFirstMentionAndIsDeterministic) {
    const auto said = made_up_run(60);
    const Grouping groups = grouping(said);
    EXPECT_EQ(groups, grouping(said));
    EXPECT_TRUE(std::is_sorted(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a[0] < b[0]; }));
}

TEST(ClaimMatcher, GroupsIdenticalTextsWhateverTheOrderOfDocuments) {
    auto said = made_up_run(60);
    std::mt19937 random(5);
    for (int round = 0; round < 3; ++round) {
        std::map<std::string, std::set<std::size_t>> claims_by_text;
        const auto groups = grouping(said);
        for (std::size_t g = 0; g < groups.size(); ++g)
            for (const unsigned m : groups[g]) claims_by_text[said[m].text].insert(g);
        for (const auto& [text, claims] : claims_by_text) EXPECT_EQ(claims.size(), 1u) << text;
        std::shuffle(said.begin(), said.end(), random);
    }
}

TEST(ClaimMatcher, JoinsWordsThatMayStandForEachOther) {
    EXPECT_TRUE(one_claim("An explosion damaged the Korsk gas pipeline on the northern ridge",
                          "A blast damaged the Korsk gas pipeline on the northern ridge"));
    EXPECT_TRUE(one_claim("Orbital Foods wants to acquire the bakery chain Kornhaus",
                          "Orbital Foods wants to buy the bakery chain Kornhaus"));
}

TEST(ClaimMatcher, NumbersWhatIsQuotedInTheSameWords) {
    const std::string whole =
        "The old harbour crane had been shaking in the wind for weeks, and no inspector came to look at its rusty "
        "bolts";
    const std::string part = "The old harbour crane had been shaking in the wind for weeks";
    const std::string other = "For weeks the crane at the harbour shook, but its bolts were not looked at";
    const auto claims = claims_of({{.document = 0, .text = whole, .quoted = true},
                                   {.document = 1, .text = part, .quoted = true},
                                   {.document = 2, .text = other, .quoted = true},
                                   {.document = 3, .text = whole}});
    ASSERT_EQ(claims.size(), 1u);
    const auto& mentions = claims[0].mentions;
    ASSERT_EQ(mentions.size(), 4u);
    EXPECT_TRUE(mentions[0].utterance);
    EXPECT_EQ(mentions[0].utterance, mentions[1].utterance);
    EXPECT_EQ(mentions[3].utterance, mentions[0].utterance) << "nobody writes that twice";
}

TEST(ClaimMatcher, NumbersNoShortSentenceThatQuotesNobody) {
    const std::string words = "The harbour crane at Talvik fell into the sea";
    const auto claims = claims_of({{0, words}, {1, words}});
    ASSERT_EQ(claims.size(), 1u);
    for (const Mention& mention : claims[0].mentions) EXPECT_FALSE(mention.utterance);
}

TEST(ClaimMatcher, KeepsAChargeApartFromAConvictionAndFromTheDeed) {
    EXPECT_FALSE(one_claim("Nadia Crewe was charged with fraud", "Nadia Crewe was convicted of fraud"));
    EXPECT_FALSE(one_claim("Nadia Crewe was charged with fraud", "Nadia Crewe committed fraud"));
    EXPECT_TRUE(one_claim("Nadia Crewe was convicted on fraud charges", "Nadia Crewe was convicted of fraud"));
    EXPECT_TRUE(one_claim("Nadia Crewe was found guilty of fraud", "Nadia Crewe was convicted of fraud"));
}

TEST(ClaimMatcher, TakesNobodyForDeadWhoseDeathIsAHoax) {
    const auto claims =
        claims_of({{0, "Actor Bill Corrigan has died"}, {1, "Bill Corrigan is the victim of a death hoax"}});
    EXPECT_TRUE(claims.size() == 2 || claims[0].mentions[1].stance == Stance::denies);
    EXPECT_TRUE(one_claim("Bill Corrigan is not dead", "Bill Corrigan is the victim of a death hoax"));
}

TEST(ClaimMatcher, TakesForTheContraryWhatAnArticleCallsAHoaxOrWhoIsAlive) {
    const auto stances = [](std::vector<Said> said) {
        said.insert(said.begin(), {{0, "Lund Nights actor Bill Corrigan was found dead in his flat in Lund"},
                                   {1, "Bill Corrigan, the actor of Lund Nights, has been found dead in Lund"}});
        std::vector<Stance> found;
        for (const Claim& claim : claims_of(said))
            if (claim.mentions.size() == said.size())
                for (const Mention& mention : claim.mentions) found.push_back(mention.stance);
        return found;
    };
    using enum Stance;
    EXPECT_THAT(stances({{2, "Lund Nights actor Bill Corrigan was found dead in a flat in Lund in a new web hoax"}}),
                ElementsAre(asserts, asserts, denies));
    EXPECT_THAT(stances({{2, "Lund Nights actor Bill Corrigan was found dead in a flat in Lund in a new web hoax",
                          asserts, 0, -1, 0}}),
                ElementsAre(asserts, asserts, asserts))
        << "somebody says so, and may deny nothing";
    EXPECT_THAT(
        stances({{2, "Lund Nights actor Bill Corrigan of Lund, found in his flat, is actually alive and well"}}),
        ElementsAre(asserts, asserts, denies));
}

TEST(ClaimMatcher, LetsADenialInFewWordsJoinWhatItDenies) {
    const auto denies = [](std::string_view denial) {
        const std::string fans = "Fans of singer Mira Holt of Lund left flowers at the Kelder mill";
        const auto claims = claims_of({{0, fans},
                                       {0, "The singer Mira Holt was found dead in her flat, aged 34"},
                                       {1, fans},
                                       {1, std::string(denial)}});
        return claims.size() == 1 && claims[0].mentions.back().stance == Stance::denies;
    };
    EXPECT_TRUE(denies("Mira Holt is not dead"));
    EXPECT_TRUE(denies("Mira Holt is alive"));
    EXPECT_TRUE(denies("Mira Holt is the victim of a death hoax"));
    EXPECT_FALSE(denies("Holt is not dead")) << "of whoever bears that name";
    EXPECT_FALSE(denies("Mira Holt is not ill")) << "which nobody says";
}

TEST(ClaimMatcher, TiesWhoIsAliveToTheReportOfHisDeath) {
    const auto denies = [](std::string_view denial, std::string_view report) {
        const auto claims = claims_of({{0, std::string(report)}, {0, std::string(denial)}, {1, "It rained in Lund"}});
        return claims[0].mentions.size() == 2 && claims[0].mentions[1].stance == Stance::denies;
    };
    const std::string death = "a report that the singer Mira Holt had died at her flat of natural causes";
    EXPECT_TRUE(denies("She is alive and well", death));
    EXPECT_TRUE(denies("She was alive and well on Dec. 29", death));
    EXPECT_TRUE(denies("Holt is alive", death));
    EXPECT_FALSE(denies("Orlan is alive", death)) << "somebody else";
    EXPECT_FALSE(denies("The driver is alive", "two passengers died at the mill"));
    EXPECT_FALSE(denies("He is alive", "two passengers died at the mill"));
}

TEST(ClaimMatcher, LinksOtherFiguresAsVariants) {
    const auto claims = claims_of({{0, "six Veldanian officers were killed near Korsk"},
                                   {1, "nine Veldanian officers were killed near Korsk"},
                                   {2, "at least five Veldanian officers were killed near Korsk"}});
    ASSERT_EQ(claims.size(), 2u);
    ASSERT_EQ(claims[0].variants.size(), 1u);
    EXPECT_EQ(claims[0].variants[0].claim, ClaimId{1});
    EXPECT_EQ(claims[1].variants[0].claim, ClaimId{0});
    EXPECT_TRUE(claims[0].variants[0].exclusive || claims[0].mentions.size() > 1);
    const auto unrelated = claims_of(
        {{0, "six Veldanian officers were killed near Korsk"}, {1, "the Kornhaus bakery in Lund sold nine cakes"}});
    EXPECT_TRUE(unrelated[0].variants.empty());
}

TEST(ClaimMatcher, CallsFiguresExclusiveThatCannotBothBeTrue) {
    const auto exclusive = [](std::string_view a, std::string_view b) {
        const auto claims = claims_of({{0, std::string(a)}, {1, std::string(b)}});
        return claims.size() == 2 && claims[0].variants.size() == 1 ? std::optional(claims[0].variants[0].exclusive)
                                                                    : std::nullopt;
    };
    EXPECT_EQ(
        exclusive("six Veldanian officers were killed near Korsk", "nine Veldanian officers were killed near Korsk"),
        true);
    EXPECT_EQ(exclusive("at least 20 Veldanian officers were killed near Korsk",
                        "90 Veldanian officers were killed near Korsk"),
              false);
    EXPECT_NE(exclusive("three people died when a train hit a lorry near Korsk on Friday",
                        "the train that hit a lorry near Korsk on Friday was carrying 200 passengers"),
              true)
        << "other things were counted";
}

/// By mention: whether it rests on another.
std::vector<bool> rests(const std::vector<Said>& said) {
    std::vector<bool> found(said.size());
    for (const Claim& claim : claims_of(said))
        for (const Mention& mention : claim.mentions) found[mention.spans[0].begin] = mention.basis.has_value();
    return found;
}

TEST(ClaimMatcher, RestsALeadOnWhatTheArticleAttributesBelow) {
    const std::vector<Said> said{{0, "The dam above Korsk has begun to leak"},
                                 {0, "the leak in the dam was found by divers on Tuesday", Stance::asserts, 0, -1, 7}};
    EXPECT_THAT(rests(said), ::testing::ElementsAre(true, false));
    EXPECT_THAT(rests({{0, "The dam above Korsk, which lights half of the valley, was built in eleven years"},
                       {0, "the dam would be drained", Stance::asserts, 0, -1, 7}}),
                ::testing::ElementsAre(false, false));
    EXPECT_THAT(rests({{0, "Ferry sinks off Karsund; coast guard says 31 dead"},
                       {0, "at least 31 people drowned when a ferry went down", Stance::asserts, 0, -1, 7}}),
                ::testing::ElementsAre(true, false));
    for (const Claim& claim : claims_of(said))
        for (const Mention& mention : claim.mentions)
            if (mention.basis) {
                EXPECT_EQ(mention.basis, AttributionId{0});
                EXPECT_EQ(mention.chain, Chain{SourceId{7}});
            }
}

TEST(ClaimMatcher, RestsWhatIsAscribedToNobodyOnWhomTheArticleNames) {
    ClaimMatcher matcher{lexicons()};
    std::vector<Mention> mentions(2);
    mentions[0].text = "the dam above Korsk has begun to leak";
    mentions[0].unattributed = true;  // "it is said that"
    mentions[0].chain = {SourceId{3}};
    mentions[1].text = "the leak in the dam was found by divers on Tuesday";
    mentions[1].chain = {SourceId{7}};
    for (std::uint32_t i = 0; i < 2; ++i) {
        mentions[i].spans = {{i * 100, i * 100 + 60}};
        mentions[i].attribution = AttributionId{i};
    }
    for (const Mention& mention : mentions) matcher.add(mention, {});
    const auto claims = hearsay::claims_of(matcher.finish(), std::move(mentions));
    EXPECT_EQ(claims[0].mentions[0].chain, Chain{SourceId{7}});
    EXPECT_EQ(claims[0].mentions[0].basis, AttributionId{1});
}

TEST(ClaimMatcher, RestsNothingOnOtherMattersOtherArticlesOrDenials) {
    EXPECT_THAT(rests({{0, "The dam above Korsk has begun to leak"},
                       {0, "bread prices will rise in the spring", Stance::asserts, 0, -1, 7}}),
                ::testing::ElementsAre(false, false));
    EXPECT_THAT(rests({{0, "The dam above Korsk has begun to leak"},
                       {1, "the leak was found by divers on Tuesday", Stance::asserts, 0, -1, 7}}),
                ::testing::ElementsAre(false, false));
    EXPECT_THAT(rests({{0, "The dam above Korsk has begun to leak"},
                       {0, "the leak was found by divers on Tuesday", Stance::denies, 0, -1, 7}}),
                ::testing::ElementsAre(false, false));
}

}  // namespace
}  // namespace hearsay
