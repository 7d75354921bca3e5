// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <boost/align/aligned_allocator.hpp>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "learn/features.hpp"

namespace hearsay::learn {

/// Weights of binary features for each label, quantised to 16 bits. Immutable once built; shared by all threads.
///
///   const auto model = LinearModel::load(file, "tagger/1");
///   std::vector<std::int32_t> scores(model.stride());
///   model.add(features, scores);
///
/// Most features of a text were never seen in training, so a lookup first asks a Bloom filter, which stays in the cache and
/// needs no branch. Sums are integers: a score doesn't depend on the order of its
/// features. MODEL_FORMAT.md has the bytes of the file.
class LinearModel {
  public:
    struct Row {
        Feature feature;
        std::vector<float> weights;  ///< one for each label
    };

    LinearModel() = default;
    /// Rows whose quantised weights are all zero are left out. `transitions`, if any, is labels × labels, row-major by
    /// the label before; -infinity forbids.
    LinearModel(std::string feature_set, std::vector<std::string> labels, std::vector<Row> rows,
                std::vector<float> transitions = {});

    const std::string& feature_set() const { return feature_set_; }
    const std::vector<std::string>& labels() const { return labels_; }
    /// Rows held.
    std::size_t size() const { return size_; }
    /// What one unit of a score is worth in log odds.
    float scale() const { return scale_; }

    /// Length of a row of scores: the labels, and lanes that fill them up to whole vectors and mean nothing.
    std::size_t stride() const { return stride_; }
    /// Adds the weights of all these features to `scores`, stride() of them.
    void add(std::span<const Feature> features, std::span<std::int32_t> scores) const;
    /// The same model without the rows none of whose weights reaches `least`, in log odds.
    LinearModel pruned(float least) const;
    /// In units of scale(); kForbidden where never seen in training. Empty without transitions.
    std::span<const std::int32_t> transitions() const { return transitions_; }
    static constexpr std::int32_t kForbidden = std::numeric_limits<std::int32_t>::min() / 4;

    /// Throws OutputError.
    void save(const std::filesystem::path& file) const;
    /// Throws ResourceError, with what was found and what was expected, for a file that is missing, damaged or made for
    /// other features.
    static LinearModel load(const std::filesystem::path& file, std::string_view feature_set);

  private:
    // 32 bits tell features apart: of a million rows, one unseen feature in 4,000 is taken for a seen one. 0 is no key.
    static std::uint32_t key_of(Feature f) { return std::max(static_cast<std::uint32_t>(f >> 32), 1U); }
    static std::uint64_t spread(std::uint32_t key) { return (key * 0x9E3779B97F4A7C15ULL) >> 20; }
    /// A slot holds the weights, and the key in its last two lanes; 0 where it is free.
    std::int16_t* slot(std::size_t i) { return slots_.data() + i * stride_; }
    const std::int16_t* slot(std::size_t i) const { return slots_.data() + i * stride_; }
    std::uint32_t key_in(std::size_t i) const {
        std::uint32_t key;
        std::memcpy(&key, slot(i) + stride_ - 2, sizeof key);
        return key;
    }
    void reserve(std::size_t rows);
    /// The weights of a new row; null where the key has one.
    std::int16_t* insert(std::uint32_t key);

    std::string feature_set_;
    std::vector<std::string> labels_;
    std::vector<std::int32_t> transitions_;
    std::vector<std::uint64_t> filter_;  // a bit is set where a key spreads to it
    std::vector<std::int16_t, boost::alignment::aligned_allocator<std::int16_t, 64>> slots_;
    std::size_t filter_mask_ = 0, mask_ = 0, stride_ = 0, size_ = 0;
    float scale_ = 1;
};

}  // namespace hearsay::learn
