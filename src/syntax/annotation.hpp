// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearsay {

inline constexpr std::uint32_t kRoot = UINT32_MAX;

/// Per token of a document: Penn Treebank tag, named entity and Universal Dependencies 1 relation, as label numbers of
/// the models that gave them, and the head, kRoot for a sentence's root.
struct Annotation {
    std::vector<std::uint8_t> tags, entities, relations;
    std::vector<std::uint32_t> heads;

    void resize(std::size_t tokens) {
        tags.resize(tokens), entities.resize(tokens), relations.resize(tokens), heads.resize(tokens);
    }
};

}  // namespace hearsay
