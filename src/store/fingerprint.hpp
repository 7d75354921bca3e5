// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace hearsay {

/// A digest of the names and contents of all files under some folders, and of single files: equal for equal models and
/// lexicons, wherever they are installed. Throws ResourceError where one can't be read.
std::string fingerprint(const std::vector<std::filesystem::path>& paths);

}  // namespace hearsay
