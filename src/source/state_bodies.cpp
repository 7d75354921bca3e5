// SPDX-License-Identifier: Apache-2.0
#include "state_bodies.hpp"

#include <algorithm>
#include <array>

#include "name_forms.hpp"

namespace hearsay {

std::string state_body_key(const Gazetteer& gazetteer, std::string_view name, std::string_view country) {
    constexpr int kWords = 3;  // of a state's name before a body: "the United Arab Emirates' army"
    if (country.empty()) return {};
    if (name.starts_with("the ") || name.starts_with("The ")) name.remove_prefix(4);
    std::string key;
    std::size_t end = name.find(' ');
    for (int words = 0; words < kWords && end != name.npos; ++words, end = name.find(' ', end + 1)) {
        const Country* state = gazetteer.country(name.substr(0, end));
        const std::string rest = state && state->code == country ? name_key(name.substr(end + 1)) : std::string();
        if (!rest.empty()) key = std::string(country).append(":").append(rest);
    }
    return key;
}

bool separate_power(std::string_view name) {
    constexpr std::array<std::string_view, 14> kPowers = {
        "congress", "senate", "parliament", "court", "courts",    "knesset",         "duma",
        "assembly", "diet",   "commons",    "lords", "bundestag", "representatives", "legislature"};
    return std::ranges::any_of(
        name_words(name), [&](const std::string& word) { return std::ranges::find(kPowers, word) != kPowers.end(); });
}

void make_of_state(Source& body, const Country& state) {
    body.country = state.code;
    const bool speaks_for_it = body.kind == SourceKind::government && !separate_power(body.name);
    if (speaks_for_it && body.owner.empty()) body.owner = state.name;
}

}  // namespace hearsay
