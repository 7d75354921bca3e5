// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "hearsay/text/text.hpp"

namespace hearsay::encoder {

/// One piece of a word.
struct Piece {
    std::uint32_t id;    ///< in the vocabulary
    Span span;           ///< in the text as given
    std::uint8_t shape;  ///< what lower-casing hides: the letters' case, and kLine more where a line begins

    enum Case : std::uint8_t { small, capital, capitals, digits, mark, none };
    static constexpr std::uint8_t kLine = 6, kShapes = 2 * kLine;

    /// A line break lies between it and the piece before.
    bool begins_line() const { return shape >= kLine; }
    /// No word.
    bool is_mark() const { return shape % kLine == mark; }
};

/// Cuts a text as uncased BERT's tokenizer does (Devlin et al. 2019, WordPiece after Wu et al. 2016): control
/// characters go, letters lose case and accents, punctuation and Chinese characters stand by themselves, and each word
/// is cut into the longest pieces of the vocabulary from its begin on. Equal to the reference, the tokenizers library
/// of PyPI, and a test compares them.
///
///   const WordPieces pieces(vocabulary);
///   for (const Piece& piece : pieces.read(text)) ...
class WordPieces {
  public:
    /// Words in the order of their numbers, each ended by a line feed; "##" before what goes on within a word.
    /// `unknown` stands for a word that the vocabulary doesn't cover. Keeps a view of `vocabulary`.
    WordPieces(std::string_view vocabulary, std::uint32_t unknown);
    WordPieces() = default;

    std::vector<Piece> read(const Text& text) const;
    std::size_t size() const { return size_; }

  private:
    struct Letter {
        std::uint32_t end;    // in the word's bytes
        std::uint32_t place;  // in the text
    };
    struct Word {
        std::string bytes;
        std::vector<Letter> letters;
        void clear() { bytes.clear(), letters.clear(); }
    };
    void cut(const Word& word, std::vector<Piece>& pieces) const;

    std::unordered_map<std::string_view, std::uint32_t> first_, further_;
    std::uint32_t unknown_ = 0;
    std::size_t longest_ = 0, size_ = 0;
};

}  // namespace hearsay::encoder
