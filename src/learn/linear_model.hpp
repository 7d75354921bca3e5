// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learn/features.hpp"

namespace hearsay::learn {

/// Weights of binary features for each label, quantised to 16 bits. Immutable once built; shared by all threads, and a
/// copy shares the weights.
///
///   const auto model = LinearModel::load(file, "tagger/1");
///   std::vector<std::int32_t> scores(model.stride());
///   model.add(features, scores);
///
/// Rows stand in the order in which they are given. The most frequent features should come first: most lookups then
/// find what they need in the cache. Sums are integers, so that a score doesn't depend on the order of its features.
/// MODEL_FORMAT.md has the bytes of the file.
class LinearModel {
  public:
    struct Row {
        Feature feature;
        std::vector<float> weights;  ///< one for each label
    };

    LinearModel() = default;
    /// Rows whose quantised weights are all zero are left out, as is a feature's second row. `transitions`, if any, is
    /// labels × labels, row-major by the label before; -infinity forbids.
    LinearModel(std::string feature_set, std::vector<std::string> labels, std::vector<Row> rows,
                std::vector<float> transitions = {});

    const std::string& feature_set() const { return feature_set_; }
    const std::vector<std::string>& labels() const { return labels_; }
    /// Rows held.
    std::size_t size() const { return size_; }
    /// What one unit of a score is worth in log odds.
    float scale() const { return scale_; }

    /// Length of a row of scores: the labels, and lanes that fill them up to whole vectors and mean nothing.
    std::size_t stride() const { return (labels_.size() + kLanes - 1) / kLanes * kLanes; }
    /// Adds the weights of all these features to `scores`, stride() of them.
    void add(std::span<const Feature> features, std::span<std::int32_t> scores) const;
    /// Appends the scores of every position to `scores`. `rows` is scratch space.
    void score(const FeatureSequence& features, std::vector<std::uint32_t>& rows,
               std::vector<std::int32_t>& scores) const;
    /// In units of scale(); kForbidden where never seen in training. Empty without transitions.
    std::span<const std::int32_t> transitions() const { return transitions_; }
    static constexpr std::int32_t kForbidden = std::numeric_limits<std::int32_t>::min() / 4;

    /// Throws OutputError.
    void save(const std::filesystem::path& file) const;
    /// Maps the file into memory. Throws ResourceError, with what was found and what was expected, for a file that is
    /// missing, damaged or made for other features.
    static LinearModel load(const std::filesystem::path& file, std::string_view feature_set);

  private:
    // An index is a table of lines of 16 entries of 32 bits, a line of the cache each. An entry is the number of a row,
    // and in the bits above it a mark of the feature: 13 bits beside 300,000 rows, so that one unseen feature in 700 is
    // taken for a seen one. A line that is full goes on in the next. The first rows, which most lookups are after, have
    // a small index of their own that stays in the cache; a Bloom filter spares most unseen features the way to the
    // other.
    static constexpr std::size_t kLanes = 4, kLine = 16, kRowsPerLine = 12, kFrequent = 1 << 14;
    static constexpr std::uint32_t kFree = UINT32_MAX;
    using Index = std::span<const std::uint32_t>;

    static std::size_t entries_for(std::size_t rows) { return (rows / kRowsPerLine + 1) * kLine; }
    std::size_t frequent() const { return std::min(size_, kFrequent); }
    std::size_t filter_words() const { return std::bit_ceil((size_ - frequent()) / 8 + 1); }
    /// What stands after the last row is one that weighs nothing, for features without a row.
    std::size_t lanes() const { return (size_ + 1) * labels_.size() + kLanes; }
    static std::size_t line_of(Index index, Feature f) { return ((f >> 32) * (index.size() / kLine)) >> 32; }
    std::uint32_t mark_of(Feature f) const { return static_cast<std::uint32_t>(f << row_bits_); }
    std::size_t bit_of(Feature f) const { return (f >> 16) & (64 * filter_.size() - 1); }
    bool may_be_rare(Feature f) const { return (filter_[bit_of(f) / 64] >> (bit_of(f) % 64)) & 1; }
    void prefetch_row(std::uint32_t row) const;
    std::uint32_t row_in(Index index, Feature f) const;
    void find(std::span<const Feature> features, std::uint32_t* rows) const;
    void find_block(std::span<const Feature> features, std::uint32_t* rows) const;
    void add_row(std::uint32_t row, std::int32_t* scores) const;
    void set_rows(std::size_t rows);

    std::string feature_set_;
    std::vector<std::string> labels_;
    std::vector<std::int32_t> transitions_;
    std::shared_ptr<const void> memory_;  // which the views are of
    Index frequent_, rare_;
    std::span<const std::uint64_t> filter_;
    std::span<const std::int16_t> weights_;
    std::size_t size_ = 0;
    unsigned row_bits_ = 0;
    float scale_ = 1;
};

}  // namespace hearsay::learn
