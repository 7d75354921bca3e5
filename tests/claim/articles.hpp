// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <string_view>

#include "hearsay/document/document.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

/// An article of the test's own writing, as it is after reading: no header, no boilerplate.
inline Document article(std::string_view text, std::string_view publisher = {}, std::string_view published = {}) {
    Document document;
    document.tokens = tokenize(Text::decode(text));
    document.language = "en";
    if (!publisher.empty()) document.publisher = {std::string(publisher), Evidence::field};
    if (!published.empty()) document.published = {std::string(published), Evidence::field};
    return document;
}

inline std::filesystem::path lexicons() { return resource_directory() / "lexicons"; }

}  // namespace hearsay
