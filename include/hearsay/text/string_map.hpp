// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <functional>
#include <string>
#include <string_view>

namespace hearsay {

struct StringHash {
    using is_transparent = void;
    using is_avalanching = void;  // the bits are well mixed already
    std::size_t operator()(std::string_view text) const { return boost::hash<std::string_view>{}(text); }
};

/// Looked up by a std::string_view without a copy of it. Never walked through: its order means nothing. Values move where
/// another one is added.
template <class Value>
using StringMap = boost::unordered_flat_map<std::string, Value, StringHash, std::equal_to<>>;
using StringSet = boost::unordered_flat_set<std::string, StringHash, std::equal_to<>>;

}  // namespace hearsay
