// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// The rule in plain words, to stand after the hop's name: "was told so".
std::string_view in_words(HopRule rule);

/// How the quoted words lead to the source: "who holds that office in the article"; empty where they name it.
std::string_view in_words(Naming naming);

/// Where the publisher's name was read: "known from the manifest".
std::string in_words(Evidence evidence);

/// Why two sources of two documents are one: "holds that office".
std::string_view in_words(MergeRule rule);

/// Everything about one hop but its sentence: `was told so, “told Reuters”`.
std::string why(const AnalyzedHop& hop, const DocumentRecord& document);

}  // namespace hearsay
