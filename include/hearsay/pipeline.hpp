// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <vector>

#include "hearsay/analysis.hpp"

namespace hearsay {

struct PipelineOptions {
    unsigned threads = 0;                  ///< 0: one more than the machine has; the result does not depend on it
    std::filesystem::path resources{};     ///< empty: resource_directory()
    std::filesystem::path sources{};       ///< the user's table of sources (docs/formats.md); empty: none
    InputOptions input{};                  ///< how documents are read: field names and limits
    std::filesystem::path encoder{};       ///< model file of an encoder that reads; empty: the fast linear models
    const Extractor* extractor = nullptr;  ///< null: a TrainedExtractor over the resources and `encoder`
    /// Called now and then from the calling thread with the share of input bytes read, 0..1.
    std::function<void(double)> progress{};
    /// Called from the calling thread, in input order.
    std::function<void(const Skipped&)> skipped{};
};

/// Reads, extracts, resolves, matches and measures: the whole flow of the design, stage by stage.
///
///   const Analysis analysis = analyze({"articles/"}, {});
///   std::cout << analysis.claims[0].text << ": " << analysis.corroboration[0].independent_origins << '\n';
///
/// Documents that can't be read, or are not English, are in `skipped`; throws InputError only when none could be read,
/// and ResourceError when a lexicon is missing or damaged. Equal input gives an equal result, whatever the number of
/// threads. Memory: what the analysis holds, and the text of a few documents at a time.
Analysis analyze(const std::vector<std::filesystem::path>& inputs, const PipelineOptions& options,
                 std::istream* standard_input = nullptr);

/// The first half alone: calls `found` on the calling thread for every document in input order, with its attributions.
/// What `found` throws ends the run and reaches the caller.
void extract(const std::vector<std::filesystem::path>& inputs, const PipelineOptions& options,
             const std::function<void(const Document&, const std::vector<Attribution>&)>& found,
             std::istream* standard_input = nullptr);

}  // namespace hearsay
