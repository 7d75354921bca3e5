// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document/reader.hpp"

namespace hearsay::test {

/// Stands in for the gazetteer.
inline bool known_outlet(std::string_view name) {
    constexpr std::array<std::string_view, 15> kNames = {"Reuters",
                                                         "AP",
                                                         "Associated Press",
                                                         "The Associated Press",
                                                         "AFP",
                                                         "Bloomberg",
                                                         "CNN",
                                                         "BBC",
                                                         "The Guardian",
                                                         "Xinhua",
                                                         "Daily Gazette",
                                                         "Getty Images",
                                                         "The Morning Post",
                                                         "YouTube",
                                                         "Facebook"};
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

inline Document prepared(std::string_view text, RawDocument raw = {}) {
    raw.text = std::string(text);
    return prepare_document(std::move(raw), known_outlet);
}

/// "kind: text" of every piece of boilerplate.
inline std::vector<std::string> boilerplate(const Document& document) {
    std::vector<std::string> found;
    for (const Boilerplate& b : document.boilerplate)
        found.push_back(std::string(to_string(b.kind)) + ": " + std::string(document.text().slice(b.span)));
    return found;
}
inline std::vector<std::string> boilerplate(std::string_view text) { return boilerplate(prepared(text)); }

/// Three sentences that are content, for layouts that need an article around the line in question.
inline std::string article(std::string_view before, std::string_view after) {
    return std::string(before) +
           "The ministry said on Monday that it had sent the letter to all of the offices in the capital.\n"
           "It expects an answer within two weeks, and the mayor has promised that there will be one in time.\n"
           "Nobody at the offices could be reached to say whether the letter had come or what was in it.\n" +
           std::string(after);
}

}  // namespace hearsay::test
