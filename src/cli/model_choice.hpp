// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

#include "cli/console.hpp"
#include "cli/reading_options.hpp"

namespace hearsay::cli {

/// The encoder's file that --model names, or none for the linear models. `auto` takes the encoder for up to kFewBytes
/// of files, where it is installed, and says what it took unless the user wants quiet. Throws ResourceError where
/// `accurate` is asked for and not installed, and UsageError where nothing is named so.
std::filesystem::path encoder_for(const ReadingOptions& reading, Console& console);

/// Some 300 articles, which take the encoder about a minute.
inline constexpr std::uintmax_t kFewBytes = 1 << 20;

}  // namespace hearsay::cli
