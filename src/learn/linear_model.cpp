// SPDX-License-Identifier: Apache-2.0
#include "learn/linear_model.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <boost/crc.hpp>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>

#include "hearsay/error.hpp"

namespace hearsay::learn {

namespace {

constexpr std::string_view kMagic = "HEARSAYM";
constexpr std::uint32_t kVersion = 1;
constexpr float kLargest = 32767;
constexpr std::size_t kLanes = 8;  // labels that are added at once

std::uint32_t checksum(std::string_view bytes) {
    boost::crc_32_type crc;
    crc.process_bytes(bytes.data(), bytes.size());
    return crc.checksum();
}

template <class T>
void put(std::string& bytes, T value) {
    static_assert(std::endian::native == std::endian::little, "model files are little-endian");
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(std::string& bytes, const std::string& text) {
    put(bytes, static_cast<std::uint32_t>(text.size()));
    bytes += text;
}

/// Takes values off the front of a file's bytes; throws where they end early.
class Cursor {
  public:
    Cursor(std::string_view bytes, const std::filesystem::path& file) : rest_(bytes), file_(file) {}
    std::string_view take(std::size_t n) {
        if (n > rest_.size()) throw ResourceError(file_.string() + ": the model ends early, it was cut short");
        const std::string_view taken = rest_.substr(0, n);
        rest_.remove_prefix(n);
        return taken;
    }
    template <class T>
    T value() {
        T result;
        std::memcpy(&result, take(sizeof result).data(), sizeof result);
        return result;
    }
    std::string text() { return std::string(take(value<std::uint32_t>())); }
    std::size_t left() const { return rest_.size(); }

  private:
    std::string_view rest_;
    const std::filesystem::path& file_;
};

}  // namespace

LinearModel::LinearModel(std::string feature_set, std::vector<std::string> labels, std::vector<Row> rows,
                         std::vector<float> transitions)
    : feature_set_(std::move(feature_set)), labels_(std::move(labels)) {
    float highest = 0;
    for (const Row& row : rows)
        for (const float w : row.weights) highest = std::max(highest, std::abs(w));
    for (const float t : transitions)
        if (t > -1e20F) highest = std::max(highest, std::abs(t));
    scale_ = highest > 0 ? highest / kLargest : 1;
    for (const float t : transitions)
        transitions_.push_back(t > -1e20F ? static_cast<std::int32_t>(std::lround(t / scale_)) : kForbidden);
    const auto quantised = [&](float w) { return static_cast<std::int16_t>(std::lround(w / scale_)); };
    std::erase_if(rows, [&](const Row& row) {
        return std::all_of(row.weights.begin(), row.weights.end(), [&](float w) { return quantised(w) == 0; });
    });
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.feature < b.feature; });
    reserve(rows.size());
    for (const Row& row : rows)
        if (std::int16_t* weights = insert(key_of(row.feature)))
            std::transform(row.weights.begin(), row.weights.end(), weights, quantised);
}

void LinearModel::add(std::span<const Feature> features, std::span<std::int32_t> scores) const {
    if (filter_.empty()) return;
    // In rounds, each of which asks for the memory that the next one needs.
    constexpr std::size_t kBatch = 256;
    std::array<std::uint32_t, kBatch> keys, slots;
    for (; !features.empty(); features = features.subspan(std::min(kBatch, features.size()))) {
        std::size_t n = 0;
        for (const Feature f : features.first(std::min(kBatch, features.size()))) {
            const std::uint32_t key = key_of(f);
            const std::uint64_t bit = spread(key) & filter_mask_;
            keys[n] = key;
            n += (filter_[bit / 64] >> (bit % 64)) & 1;
        }
        for (std::size_t k = 0; k != n; ++k) {
            slots[k] = static_cast<std::uint32_t>(spread(keys[k]) & mask_);
            __builtin_prefetch(&rows_[slots[k]]);
        }
        for (std::size_t k = 0; k != n; ++k)
            if (const std::uint32_t r = rows_[slots[k]]; r != kNoRow) {
                __builtin_prefetch(&keys_[r]);
                __builtin_prefetch(row(r));
            }
        for (std::size_t k = 0; k != n; ++k) {
            std::size_t slot = slots[k];
            while (rows_[slot] != kNoRow && keys_[rows_[slot]] != keys[k]) slot = (slot + 1) & mask_;
            if (rows_[slot] == kNoRow) continue;
            const std::int16_t* const weights = row(rows_[slot]);
            for (std::size_t l = 0; l < stride_; l += kLanes)
                for (std::size_t lane = 0; lane != kLanes; ++lane) scores[l + lane] += weights[l + lane];
        }
    }
}

