// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "hearsay/attribution/rule_extractor.hpp"
#include "hearsay/attribution/trained_extractor.hpp"
#include "hearsay/document/reader.hpp"
#include "hearsay/resources.hpp"

namespace hearsay::test {

inline Document document(std::string text) {
    RawDocument raw;
    raw.id = "test";
    raw.text = std::move(text);
    return prepare_document(std::move(raw), [](std::string_view name) { return name == "Reuters"; });
}

inline const RuleExtractor& extractor() {
    static const RuleExtractor instance = RuleExtractor::load(resource_directory() / "lexicons");
    return instance;
}

inline const TrainedExtractor& trained_extractor() {
    static const TrainedExtractor instance = TrainedExtractor::load(resource_directory());
    return instance;
}

/// The last attribution that the rules find.
inline Attribution last(const std::string& text) {
    const auto found = extractor().extract(document(text));
    EXPECT_FALSE(found.empty()) << text;
    return found.empty() ? Attribution{} : found.back();
}

inline Stance stance(const std::string& text) { return last(text).stance; }

/// An attribution as words: "source | cue | content".
inline std::string show(const Document& document, const Attribution& a) {
    const Text& text = document.text();
    return text.slice(a.source) + " | " + text.slice(a.cue) + " | " + text.slice(a.content);
}

inline std::vector<std::string> read(const std::string& text, const Extractor& by = extractor()) {
    const Document d = document(text);
    std::vector<std::string> shown;
    for (const Attribution& a : by.extract(d)) shown.push_back(show(d, a));
    return shown;
}

}  // namespace hearsay::test
