// SPDX-License-Identifier: Apache-2.0
#include "metrics/voice_lexicon.hpp"

#include <algorithm>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

/// By VoiceWord.
constexpr std::array<std::string_view, 9> kKinds = {"office", "police",     "leader",  "former",   "form",
                                                    "firm",   "state body", "product", "recording"};

}  // namespace

VoiceLexicon::VoiceLexicon() {
    const auto folder = resource_directory() / "lexicons";
    read_table(folder / "voice_words.tsv", {"word", "kind"}, [&](const auto& row) {
        const auto kind = std::ranges::find(kKinds, row[1]);
        if (kind == kKinds.end())
            throw ResourceError((folder / "voice_words.tsv").string() + ": \"" + std::string(row[0]) +
                                "\" has no known kind");
        words_[static_cast<std::size_t>(kind - kKinds.begin())].emplace(row[0]);
    });
    read_table(folder / "relatives.tsv", {"word", "relation"},
               [&](const auto& row) { relations_.emplace(row[0], row[1]); });
    read_table(folder / "nicknames.tsv", {"nickname", "name"},
               [&](const auto& row) { full_names_.emplace(row[0], row[1]); });
}

const VoiceLexicon& VoiceLexicon::get() {
    static const VoiceLexicon lexicon;
    return lexicon;
}

}  // namespace hearsay
