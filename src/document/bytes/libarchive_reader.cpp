// SPDX-License-Identifier: Apache-2.0
#include "document/bytes/libarchive_reader.hpp"

#include <locale.h>

#include <new>

namespace hearsay {

namespace {

void support(struct archive* reader, Packed kind) {
    if (kind == Packed::zip) archive_read_support_format_zip_streamable(reader);
    if (kind == Packed::tar) archive_read_support_format_tar(reader);
    if (kind != Packed::stream) return;
    archive_read_support_format_raw(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_xz(reader);
}

/// libarchive converts names to the thread's locale and loses those that it can't express.
class Utf8Names {
  public:
    Utf8Names() : before_(uselocale(utf8())) {}
    ~Utf8Names() { uselocale(before_); }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;

  private:
    static locale_t utf8() {
        static const locale_t locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
        return locale;
    }
    locale_t before_;
};

std::string path_of(struct archive_entry* entry) {
    if (const char* utf8 = archive_entry_pathname_utf8(entry)) return utf8;
    if (const char* bytes = archive_entry_pathname(entry)) return bytes;
    return "unnamed";
}

}  // namespace

LibarchiveReader::LibarchiveReader(std::unique_ptr<ByteStream> packed, Packed kind)
    : packed_(std::move(packed)), archive_(archive_read_new()) {
    if (!archive_) throw std::bad_alloc();
    support(archive_.get(), kind);
    const int opened = archive_read_open2(archive_.get(), this, nullptr, give, nullptr, nullptr);
    if (opened < ARCHIVE_WARN) fail(opened);
}

bool LibarchiveReader::next() {
    const Utf8Names names;
    struct archive_entry* entry = nullptr;
    const int result = archive_read_next_header(archive_.get(), &entry);
    if (result == ARCHIVE_EOF) return false;
    if (result < ARCHIVE_WARN) fail(ARCHIVE_FATAL);
    name_ = path_of(entry);
    is_file_ = archive_entry_filetype(entry) == AE_IFREG;
    is_encrypted_ = archive_entry_is_encrypted(entry) == 1;
    return true;
}

std::size_t LibarchiveReader::read(char* to, std::size_t most) {
    for (;;) {
        const la_ssize_t got = archive_read_data(archive_.get(), to, most);
        if (got >= 0) return static_cast<std::size_t>(got);
        if (got != ARCHIVE_RETRY && got != ARCHIVE_WARN) fail(static_cast<int>(got));
    }
}

void LibarchiveReader::fail(int result) {
    broken_ = result == ARCHIVE_FATAL || failure_;
    if (failure_) std::rethrow_exception(failure_);
    const char* why = archive_error_string(archive_.get());
    throw BrokenInput(std::string("breaks off here: ") + (why ? why : "damaged data") +
                      "; get the file anew for the rest");
}

/// Called by libarchive: an exception must not pass through it.
la_ssize_t LibarchiveReader::give(struct archive*, void* self, const void** bytes) {
    auto& reader = *static_cast<LibarchiveReader*>(self);
    try {
        reader.packed_->skip(reader.lent_);
        reader.lent_ = 0;
        const std::string_view next = reader.packed_->peek(1);
        reader.lent_ = next.size();
        *bytes = next.data();
        return static_cast<la_ssize_t>(next.size());
    } catch (...) {
        reader.failure_ = std::current_exception();
        return -1;
    }
}

}  // namespace hearsay
