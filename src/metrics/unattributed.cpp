// SPDX-License-Identifier: Apache-2.0
#include "hearsay/metrics/unattributed.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

bool is_letter(unsigned char c) { return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words(1);
    for (const char c : name) {
        if (is_letter(static_cast<unsigned char>(c)))
            words.back() += (c >= 'A' && c <= 'Z') ? static_cast<char>(c + ('a' - 'A')) : c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::string without_article(const std::vector<std::string>& words) {
    std::string name;
    for (const std::string& word : words) {
        if (name.empty() && (word == "a" || word == "an" || word == "the")) continue;
        if (!name.empty()) name += ' ';
        name += word;
    }
    return name;
}

}  // namespace

UnattributedNames UnattributedNames::load(const std::filesystem::path& lexicons) {
    UnattributedNames names;
    const auto file = lexicons / "unattributed.tsv";
    read_table(file, {"name", "match"}, [&](const std::vector<std::string_view>& row) {
        if (row[1] != "word" && row[1] != "whole")
            throw ResourceError(file.string() + ": \"" + std::string(row[0]) + "\" must match as word or whole");
        (row[1] == "word" ? names.words_ : names.names_).emplace(row[0]);
    });
    return names;
}

bool UnattributedNames::contains(const Source& source) const {
    if (source.kind != SourceKind::anonymous) return false;
    const auto words = words_of(source.name);
    if (words.empty() || names_.contains(without_article(words))) return true;
    return std::any_of(words.begin(), words.end(), [this](const std::string& word) { return words_.contains(word); });
}

}  // namespace hearsay
