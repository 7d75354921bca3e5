// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "claim/articles.hpp"
#include "hearsay/claim/mentions.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Span span_of(const Document& document, std::string_view part) {
    const auto at = static_cast<std::uint32_t>(document.text().utf8().find(part));  // the tests' texts are ASCII
    return {at, at + static_cast<std::uint32_t>(part.size())};
}

Attribution attribution(const Document& document, std::string_view source, std::string_view cue,
                        std::string_view content) {
    Attribution a;
    if (!source.empty()) a.source = {span_of(document, source)};
    a.cue = {span_of(document, cue)};
    if (!content.empty()) a.content = {span_of(document, content)};
    return a;
}

/// The sources of a document whose attributions are all resolved.
DocumentSources resolved(std::size_t attributions) {
    DocumentSources sources;
    sources.sources.resize(1);
    for (std::uint32_t i = 0; i < attributions; ++i) sources.attributions.push_back({i, {0}, Stance::asserts, {}, {}});
    return sources;
}

std::vector<std::string> texts(const Document& document, const std::vector<Attribution>& attributions,
                               const DocumentSources& sources) {
    std::vector<std::string> found;
    for (const Statement& s : statements_of(document, attributions, sources)) found.push_back(s.text);
    return found;
}

std::vector<std::string> own_voice(std::string_view text) { return texts(article(text), {}, resolved(0)); }

TEST(Statements, HoldAttributedContentAndOwnVoiceInTextOrder) {
    const Document document =
        article("The dam broke at noon. Engineers said the walls were too thin. Nobody was hurt.");
    const std::vector<Attribution> found{attribution(document, "Engineers", "said", "the walls were too thin")};
    const auto statements = statements_of(document, found, resolved(1));
    ASSERT_EQ(statements.size(), 2u + 0u + (own_voice("Nobody was hurt.").empty() ? 0u : 1u));
    EXPECT_EQ(statements[0].text, "The dam broke at noon.");
    EXPECT_FALSE(statements[0].resolved);
    EXPECT_EQ(statements[1].text, "the walls were too thin");
    EXPECT_EQ(statements[1].resolved, 0u);
    EXPECT_EQ(statements[1].sentence, "Engineers said the walls were too thin.");
}

TEST(Statements, AreTheArticlesOwnWhereAnAttributionIsDoubtfulAndNoVerbReports) {
    const Document document =
        article("Hackers stole the records of 310 patients. Nurses say the cupboards were empty.");
    std::vector<Attribution> found{attribution(document, "Hackers", "stole", "the records of 310 patients"),
                                   attribution(document, "Nurses", "say", "the cupboards were empty")};
    found[0].reports = false;
    EXPECT_THAT(texts(document, found, resolved(2)),
                ElementsAre("Hackers stole the records of 310 patients.", "the cupboards were empty"));
}

TEST(Statements, TellHowTheArticleJudgesWhatItTold) {
    const Document document = article("A page reported his death on Monday. The story is a hoax.");
    const auto statements = statements_of(document, {}, resolved(0));
    ASSERT_EQ(statements.size(), 2u);
    EXPECT_EQ(statements[0].stance, Stance::asserts);
    EXPECT_EQ(statements[1].stance, Stance::denies);
    for (const char* verdict :
         {"Fortunately, the entire story is fabricated.", "But the story is nothing more than a hoax.",
          "However, the claims in the story are untrue.", "The report was outed as fake by readers."})
        EXPECT_EQ(statements_of(article(verdict), {}, resolved(0)).at(0).stance, Stance::denies) << verdict;
}

TEST(Statements, OfWhatSomebodyClaimsFalselyAreTheTellersDenialToo) {
    const Document document = article("Berg said a post falsely claims that the dam broke. It is false that it leaks.");
    std::vector<Attribution> found{attribution(document, "Berg", "said", "a post falsely claims that the dam broke"),
                                   attribution(document, "a post", "claims", "that the dam broke")};
    DocumentSources sources = resolved(2);
    sources.attributions[1].chain = {1};
    const auto told = [&] {
        std::vector<std::tuple<std::string, std::optional<std::uint32_t>, Stance>> all;
        for (const Statement& s : statements_of(document, found, sources))
            all.emplace_back(s.text, s.resolved, s.stance);
        return all;
    };
    const std::tuple own(std::string("it leaks."), std::optional<std::uint32_t>(), Stance::denies);
    EXPECT_THAT(told(), ElementsAre(testing::_, std::tuple("that the dam broke", 1u, Stance::asserts),
                                    std::tuple("that the dam broke", std::nullopt, Stance::denies), own));
    found[1].parent = 0;
    EXPECT_THAT(told(), ElementsAre(testing::_, std::tuple("that the dam broke", 1u, Stance::asserts),
                                    std::tuple("that the dam broke", 0u, Stance::denies), own));
    sources.attributions[0].stance = Stance::denies;  // has judged it himself
    EXPECT_THAT(told(), ElementsAre(testing::_, std::tuple("that the dam broke", 1u, Stance::asserts), own));
}

