// SPDX-License-Identifier: Apache-2.0
#include "cli/output_folder.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <vector>

#include "hearsay/error.hpp"

namespace hearsay::cli {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(const fs::path& path, const std::string& cause) {
    throw OutputError(path.string() + ": " + cause);
}

/// A file that goes away again unless it is kept.
class TemporaryFile {
  public:
    explicit TemporaryFile(fs::path path) : path_(std::move(path)) {}
    ~TemporaryFile() {
        std::error_code ignored;
        fs::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const fs::path& path() const { return path_; }
    void keep_as(const fs::path& name) const {
        std::error_code error;
        fs::rename(path_, name, error);
        if (error) fail(name, error.message());
    }

  private:
    fs::path path_;
};

}  // namespace

OutputFolder::OutputFolder(fs::path path) : path_(std::move(path)) {
    std::error_code error;
    if (fs::exists(path_, error) && !fs::is_directory(path_, error)) fail(path_, "is a file, not a folder");
    fs::create_directories(path_, error);
    if (error) fail(path_, error.message());
    if (access(path_.c_str(), W_OK) != 0) fail(path_, std::strerror(errno));
}

void OutputFolder::remove(const std::function<bool(const std::string&)>& is_former) const {
    std::vector<fs::path> former;
    for (const fs::directory_entry& entry : fs::directory_iterator(path_))
        if (is_former(entry.path().filename().string())) former.push_back(entry.path());
    for (const fs::path& file : former) {
        std::error_code error;
        fs::remove(file, error);
        if (error) fail(file, error.message());
    }
}

void OutputFolder::write(const std::string& name, const std::function<void(std::ostream&)>& content) const {
    const TemporaryFile temporary(path_ / ("." + name + "." + std::to_string(getpid()) + ".tmp"));
    std::ofstream out(temporary.path(), std::ios::binary);
    errno = 0;
    try {
        if (out) content(out);
    } catch (const OutputError&) {
        if (out) throw;  // else errno knows more
    }
    out.close();
    if (!out) fail(path_ / name, errno ? std::strerror(errno) : "can't be written");
    temporary.keep_as(path_ / name);
}

}  // namespace hearsay::cli
