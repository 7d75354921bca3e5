// SPDX-License-Identifier: Apache-2.0
#include "encoder/chain.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace hearsay::encoder {

namespace {

constexpr std::size_t K = kChainLabels;
using Row = std::array<double, K>;

double log_sum(const Row& values) {
    const double top = *std::ranges::max_element(values);
    double sum = 0;
    for (const double value : values) sum += std::exp(value - top);
    return top + std::log(sum);
}

}  // namespace

ChainReading read_chain(std::span<const float> scores, std::span<const float> transitions) {
    const std::size_t length = scores.size() / K;
    Row best{}, all{};
    std::vector<std::array<std::uint8_t, K>> from(length);
    for (std::size_t i = 0; i != length; ++i) {
        Row next_best, next_all;
        for (std::size_t to = 0; to != K; ++to) {
            Row by_best = best, by_all = all;
            if (i != 0)
                for (std::size_t k = 0; k != K; ++k) {
                    by_best[k] += transitions[k * K + to];
                    by_all[k] += transitions[k * K + to];
                }
            const auto top = std::ranges::max_element(by_best);
            from[i][to] = static_cast<std::uint8_t>(top - by_best.begin());
            const double score = scores[i * K + to];
            next_best[to] = i == 0 ? score : *top + score;
            next_all[to] = i == 0 ? score : log_sum(by_all) + score;
        }
        best = next_best;
        all = next_all;
    }
    const auto top = std::ranges::max_element(best);
    ChainReading reading{std::vector<std::uint8_t>(length), static_cast<float>(std::exp(*top - log_sum(all)))};
    auto label = static_cast<std::uint8_t>(top - best.begin());
    for (std::size_t i = length; i-- > 0; label = from[i][label]) reading.labels[i] = label;
    return reading;
}

}  // namespace hearsay::encoder
