// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "claim/articles.hpp"
#include "claim/content.hpp"

namespace hearsay {
namespace {

class ContentTest : public ::testing::Test {
  protected:
    std::set<std::string> terms(std::string_view statement) {
        std::set<std::string> found;
        for (const Term& term : reader_.read(tokenize(Text::decode(statement))).terms)
            found.insert((term.contrary ? "-" : "") + reader_.terms()[static_cast<std::size_t>(term.id)]);
        return found;
    }
    ContentReader reader_{lexicons()};
};

TEST_F(ContentTest, DropsGrammarHedgesAndReporting) {
    EXPECT_EQ(terms("The officials said that the bridge would probably collapse."),
              terms("officials: bridge collapse"));
}

TEST_F(ContentTest, FoldsInflectionsAndSynonyms) {
    EXPECT_EQ(terms("troops were deployed"), terms("soldiers had been sent"));
    EXPECT_EQ(terms("they bought the firm"), terms("they will purchase the company"));
    EXPECT_NE(terms("troops were deployed"), terms("troops were paid"));
}

TEST_F(ContentTest, KeepsWordsOfOneStemApartThatMeanOtherThings) {
    for (const auto& [word, other] :
         {std::pair("expected", "pregnant"), std::pair("office", "soldiers"), std::pair("executive", "executed"),
          std::pair("department", "depart"), std::pair("importance", "imports"), std::pair("contract", "infected"),
          std::pair("politely", "politics"), std::pair("July", "julie"), std::pair("universal", "universities"),
          std::pair("internal", "international")})
        EXPECT_NE(terms(word), terms(other)) << word;
    EXPECT_FALSE(terms("she lives in a quiet street").contains("-kill"));
    EXPECT_TRUE(terms("she is alive").contains("-kill"));
}

TEST_F(ContentTest, TakesNotOnlyForNoNegation) {
    EXPECT_TRUE(terms("not only has the bridge collapsed").contains("collaps"));
    EXPECT_FALSE(terms("the bridge has not collapsed").contains("collaps"));
}

TEST_F(ContentTest, EndsANegationAtADash) {
    EXPECT_TRUE(terms("they could not strike a deal \u2014 so they sell the ship").contains("sell"));
    EXPECT_TRUE(terms("they may no longer strike - as the port sells the ship").contains("sell"));
    EXPECT_EQ(terms("failing to sell the ship"), terms("it did not sell the ship"));
}

TEST_F(ContentTest, FoldsSpellings) {
    EXPECT_EQ(terms("rumours of organised labour at the theatre"), terms("rumors of organized labor at the theater"));
    EXPECT_EQ(terms("programmers analysed the centre's neighbours"),
              terms("programmers analyzed the center's neighbors"));
    for (const auto& [british, american] :
         {std::pair("organises", "organizes"), std::pair("authorising", "authorizing"),
          std::pair("capitalise", "capitalize"), std::pair("organisational", "organizational")})
        EXPECT_EQ(terms(british), terms(american)) << british;
    EXPECT_EQ(terms("the specialisation of al-Shabaab"), terms("the specialization of al-Shabab"));
    for (const char* kept : {"exercise", "promise", "surprise", "advertise", "likewise", "noise"})
        EXPECT_EQ(terms(kept).begin()->find('z'), std::string::npos) << kept;
}

TEST_F(ContentTest, FoldsExpressionsOfSeveralWords) {
    EXPECT_EQ(terms("The minister stepped down"), terms("The minister resigned"));
    EXPECT_EQ(terms("five men were killed or wounded"), terms("five men were casualties"));
    EXPECT_EQ(terms("the guard turned the gun on himself"), terms("the guard shot himself"));
}

TEST_F(ContentTest, FoldsNamesOfStates) {
    EXPECT_EQ(terms("French farmers"), terms("farmers in France"));
    EXPECT_EQ(terms("North Korean farmers"), terms("farmers of North Korea"));
    EXPECT_NE(terms("North Korean farmers"), terms("South Korean farmers"));
}

TEST_F(ContentTest, MarksWhatANegationCovers) {
    EXPECT_TRUE(terms("The mayor will not sell the park").contains("-park"));
    EXPECT_TRUE(terms("The mayor will not resign but sell the park").contains("park"));
    EXPECT_TRUE(terms("The mayor will sell the park").contains("park"));
    EXPECT_TRUE(terms("No letter to Ann Lee and Bo Holt asked for rent").contains("-rent"));
    EXPECT_TRUE(terms("No letter was sent and Bo Holt paid the rent").contains("rent"));
}

TEST_F(ContentTest, TakesAFailureForANegationBeforeAnInfinitive) {
    EXPECT_TRUE(terms("The navy failed to rescue the crew").contains("-rescue"));
    EXPECT_TRUE(terms("The crew died in a failed rescue").contains("rescue"));
}

TEST_F(ContentTest, LeavesOutWhatIsOnlyAsked) {
    EXPECT_EQ(terms("police are checking whether the alarm was off, and the mine stays shut"),
              terms("police are checking, and the mine stays shut"));
    EXPECT_EQ(terms("whether the alarm was off"), terms("the alarm was off"));  // as in "doubted whether"
    EXPECT_EQ(terms("if the pumps stop, the cellars will flood"), terms("the cellars will flood"));
    EXPECT_EQ(terms("“If the pumps stop, the cellars will flood,”"), terms("the cellars will flood"));
    EXPECT_EQ(terms("if the pumps stop in Lund it will flood the cellars"), terms("it will flood the cellars"));
    EXPECT_EQ(terms("if the alarm was off"), terms("the alarm was off"));  // as in "doubted if"
    EXPECT_EQ(terms("if the alarm was off."), terms("the alarm was off"));
}

TEST_F(ContentTest, MarksOpposites) {
    const auto rise = terms("prices rose"), fall = terms("prices fell"), no_rise = terms("prices never rose");
    EXPECT_NE(rise, fall);
    EXPECT_TRUE(std::any_of(fall.begin(), fall.end(),
                            [&](const auto& t) { return t[0] == '-' && rise.contains(t.substr(1)); }));
    EXPECT_TRUE(std::any_of(no_rise.begin(), no_rise.end(), [&](const auto& t) { return t[0] == '-'; }));
    EXPECT_EQ(terms("he is not dead"), terms("he is alive"));
    for (const char* neither : {"the cat was buried alive", "he was left for dead", "they mistook it for dead"}) {
        EXPECT_FALSE(terms(neither).contains("-kill")) << neither;
        EXPECT_FALSE(terms(neither).contains("kill")) << neither;
    }
}

TEST_F(ContentTest, KeepsDatesAsTerms) {
    EXPECT_EQ(terms("the dam broke on October 3"), terms("the dam broke on Oct. 3"));
    EXPECT_NE(terms("the dam broke on October 3"), terms("the dam broke on October 4"));
}

TEST_F(ContentTest, SurvivesAnyBytes) {
    EXPECT_TRUE(terms("").empty());
    terms("\xff\xfe --- \"\"\"\" ((( 12-12-12- -a- \xf0\x9f\x98\x80");
    terms(std::string(100000, 'x'));
}

TEST_F(ContentTest, LeavesNamesWhatTheyAreOnceTheyAreSettled) {
    const auto is_name = [this](std::string_view form) {
        const auto& all = reader_.terms();
        const auto found = std::ranges::find(all, form);
        return found != all.end() && reader_.is_name(TermId{static_cast<std::uint32_t>(found - all.begin())});
    };
    terms("They sold the kelder and saw Brusk there");
    reader_.settle_names();
    for (int times = 0; times < 3; ++times) terms("They sold the Kelder, a Tarvo, and saw brusk there");
    for (int times = 0; times < 3; ++times) terms("They sold a tarvo");
    EXPECT_FALSE(is_name("form:kelder"));
    EXPECT_TRUE(is_name("form:brusk"));
    EXPECT_TRUE(is_name("form:tarvo"));  // by where it was met first

    ContentReader other(lexicons());
    other.restore(reader_.terms(), reader_.spellings());
    EXPECT_EQ(other.terms(), reader_.terms());
    EXPECT_EQ(other.read(tokenize(Text::decode("They sold the kelder"))),
              reader_.read(tokenize(Text::decode("They sold the kelder"))));
}

}  // namespace
}  // namespace hearsay
