// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "hearsay/text/text.hpp"

namespace hearsay {

/// The rule by which somebody is a hop of a chain; brackets mark the hop.
enum class HopRule : std::uint8_t {
    source,       ///< "[Kim] said": the attribution's source
    continued,    ///< a quotation that nobody introduces: [who was quoted last]
    unnamed,      ///< "it is said": [nobody is named]
    inside,       ///< Reuters reported that "[Kim] said": who is behind what the source only passes on
    cited,        ///< "Reuters reported, citing [officials]"
    told,         ///< "told [Reuters]", "in an interview with [CNN]"
    venue,        ///< "said on [CNN]'s programme"
    quoted,       ///< "[Politico] quoted Kim as saying"
    passed_on,    ///< "seen by [Reuters]", "as quoted by [AFP]"
    according,    ///< "according to [Yonhap]", beside another source
    platform,     ///< "wrote on [Telegram]"
    reported,     ///< "..., [Yonhap] reported." after the whole
    carried_on,   ///< the same source goes on with what [Reuters] was told
    second_hand,  ///< "was quoted as saying": by [the outlet] that quoted him before
    repeated,     ///< a lead that the body gives with [Reuters] as relay
    around,       ///< the attribution that holds this one: "..., according to [Yonhap]"
    report,       ///< "confirmed a recent report": [whose report that is]
    event,        ///< "confirmed the death": [who reported it right before]
    as_reported,  ///< "as [Ukrainian media] reported last week"
    dateline,     ///< "BEIJING ([Kyodo])" above this part of the text
    credit,       ///< [an outlet] that the header or the last line credits
    publisher     ///< [who published the document]
};
/// "carried_on", as analysis.json has it.
std::string_view to_string(HopRule rule);

/// How the words of the text lead to a source.
enum class Naming : std::uint8_t {
    name,         ///< its name in full
    alias,        ///< a form that the gazetteer lists: "AP", "Seoul"
    short_form,   ///< part of its name, or its acronym: "Kim" for who bore the name last
    pronoun,      ///< "he": the most salient one that it can mean
    office,       ///< "the defence chief": who holds that office in the article
    earlier,      ///< "the officials": whom these words described before
    description,  ///< described and nowhere named: "a person familiar with the matter"
    joint,        ///< several together: "Seoul, Washington and Tokyo"
    owner,        ///< "a Politico report": whose it is
    author,       ///< "a report by the spy agency": who wrote it
    body,         ///< "a spokesman for Hunter": for whom he speaks
    outlet,       ///< "the newspaper": the one that the article names elsewhere
    speaker,      ///< not named here: who spoke last
    nobody        ///< not named at all
};
std::string_view to_string(Naming naming);

/// What in a document makes somebody a hop.
///
///   const HopEvidence& why = resolved.evidence[0];
///   std::cout << to_string(why.rule) << ": " << document.text().slice(why.span) << '\n';   // told: told Reuters
struct HopEvidence {
    HopRule rule = HopRule::source;
    Naming naming = Naming::name;
    Span span{};  ///< in the document; empty where no words say it (publisher, unnamed)
};

}  // namespace hearsay
