// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include "hearsay/text/language.hpp"
#include "text/tokens.hpp"

namespace hearsay {
namespace {

std::string_view language(std::string_view bytes) { return detect_language(test::tokenized(bytes)); }

TEST(Language, KnowsEnglishNews) {
    EXPECT_EQ(language("The ministry said on Monday that it had sent the letter to all of the offices, and that it "
                       "expected an answer."),
              "en");
}

TEST(Language, LeavesOtherLanguagesUndetermined) {
    EXPECT_EQ(language("Das Ministerium teilte am Montag mit, dass es den Brief an alle Stellen geschickt hat und eine "
                       "Antwort erwartet."),
              "und");
    EXPECT_EQ(language("Le ministère a dit lundi qu’il avait envoyé la lettre à tous les bureaux et qu’il attendait "
                       "une réponse dans les deux semaines."),
              "und");
    EXPECT_EQ(language("El ministerio dijo el lunes que había enviado la carta a todas las oficinas y que esperaba una "
                       "respuesta en dos semanas."),
              "und");
}

TEST(Language, LeavesUnlistedLanguagesUndetermined) {
    // Croatian, Lithuanian, Estonian
    EXPECT_EQ(language("Ministarstvo je u ponedjeljak priopćilo kako je pismo poslano svim uredima te očekuje odgovor "
                       "u roku od dva tjedna, dok gradonačelnik obećava brz završetak posla."),
              "und");
    EXPECT_EQ(language("Ministerija pirmadienį pranešė išsiuntusi laišką visoms įstaigoms ir laukianti atsakymo per "
                       "dvi savaites, meras pažadėjo jį pateikti laiku."),
              "und");
    EXPECT_EQ(language("Ministeerium teatas esmaspäeval, et saatis kirja kõigile asutustele ning ootab vastust kahe "
                       "nädala jooksul, linnapea lubas selle õigeks ajaks."),
              "und");
}

TEST(Language, LeavesOtherScriptsUndeterminedHoweverShort) {
    EXPECT_EQ(language("Министерство отправило письмо"), "und");
    EXPECT_EQ(language("国防部长星期二说"), "und");
}

TEST(Language, GivesShortTextsTheBenefitOfTheDoubt) { EXPECT_EQ(language("Acme Corp quarterly results"), "en"); }

TEST(Language, TakesATableOfResultsForEnglish) {
    EXPECT_EQ(
        language("Mthly div 6.6 cts vs 6.6 cts prior\n\nPay March 31\n\nRecord March 16\n\nNOTE: Acme Income Fund."),
        "en");
    EXPECT_EQ(language("Acme Corp 4th qtr net. Shr 34 cts vs 1.19 dlrs. Net 807,000 vs 2,858,000. Revs 510 mln vs 479 "
                       "mln. Avg shrs 23 mln vs 24 mln."),
              "en");
}

}  // namespace
}  // namespace hearsay
