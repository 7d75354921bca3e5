// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>
#include <set>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "hearsay/source/gazetteer.hpp"

namespace hearsay {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

const Gazetteer& gazetteer() {
    static const auto loaded = Gazetteer::load(std::filesystem::path(HEARSAY_SOURCE_DIR) / "data" / "lexicons");
    return loaded;
}

std::string outlet(std::string_view name) {
    const GazetteerEntry* found = gazetteer().outlet(name);
    return found ? found->name : "";
}

std::string state(std::string_view name) {
    const Country* found = gazetteer().country(name);
    return found ? found->name : "";
}

/// What the longest match at a word of a sentence covers, and what it stands for.
struct Found {
    std::string covers, name;
    bool common_word = false;
    NameForm form = NameForm::name;
    std::size_t candidates = 0;
};

Found match_at(std::string_view sentence, std::string_view word) {
    const TokenizedText text = tokenize(Text::decode(sentence));
    const auto size = static_cast<std::uint32_t>(text.tokens().size());
    std::uint32_t token = 0;
    while (token < size && text.word(token) != word) ++token;
    const auto match = gazetteer().longest_match(text, token, size);
    if (!match) return {};
    const std::string name = match->entry ? match->entry->name : match->country ? match->country->name : "";
    return {std::string(text.text().slice(text.span(match->tokens))), name, match->common_word, match->form,
            match->candidates.size()};
}

std::vector<std::string> names_of(std::span<const GazetteerEntry* const> entries) {
    std::vector<std::string> names;
    for (const GazetteerEntry* entry : entries) names.push_back(entry->name);
    return names;
}

TEST(Gazetteer, KnowsAnOutletByNameAliasAndDomain) {
    EXPECT_EQ(outlet("Reuters"), "Reuters");
    EXPECT_EQ(outlet("AP"), "Associated Press");
    EXPECT_EQ(gazetteer().outlet_by_domain("https://www.bbc.co.uk/news/1")->name, "BBC");
    EXPECT_EQ(gazetteer().outlet_by_domain("HTTPS://user@Edition.CNN.com:443/2014?x=y")->name, "CNN");
    EXPECT_EQ(gazetteer().outlet_by_domain("news.example.org"), nullptr);
    EXPECT_EQ(gazetteer().outlet_by_domain(""), nullptr);
}

TEST(Gazetteer, IgnoresArticleCaseAccentsPossessiveAndNounsForMedia) {
    EXPECT_EQ(outlet("the kyiv post"), "Kyiv Post");
    EXPECT_EQ(outlet("El País"), "El Pais");
    EXPECT_EQ(outlet("Al-Jazeera's"), "Al Jazeera");
    EXPECT_EQ(outlet("Yonhap’s"), "Yonhap News");
    EXPECT_EQ(outlet("Xinhua news agency"), "Xinhua");
    EXPECT_EQ(outlet("the Haaretz daily newspaper"), "Haaretz");
    EXPECT_EQ(outlet("newspaper"), "");
    EXPECT_EQ(outlet(""), "");
    EXPECT_EQ(outlet(std::string(1'000'000, 'a')), "");
}

TEST(Gazetteer, WantsCapitalsWhereANameIsAlsoAWord) {
    EXPECT_EQ(outlet("time"), "");
    EXPECT_EQ(outlet("Time"), "Time");
    EXPECT_TRUE(gazetteer().outlet("Time")->common_word);
    EXPECT_FALSE(gazetteer().outlet("Reuters")->common_word);
    EXPECT_EQ(state("us"), "");
    EXPECT_EQ(state("US"), "United States");
    EXPECT_EQ(gazetteer().body("Who"), nullptr);
    EXPECT_EQ(gazetteer().body("WHO")->name, "World Health Organization");
}

TEST(Gazetteer, ListsTheCandidatesOfASharedShortForm) {
    EXPECT_EQ(outlet("the Times"), "");
    const auto times = names_of(gazetteer().outlets_short("the Times"));
    EXPECT_THAT(times, Contains("The New York Times"));
    EXPECT_THAT(times, Contains("Los Angeles Times"));
    EXPECT_EQ(times.front(), "The Times");
    EXPECT_THAT(gazetteer().outlets_short("The New York Times"), IsEmpty());
    EXPECT_THAT(gazetteer().outlets_short("the times"), IsEmpty());
}

TEST(Gazetteer, KnowsStatesByNameAdjectivePeopleAndSeat) {
    for (const char* name : {"South Korea", "South Korean", "South Koreans", "Seoul", "the Blue House", "ROK"})
        EXPECT_EQ(state(name), "South Korea") << name;
    EXPECT_EQ(state("the Kremlin"), "Russia");
    EXPECT_EQ(state("Côte d'Ivoire"), "Ivory Coast");
    EXPECT_EQ(gazetteer().country_by_code("VU")->name, "Vanuatu");
    EXPECT_EQ(gazetteer().country_by_code("vu"), nullptr);
}

TEST(Gazetteer, KnowsBodiesThatSpeakForThemselves) {
    EXPECT_EQ(gazetteer().body("the White House")->kind, SourceKind::government);
    EXPECT_EQ(gazetteer().body("ISIL")->name, "Islamic State");
    EXPECT_EQ(gazetteer().body("Hezbollah")->kind, SourceKind::organization);
    EXPECT_EQ(gazetteer().outlet("the White House"), nullptr);
}

TEST(LongestMatch, PrefersTheLongerName) {
    EXPECT_EQ(match_at("He told the Washington Post on Monday.", "Washington").name, "The Washington Post");
    EXPECT_EQ(match_at("Officials in Washington said so.", "Washington").name, "United States");
    EXPECT_EQ(match_at("Officials in Washington said so.", "Washington").form, NameForm::metonym);
    EXPECT_EQ(match_at("Agence France-Presse said so.", "Agence").covers, "Agence France-Presse");
}

TEST(LongestMatch, CoversArticleAndNounsForMedia) {
    EXPECT_EQ(match_at("It quoted the Yonhap news agency as saying so.", "the").covers, "the Yonhap news agency");
    const Found time = match_at("It was printed by Time magazine.", "Time");
    EXPECT_EQ(time.covers, "Time magazine");
    EXPECT_FALSE(time.common_word);
    EXPECT_EQ(match_at("A US newspaper said so.", "US").covers, "US");
}

TEST(LongestMatch, LeavesThePossessiveAndKeepsJanes) {
    EXPECT_EQ(match_at("Russia's army denied it.", "Russia").covers, "Russia");
    EXPECT_EQ(match_at("Analysts at IHS Jane's counted them.", "IHS").covers, "IHS Jane's");
    EXPECT_EQ(match_at("Time's up, they said.", "Time").covers, "Time");
    EXPECT_EQ(match_at("The officials' view of Fox News' report", "Fox").covers, "Fox News");
}

TEST(LongestMatch, DemandsTheCapitalsOfTheTable) {
    EXPECT_EQ(match_at("Give us time to answer.", "us").name, "");
    EXPECT_EQ(match_at("Give us time to answer.", "time").name, "");
    EXPECT_EQ(match_at("Those who know it said so.", "who").name, "");
    EXPECT_EQ(match_at("Who knows it?", "Who").name, "");
    EXPECT_EQ(match_at("The WHO knows it.", "The").name, "World Health Organization");
    EXPECT_TRUE(match_at("Time will tell.", "Time").common_word);
    EXPECT_EQ(match_at("The BBC-led inquiry went on.", "BBC-led").name, "");
}

TEST(LongestMatch, WantsTheArticleThatBelongsToAWord) {
    EXPECT_EQ(match_at("He lives in Hill Street.", "Hill").name, "");
    EXPECT_EQ(match_at("He told The Hill so.", "The").name, "The Hill");
    EXPECT_EQ(match_at("He told Guardian reporters so.", "Guardian").name, "The Guardian");
    EXPECT_EQ(outlet("Hill"), "");
    EXPECT_EQ(outlet("The Hill"), "The Hill");
}

TEST(LongestMatch, FindsNoShortFormOrWordInsideALongerName) {
    EXPECT_EQ(match_at("A Bergen Courier report said so.", "Courier").candidates, 0U);
    EXPECT_EQ(match_at("They met in Times Square.", "Times").candidates, 0U);
    EXPECT_EQ(match_at("It was Michael Jordan who said so.", "Jordan").name, "");
    EXPECT_EQ(match_at("Time Warner declined to comment.", "Time").name, "");
    EXPECT_GE(match_at("In Monday's Times he said so.", "Times").candidates, 3U);
    EXPECT_EQ(match_at("On Monday Forbes magazine said so.", "Forbes").name, "Forbes");
    EXPECT_EQ(match_at("In Jordan, officials said so.", "Jordan").name, "Jordan");
}

TEST(LongestMatch, DistrustsAcronymsInAHeadlineInCapitals) {
    EXPECT_TRUE(match_at("THEY TOLD US NOTHING", "US").common_word);
    EXPECT_FALSE(match_at("The US told them nothing.", "US").common_word);
    EXPECT_EQ(match_at("REUTERS SAYS IT STANDS BY STORY", "REUTERS").name, "Reuters");
}

TEST(LongestMatch, GivesCandidatesForASharedShortForm) {
    const Found times = match_at("She told the Times that it was over.", "the");
    EXPECT_EQ(times.form, NameForm::short_form);
    EXPECT_EQ(times.covers, "the Times");
    EXPECT_GE(times.candidates, 3U);
    EXPECT_EQ(times.name, "");
}

TEST(LongestMatch, TellsThatAPeopleMayBeAnOutlet) {
    const Found people = match_at("The Australian police confirmed it.", "The");
    EXPECT_EQ(people.name, "Australia");
    EXPECT_EQ(people.candidates, 1U);
    EXPECT_EQ(match_at("The Austrian police confirmed it.", "The").candidates, 0U);
}

TEST(LongestMatch, StopsAtPunctuationAndAtTheLimit) {
    EXPECT_EQ(match_at("In Washington, Post offices closed.", "Washington").covers, "Washington");
    const TokenizedText text = tokenize(Text::decode("New York Times"));
    EXPECT_FALSE(gazetteer().longest_match(text, 0, 2).has_value());
    EXPECT_FALSE(gazetteer().longest_match(text, 3, 9).has_value());
    EXPECT_EQ(gazetteer().longest_match(text, 0, 9)->tokens, (TokenRange{0, 3}));
}

TEST(LongestMatch, SurvivesALongWordOfManyTokens) {
    std::string glued;
    for (int i = 0; i < 20'000; ++i) glued += "New&";
    const TokenizedText text = tokenize(Text::decode(glued));
    const auto size = static_cast<std::uint32_t>(text.tokens().size());
    for (std::uint32_t i = 0; i < size; ++i) EXPECT_FALSE(gazetteer().longest_match(text, i, size).has_value());
}

TEST(Lexicons, HoldAtLeastFiveHundredOutletsAndEveryMemberState) {
    EXPECT_GE(gazetteer().outlets().size(), 500U);
    EXPECT_GE(gazetteer().countries().size(), 197U);
    EXPECT_GE(gazetteer().bodies().size(), 150U);
}

TEST(Lexicons, LeadEveryOutletNameBackToItsEntry) {
    for (const GazetteerEntry& entry : gazetteer().outlets()) {
        const bool shared = std::ranges::count(entry.short_aliases, entry.name) > 0;
        EXPECT_EQ(gazetteer().outlet(entry.name), shared ? nullptr : &entry) << entry.name;
        for (const std::string& alias : entry.aliases) EXPECT_EQ(gazetteer().outlet(alias), &entry) << alias;
        for (const std::string& alias : entry.short_aliases)
            EXPECT_THAT(gazetteer().outlets_short(alias), Contains(&entry)) << alias;
    }
}

TEST(Lexicons, LeadEveryBodyAndStateBackToItsEntry) {
    for (const GazetteerEntry& entry : gazetteer().bodies()) {
        EXPECT_EQ(gazetteer().body(entry.name), &entry) << entry.name;
        for (const std::string& alias : entry.aliases) EXPECT_EQ(gazetteer().body(alias), &entry) << alias;
    }
    for (const Country& entry : gazetteer().countries()) {
        EXPECT_EQ(gazetteer().country(entry.name), &entry) << entry.name;
        for (const auto* forms : {&entry.aliases, &entry.adjectives, &entry.demonyms, &entry.metonyms})
            for (const std::string& form : *forms) EXPECT_EQ(gazetteer().country(form), &entry) << form;
    }
}

TEST(Lexicons, GiveNoNameToAnOutletAndABodyOrStateAtOnce) {
    for (const GazetteerEntry& entry : gazetteer().outlets()) {
        EXPECT_EQ(gazetteer().body(entry.name), nullptr) << entry.name;
        EXPECT_TRUE(!gazetteer().outlet(entry.name) || !gazetteer().country(entry.name)) << entry.name;
    }
    for (const GazetteerEntry& entry : gazetteer().bodies()) {
        EXPECT_EQ(gazetteer().outlet(entry.name), nullptr) << entry.name;
        for (const std::string& alias : entry.aliases) EXPECT_EQ(gazetteer().outlet(alias), nullptr) << alias;
    }
}

TEST(Lexicons, ShareAShortFormAmongOutletsThatExist) {
    for (const GazetteerEntry& entry : gazetteer().outlets())
        for (const std::string& alias : entry.short_aliases) EXPECT_EQ(gazetteer().outlet(alias), nullptr) << alias;
}

TEST(Lexicons, UseEachDomainOnceAndInLowerCase) {
    std::set<std::string> seen;
    for (const GazetteerEntry& entry : gazetteer().outlets())
        for (const std::string& domain : entry.domains) {
            EXPECT_TRUE(seen.insert(domain).second) << domain;
            EXPECT_EQ(domain.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-"), domain.npos) << domain;
            EXPECT_NE(domain.find('.'), domain.npos) << domain;
        }
}

TEST(Lexicons, UseCountryCodesThatTheTableOfStatesHolds) {
    for (const auto* entries : {&gazetteer().outlets(), &gazetteer().bodies()})
        for (const GazetteerEntry& entry : *entries)
            EXPECT_TRUE(entry.country.empty() || gazetteer().country_by_code(entry.country)) << entry.name;
    for (const GazetteerEntry& entry : gazetteer().outlets()) EXPECT_FALSE(entry.country.empty()) << entry.name;
}

TEST(Lexicons, UseEachWikidataItemOnceAndWellFormed) {
    std::set<std::string> seen;
    const auto check = [&](const auto& entries) {
        for (const auto& entry : entries) {
            if (entry.wikidata.empty()) continue;
            EXPECT_TRUE(seen.insert(entry.wikidata).second) << entry.name;
            EXPECT_EQ(entry.wikidata.front(), 'Q');
            EXPECT_EQ(entry.wikidata.find_first_not_of("0123456789", 1), entry.wikidata.npos) << entry.wikidata;
        }
    };
    check(gazetteer().outlets());
    check(gazetteer().bodies());
    check(gazetteer().countries());
    EXPECT_EQ(gazetteer().country("South Korea")->wikidata, "Q884");
    EXPECT_EQ(gazetteer().body("NATO")->wikidata, "Q7184");
    EXPECT_EQ(gazetteer().outlet("Reuters")->wikidata, "Q130879");
}

TEST(Lexicons, NameTheFileThatIsMissing) {
    try {
        Gazetteer::load("/nonexistent");
        FAIL() << "nothing was thrown";
    } catch (const ResourceError& error) {
        EXPECT_THAT(error.what(), ::testing::HasSubstr("/nonexistent"));
    }
}

}  // namespace
}  // namespace hearsay
