// SPDX-License-Identifier: Apache-2.0
#include "hearsay/metrics/loose_sources.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "text/ascii.hpp"

namespace hearsay {

namespace {

bool is_letter(char c) {
    return static_cast<unsigned char>(c) >= 0x80 || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z');
}

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    for (auto begin = name.begin(); begin != name.end();) {
        const auto first = std::find_if(begin, name.end(), is_letter);
        const auto last = std::find_if_not(first, name.end(), is_letter);
        if (first != last) words.push_back(ascii_lower(std::string_view(first, last)));
        begin = last;
    }
    return words;
}

}  // namespace

LooseSources LooseSources::load(const std::filesystem::path& lexicons) {
    LooseSources loose;
    const std::map<std::string_view, Words*> kinds{{"rumour", &loose.rumours_}, {"report", &loose.reports_},
                                                   {"filler", &loose.fillers_}, {"exact", &loose.exact_},
                                                   {"press", &loose.press_},    {"hearsay", nullptr}};
    const auto file = lexicons / "loose_sources.tsv";
    read_table(file, {"word", "kind"}, [&](const std::vector<std::string_view>& row) {
        const auto words = kinds.find(row[1]);
        if (words == kinds.end())
            throw ResourceError(file.string() + ": \"" + std::string(row[0]) + "\" has no known kind");
        if (words->second) words->second->emplace(row[0]);  // hearsay is for statements: claim/mentions.cpp
    });
    return loose;
}

bool LooseSources::is_unattributed(const Source& source) const {
    const bool described = source.kind == SourceKind::anonymous || source.kind == SourceKind::document ||
                           (source.kind == SourceKind::group && source.unnamed);
    if (!described) return false;
    const auto words = words_of(source.name);
    if (words.empty() || exact_.contains(ascii_lower(source.name))) return true;
    const auto any_in = [&words](const Words& list) {
        return std::any_of(words.begin(), words.end(),
                           [&list](const std::string& word) { return list.contains(word); });
    };
    const auto is_vague = [this](const std::string& word) {
        return reports_.contains(word) || fillers_.contains(word) || press_.contains(word);
    };
    // "reports in England" name as little as "reports".
    const auto place = std::ranges::find_if(words, [](const auto& word) { return word == "in" || word == "from"; });
    const bool reports = place != words.begin() && reports_.contains(*std::prev(place));
    if (reports && std::all_of(words.begin(), place, is_vague)) return true;
    return any_in(rumours_) ||
           ((any_in(reports_) || any_in(press_)) && std::all_of(words.begin(), words.end(), is_vague));
}

bool LooseSources::is_press(const Source& source) const {
    if (source.kind != SourceKind::group && source.kind != SourceKind::outlet) return false;
    const auto words = words_of(source.name);
    return std::any_of(words.begin(), words.end(), [this](const std::string& word) { return press_.contains(word); });
}

}  // namespace hearsay
