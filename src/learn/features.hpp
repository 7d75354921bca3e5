// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hearsay::learn {

/// A binary feature, named by the hash of its template and the values in it. 64 bits keep two of a few million apart.
using Feature = std::uint64_t;

/// FNV-1a over the bytes, then mixed.
constexpr std::uint64_t mix(std::uint64_t h) {
    h ^= h >> 31;
    h *= 0x9E3779B97F4A7C15ULL;
    return h ^ (h >> 29);
}
constexpr std::uint64_t hash(std::string_view bytes) {
    std::uint64_t h = 0xCBF29CE484222325ULL;
    for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    return mix(h);
}

/// feature(template, values...): order matters, and so does the number of values.
template <class... Values>
constexpr Feature feature(std::uint64_t name, Values... values) {
    std::uint64_t h = (name + 1) * 0xD6E8FEB86659FD93ULL;
    ((h = mix(h ^ (static_cast<std::uint64_t>(values) + 0x9E3779B97F4A7C15ULL))), ...);
    return h;
}

/// The features of the positions of one sequence, flat.
class FeatureSequence {
  public:
    void add(Feature f) { features_.push_back(f); }
    /// Adds a whole position.
    void add(std::span<const Feature> position) {
        features_.insert(features_.end(), position.begin(), position.end());
        close();
    }
    /// Ends the features of one position.
    void close() { ends_.push_back(static_cast<std::uint32_t>(features_.size())); }
    void clear() {
        features_.clear();
        ends_.clear();
    }
    std::size_t size() const { return ends_.size(); }
    /// The features of all positions, and where those of a position end among them.
    std::span<const Feature> flat() const { return features_; }
    std::size_t end_of(std::size_t i) const { return ends_[i]; }
    std::span<const Feature> operator[](std::size_t i) const {
        const std::uint32_t begin = i ? ends_[i - 1] : 0;
        return std::span(features_).subspan(begin, ends_[i] - begin);
    }

  private:
    std::vector<Feature> features_;
    std::vector<std::uint32_t> ends_;
};

}  // namespace hearsay::learn
