// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <archive.h>
#include <archive_entry.h>

#include <exception>
#include <memory>
#include <string>

#include "document/bytes/byte_stream.hpp"

namespace hearsay {

/// What libarchive is to read: an archive, or a single packed stream.
enum class Packed { zip, tar, stream };

/// libarchive over a ByteStream, read from front to end: the archive may itself come out of a stream.
class LibarchiveReader {
  public:
    LibarchiveReader(std::unique_ptr<ByteStream> packed, Packed kind);
    LibarchiveReader(const LibarchiveReader&) = delete;
    LibarchiveReader& operator=(const LibarchiveReader&) = delete;

    /// Goes to the next member; false at the end. Throws BrokenInput where the archive is damaged.
    bool next();
    /// Of the member: its path in the archive, whether it is a file, whether it is encrypted.
    const std::string& name() const { return name_; }
    bool is_file() const { return is_file_; }
    bool is_encrypted() const { return is_encrypted_; }
    /// Bytes of the member; 0 at its end. Throws BrokenInput; `broken` then tells whether other members can still be
    /// had.
    std::size_t read(char* to, std::size_t most);
    bool broken() const { return broken_; }
    /// Bytes of the archive used so far.
    std::uint64_t position() const { return packed_->position() + lent_; }

  private:
    static la_ssize_t give(struct archive*, void* self, const void** bytes);
    [[noreturn]] void fail(int result);

    struct Free {
        void operator()(struct archive* a) const { archive_read_free(a); }
    };
    std::unique_ptr<ByteStream> packed_;
    std::size_t lent_ = 0;  ///< bytes that libarchive holds, to be skipped when it asks for more
    std::exception_ptr failure_;
    std::unique_ptr<struct archive, Free> archive_;
    std::string name_;
    bool is_file_ = false, is_encrypted_ = false, broken_ = false;
};

}  // namespace hearsay
