// SPDX-License-Identifier: Apache-2.0
#include "hearsay/source/source.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace hearsay {

namespace {

constexpr std::array<std::string_view, 8> kKindNames = {"person",   "organization", "government", "outlet",
                                                        "document", "group",        "anonymous",  "social"};

}  // namespace

std::string_view to_string(MergeRule rule) {
    static constexpr std::array<std::string_view, 5> kNames = {"gazetteer", "full_name", "members", "office",
                                                               "publisher"};
    return kNames.at(static_cast<std::size_t>(rule));
}

std::string_view to_string(SourceKind kind) { return kKindNames.at(static_cast<std::size_t>(kind)); }

SourceKind source_kind(std::string_view name) {
    const auto found = std::ranges::find(kKindNames, name);
    if (found == kKindNames.end()) throw std::invalid_argument("unknown kind of source: " + std::string(name));
    return static_cast<SourceKind>(found - kKindNames.begin());
}

}  // namespace hearsay