TEST(Statements, MayBeShortWhereTheyJudge) {
    EXPECT_THAT(own_voice("The page says the dam broke. This is false. So it goes. Wrong."),
                ElementsAre("The page says the dam broke.", "This is false."));
}

TEST(Statements, InTheFirstPersonAreSomebodysWords) {
    const auto quoted = [](const char* text) { return statements_of(article(text), {}, resolved(0)).at(0).quoted; };
    EXPECT_TRUE(quoted("I will always treasure the years at the dam."));
    EXPECT_TRUE(quoted("At the dam my years were happy ones."));
    EXPECT_FALSE(quoted("He left the dam for the US last year."));
    EXPECT_FALSE(quoted("US forces left the dam last year."));
    EXPECT_FALSE(quoted("The dam broke in World War I at noon."));
    EXPECT_FALSE(quoted("He left the dam last year."));
}

TEST(Statements, KeepAClauseBesideAnAttribution) {
    const Document document =
        article("The valley was flooded for eleven days, and engineers said the walls were too thin.");
    const std::vector<Attribution> found{attribution(document, "engineers", "said", "the walls were too thin")};
    EXPECT_THAT(texts(document, found, resolved(1)),
                ElementsAre("The valley was flooded for eleven days", "the walls were too thin"));
}

TEST(Statements, DropLeftoversBesideAnAttribution) {
    const Document document = article("Late on Monday, engineers said in the capital the walls were too thin.");
    const std::vector<Attribution> found{attribution(document, "engineers", "said", "the walls were too thin")};
    EXPECT_THAT(texts(document, found, resolved(1)), ElementsAre("the walls were too thin"));
}

TEST(Statements, LeaveOutWhatOnlyPassesOnAnotherAttribution) {
    const Document document = article("Engineers said the walls were too thin, according to the Courier.");
    const std::vector<Attribution> found{
        attribution(document, "Engineers", "said", "the walls were too thin"),
        attribution(document, "the Courier", "according to", "Engineers said the walls were too thin")};
    EXPECT_THAT(texts(document, found, resolved(1)), ElementsAre("the walls were too thin"));
}

TEST(Statements, LeaveOutQuestionsSubheadsAndFragments) {
    EXPECT_THAT(own_voice("Who built the walls of the dam?"), IsEmpty());
    EXPECT_THAT(own_voice("Deepening cracks\n\nThe dam broke at noon."), ElementsAre("The dam broke at noon."));
    EXPECT_THAT(own_voice("Photos from the flooded valley in spring"), IsEmpty());
    EXPECT_THAT(own_voice("Storms threatened the flooded valley again"),
                ElementsAre("Storms threatened the flooded valley again"));
}

TEST(Statements, OfCircumstancesAreWhoseStatementTheyFollow) {
    const Document document = article("The toll rose to 14, the ministry said, after two workers died of their burns.");
    const std::vector<Attribution> found{attribution(document, "the ministry", "said", "The toll rose to 14")};
    const auto statements = statements_of(document, found, resolved(1));
    ASSERT_EQ(statements.size(), 2u);
    EXPECT_EQ(statements[1].text, "two workers died of their burns");
    EXPECT_EQ(statements[1].resolved, 0u);
}

