// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "hearsay/analysis.hpp"

namespace hearsay {

struct PipelineOptions {
    unsigned threads = 0;  ///< 0: as many as the machine has; the result does not depend on it
    std::filesystem::path resources;  ///< empty: resource_directory()
    /// Called now and then from the calling thread with the share of input bytes read, 0..1.
    std::function<void(double)> progress;
    std::function<void(const Skipped&)> skipped;
};

/// Reads, extracts, resolves, matches and measures: the whole flow of the design, stage by stage.
///
///   const Analysis analysis = analyze({"articles/"}, {});
///   std::cout << analysis.claims[0].text << ": " << analysis.corroboration[0].independent_origins << '\n';
///
/// Documents that can't be read, or are not English, are in `skipped`; throws InputError only when none could be read.
Analysis analyze(const std::vector<std::filesystem::path>& inputs, const PipelineOptions& options,
                 std::istream* standard_input = nullptr);

/// The first half alone: calls `found` for every document in input order with its attributions.
void extract(const std::vector<std::filesystem::path>& inputs, const PipelineOptions& options,
             const std::function<void(const Document&, const std::vector<Attribution>&)>& found,
             std::istream* standard_input = nullptr);

}  // namespace hearsay
