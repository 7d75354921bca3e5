// SPDX-License-Identifier: Apache-2.0
#include "learn/sequence_decoder.hpp"

#include <algorithm>
#include <limits>

#include "learn/forward_backward.hpp"

namespace hearsay::learn {

namespace {

constexpr float kMargin = 8;  // log odds

}  // namespace

SequenceDecoder::SequenceDecoder(const LinearModel& model)
    : model_(&model), steps_(model.transitions().begin(), model.transitions().end()), pass_(model.labels().size()) {
    steps_.resize(model.labels().size() * model.labels().size());  // a model without transitions favours none
    for (const std::int32_t t : steps_)
        transitions_.push_back(t == LinearModel::kForbidden ? kImpossible : static_cast<float>(t) * model.scale());
}

void SequenceDecoder::read(const FeatureSequence& features) {
    const std::size_t labels = model_->labels().size();
    sums_.resize(model_->stride());
    scores_.resize(features.size() * labels);
    for (std::size_t i = 0; i != features.size(); ++i) {
        std::ranges::fill(sums_, 0);
        model_->add(features[i], sums_);
        std::copy_n(sums_.begin(), labels, scores_.begin() + static_cast<std::ptrdiff_t>(i * labels));
    }
}

std::span<const Label> SequenceDecoder::decode_with(std::size_t at, Label label) {
    const std::size_t labels = model_->labels().size();
    const std::vector<std::int32_t> scores = scores_;
    for (std::size_t l = 0; l != labels; ++l)
        if (l != label) scores_[at * labels + l] = LinearModel::kForbidden;
    decode();
    scores_ = scores;
    return labels_;
}

std::span<const Label> SequenceDecoder::decode() {
    const std::size_t labels = model_->labels().size(), n = scores_.size() / labels;
    labels_.resize(n);
    if (n == 0) return labels_;
    // Labels far behind a position's best are not followed: a tagger has 45, of which two or three are in question.
    const auto margin = static_cast<std::int32_t>(std::min(kMargin / model_->scale(), 1e9F));
    back_.resize(n * labels);
    std::vector<Candidate>&before = before_, &here = here_;
    for (std::size_t i = 0; i != n; ++i) {
        const auto scores = std::span(scores_).subspan(i * labels, labels);
        const std::int32_t least = *std::ranges::max_element(scores) - margin;
        here.clear();
        for (std::size_t l = 0; l != labels; ++l) {
            if (scores[l] < least) continue;
            std::int32_t best = i ? std::numeric_limits<std::int32_t>::min() : 0;
            for (const Candidate& from : before)
                if (const std::int32_t s = from.score + steps_[from.label * labels + l]; s > best)
                    best = s, back_[i * labels + l] = from.label;
            here.push_back({std::max(best, LinearModel::kForbidden) + scores[l], static_cast<Label>(l)});
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
    float_scores_.assign(scores_.begin(), scores_.end());
    for (float& s : float_scores_) s *= model_->scale();
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
