// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "document/manifest.hpp"
#include "hearsay/document/reader.hpp"

namespace hearsay {

enum class FileKind : std::uint8_t { text, json_lines, json_lines_gz, standard_input };

/// One file to read.
struct InputFile {
    std::filesystem::path path;
    std::string id;  ///< path from the input folder, or the file's name, without its ending
    FileKind kind = FileKind::text;
    std::uint64_t bytes = 0;
    Manifest::Row manifest;  ///< empty where no manifest names it
};

/// The files behind some inputs, folders walked in name order; what can't be read is reported to `skipped`.
std::vector<InputFile> list_inputs(const std::vector<std::filesystem::path>& inputs,
                                   const DocumentReader::OnSkipped& skipped);

}  // namespace hearsay
