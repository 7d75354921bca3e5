// SPDX-License-Identifier: Apache-2.0
#include "syntax/words.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "learn/features.hpp"

namespace hearsay {

namespace {

char letter_class(unsigned char c) {
    if (c >= 'A' && c <= 'Z') return 'A';
    if ((c >= 'a' && c <= 'z') || c >= 0x80) return 'a';
    return c >= '0' && c <= '9' ? '0' : static_cast<char>(c);
}

std::uint64_t shape(std::string_view word) {
    constexpr std::size_t kLongestShape = 12;
    std::string classes;
    for (const char c : word.substr(0, kLongestShape))
        if (const char k = letter_class(static_cast<unsigned char>(c)); classes.empty() || classes.back() != k)
            classes += k;
    // One capital alone is an initial; several, an acronym.
    if (classes == "A") classes += word.size() == 1 ? '1' : '+';
    return learn::hash(classes);
}

bool is_plain(std::string_view word) {
    return std::ranges::none_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

std::string_view last(std::string_view word, std::size_t n) { return word.substr(word.size() - std::min(n, word.size())); }

std::uint16_t class_number(std::string_view digits, const std::filesystem::path& file) {
    std::uint16_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value == UINT16_MAX)
        throw ResourceError(file.string() + ": \"" + std::string(digits) + "\" is no class number");
    return static_cast<std::uint16_t>(value + 1);
}

}  // namespace

Vocabulary Vocabulary::load(const std::filesystem::path& file) {
    Vocabulary vocabulary;
    read_table(file, {"word", "fine", "coarse"}, [&](const std::vector<std::string_view>& fields) {
        vocabulary.classes_.emplace(learn::hash(fields[0]),
                                    Classes{class_number(fields[1], file), class_number(fields[2], file)});
    });
    return vocabulary;
}

std::vector<Word> Vocabulary::words_of(const TokenizedText& text) const {
    std::vector<Word> words;
    words.reserve(text.tokens().size());
    for (std::size_t i = 0; i != text.tokens().size(); ++i) {
        const std::string_view norm = text.norm(i);
        Word word{learn::hash(norm), learn::hash(last(norm, 1)), learn::hash(last(norm, 2)), learn::hash(last(norm, 3)),
                  learn::hash(norm.substr(0, 2)), shape(text.word(i))};
        word.plain = is_plain(text.word(i));
        if (const auto found = classes_.find(word.norm); found != classes_.end())
            word.fine = found->second.fine, word.coarse = found->second.coarse;
        words.push_back(word);
    }
    return words;
}

}  // namespace hearsay