void LinearModel::reserve(std::size_t rows) {
    stride_ = (labels_.size() + kLanes - 1) / kLanes * kLanes;
    mask_ = std::bit_ceil(std::max<std::size_t>(2 * rows, 2)) - 1;           // at most half full
    filter_mask_ = std::bit_ceil(std::max<std::size_t>(8 * rows, 64)) - 1;  // at most one bit in eight is set
    filter_.assign((filter_mask_ + 1) / 64, 0);
    rows_.assign(mask_ + 1, kNoRow);
    keys_.clear(), weights_.clear();
    keys_.reserve(rows), weights_.reserve(rows * stride_);
}

std::int16_t* LinearModel::insert(std::uint32_t key) {
    std::size_t slot = spread(key) & mask_;
    for (; rows_[slot] != kNoRow; slot = (slot + 1) & mask_)
        if (keys_[rows_[slot]] == key) return nullptr;
    const std::uint64_t bit = spread(key) & filter_mask_;
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    rows_[slot] = static_cast<std::uint32_t>(keys_.size());
    keys_.push_back(key);
    weights_.resize(weights_.size() + stride_);
    return row(keys_.size() - 1);
}

LinearModel LinearModel::pruned(float least) const {
    const auto weighs = [&](std::int16_t w) { return std::abs(static_cast<float>(w)) * scale_ >= least; };
    std::vector<std::size_t> kept;
    for (std::size_t r = 0; r != size(); ++r)
        if (std::any_of(row(r), row(r) + stride_, weighs)) kept.push_back(r);
    LinearModel model;
    model.feature_set_ = feature_set_, model.labels_ = labels_, model.transitions_ = transitions_;
    model.scale_ = scale_;
    model.reserve(kept.size());
    for (const std::size_t r : kept) std::copy_n(row(r), stride_, model.insert(keys_[r]));
    return model;
}

void LinearModel::save(const std::filesystem::path& file) const {
    std::string body;
    put(body, feature_set_);
    put(body, static_cast<std::uint32_t>(labels_.size()));
    for (const std::string& label : labels_) put(body, label);
    put(body, scale_);
    put(body, static_cast<std::uint32_t>(transitions_.size()));
    for (const std::int32_t t : transitions_) put(body, t);
    put(body, static_cast<std::uint64_t>(size()));
    for (std::size_t r = 0; r != size(); ++r) {
        put(body, keys_[r]);
        body.append(reinterpret_cast<const char*>(row(r)), labels_.size() * sizeof(std::int16_t));
    }
    std::string head(kMagic);
    put(head, kVersion);
    put(head, checksum(body));
    put(head, static_cast<std::uint64_t>(body.size()));
    std::ofstream out(file, std::ios::binary);
    out << head << body;
    if (!out.flush()) throw OutputError(file.string() + ": the model can't be written");
}

LinearModel LinearModel::load(const std::filesystem::path& file, std::string_view feature_set) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw ResourceError(file.string() + ": the model can't be opened");
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    Cursor head(bytes, file);
    if (bytes.size() < kMagic.size() || head.take(kMagic.size()) != kMagic)
        throw ResourceError(file.string() + ": is no hearsay model: it doesn't begin with \"HEARSAYM\"");
    if (const auto version = head.value<std::uint32_t>(); version != kVersion)
        throw ResourceError(file.string() + ": is a model of format " + std::to_string(version) + ", expected " +
                            std::to_string(kVersion));
    const auto expected = head.value<std::uint32_t>();
    const std::string_view body = head.take(head.value<std::uint64_t>());
    if (checksum(body) != expected) throw ResourceError(file.string() + ": the model is damaged: its checksum is wrong");
    Cursor cursor(body, file);
    LinearModel model;
    model.feature_set_ = cursor.text();
    if (model.feature_set_ != feature_set)
        throw ResourceError(file.string() + ": was trained for the features \"" + model.feature_set_ + "\", expected \"" +
                            std::string(feature_set) + '"');
    model.labels_.resize(cursor.value<std::uint32_t>());
    for (std::string& label : model.labels_) label = cursor.text();
    model.scale_ = cursor.value<float>();
    model.transitions_.resize(cursor.value<std::uint32_t>());
    for (std::int32_t& t : model.transitions_) t = cursor.value<std::int32_t>();
    const auto rows = cursor.value<std::uint64_t>();
    model.reserve(rows);
    for (std::uint64_t r = 0; r != rows; ++r) {
        const auto key = cursor.value<std::uint32_t>();
        const std::string_view weights = cursor.take(model.labels_.size() * sizeof(std::int16_t));
        std::int16_t* const row = model.insert(key);
        if (!row) throw ResourceError(file.string() + ": the model is damaged: it has a feature twice");
        std::memcpy(row, weights.data(), weights.size());
    }
    return model;
}

}  // namespace hearsay::learn