TEST(Statements, AreWhoseTheArticleSaysThatTheNewsIs) {
    const auto told = [](const std::string& text, std::string_view source, std::string_view cue,
                         std::string_view what) {
        const Document document = article(text);
        std::vector<std::string> found;
        for (const Statement& s : statements_of(document, {attribution(document, source, cue, what)}, resolved(1)))
            found.push_back((s.resolved ? "said: " : "own: ") + s.text);
        return found;
    };
    const std::string died = "Ann Lee died in Lund on Monday.", rest = " Her boat was sold in May to a neighbour.";
    EXPECT_THAT(
        told(died + " The news was first reported by the Post." + rest, "the Post", "was first reported", "The news"),
        ElementsAre("said: " + died, "own:" + rest));
    EXPECT_THAT(told(died + " Guards confirmed her death." + rest, "Guards", "confirmed", "her death"),
                ElementsAre("said: " + died, "own:" + rest));
    EXPECT_THAT(told(rest.substr(1) + " " + died + " Guards confirmed the news.", "Guards", "confirmed", "the news"),
                ElementsAre("own:" + rest, "said: " + died))
        << "nothing but the nearest";
    EXPECT_THAT(told(died + " Guards announced the deal." + rest, "Guards", "announced", "the deal"),
                ElementsAre("own: " + died, "own:" + rest))
        << "which may be another matter";
    EXPECT_THAT(told(died + " Guards praised her boat." + rest, "Guards", "praised", "her boat"),
                ElementsAre("own: " + died, "said: her boat", "own:" + rest));
    EXPECT_THAT(
        told("It rained. " + rest + " The news was confirmed by guards.", "guards", "was confirmed", "The news"),
        ElementsAre("said:" + rest));
}

TEST(Statements, OfWhatCanBeHeardAreTheRecordings) {
    const Document document = article("The tape shows a man in a boat. Six shots can be heard. The man was from Lund.");
    const auto statements =
        statements_of(document, {attribution(document, "The tape", "shows", "a man in a boat")}, resolved(1));
    ASSERT_EQ(statements.size(), 3u);
    EXPECT_EQ(statements[1].text, "Six shots can be heard.");
    EXPECT_EQ(statements[1].resolved, 0u);
    EXPECT_FALSE(statements[2].resolved);
    const Document studio = article("Lund Pictures said it would rain. The comet can be seen until Friday.");
    const auto own =
        statements_of(studio, {attribution(studio, "Lund Pictures", "said", "it would rain")}, resolved(1));
    ASSERT_EQ(own.size(), 2u);
    EXPECT_FALSE(own[1].resolved);
}

TEST(Statements, TakeInTheClauseThatTellsMoreOfTheirLastWords) {
    const Document document = article(
        "Guards told the Gazette that they sold the boat of Ann Lee, the sailor whose trip was the first of its kind. "
        "Guards said that it sank, the sailor later died of cold at the pier.");
    const std::vector<Attribution> found{attribution(document, "Guards", "told", "that they sold the boat of Ann Lee"),
                                         attribution(document, "Guards", "said", "that it sank")};
    EXPECT_THAT(texts(document, found, resolved(2)),
                ElementsAre("that they sold the boat of Ann Lee, the sailor whose trip was the first of its kind",
                            "that it sank", "the sailor later died of cold at the pier"));
}

TEST(Statements, LeaveOutQuestionsAndConditionsOfSpeaking) {
    const Document document = article(
        "The judge asked whether the dam was safe. A worker asked not to be named because he feared for his job. "
        "A clerk declined to comment. The mayor could not be reached for comment. Members asked why nobody was told.");
    const std::vector<Attribution> found{
        attribution(document, "The judge", "asked", "whether the dam was safe"),
        attribution(document, "A worker", "asked", "not to be named because he feared for his job"),
        attribution(document, "A clerk", "declined", "to comment"),
        attribution(document, "Members", "asked", "why nobody was told")};
    EXPECT_THAT(texts(document, found, resolved(4)), IsEmpty());
}

TEST(Statements, LeaveOutWhatOnlyTellsWhereItWasSaidOrWhoIsCited) {
    const Document document = article(
        "In a memo obtained by the Gazette on Monday, engineers said the walls were too thin. "
        "The dam will hold, mayors told Radio Lund, citing two sources with knowledge of the works. "
        "In Lund a tower burned down at night, but nurses say nobody was hurt.");
    const std::vector<Attribution> found{attribution(document, "engineers", "said", "the walls were too thin"),
                                         attribution(document, "mayors", "told Radio Lund", "The dam will hold"),
                                         attribution(document, "nurses", "say", "nobody was hurt")};
    EXPECT_THAT(texts(document, found, resolved(3)),
                ElementsAre("the walls were too thin", "The dam will hold", "In Lund a tower burned down at night",
                            "nobody was hurt"));
}

