// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <algorithm>

#include "metrics/one_voice.hpp"

namespace hearsay {
namespace {

using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

Source source(SourceKind kind, std::string name, std::string role, std::string country) {
    Source source;
    source.kind = kind, source.name = std::move(name);
    source.role = std::move(role), source.country = std::move(country);
    return source;
}
Source body(std::string name, std::string country = {}) {
    return source(SourceKind::organization, std::move(name), {}, std::move(country));
}
Source person(std::string name, std::string role = {}, std::string country = {}) {
    return source(SourceKind::person, std::move(name), std::move(role), std::move(country));
}
Source state(std::string name, std::string country) {
    return source(SourceKind::government, std::move(name), {}, std::move(country));
}

auto voices(const std::vector<Source>& sources) {
    std::vector<const Source*> speakers;
    for (const Source& source : sources) speakers.push_back(&source);
    return same_voices(speakers);
}

/// Whether the first is no second voice beside the second.
bool is_one(const Source& a, const Source& b) {
    const auto found = voices({a, b});
    return std::ranges::find(found, std::pair<std::uint32_t, std::uint32_t>(0, 1)) != found.end();
}

TEST(OneVoice, IsThatOfARecordingWhoeverTellsOfIt) {
    const auto document = [](const char* name) { return source(SourceKind::document, name, {}, {}); };
    const Source video = document("video taken in the hall");
    EXPECT_THAT(voices({video, document("shaky footage")}), UnorderedElementsAre(Pair(1u, 0u)));
    EXPECT_THAT(voices({video, document("report on the hall")}), IsEmpty());
    EXPECT_THAT(voices({video, person("Video Holt")}), IsEmpty());
}

TEST(OneVoice, IsThatOfOnePersonWithAndWithoutAMiddleName) {
    EXPECT_TRUE(is_one(person("Taro Kadal"), person("Taro Lin Kadal")));
    EXPECT_TRUE(is_one(person("Lin Kadal"), person("Taro Lin Kadal")));
    EXPECT_FALSE(is_one(person("Taro Lin"), person("Maro Lin Kadal Holt")));
    EXPECT_FALSE(is_one(person("Taro Kadal"), person("Taro Lin Holt")));
}

TEST(OneVoice, IsThatOfAnArmedGroupByWhicheverName) {
    EXPECT_TRUE(is_one(body("Red Dawn"), body("Red Dawn militant group")) ||
                is_one(body("Red Dawn militant group"), body("Red Dawn")));
    EXPECT_TRUE(is_one(source(SourceKind::group, "Militants from Red Dawn", {}, {}), body("Red Dawn")));
    EXPECT_FALSE(is_one(source(SourceKind::group, "Militants from Norvia", {}, {}), body("Red Dawn")));
}

TEST(OneVoice, IsThatOfABodyAndWhoSpeaksForIt) {
    EXPECT_TRUE(is_one(body("police"), person("Tom Weir", "police spokesman")));
    EXPECT_TRUE(is_one(body("Tarn Police"), person("Tom Weir", "police spokesman")));
    EXPECT_TRUE(is_one(body("coast guard"), person("Rafi Sulam", "coast guard chief")));
    EXPECT_TRUE(is_one(body("fire brigade"), person("Ann Lee", "chief fire officer")));
    EXPECT_TRUE(is_one(body("Tarn Fire Department"), person("Ann Lee", "Tarn fire chief")));
    EXPECT_FALSE(is_one(body("Justice Department"), person("Ann Lee", "chief justice")));
    EXPECT_FALSE(is_one(body("ambulance service"), person("Ann Lee", "chief fire officer")));
    EXPECT_TRUE(is_one(body("finance ministry"), person("Ann Korr", "spokeswoman for the finance ministry")));
    EXPECT_TRUE(is_one(body("Kelder"), person("Hugo Stein", "Kelder's chief executive")));
    EXPECT_TRUE(is_one(body("Mayor's office"), person("Clara Benedek", "spokeswoman for Mayor Istvan Moore")));
    EXPECT_TRUE(is_one(body("prosecutor's office"), person("Ada Lorn", "prosecutor")));
    EXPECT_FALSE(is_one(body("governor's office"), person("Clara Benedek", "spokeswoman for Mayor Istvan Moore")));
    EXPECT_TRUE(
        is_one(body("Norway's foreign ministry", "NO"), person("Jan Korr", "Norwegian foreign minister", "NO")));
    EXPECT_FALSE(is_one(body("Tarn Police"), person("Tom Weir", "coast guard chief")));
    EXPECT_FALSE(is_one(body("Tarn Police"), person("Tom Weir")));
    EXPECT_FALSE(is_one(person("Tom Weir", "police spokesman"), body("police"))) << "he is the voice";
}

TEST(OneVoice, IsThatOfAFirmAndWhatItIsCalledWithoutItsName) {
    Source operating = body("its operator"), head = person("Ann Lee", "chief executive of Kelder Metals"),
           officer = person("Tom Weir", "police spokesman");
    operating.unnamed = true;
    head.owner = "Kelder Metals", officer.owner = "police";
    EXPECT_TRUE(is_one(operating, body("Kelder Metals")));
    EXPECT_TRUE(is_one(operating, head));
    EXPECT_FALSE(is_one(operating, officer));
    EXPECT_FALSE(is_one(operating, person("Ann Lee", "passenger")));
}

TEST(OneVoice, IsThatOfAFirmThatWasTakenForAPerson) {
    EXPECT_TRUE(is_one(body("Norvia Pharma"), person("Norvia Pharma")));
    EXPECT_FALSE(is_one(person("Norvia Pharma"), body("Norvia Pharma")));
    EXPECT_FALSE(is_one(body("Norvia Pharma"), person("Ann Pharma")));
}

TEST(OneVoice, IsThatOfNamesakesWhoGoByOneWord) {
    EXPECT_EQ(voices({person("Rafiq", "energy minister", "TV"), person("Rafiq")}).size(), 1u);
    EXPECT_THAT(voices({person("Rafiq", {}, "TV"), person("Rafiq", {}, "NO")}), IsEmpty());
    EXPECT_EQ(voices({person("Rafiq"), person("Rafiq"), person("Rafiq")}).size(), 3u) << "each pair once";
}

TEST(OneVoice, IsThatOfABodyUnderALongerName) {
    EXPECT_TRUE(is_one(body("police"), body("Tarn Police")));
    EXPECT_TRUE(is_one(body("Kelder"), body("Kelder Group")));
    EXPECT_TRUE(is_one(body("hospital"), body("Tarn General Hospital")));
    EXPECT_TRUE(is_one(body("fire service"), body("Northmoor Fire and Rescue Service")));
    EXPECT_FALSE(is_one(body("Tarn Police"), body("Karsk Police")));
    EXPECT_FALSE(is_one(body("government"), body("Government Accountability Office")));
    EXPECT_FALSE(is_one(body("Health Ministry", "IL"), body("Gaza Health Ministry", "PS")));
    EXPECT_FALSE(is_one(body("Kelder"), body("Kelder Workers' Union")));
}

TEST(OneVoice, IsThatOfAStateAndItsMinistries) {
    EXPECT_TRUE(is_one(state("Norway", "NO"), state("Norway's Foreign Ministry", "NO")));
    EXPECT_TRUE(is_one(state("Norway", "NO"), person("Jan Korr", "Norwegian foreign ministry spokesman", "NO")));
    EXPECT_FALSE(is_one(state("Norway", "NO"), body("Norwegian Refugee Council", "NO")));
    EXPECT_FALSE(is_one(state("Norway", "NO"), state("Sweden's Foreign Ministry", "SE")));
}

TEST(OneVoice, IsThatOfAnOfficeAndItsHolderOfASurnameAndItsBearer) {
    Source governor = person("governor"), holder = person("Marta Hollen", "Governor");
    governor.unnamed = true;
    governor.office = holder.office = "governor";
    EXPECT_TRUE(is_one(governor, holder));
    EXPECT_TRUE(is_one(person("Hollen"), holder));
    EXPECT_TRUE(is_one(body("Hollen"), holder)) << "what a surname alone was taken for";
    EXPECT_FALSE(is_one(person("Jan Hollen"), holder));
    holder.country = "NO", governor.country = "SE";
    EXPECT_FALSE(is_one(governor, holder));
}

TEST(OneVoice, IsFoundAmongMany) {
    EXPECT_THAT(voices({}), IsEmpty());
    EXPECT_THAT(voices({body("police"), person("Ann Lee"), body("Tarn Police"), person("Tom Weir", "police chief")}),
                UnorderedElementsAre(Pair(0, 2), Pair(0, 3), Pair(2, 3)));
}

TEST(OneVoice, IsThatOfWhoseNameIsSpelledInTwoWays) {
    for (const auto& [name, other] :
         {std::pair("Ellis Hutson", "Ellis Huston"), std::pair("Ann Meier", "Ann Meyer"),
          std::pair("Ann Johansen", "Ann Johanssen"), std::pair("Bo van Dalen", "Bo van Daalen")})
        EXPECT_THAT(voices({person(name), person(other)}), UnorderedElementsAre(Pair(1, 0))) << name;
    for (const auto& [name, other] :
         {std::pair("Ann Lee", "Ann Leo"), std::pair("Jon Miller", "Joe Miller"),
          std::pair("Ann Martin", "Ann Marten Ross"), std::pair("Ann Berger", "Ann Becker")})
        EXPECT_THAT(voices({person(name), person(other)}), IsEmpty()) << name;
    EXPECT_THAT(voices({person("Ann Meier", "", "DE"), person("Ann Meyer", "", "CH")}), IsEmpty());
    EXPECT_TRUE(is_one(body("Al-Varni"), person("al-Varni", "president")));
    EXPECT_THAT(voices({person("Jim Rocher"), person("James Rocher")}), UnorderedElementsAre(Pair(1, 0)));
    EXPECT_THAT(voices({person("Jim Rocher"), person("Jill Rocher")}), IsEmpty());
    EXPECT_THAT(voices({person("Iñaki Blanco"), person("Inaki Blanco Cabrera")}), UnorderedElementsAre(Pair(0, 1)));
    EXPECT_THAT(voices({person("Blanco Cabrera"), person("Iñaki Blanco Cabrera")}), UnorderedElementsAre(Pair(0, 1)));
    EXPECT_THAT(voices({person("Lee Dalen"), person("Bo Lee Dalen"), person("Eva Lee Dalen")}),
                UnorderedElementsAre(Pair(0, 1), Pair(0, 2)));
    EXPECT_THAT(voices({person("Darlene Druyun"), person("Darleen Druyun")}), UnorderedElementsAre(Pair(1, 0)));
    EXPECT_THAT(voices({body("Zelensky"), person("Volodymyr Zelenskyy")}), UnorderedElementsAre(Pair(0, 1)));
    EXPECT_THAT(voices({person("Darlene Druyun", "Air Force official"), person("Darleen Druyun", "Kelder executive")}),
                UnorderedElementsAre(Pair(1, 0)));
    EXPECT_TRUE(is_one(body("Defense Science Board"), body("Defense Science Board Task Force")));
    EXPECT_THAT(voices({person("Peter Hansen", "nurse"), person("Peter Jansen", "fire chief")}), IsEmpty());
    EXPECT_THAT(voices({body("Supreme Court"), body("Supreme Court")}), UnorderedElementsAre(Pair(1, 0)));
    EXPECT_THAT(voices({body("Supreme Court", "US"), body("Supreme Court", "IN")}), IsEmpty());
    EXPECT_THAT(voices({body("transport ministry"), person("Eva Krall", "former transport minister")}), IsEmpty());
}

TEST(OneVoice, IsThatOfAStateAndItsOfficials) {
    const auto group = [](const char* name) { return source(SourceKind::group, name, {}, {}); };
    EXPECT_TRUE(is_one(group("Nicaraguan officials"), state("Nicaragua", "NI")));
    EXPECT_TRUE(is_one(group("government officials"), state("Nicaragua", "NI")));
    EXPECT_TRUE(is_one(group("Nicaraguan authorities"), state("Nicaragua", "NI")));
    EXPECT_FALSE(is_one(group("officials"), state("Nicaragua", "NI"))) << "of anything";
    EXPECT_FALSE(is_one(group("Norwegian officials"), state("Nicaragua", "NI")));
    EXPECT_FALSE(is_one(group("health officials"), state("Nicaragua", "NI")));
    EXPECT_TRUE(is_one(group("U.S. officials"), group("U.S. counterterrorism officials")));
    EXPECT_FALSE(is_one(group("officials"), group("U.S. officials")));
    EXPECT_FALSE(is_one(group("U.S. counterterrorism officials"), group("U.S. officials")));
}

TEST(OneVoice, IsThatOfSomebodysRelatives) {
    const auto group = [](const char* name) { return source(SourceKind::group, name, {}, {}); };
    EXPECT_TRUE(is_one(group("Ada Lorn's family"), group("Lorn's parents")));
    EXPECT_FALSE(is_one(group("Lorn's parents"), group("Ada Lorn's family"))) << "they are of it";
    EXPECT_TRUE(is_one(group("families of Ada Lorn and Tom Weir"), group("Tom Weir's parents")));
    EXPECT_TRUE(is_one(group("the Lorn family"), person("Eva Lorn")));
    EXPECT_TRUE(is_one(group("Ada Lorn's parents"), person("Eva Lorn")));
    EXPECT_TRUE(is_one(group("Ada Lorn's parents"), person("Eva Krall", "Ada Lorn's mother")));
    EXPECT_THAT(voices({group("Lorn's family"), group("relatives of Ada Lorn")}), UnorderedElementsAre(Pair(1, 0)));
    EXPECT_THAT(voices({group("Ada Lorn's parents"), person("Jan Lorn", "Ada Lorn's brother")}), IsEmpty());
    EXPECT_THAT(voices({group("Ada Lorn's family"), person("Ada Lorn")}), IsEmpty());
    EXPECT_THAT(voices({group("Ada Lorn's parents"), group("Tom Weir's parents")}), IsEmpty());
    EXPECT_THAT(voices({group("the victim's family"), person("Eva Lorn")}), IsEmpty());
}

TEST(OneVoice, IsThatOfAGroupAndOneOfItByName) {
    const auto group = [](const char* name) { return source(SourceKind::group, name, {}, {}); };
    EXPECT_TRUE(is_one(group("Witnesses"), person("Tom Weir", "witness")));
    EXPECT_TRUE(is_one(group("Prosecutors"), person("Ada Lorn", "Prosecutor")));
    EXPECT_TRUE(is_one(group("Prosecutors"), body("prosecutor's office")));
    EXPECT_TRUE(is_one(group("Yale researchers"), person("Ann Lee", "a researcher at Yale")));
    EXPECT_TRUE(is_one(group("Health officials"), person("Ann Lee", "Health Minister")));
    EXPECT_TRUE(is_one(group("health officials"), body("health ministry")));
    EXPECT_TRUE(is_one(group("analysts at Kelder"), body("Kelder")));
    EXPECT_FALSE(is_one(group("Health officials"), person("Ann Lee", "Defence Minister")));
    EXPECT_FALSE(is_one(group("officials"), person("Ann Lee", "Health Minister")));
    EXPECT_FALSE(is_one(group("Witnesses"), person("Tom Weir", "fire chief")));
}

TEST(OneVoice, IsThatOfThePoliceAndWhoHasARankInThem) {
    EXPECT_TRUE(is_one(body("police"), person("Tom Weir", "Detective Inspector")));
    EXPECT_TRUE(is_one(body("police"), person("Tom Weir", "Chief Constable")));
    EXPECT_TRUE(is_one(body("police"), body("Akron Police Department")));
    EXPECT_TRUE(is_one(body("Coast Guard"), person("Tom Weir", "Coast Guard Capt.")));
    EXPECT_FALSE(is_one(body("police"), person("Tom Weir", "Capt.")));
}

TEST(OneVoice, IsThatOfOneMinistryHoweverItIsCalled) {
    EXPECT_TRUE(is_one(body("Ministry of Defence"), body("Yemen's defence ministry")));
    EXPECT_TRUE(is_one(body("country's defense ministry"), body("Yemeni Defence Ministry")));
    EXPECT_THAT(voices({body("Yemeni Defence Ministry"), body("Yemen's defence ministry")}),
                UnorderedElementsAre(Pair(1, 0)));
    EXPECT_FALSE(is_one(body("Ministry of Health"), body("Yemen's defence ministry")));
    EXPECT_FALSE(is_one(body("interior ministry"), body("international trade ministry")));
}

TEST(OneVoice, IsThatOfDocumentsAndOutletsCalledTheSame) {
    const auto document = [](const char* name) { return source(SourceKind::document, name, {}, {}); };
    EXPECT_THAT(voices({document("autopsy"), document("Autopsy"), document("study")}),
                UnorderedElementsAre(Pair(1, 0)));
    EXPECT_THAT(
        voices({source(SourceKind::outlet, "Daily Star", {}, {}), source(SourceKind::outlet, "Daily Star", {}, {})}),
        UnorderedElementsAre(Pair(1, 0)));
}

TEST(OneVoice, IsThatOfABodyAndWhatComesFromIt) {
    Source researchers = source(SourceKind::group, "Kelder researchers", {}, {});
    researchers.unnamed = true;
    EXPECT_TRUE(is_one(researchers, body("Kelder")));
    EXPECT_FALSE(is_one(body("Tarn Police"), source(SourceKind::group, "Tarn police officials", {}, {})));
    EXPECT_TRUE(is_one(source(SourceKind::document, "the Kelder report", {}, {}), body("Kelder")));
    EXPECT_FALSE(is_one(source(SourceKind::document, "Tarn report", {}, {}), body("Kelder")));
    EXPECT_FALSE(is_one(source(SourceKind::document, "report", {}, {}), body("Kelder")));
    Source company = source(SourceKind::group, "anti-spam and anti-virus software company Kelder", {}, {});
    company.unnamed = true;
    EXPECT_THAT(voices({researchers, company, source(SourceKind::document, "reports", {}, {})}),
                UnorderedElementsAre(Pair(1, 0)));
    EXPECT_THAT(voices({source(SourceKind::group, "security officials", {}, {}),
                        source(SourceKind::group, "security experts", {}, {})}),
                IsEmpty());
}

}  // namespace
}  // namespace hearsay
