// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace hearsay::test {

using Members = std::vector<std::pair<std::string, std::string>>;  // name, bytes

/// An archive or packed stream made by libarchive: `format` as in "zip", "pax", "raw", `filter` as in "gzip", "zstd".
inline std::string pack(const Members& members, const char* format, const char* filter = nullptr) {
    std::string bytes;
    const auto write = [](struct archive*, void* to, const void* from, std::size_t size) {
        static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
        return static_cast<la_ssize_t>(size);
    };
    const std::unique_ptr<struct archive, int (*)(struct archive*)> archive(archive_write_new(), archive_write_free);
    archive_write_set_format_by_name(archive.get(), format);
    if (filter) archive_write_add_filter_by_name(archive.get(), filter);
    archive_write_set_bytes_in_last_block(archive.get(), 1);
    if (archive_write_open(archive.get(), &bytes, nullptr, write, nullptr) != ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(archive.get()));
    for (const auto& [name, content] : members) {
        const std::unique_ptr<struct archive_entry, void (*)(struct archive_entry*)> entry(archive_entry_new(),
                                                                                           archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_write_header(archive.get(), entry.get());
        archive_write_data(archive.get(), content.data(), content.size());
    }
    archive_write_close(archive.get());
    return bytes;
}

inline std::string zip(const Members& members) { return pack(members, "zip"); }
inline std::string tar(const Members& members) { return pack(members, "ustar"); }
inline std::string packed(const std::string& bytes, const char* filter) {
    return pack({{"data", bytes}}, "raw", filter);
}

}  // namespace hearsay::test
