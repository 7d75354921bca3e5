// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <bit>

#include "claim/hashing.hpp"
#include "hearsay/claim/near_duplicates.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kShingleWords = 3;
constexpr std::uint32_t kShortestWord = 4;  // shorter ones are mostly function words, which rewriting changes first

/// Letters and digits in lower case without a leading "the": "The New York Times" and "New York Times" are one.
std::string normalized(std::string_view name) {
    std::string kept;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            kept += static_cast<char>(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            kept += c;
    }
    const bool article = name.size() > 4 && (name.starts_with("the ") || name.starts_with("The "));
    return article ? kept.substr(3) : kept;
}

/// Quoted speech ends with its closing mark or with the paragraph: a quotation that goes on opens the next one anew.
class QuotedSpeech {
  public:
    bool covers(const TokenizedText& text, std::size_t i) {
        const Token& token = text.tokens()[i];
        const auto paragraph = text.sentences()[token.sentence].paragraph;
        if (paragraph != paragraph_) open_ = false;
        paragraph_ = paragraph;
        if (token.kind == TokenKind::open_quote) open_ = true;
        if (token.kind == TokenKind::close_quote) open_ = false;
        return open_;
    }

  private:
    std::uint32_t paragraph_ = 0;
    bool open_ = false;
};

bool counts(const Token& token) {
    if (token.kind == TokenKind::number) return true;
    return token.kind == TokenKind::word && token.span.size() >= kShortestWord;
}

void add_shingles(const std::vector<std::uint64_t>& words, std::vector<std::uint32_t>& shingles) {
    for (std::size_t i = 0; i + kShingleWords <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t k = 0; k < kShingleWords; ++k) hash = mix(std::rotl(hash, 7) ^ words[i + k]);
        shingles.push_back(static_cast<std::uint32_t>(hash >> 32));
    }
}

std::vector<std::uint32_t> shingles_of(const Document& document) {
    std::vector<std::uint32_t> shingles;
    std::vector<std::uint64_t> words;
    QuotedSpeech quoted;
    for (const TokenRange range : document.content_sentences()) {
        words.clear();
        for (std::size_t i = range.begin; i < range.end; ++i)
            if (!quoted.covers(document.tokens, i) && counts(document.tokens.tokens()[i]))
                words.push_back(fnv1a(document.tokens.norm(i)));
        add_shingles(words, shingles);
    }
    std::sort(shingles.begin(), shingles.end());
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return shingles;
}

bool has_update_mark(const Document& document) {
    return document.title.value.starts_with("UPDATE ") ||
           std::any_of(document.boilerplate.begin(), document.boilerplate.end(),
                       [](const Boilerplate& b) { return b.kind == BoilerplateKind::update_note; });
}

}  // namespace

DocumentSketch sketch(const Document& document) {
    DocumentSketch result;
    result.shingles = shingles_of(document);
    result.publisher = normalized(document.publisher.value);
    for (const std::string& name : document.credited) result.credited.push_back(normalized(name));
    result.published = document.published.value;
    result.updated = has_update_mark(document);
    return result;
}

}  // namespace hearsay
