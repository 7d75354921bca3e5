// SPDX-License-Identifier: Apache-2.0
#include "text/lexicon.hpp"

#include <algorithm>
#include <utility>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

AbbreviationClass abbreviation_class(std::string_view name) {
    using enum AbbreviationClass;
    constexpr std::pair<std::string_view, AbbreviationClass> kNames[] = {
        {"title", title}, {"reference", reference}, {"month", month}, {"clock", clock}, {"general", general}};
    const auto* found = std::find_if(std::begin(kNames), std::end(kNames), [&](auto& n) { return n.first == name; });
    if (found == std::end(kNames)) throw ResourceError("abbreviations.tsv: unknown class " + std::string(name));
    return found->second;
}

std::string ascii_lower(std::string_view form) {
    std::string lower(form);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return lower;
}

}  // namespace

TextLexicon::TextLexicon() {
    const auto folder = resource_directory() / "lexicons";
    read_table(folder / "abbreviations.tsv", {"form", "class"},
               [&](const auto& row) { abbreviations_.emplace(row[0], abbreviation_class(row[1])); });
    const std::pair<std::string_view, StringSet*> sets[] = {{"starter", &starters_},
                                                            {"speech", &speech_},
                                                            {"elision", &elisions_},
                                                            {"domain", &domains_},
                                                            {"clock", &clock_}};
    read_table(folder / "token_words.tsv", {"word", "class"}, [&](const auto& row) {
        for (const auto& [name, set] : sets)
            if (name == row[1]) set->emplace(row[0]);
    });
}

const TextLexicon& TextLexicon::get() {
    static const TextLexicon lexicon;
    return lexicon;
}

std::optional<AbbreviationClass> TextLexicon::abbreviation(std::string_view form) const {
    auto found = abbreviations_.find(form);
    if (found == abbreviations_.end()) found = abbreviations_.find(ascii_lower(form));
    return found == abbreviations_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace hearsay
