// SPDX-License-Identifier: Apache-2.0
#include "metrics/admiralty.hpp"

#include <algorithm>

namespace hearsay {

namespace {

/// A: reliable, B: usually, C: fairly, D: not usually, E: unreliable, F: not known.
char source_letter(const Corroboration& figures, const std::vector<Source>& sources) {
    std::optional<double> best;
    for (const Origin& origin : figures.origins) {
        const auto& rated = sources[static_cast<std::size_t>(origin.source)].reliability;
        if (origin.counted && rated) best = std::max(best.value_or(0), *rated);
    }
    if (!best) return 'F';
    if (*best >= 0.9) return 'A';
    if (*best >= 0.7) return 'B';
    if (*best >= 0.5) return 'C';
    return *best >= 0.3 ? 'D' : 'E';
}

/// 1: confirmed by independent sources, 2: probably true, 3: possibly true, 4: doubtful, 5: improbable, 6: can't be
/// judged.
char information_digit(const Corroboration& figures) {
    constexpr double kProbable = 0.6, kImprobable = 0.4;
    if (figures.belief < kImprobable) return '5';
    if (figures.belief < 0.5 || (figures.disputed && figures.belief < kProbable)) return '4';
    if (figures.independent_origins == 0) return '6';
    if (figures.effective_sources >= 2 && figures.disjoint_paths >= 2 && !figures.disputed) return '1';
    return figures.effective_sources > 1 ? '2' : '3';
}

}  // namespace

std::string admiralty_rating(const Corroboration& figures, const std::vector<Source>& sources) {
    return {source_letter(figures, sources), information_digit(figures)};
}

}  // namespace hearsay
