// SPDX-License-Identifier: Apache-2.0
#include "offices.hpp"

#include <algorithm>
#include <array>

namespace hearsay {

namespace {

/// Words that make another office of it.
constexpr std::array<std::string_view, 6> kDegrees = {"deputy", "vice", "former", "assistant", "ex", "acting"};
/// Words that say nothing about which office it is.
constexpr std::array<std::string_view, 12> kWeak = {"top",  "senior", "new",     "newly",  "installed", "longtime",
                                                    "long", "time",   "country", "nation", "current",   "outgoing"};

/// What the leader of leads no state.
constexpr std::array<std::string_view, 17> kLed = {
    "group",        "sect",         "gang",       "militia", "militants", "insurgency", "cult",     "cell",      "band",
    "organization", "organisation", "terrorists", "faction", "party",     "union",      "movement", "extremists"};
/// Words before an office that are no part of its name.
const std::vector<std::string> kOpening = {"the", "a", "an", "its", "his", "her", "their", "our"};

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

bool same_degree(const Office& a, const Office& b) {
    return std::ranges::all_of(kDegrees,
                               [&](std::string_view w) { return contains(a.words, w) == contains(b.words, w); });
}

}  // namespace

bool is_degree(std::string_view word) { return std::ranges::find(kDegrees, word) != kDegrees.end(); }

TokenRange OfficeReader::title_in(TokenRange description) const {
    for (std::uint32_t i = description.begin; i < description.end; ++i) {
        const auto title = lexicon_->title_at(*text_, i, description.end);
        if (!title || title->first.kind == TitleKind::honorific || title->first.kind == TitleKind::epithet) continue;
        // "a deputy chairman", "police chief spokesman": the last of adjoining titles is the office.
        const auto next = lexicon_->title_at(*text_, title->second, description.end);
        if (next && next->first.kind == TitleKind::office) continue;
        return {i, title->second};
    }
    return {};
}

std::optional<Office> OfficeReader::in(TokenRange description) const {
    const TokenRange title = title_in(description);
    if (title.empty()) return std::nullopt;
    const Title found = lexicon_->title_at(*text_, title.begin, title.end)->first;
    Office office{found.role, {}, {}, {}, found.voice};
    while (description.begin < title.begin && contains(kOpening, text_->norm(description.begin))) ++description.begin;
    office.text = text_->text().slice(text_->span(description));
    narrow(office, {description.begin, title.begin});
    narrow(office, {title.end, description.end});
    return office;
}

void OfficeReader::narrow(Office& office, TokenRange words) const {
    for (std::uint32_t i = words.begin; i < words.end; ++i) {
        if (text_->norm(i) == ",") return;
        const auto match = gazetteer_->longest_match(*text_, i, words.end);
        if (match && match->country && office.country.empty()) {
            office.country = match->country->code;
            i = match->tokens.end - 1;
            continue;
        }
        for (auto& word : name_words(text_->word(i)))
            if (!lexicon_->common(word) && word != "s" && std::ranges::find(kWeak, word) == kWeak.end())
                office.words.push_back(std::move(word));
    }
}

double fit(const Office& mentioned, const Office& held) {
    if (mentioned.role != held.role || !same_degree(mentioned, held)) return 0;
    if (!mentioned.country.empty() && !held.country.empty() && mentioned.country != held.country) return 0;
    const auto shared =
        std::ranges::count_if(mentioned.words, [&](const auto& w) { return !is_degree(w) && contains(held.words, w); });
    const auto narrowing = [](const Office& o) {
        return std::ranges::count_if(o.words, [](const auto& w) { return !is_degree(w); });
    };
    if (shared == 0 && narrowing(mentioned) != 0 && narrowing(held) != 0) return 0;
    const auto of_body = [](const auto& word) { return std::ranges::find(kLed, word) != kLed.end(); };
    if (shared == 0 && std::ranges::any_of(mentioned.words, of_body)) return 0;  // a president leads no sect
    const double country = !mentioned.country.empty() && mentioned.country == held.country ? 2 : 0;
    const double missing = static_cast<double>(narrowing(mentioned) - shared);
    return std::max(0.1, 1 + country + static_cast<double>(shared) - missing / 2);
}

}  // namespace hearsay
