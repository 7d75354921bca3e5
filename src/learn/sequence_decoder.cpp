// SPDX-License-Identifier: Apache-2.0
#include "learn/sequence_decoder.hpp"

#include <algorithm>
#include <limits>

#include "learn/forward_backward.hpp"
#include "learn/vectorised.hpp"

namespace hearsay::learn {

namespace {

constexpr float kMargin = 8;  // log odds

/// As std::ranges::max, but compilers turn only this into vector instructions.
[[gnu::always_inline]] inline std::int32_t greatest(std::span<const std::int32_t> scores) {
    std::int32_t most = std::numeric_limits<std::int32_t>::min();
    for (const std::int32_t s : scores) most = std::max(most, s);
    return most;
}

}  // namespace

SequenceDecoder::SequenceDecoder(const LinearModel& model)
    : model_(&model), steps_(model.transitions().begin(), model.transitions().end()), pass_(model.labels().size()) {
    steps_.resize(model.labels().size() * model.labels().size());  // a model without transitions favours none
    for (const std::int32_t t : steps_)
        transitions_.push_back(t == LinearModel::kForbidden ? kImpossible : static_cast<float>(t) * model.scale());
}

void SequenceDecoder::read(const FeatureSequence& features) {
    scores_.clear();
    read_on(features);
}

void SequenceDecoder::read_on(const FeatureSequence& features) {
    model_->score(features, rows_, scores_);
    select(0, scores_.size() / std::max<std::size_t>(model_->stride(), 1));
}

void SequenceDecoder::select(std::size_t begin, std::size_t size) {
    first_ = begin;
    size_ = size;
}

std::span<const Label> SequenceDecoder::decode_with(std::size_t at, Label label) {
    const std::vector<std::int32_t> before(scores_at(at).begin(), scores_at(at).end());
    for (std::size_t l = 0; l != before.size(); ++l)
        if (l != label) scores_at(at)[l] = LinearModel::kForbidden;
    decode();
    std::ranges::copy(before, scores_at(at).begin());
    return labels_;
}

HEARSAY_VECTORISED
std::span<const Label> SequenceDecoder::decode() {
    const std::size_t labels = model_->labels().size(), n = size_;
    labels_.resize(n);
    if (n == 0) return labels_;
    // Labels far behind a position's best are not followed: a tagger has 45, of which two or three are in question.
    const auto margin = static_cast<std::int32_t>(std::min(kMargin / model_->scale(), 1e9F));
    back_.resize(n * labels);
    std::vector<Candidate>&before = before_, &here = here_;
    for (std::size_t i = 0; i != n; ++i) {
        const auto scores = scores_at(i);
        const std::int32_t least = greatest(scores) - margin;
        here.clear();
        for (std::size_t l = 0; l != labels; ++l) {
            if (scores[l] < least) continue;
            std::int64_t most = Candidate{i ? std::numeric_limits<std::int32_t>::min() : 0, 0}.packed();
            for (const Candidate& from : before)
                most = std::max(most, Candidate{from.score + steps_[from.label * labels + l], from.label}.packed());
            const Candidate best = Candidate::unpacked(most);
            back_[i * labels + l] = best.label;
            here.push_back({std::max(best.score, LinearModel::kForbidden) + scores[l], static_cast<Label>(l)});
        }
        // Scores are told from the best one's, since a sum over a long text would leave their range.
        const std::int32_t highest = std::ranges::max_element(here, {}, &Candidate::score)->score;
        for (Candidate& c : here) c.score -= highest;
        std::swap(before, here);
    }
    labels_[n - 1] = std::ranges::max_element(before, {}, &Candidate::score)->label;
    before.clear();
    for (std::size_t i = n - 1; i != 0; --i) labels_[i - 1] = back_[i * labels + labels_[i]];
    return labels_;
}

std::span<const float> SequenceDecoder::marginals() {
    float_scores_.clear();
    for (std::size_t i = 0; i != size_; ++i)
        for (const std::int32_t s : scores_at(i)) float_scores_.push_back(static_cast<float>(s) * model_->scale());
    pass_.run(float_scores_, transitions_);
    return pass_.marginals();
}

double SequenceDecoder::log_probability(std::span<const Label> labels) const {
    const std::size_t l = model_->labels().size();
    double score = 0;
    for (std::size_t i = 0; i != labels.size(); ++i) {
        score += static_cast<double>(float_scores_[i * l + labels[i]]);
        if (i) score += static_cast<double>(transitions_[labels[i - 1] * l + labels[i]]);
    }
    return score - pass_.log_partition();
}

}  // namespace hearsay::learn
