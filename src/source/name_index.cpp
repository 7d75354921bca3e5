// SPDX-License-Identifier: Apache-2.0
#include "source/name_index.hpp"

#include <algorithm>

namespace hearsay {

namespace {

// U+00C0 to U+017F without their accents.
constexpr std::string_view kLatin =
    "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL"
    "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";
constexpr std::string_view kDropped = ".\"`!,";

constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// U+2010 to U+203F: hyphens and dashes part words, U+2018 and U+2019 are apostrophes, the rest is nothing.
char plain_punctuation(unsigned char trail) { return trail < 0x98 ? ' ' : trail <= 0x99 ? '\'' : '\0'; }

std::string_view without_article(std::string_view name) {
    const std::string_view first = name.substr(0, 4);
    return name.size() > 4 && (first == "the " || first == "The " || first == "THE ") ? name.substr(4) : name;
}

}  // namespace

// 0xC3 0x80 is U+00C0.
char plain_latin(std::string_view bytes) {
    if (bytes.size() < 2) return 0;
    const auto lead = static_cast<unsigned char>(bytes[0]), trail = static_cast<unsigned char>(bytes[1]);
    if (lead < 0xC3 || lead > 0xC5) return 0;
    return kLatin[static_cast<std::size_t>((lead - 0xC3) * 64 + (trail & 0x3F))];
}

NameKey::NameKey(std::string_view name) {
    const std::string_view rest = without_article(name);
    article_ = rest.size() < name.size();
    append(rest, false);
}

NameKey NameKey::begun(bool after_article) {
    NameKey key;
    key.article_ = after_article;
    return key;
}

void NameKey::append(std::string_view bytes, bool new_word) {
    if (new_word) put(' ');
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (const char letter = plain_latin(bytes.substr(i))) {
            put(letter), ++i;
        } else if (bytes.substr(i, 2) == "\xE2\x80" && i + 2 < bytes.size()) {
            put(plain_punctuation(static_cast<unsigned char>(bytes[i += 2])));
        } else {
            put(bytes[i]);
        }
    }
}

void NameKey::put(char letter) {
    if (letter == '\'') apostrophes_ |= bit();
    if (letter == '\0' || letter == '\'' || kDropped.find(letter) != kDropped.npos) return;
    if (letter == '-' || letter == '/') letter = ' ';
    if (letter == ' ') {
        if (key_.empty() || key_.back() == ' ') return;
        ++word_;
    }
    if (is_upper(letter) || is_digit(letter)) capitals_ |= bit();
    if (is_lower(letter)) lower_ |= bit();
    if (letter == '&') {
        key_ += "and";
    } else {
        key_ += is_upper(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
}

std::uint32_t NameKey::acronyms() const {
    std::uint32_t found = 0;
    std::string_view rest = key_;
    for (std::uint32_t word = 0; word < 32 && !rest.empty(); ++word) {
        const std::string_view next = rest.substr(0, rest.find(' '));
        const bool letters = std::ranges::all_of(next, is_lower);
        if (letters && next.size() >= 2 && next.size() <= 4 && !(lower_ >> word & 1)) found |= 1u << word;
        rest.remove_prefix(std::min(next.size() + 1, rest.size()));
    }
    return found;
}

const NameUse* NameIndex::Node::written_in(const NameKey& key) const {
    const NameUse* shared = nullptr;
    for (const NameUse& use : uses) {
        if (!use.written_in(key)) continue;
        if (use.form != NameForm::short_form) return &use;
        if (!shared) shared = &use;
    }
    return shared;
}

void NameIndex::add(std::string_view name, NameUse use, const GazetteerEntry* candidate) {
    const NameKey key(name);
    const std::string_view text = key.text();
    for (std::size_t end = text.find(' '); end != text.npos; end = text.find(' ', end + 1))
        nodes_[std::string(text.substr(0, end))].prefix = true;
    Node& node = nodes_[std::string(text)];
    use.capitals = key.capitals();
    use.acronyms = key.acronyms();
    use.apostrophes = key.apostrophes();
    use.article = key.article();
    node.uses.push_back(use);
    if (candidate) node.candidates.push_back(candidate);
    longest_key_ = std::max(longest_key_, text.size());
}

const NameIndex::Node* NameIndex::find(std::string_view key) const {
    const auto found = nodes_.find(key);
    return found == nodes_.end() ? nullptr : &found->second;
}

}  // namespace hearsay
