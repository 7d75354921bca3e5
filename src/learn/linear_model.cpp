// SPDX-License-Identifier: Apache-2.0
#include "learn/linear_model.hpp"

#include <algorithm>
#include <array>
#include <bit>
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

/// The features' mixing function over words of eight bytes, the last one filled up with zeros.
std::uint32_t checksum(std::string_view bytes) {
    std::uint64_t sum = bytes.size();
    for (; !bytes.empty(); bytes.remove_prefix(std::min<std::size_t>(8, bytes.size()))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), std::min<std::size_t>(8, bytes.size()));
        sum = mix(sum ^ word);
    }
    return static_cast<std::uint32_t>(sum >> 32);
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
        if (n > rest_.size())
            throw ResourceError(file_.string() + ": the model was cut short: " + std::to_string(rest_.size()) +
                                " bytes are left, expected " + std::to_string(n));
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
    bool at_end() const { return rest_.empty(); }

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
    // What passes the filter is asked of memory some steps before it is needed.
    constexpr std::size_t kBatch = 256;
    std::array<std::uint32_t, kBatch> keys;
    for (; !features.empty(); features = features.subspan(std::min(kBatch, features.size()))) {
        std::size_t n = 0;
        for (const Feature f : features.first(std::min(kBatch, features.size()))) {
            const std::uint32_t key = key_of(f);
            const std::uint64_t bit = spread(key) & filter_mask_;
            keys[n] = key;
            n += (filter_[bit / 64] >> (bit % 64)) & 1;
        }
        constexpr std::size_t kAhead = 12;
        const auto fetch = [&](std::size_t k) { __builtin_prefetch(slot(spread(keys[k]) & mask_)); };
        for (std::size_t k = 0; k < std::min(n, kAhead); ++k) fetch(k);
        for (std::size_t k = 0; k != n; ++k) {
            if (k + kAhead < n) fetch(k + kAhead);
            std::size_t i = spread(keys[k]) & mask_;
            while (key_in(i) && key_in(i) != keys[k]) i = (i + 1) & mask_;
            if (!key_in(i)) continue;
            const std::int16_t* const weights = slot(i);
            for (std::size_t l = 0; l < stride_; l += kLanes)
                for (std::size_t lane = 0; lane != kLanes; ++lane) scores[l + lane] += weights[l + lane];
        }
    }
}

void LinearModel::reserve(std::size_t rows) {
    stride_ = (labels_.size() + 2 + kLanes - 1) / kLanes * kLanes;
    mask_ = std::bit_ceil(rows + rows / 3 + 2) - 1;                        // one is free at least, where searches end
    filter_mask_ = std::bit_ceil(std::max<std::size_t>(8 * rows, 64)) - 1;  // at most one bit in eight is set
    filter_.assign((filter_mask_ + 1) / 64, 0);
    slots_.assign((mask_ + 1) * stride_, 0);
    size_ = 0;
}

std::int16_t* LinearModel::insert(std::uint32_t key) {
    std::size_t i = spread(key) & mask_;
    for (; key_in(i); i = (i + 1) & mask_)
        if (key_in(i) == key) return nullptr;
    const std::uint64_t bit = spread(key) & filter_mask_;
    filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    std::memcpy(slot(i) + stride_ - 2, &key, sizeof key);
    ++size_;
    return slot(i);
}

LinearModel LinearModel::pruned(float least) const {
    const auto weighs = [&](std::int16_t w) { return std::abs(static_cast<float>(w)) * scale_ >= least; };
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < slots_.size() / stride_; ++i)
        if (key_in(i) && std::any_of(slot(i), slot(i) + labels_.size(), weighs)) kept.push_back(i);
    LinearModel model;
    model.feature_set_ = feature_set_, model.labels_ = labels_, model.transitions_ = transitions_;
    model.scale_ = scale_;
    model.reserve(kept.size());
    for (const std::size_t i : kept) std::copy_n(slot(i), labels_.size(), model.insert(key_in(i)));
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
    put(body, static_cast<std::uint64_t>(size_));
    std::vector<std::pair<std::uint32_t, std::size_t>> rows;  // by key, so that the file doesn't hang on the table's layout
    for (std::size_t i = 0; size_ && i <= mask_; ++i)
        if (key_in(i)) rows.emplace_back(key_in(i), i);
    std::ranges::sort(rows);
    for (const auto& [key, i] : rows) {
        put(body, key);
        body.append(reinterpret_cast<const char*>(slot(i)), labels_.size() * sizeof(std::int16_t));
    }
    std::string head(kMagic);
    put(head, kVersion);
    put(head, checksum(body));
    put(head, static_cast<std::uint64_t>(body.size()));
    // Under another name until complete, so that no run reads half a model.
    std::filesystem::path unfinished = file;
    unfinished += ".part";
    std::ofstream out(unfinished, std::ios::binary);
    out << head << body;
    out.close();
    std::error_code failure;
    if (out) std::filesystem::rename(unfinished, file, failure);
    if (!out || failure) throw OutputError(file.string() + ": the model can't be written");
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
    if (const std::uint32_t found = checksum(body); found != expected || !head.at_end())
        throw ResourceError(file.string() + ": the model is damaged: its checksum is " + std::to_string(found) +
                            (head.at_end() ? "" : ", with more behind it") + ", expected " + std::to_string(expected));
    Cursor cursor(body, file);
    LinearModel model;
    model.feature_set_ = cursor.text();
    if (model.feature_set_ != feature_set)
        throw ResourceError(file.string() + ": was trained for the features \"" + model.feature_set_ + "\", expected \"" +
                            std::string(feature_set) + '"');
    model.labels_.resize(cursor.value<std::uint32_t>());
    for (std::string& label : model.labels_) label = cursor.text();
    model.scale_ = cursor.value<float>();
    const auto transitions = cursor.value<std::uint32_t>();
    if (const std::size_t all = model.labels_.size() * model.labels_.size(); transitions && transitions != all)
        throw ResourceError(file.string() + ": the model is damaged: it has " + std::to_string(transitions) +
                            " transitions, expected " + std::to_string(all));
    model.transitions_.resize(transitions);
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
