// SPDX-License-Identifier: Apache-2.0
// The files of linear models, as MODEL_FORMAT.md lays them out.
#include "learn/linear_model.hpp"
#include "learn/model_bytes.hpp"

namespace hearsay::learn {

namespace {

constexpr std::string_view kMagic = "HEARSAYM";
constexpr std::uint32_t kVersion = 2;

}  // namespace

void LinearModel::save(const std::filesystem::path& file) const {
    ModelWriter out;
    out.put(feature_set_);
    out.put(static_cast<std::uint32_t>(labels_.size()));
    for (const std::string& label : labels_) out.put(label);
    out.put(scale_);
    out.put(static_cast<std::uint32_t>(transitions_.size()));
    out.put(transitions());
    out.put(static_cast<std::uint64_t>(size_));
    out.align();
    out.put(frequent_);
    out.put(rare_);
    out.put(filter_);
    out.put(weights_);
    out.save(file, kMagic, kVersion);
}

LinearModel LinearModel::load(const std::filesystem::path& file, std::string_view feature_set) {
    ModelReader in(file, kMagic, kVersion);
    LinearModel model;
    model.memory_ = in.memory();
    model.feature_set_ = in.text();
    in.require(model.feature_set_ == feature_set, "was trained for the features \"" + model.feature_set_ +
                                                      "\", expected \"" + std::string(feature_set) + '"');
    model.labels_.resize(in.value<std::uint32_t>());
    for (std::string& label : model.labels_) label = in.text();
    model.scale_ = in.value<float>();
    const auto transitions = in.value<std::uint32_t>();
    const std::size_t all = model.labels_.size() * model.labels_.size();
    in.require(!transitions || transitions == all, "the model is damaged: it has " + std::to_string(transitions) +
                                                       " transitions, expected " + std::to_string(all));
    model.transitions_.resize(transitions);
    for (std::int32_t& t : model.transitions_) t = in.value<std::int32_t>();
    model.set_rows(in.value<std::uint64_t>());
    in.align();
    model.frequent_ = in.values<std::uint32_t>(entries_for(model.frequent()));
    model.rare_ = in.values<std::uint32_t>(entries_for(model.size_ - model.frequent()));
    model.filter_ = in.values<std::uint64_t>(model.filter_words());
    model.weights_ = in.values<std::int16_t>(model.lanes());
    const auto used = [](Index index) {
        return index.size() - static_cast<std::size_t>(std::ranges::count(index, kFree));
    };
    const std::size_t entries = used(model.frequent_) + used(model.rare_);
    in.require(entries == model.size_ && in.at_end(), "the model is damaged: its index has " + std::to_string(entries) +
                                                          " rows, expected " + std::to_string(model.size_));
    return model;
}

}  // namespace hearsay::learn
