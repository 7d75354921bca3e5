// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// What features see of one token's form; hashes but for the classes.
struct Word {
    std::uint64_t norm = 0;
    std::uint64_t suffix1 = 0, suffix2 = 0, suffix3 = 0, prefix = 0;
    std::uint64_t shape = 0;                ///< letter classes, runs shortened: "Kim" Aa, "U.S." A.A., "1,100" 0,0
    std::uint16_t fine = 0, coarse = 0;  ///< classes of words of like use; 0 for none
    bool plain = false;                  ///< written without capitals and digits
};

/// The forms of words, for every model alike.
///
///   const auto vocabulary = Vocabulary::load(resource_directory() / "lexicons" / "embedding_classes.tsv");
///   const std::vector<Word> words = vocabulary.words_of(text);
class Vocabulary {
  public:
    static Vocabulary load(const std::filesystem::path& file);
    std::vector<Word> words_of(const TokenizedText& text) const;

  private:
    struct Classes {
        std::uint16_t fine, coarse;
    };
    boost::unordered_flat_map<std::uint64_t, Classes> classes_;  // by the word's hash
};

}  // namespace hearsay
