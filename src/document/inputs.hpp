// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "document/formats/format.hpp"
#include "document/manifest.hpp"

namespace hearsay {

/// One file to read.
struct InputFile {
    std::filesystem::path path;  ///< "-" is standard input
    std::string id;              ///< path from the input folder, or the file's name, without its endings
    std::uint64_t bytes = 0;
    Manifest::Row manifest{};  ///< empty where no manifest names it
};

/// What messages call an input.
inline std::string input_name(const std::filesystem::path& path) {
    return path == "-" ? "standard input" : path.generic_string();
}

/// The files behind some inputs, folders walked in name order; what can't be read is reported.
std::vector<InputFile> list_inputs(const std::vector<std::filesystem::path>& inputs, const InputContext& context);

}  // namespace hearsay