TEST(Statements, LeaveOutWhoWouldNotSay) {
    const Document document = article("The palace would neither confirm nor deny reports that the mayor had left.");
    const std::vector<Attribution> found{attribution(document, "reports", "reports", "that the mayor had left")};
    EXPECT_THAT(texts(document, found, resolved(1)), IsEmpty());
}

TEST(Statements, LeaveOutBoilerplate) {
    Document document = article("Sign up for our weekly letter. The dam broke at noon.");
    document.boilerplate.push_back(
        {span_of(document, "Sign up for our weekly letter."), BoilerplateKind::advertisement});
    EXPECT_THAT(texts(document, {}, resolved(0)), ElementsAre("The dam broke at noon."));
}

TEST(Statements, LetTheCueStandForADenialWithoutContent) {
    const Document document = article("The ministry denied this.");
    const std::vector<Attribution> found{attribution(document, "The ministry", "denied", "")};
    DocumentSources sources = resolved(1);
    EXPECT_THAT(texts(document, found, sources), IsEmpty());
    sources.attributions[0].about = 0;
    EXPECT_THAT(texts(document, found, sources), ElementsAre("denied"));
}

TEST(Statements, CutTheSentenceAround) {
    std::string text = "The dam broke";
    for (int i = 0; i < 200; ++i) text += " and broke";
    const auto statements = statements_of(article(text + "."), {}, resolved(0));
    ASSERT_EQ(statements.size(), 1u);
    EXPECT_EQ(statements[0].sentence.size(), 400u);
    EXPECT_GT(statements[0].text.size(), 400u);
}

TEST(Statements, AreMarkedWhereTheyAreToldAsHearsay) {
    const auto hedged = [](std::string_view text) {
        const auto statements = statements_of(article(text), {}, resolved(0));
        return statements.size() == 1 && statements[0].hedged;
    };
    EXPECT_TRUE(hedged("The dam has reportedly begun to leak."));
    EXPECT_TRUE(hedged("A crab was apparently spotted beneath the pier."));
    EXPECT_TRUE(hedged("The market fell on rumours that the dam had begun to leak."));
    EXPECT_TRUE(hedged("Claim: The dam has begun to leak."));
    EXPECT_FALSE(hedged("The dam has begun to leak."));
    EXPECT_FALSE(hedged("The dam holds despite rumours of a leak in its wall."));
}

TEST(Statements, AreHedgedWhereSomebodyIsQuotedAsCallingThemUntrue) {
    const auto hedged = [](std::string_view text, std::string_view verdict) {
        const Document document = article(text);
        std::vector<Attribution> found{attribution(document, "experts", "say", verdict)};
        DocumentSources sources = resolved(1);
        sources.attributions[0].stance = Stance::denies;
        std::vector<bool> told;
        for (const Statement& statement : statements_of(document, found, sources)) told.push_back(statement.hedged);
        return told;
    };
    EXPECT_THAT(hedged("A video of a shark in Lund has gone viral, but experts say it is fake.", "it is fake"),
                ElementsAre(true, false));
    EXPECT_THAT(hedged("A video shows a shark in Lund. The experts say it is fake.", "it is fake"),
                ElementsAre(true, false));
    EXPECT_THAT(hedged("The flood reached Lund at noon. The experts say it is fake.", "it is fake"),
                ElementsAre(false, false));
}

TEST(Statements, AreMarkedWhereTheyQuote) {
    const Document document =
        article("The mayor said the dam \"will hold\". Cracks, a \"sure sign\", were seen. It rained.");
    std::vector<Attribution> found{attribution(document, "The mayor", "said", "the dam \"will hold\"")};
    found[0].voice = Voice::mixed;
    std::vector<bool> quoted;
    for (const Statement& statement : statements_of(document, found, resolved(1))) quoted.push_back(statement.quoted);
    EXPECT_THAT(quoted, ElementsAre(true, true));
    found[0].voice = Voice::indirect;
    EXPECT_FALSE(statements_of(document, found, resolved(1))[0].quoted);
}

TEST(Statements, OfNothingAreNone) { EXPECT_THAT(own_voice(""), IsEmpty()); }

}  // namespace
}  // namespace hearsay
