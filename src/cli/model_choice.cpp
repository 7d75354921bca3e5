// SPDX-License-Identifier: Apache-2.0
#include "cli/model_choice.hpp"

#include <algorithm>
#include <ostream>

#include "cli/command.hpp"
#include "hearsay/document/reader.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay::cli {

namespace fs = std::filesystem;

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
    const bool few = !piped && DocumentReader(reading.inputs, {}, nullptr, reading.input).bytes_total() <= kFewBytes;
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
