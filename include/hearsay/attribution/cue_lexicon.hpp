// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "hearsay/text/string_map.hpp"

namespace hearsay {

enum class CueKind : std::uint8_t { verb, noun, preposition };

/// How a cue may give its content; a set of these bits. data/lexicons/cues.tsv says what each stands for.
namespace frame {
enum Frame : std::uint16_t {
    quote = 1,
    clause = 2,
    that = 4,
    to = 8,
    object = 16,
    addressee = 32,
    citing = 64,
    passive = 128,
    of = 256,
    seldom = 512,
    name = 1024,
    verb = 2048,
    after = 4096,
    act = 8192,
    proof = 16384
};
}

/// How a verb form is inflected; a set, since "read" may be several.
namespace inflection {
enum Inflection : std::uint8_t { base = 1, present = 2, past = 4, participle = 8 };
}

struct CueEntry {
    std::string lemma;
    CueKind kind = CueKind::verb;
    std::uint16_t frames = 0;
    Stance stance = Stance::asserts;
    bool also_noun = false;  ///< a form of it is a noun as well ("claims"), so that its neighbours must decide
};

/// One cue where it stands in a token sequence.
struct CueForm {
    const CueEntry* entry;
    std::uint8_t inflections;
    std::uint32_t length;  ///< tokens
};

/// The words that introduce attributions, from data/lexicons/cues.tsv.
///
///   const auto cues = CueLexicon::load(resource_directory() / "lexicons" / "cues.tsv");
///   if (const auto cue = cues.match({"pointed", "out", "that"})) std::cout << cue->entry->lemma;   // point out
class CueLexicon {
  public:
    static CueLexicon load(const std::filesystem::path& file);

    /// The verb, else the noun or preposition, whose longest form begins with the first of these normalised words.
    std::vector<CueForm> match(const std::vector<std::string_view>& words) const;
    /// What is known of the first of these tokens that is, or that begins what is; null where nothing is.
    const CueEntry* find(const TokenizedText& text, TokenRange tokens) const;
    std::size_t size() const { return entries_.size(); }
    /// Tokens of the longest form.
    std::size_t longest() const { return longest_; }

  private:
    struct Form {
        std::vector<std::string> words;
        std::uint32_t entry;
        std::uint8_t inflections;
    };
    std::vector<CueEntry> entries_;
    StringMap<std::vector<Form>> forms_;  // by first word, longest form first
    std::size_t longest_ = 1;
};

}  // namespace hearsay
