// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "hearsay/text/string_map.hpp"

namespace hearsay {

/// What a word in a source's name or role tells of whom it speaks for: data/lexicons/voice_words.tsv.
enum class VoiceWord : std::uint8_t {
    office,      ///< "spokesman": of whoever speaks for the body that it is named with
    police,      ///< "detective"
    leader,      ///< "chairwoman": of a firm
    former,      ///< "retired": who speaks for nobody any more
    form,        ///< "Group": a body's name may lack it
    firm,        ///< "company": a firm without its name
    state_body,  ///< "ministry": speaks for its state
    product,     ///< "report", "researchers": comes from a body, or works for it
    recording    ///< "footage": shows to all who tell of it the same
};

/// The words by which two sources are told to be one voice.
class VoiceLexicon {
  public:
    /// Loaded on first use. Throws ResourceError.
    static const VoiceLexicon& get();

    /// All words in small letters.
    bool is(VoiceWord kind, std::string_view word) const { return words_[static_cast<std::size_t>(kind)].contains(word); }
    /// "mother" of "mum" (relatives.tsv); empty for what is no relation.
    std::string_view relation(std::string_view word) const { return value(relations_, word, {}); }
    /// "william" of "bill" (nicknames.tsv); any other first name itself.
    std::string_view full_name(std::string_view first) const { return value(full_names_, first, first); }

  private:
    VoiceLexicon();
    static std::string_view value(const StringMap<std::string>& map, std::string_view key, std::string_view none) {
        const auto found = map.find(key);
        return found == map.end() ? none : std::string_view(found->second);
    }

    std::array<StringSet, 9> words_;  // by VoiceWord
    StringMap<std::string> relations_, full_names_;
};

}  // namespace hearsay
