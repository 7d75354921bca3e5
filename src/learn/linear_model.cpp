// SPDX-License-Identifier: Apache-2.0
#include "learn/linear_model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/align/aligned_allocator.hpp>
#include <cmath>
#include <cstring>

#include "learn/vectorised.hpp"

namespace hearsay::learn {

namespace {

constexpr float kLargest = 32767;
constexpr std::size_t kAhead = 16;   // how many steps before it is needed memory is asked for
constexpr std::size_t kBlock = 256;  // features looked up together

using Entries = std::vector<std::uint32_t, boost::alignment::aligned_allocator<std::uint32_t, 64>>;

/// The tables of a model that was built and not loaded.
struct Tables {
    Entries frequent, rare;
    std::vector<std::uint64_t> filter;
    std::vector<std::int16_t> weights;
};

float greatest(const std::vector<LinearModel::Row>& rows, const std::vector<float>& transitions) {
    float most = 0;
    for (const LinearModel::Row& row : rows)
        for (const float w : row.weights) most = std::max(most, std::abs(w));
    for (const float t : transitions)
        if (t > -1e20F) most = std::max(most, std::abs(t));
    return most;
}

using Vector = std::uint32_t __attribute__((vector_size(32)));

/// The least of sixteen entries that each have the bits of `mark` turned round.
[[gnu::always_inline]] inline std::uint32_t least_difference(const std::uint32_t* entries, std::uint32_t mark) {
    Vector low, high;
    std::memcpy(&low, entries, sizeof low);
    std::memcpy(&high, entries + 8, sizeof high);
    low ^= mark, high ^= mark;
    low = low < high ? low : high;
    high = __builtin_shufflevector(low, low, 4, 5, 6, 7, 0, 1, 2, 3);
    low = low < high ? low : high;
    high = __builtin_shufflevector(low, low, 2, 3, 0, 1, 2, 3, 0, 1);
    low = low < high ? low : high;
    return std::min(low[0], low[1]);
}

/// Without those that weigh nothing, and the later ones of features that come twice.
std::vector<LinearModel::Row> useful(std::vector<LinearModel::Row> rows, float scale) {
    std::erase_if(rows, [&](const LinearModel::Row& row) {
        return std::ranges::all_of(row.weights, [&](float w) { return std::lround(w / scale) == 0; });
    });
    std::vector<std::pair<Feature, std::size_t>> order;
    for (std::size_t r = 0; r != rows.size(); ++r) order.emplace_back(rows[r].feature, r);
    std::ranges::sort(order);
    std::vector<bool> again(rows.size(), false);
    for (std::size_t k = 1; k < order.size(); ++k) again[order[k].second] = order[k].first == order[k - 1].first;
    std::size_t next = 0;
    std::erase_if(rows, [&](const LinearModel::Row&) { return again[next++]; });
    return rows;
}

}  // namespace

LinearModel::LinearModel(std::string feature_set, std::vector<std::string> labels, std::vector<Row> rows,
                         std::vector<float> transitions)
    : feature_set_(std::move(feature_set)), labels_(std::move(labels)) {
    const float most = greatest(rows, transitions);
    scale_ = most > 0 ? most / kLargest : 1;
    for (const float t : transitions)
        transitions_.push_back(t > -1e20F ? static_cast<std::int32_t>(std::lround(t / scale_)) : kForbidden);
    rows = useful(std::move(rows), scale_);
    set_rows(rows.size());
    const auto tables = std::make_shared<Tables>();
    tables->frequent.assign(entries_for(frequent()), kFree);
    tables->rare.assign(entries_for(size_ - frequent()), kFree);
    tables->filter.assign(filter_words(), 0);
    tables->weights.assign(lanes(), 0);
    memory_ = tables;
    frequent_ = tables->frequent, rare_ = tables->rare, filter_ = tables->filter, weights_ = tables->weights;
    for (std::uint32_t r = 0; r != size_; ++r) {
        const Feature f = rows[r].feature;
        Entries& index = r < frequent() ? tables->frequent : tables->rare;
        std::size_t entry = line_of(index, f) * kLine;
        while (index[entry] != kFree) entry = (entry + 1) % index.size();
        index[entry] = mark_of(f) | r;
        if (r >= frequent()) tables->filter[bit_of(f) / 64] |= std::uint64_t{1} << (bit_of(f) % 64);
        std::ranges::transform(rows[r].weights,
                               tables->weights.begin() + static_cast<std::ptrdiff_t>(r * labels_.size()),
                               [&](float w) { return static_cast<std::int16_t>(std::lround(w / scale_)); });
    }
}

void LinearModel::set_rows(std::size_t rows) {
    size_ = rows;
    row_bits_ = static_cast<unsigned>(std::bit_width(rows));  // so that no row is all ones, as a free entry is
}

/// Number of the feature's row; the one that weighs nothing where it has none.
[[gnu::always_inline]] inline std::uint32_t LinearModel::row_in(Index index, Feature f) const {
    const std::uint32_t mark = mark_of(f), none = static_cast<std::uint32_t>(size_);
    for (std::size_t at = line_of(index, f) * kLine;; at = at + kLine == index.size() ? 0 : at + kLine) {
        // An entry of another mark differs from this one in a bit above those of rows.
        const std::uint32_t row = std::min(least_difference(index.data() + at, mark), none);
        if ((row != none) | (index[at + kLine - 1] == kFree)) return row;  // one branch that is nearly always taken
    }
}

inline void LinearModel::prefetch_row(std::uint32_t row) const {
    const std::int16_t* const weights = weights_.data() + row * labels_.size();
    __builtin_prefetch(weights);
    __builtin_prefetch(weights + labels_.size() - 1);
}

[[gnu::always_inline]] inline void LinearModel::add_row(std::uint32_t row, std::int32_t* scores) const {
    const std::int16_t* const weights = weights_.data() + row * labels_.size();
    for (std::size_t l = 0; l < labels_.size(); l += kLanes)
        for (std::size_t lane = 0; lane != kLanes; ++lane) scores[l + lane] += weights[l + lane];
}

/// In three rounds, each of which asks memory for what the next one needs. Counts go up without a branch, since no
/// processor could guess which features are known.
HEARSAY_VECTORISED
void LinearModel::find_block(std::span<const Feature> features, std::uint32_t* rows) const {
    std::array<std::uint32_t, kBlock> rare;  // places of the features that the rare index may know
    std::size_t missed = 0, left = 0;
    for (std::uint32_t k = 0; k != features.size(); ++k) {
        const Feature coming = features[std::min(k + kAhead / 2, features.size() - 1)];
        __builtin_prefetch(frequent_.data() + line_of(frequent_, coming) * kLine);
        __builtin_prefetch(filter_.data() + bit_of(features[k]) / 64);
        rows[k] = row_in(frequent_, features[k]);
        rare[missed] = k;
        missed += rows[k] == size_;
    }
    for (std::size_t m = 0; m != missed; ++m) {
        const Feature f = features[rare[m]];
        __builtin_prefetch(rare_.data() + line_of(rare_, f) * kLine);
        rare[left] = rare[m];
        left += may_be_rare(f);
    }
    for (const std::uint32_t k : std::span(rare).first(left)) rows[k] = row_in(rare_, features[k]);
}

void LinearModel::find(std::span<const Feature> features, std::uint32_t* rows) const {
    for (std::size_t done = 0; done < features.size(); done += kBlock)
        find_block(features.subspan(done, std::min(kBlock, features.size() - done)), rows + done);
}

HEARSAY_VECTORISED
void LinearModel::add(std::span<const Feature> features, std::span<std::int32_t> scores) const {
    if (frequent_.empty()) return;
    std::array<std::uint32_t, 64> rows;
    for (; !features.empty(); features = features.subspan(std::min(rows.size(), features.size()))) {
        const auto found = std::span(rows).first(std::min(rows.size(), features.size()));
        find(features.first(found.size()), found.data());
        for (const std::uint32_t row : found) prefetch_row(row);
        for (const std::uint32_t row : found) add_row(row, scores.data());
    }
}

HEARSAY_VECTORISED
void LinearModel::score(const FeatureSequence& features, std::vector<std::uint32_t>& rows,
                        std::vector<std::int32_t>& scores) const {
    std::size_t at = scores.size(), next = 0;
    scores.resize(at + features.size() * stride());
    if (frequent_.empty()) return;
    rows.resize(features.flat().size());
    find(features.flat(), rows.data());
    for (std::size_t i = 0; i != features.size(); ++i, at += stride())
        for (; next != features.end_of(i); ++next) {
            if (next + kAhead < rows.size()) prefetch_row(rows[next + kAhead]);
            add_row(rows[next], scores.data() + at);
        }
}

}  // namespace hearsay::learn
