// SPDX-License-Identifier: Apache-2.0
#include "hearsay/store/run_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "hearsay/error.hpp"
#include "store/run_database.hpp"

namespace hearsay {

namespace fs = std::filesystem;

bool is_run_directory(const fs::path& folder) {
    std::error_code unknown;
    return fs::is_regular_file(database_in(folder), unknown);
}

RunLock::RunLock(const fs::path& folder) {
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_directory(folder, error))
        throw OutputError(folder.string() + ": is a file, not a folder");
    fs::create_directories(folder, error);
    if (error) throw OutputError(folder.string() + ": " + error.message());
    const fs::path file = folder / "hearsay.lock";
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0) throw OutputError(file.string() + ": " + std::strerror(errno));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    ::close(descriptor_);
    throw RunError(folder.string() + ": is being written by another process");
}

RunLock::~RunLock() { ::close(descriptor_); }

}  // namespace hearsay
