// SPDX-License-Identifier: Apache-2.0
#include "render/hop_wording.hpp"

#include <array>

namespace hearsay {

std::string_view in_words(HopRule rule) {
    static constexpr std::array<std::string_view, 22> kWords{
        "the source",
        "the source: was quoted last, and nobody introduces this quotation",
        "nobody is named as the source",
        "the source of what the next one only passes on",
        "cited by the next one",
        "was told so",
        "where it was said",
        "quoted the source",
        "passed it on",
        "given as authority beside the source",
        "where it was posted",
        "credited after the statement",
        "had what the same source goes on with here",
        "quoted the same source elsewhere; the cue here is second-hand",
        "relay of the same statement further down",
        "passes the statement on",
        "whose report is judged here",
        "who reported the event right before",
        "reported it earlier",
        "in the dateline",
        "credited with the story",
        "the publisher"};
    return kWords.at(static_cast<std::size_t>(rule));
}

std::string_view in_words(Naming naming) {
    static constexpr std::array<std::string_view, 14> kWords{"",
                                                             "a form of the name",
                                                             "short for the name",
                                                             "a pronoun: who is most in mind there",
                                                             "who holds that office",
                                                             "points back",
                                                             "not named",
                                                             "several together",
                                                             "whose it is",
                                                             "who wrote it",
                                                             "for whom the spokesperson speaks",
                                                             "the outlet that the article names elsewhere",
                                                             "",
                                                             "nobody whom it could mean was found"};
    return kWords.at(static_cast<std::size_t>(naming));
}

std::string_view in_words(MergeRule rule) {
    static constexpr std::array<std::string_view, 5> kWords{"one entry of the gazetteer", "the same full name",
                                                            "the same members", "holds that office",
                                                            "a publisher's name"};
    return kWords.at(static_cast<std::size_t>(rule));
}

std::string in_words(Evidence evidence) {
    if (evidence == Evidence::none) return "whose name is not known";
    return "known from the " + std::string(to_string(evidence));
}

std::string why(const AnalyzedHop& hop, const DocumentRecord& document) {
    std::string text(in_words(hop.evidence.rule));
    if (hop.evidence.rule == HopRule::publisher) return text + ", " + in_words(document.publisher.evidence);
    if (hop.evidence.span.empty()) return text;
    text += ", “" + hop.text + "”";
    const std::string_view naming = in_words(hop.evidence.naming);
    return naming.empty() ? text : text + " (" + std::string(naming) + ")";
}

}  // namespace hearsay
