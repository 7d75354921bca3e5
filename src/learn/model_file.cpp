// SPDX-License-Identifier: Apache-2.0
// Model files, as MODEL_FORMAT.md lays them out.
#include <array>
#include <bit>
#include <boost/iostreams/device/mapped_file.hpp>
#include <cstring>
#include <fstream>

#include "hearsay/error.hpp"
#include "learn/linear_model.hpp"

namespace hearsay::learn {

namespace {

constexpr std::string_view kMagic = "HEARSAYM";
constexpr std::uint32_t kVersion = 2;
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kHeadSize = 24;  // of magic, version, checksum and size

/// Four sums side by side, since each step waits for the one before.
std::uint32_t checksum(std::string_view bytes) {
    std::array<std::uint64_t, 4> sums{bytes.size(), 1, 2, 3};
    for (std::size_t k = 0; !bytes.empty(); k = (k + 1) % sums.size()) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), std::min<std::size_t>(8, bytes.size()));
        sums[k] = mix(sums[k] ^ word);
        bytes.remove_prefix(std::min<std::size_t>(8, bytes.size()));
    }
    std::uint64_t all = 0;
    for (const std::uint64_t sum : sums) all = mix(all ^ sum);
    return static_cast<std::uint32_t>(all >> 32);
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

template <class T>
void put(std::string& bytes, std::span<const T> values) {
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

/// Takes values off the front of a file's bytes; throws where they end early.
class Cursor {
  public:
    Cursor(std::string_view bytes, const std::filesystem::path& file) : all_(bytes), rest_(bytes), file_(file) {}
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
    /// A view of the file itself, which must be aligned there.
    template <class T>
    std::span<const T> values(std::size_t n) {
        return {reinterpret_cast<const T*>(take(n * sizeof(T)).data()), n};
    }
    std::string text() { return std::string(take(value<std::uint32_t>())); }
    void align() { take(-(all_.size() - rest_.size()) % kAlignment); }
    bool at_end() const { return rest_.empty(); }

  private:
    std::string_view all_, rest_;
    const std::filesystem::path& file_;
};

using Mapping = boost::iostreams::mapped_file_source;

std::shared_ptr<const Mapping> map(const std::filesystem::path& file) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(file, failure);
    try {
        if (!failure) return size ? std::make_shared<const Mapping>(file.string()) : std::make_shared<const Mapping>();
    } catch (const std::exception&) {
    }
    throw ResourceError(file.string() + ": the model can't be opened");
}

/// The whole file after a look at its head.
Cursor open(std::string_view bytes, const std::filesystem::path& file) {
    Cursor cursor(bytes, file);
    if (!bytes.starts_with(kMagic))
        throw ResourceError(file.string() + ": is no hearsay model: it doesn't begin with \"HEARSAYM\"");
    cursor.take(kMagic.size());
    if (const auto version = cursor.value<std::uint32_t>(); version != kVersion)
        throw ResourceError(file.string() + ": is a model of format " + std::to_string(version) + ", expected " +
                            std::to_string(kVersion));
    const auto expected = cursor.value<std::uint32_t>();
    Cursor after = cursor;
    const std::string_view body = after.take(after.value<std::uint64_t>());
    if (const std::uint32_t found = checksum(body); found != expected || !after.at_end())
        throw ResourceError(file.string() + ": the model is damaged: its checksum is " + std::to_string(found) +
                            (after.at_end() ? "" : ", with more behind it") + ", expected " + std::to_string(expected));
    cursor.take(sizeof(std::uint64_t));
    return cursor;
}

}  // namespace

void LinearModel::save(const std::filesystem::path& file) const {
    std::string body;
    put(body, feature_set_);
    put(body, static_cast<std::uint32_t>(labels_.size()));
    for (const std::string& label : labels_) put(body, label);
    put(body, scale_);
    put(body, static_cast<std::uint32_t>(transitions_.size()));
    put(body, transitions());
    put(body, static_cast<std::uint64_t>(size_));
    body.append(-(kHeadSize + body.size()) % kAlignment, '\0');
    put(body, frequent_);
    put(body, rare_);
    put(body, filter_);
    put(body, weights_);
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
    const auto mapping = map(file);
    Cursor cursor = open({mapping->data(), mapping->size()}, file);
    const auto require = [&](bool holds, const std::string& what) {
        if (!holds) throw ResourceError(file.string() + ": " + what);
    };
    LinearModel model;
    model.memory_ = mapping;
    model.feature_set_ = cursor.text();
    require(model.feature_set_ == feature_set, "was trained for the features \"" + model.feature_set_ +
                                                   "\", expected \"" + std::string(feature_set) + '"');
    model.labels_.resize(cursor.value<std::uint32_t>());
    for (std::string& label : model.labels_) label = cursor.text();
    model.scale_ = cursor.value<float>();
    const auto transitions = cursor.value<std::uint32_t>();
    const std::size_t all = model.labels_.size() * model.labels_.size();
    require(!transitions || transitions == all, "the model is damaged: it has " + std::to_string(transitions) +
                                                    " transitions, expected " + std::to_string(all));
    model.transitions_.resize(transitions);
    for (std::int32_t& t : model.transitions_) t = cursor.value<std::int32_t>();
    model.set_rows(cursor.value<std::uint64_t>());
    cursor.align();
    model.frequent_ = cursor.values<std::uint32_t>(entries_for(model.frequent()));
    model.rare_ = cursor.values<std::uint32_t>(entries_for(model.size_ - model.frequent()));
    model.filter_ = cursor.values<std::uint64_t>(model.filter_words());
    model.weights_ = cursor.values<std::int16_t>(model.lanes());
    const auto used = [](Index index) {
        return index.size() - static_cast<std::size_t>(std::ranges::count(index, kFree));
    };
    const std::size_t entries = used(model.frequent_) + used(model.rare_);
    require(entries == model.size_ && cursor.at_end(), "the model is damaged: its index has " +
                                                           std::to_string(entries) + " rows, expected " +
                                                           std::to_string(model.size_));
    return model;
}

}  // namespace hearsay::learn
