// SPDX-License-Identifier: Apache-2.0
#include "render/topic.hpp"

#include <algorithm>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

Topic::Topic(std::string_view words) : wanted_(stems_of(words)) {
    std::ranges::sort(wanted_);
    wanted_.erase(std::ranges::unique(wanted_).begin(), wanted_.end());
}

/// Of each part of a hyphenated word one.
std::vector<std::string> Topic::stems_of(std::string_view text) {
    const TokenizedText tokenized = tokenize(Text::decode(text));
    std::vector<std::string> found;
    const auto add = [&](std::string_view word) {
        const auto [place, added] = stems_.try_emplace(std::string(word));
        if (added) place->second = stemmer_.stem(word);
        if (!word.empty()) found.push_back(place->second);
    };
    for (std::size_t i = 0; i < tokenized.tokens().size(); ++i) {
        const TokenKind kind = tokenized.tokens()[i].kind;
        if (kind != TokenKind::word && kind != TokenKind::number) continue;
        std::string_view rest = tokenized.norm(i);
        for (auto hyphen = rest.find('-'); hyphen != rest.npos; hyphen = rest.find('-')) {
            add(rest.substr(0, hyphen));
            rest.remove_prefix(hyphen + 1);
        }
        add(rest);
    }
    return found;
}

void Topic::strike(std::string_view text) {
    if (missing_.empty()) return;
    for (const std::string& stem : stems_of(text)) std::erase(missing_, stem);
}

bool Topic::is_of(const Analysis& analysis, std::size_t claim) {
    missing_ = wanted_;
    strike(analysis.claims[claim].text);
    for (const Mention& mention : analysis.claims[claim].mentions) strike(mention.text);
    for (const Origin& origin : analysis.corroboration[claim].origins)
        strike(analysis.sources[static_cast<std::size_t>(origin.source)].name);
    return missing_.empty();
}

}  // namespace hearsay
