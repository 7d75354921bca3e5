// SPDX-License-Identifier: Apache-2.0
#include "cli/model_choice.hpp"

#include <algorithm>
#include <ostream>

#include "cli/command.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay::cli {

namespace fs = std::filesystem;

namespace {

/// Bytes of the files; no more are counted than decide.
std::uintmax_t size_of(const std::vector<fs::path>& inputs) {
    std::uintmax_t bytes = 0;
    std::error_code unknown;  // what can't be read is told when it is read
    const auto add = [&](const fs::path& file) {
        const auto size = fs::file_size(file, unknown);
        bytes += unknown ? 0 : size;
    };
    for (const fs::path& input : inputs) {
        if (!fs::is_directory(input, unknown)) {
            add(input);
            continue;
        }
        for (fs::recursive_directory_iterator entry(input, unknown), end; entry != end && bytes <= kFewBytes;
             entry.increment(unknown))
            if (entry->is_regular_file(unknown)) add(entry->path());
    }
    return bytes;
}

}  // namespace

fs::path encoder_for(const ReadingOptions& reading, Console& console) {
    if (reading.model == "fast") return {};
    if (reading.model != "accurate" && reading.model != "auto") {
        if (fs::is_regular_file(reading.model)) return reading.model;
        throw UsageError("--model " + reading.model +
                         ": is none of fast, accurate and auto, and there is no such file.");
    }
    const fs::path file = resource_directory() / "encoder" / "accurate.model";
    const bool installed = fs::is_regular_file(file);
    if (reading.model == "accurate") {
        if (installed) return file;
        throw ResourceError(
            file.string() +
            ": the model for --model accurate is not installed; it is data/encoder/accurate.model of the "
            "source tree, and data/encoder/MODEL_CARD.md tells how to make it");
    }
    const bool piped = reading.inputs.empty() || std::ranges::find(reading.inputs, "-") != reading.inputs.end();
    const bool few = !piped && size_of(reading.inputs) <= kFewBytes;
    if (!reading.quiet)
        console.err << "--model auto: reading with "
                    << (installed && few ? "accurate, since there is little to read"
                        : !installed     ? "fast, since accurate.model is not installed"
                        : piped          ? "fast, since standard input may be long"
                                         : "fast, since there is much to read")
                    << ".\n";
    return installed && few ? file : fs::path();
}

}  // namespace hearsay::cli
