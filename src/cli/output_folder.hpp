// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>

namespace hearsay::cli {

/// The folder that a run's results go to. Each file is written under a temporary name and renamed when complete, so
/// that a reader never sees half a file and a failed run leaves the former one.
///
///   const OutputFolder folder("result");
///   folder.write("claims.csv", [&](std::ostream& out) { write_claims_csv(out, analysis); });
class OutputFolder {
  public:
    /// Creates the folder, and those above it, where missing. Throws OutputError, also where the path is a file.
    explicit OutputFolder(std::filesystem::path path);
    /// Throws OutputError.
    void write(const std::string& name, const std::function<void(std::ostream&)>& content) const;
    /// Removes what a former run wrote under other names: all files of which `is_former` says so. Throws OutputError.
    void remove(const std::function<bool(const std::string&)>& is_former) const;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace hearsay::cli
