// SPDX-License-Identifier: Apache-2.0
#include "store/fingerprint.hpp"

#include <algorithm>
#include <array>
#include <boost/uuid/detail/sha1.hpp>
#include <fstream>

#include "hearsay/error.hpp"

namespace hearsay {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> files_in(const fs::path& path) {
    if (!fs::is_directory(path)) return {path};
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(path))
        if (entry.is_regular_file()) files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

void add_content(boost::uuids::detail::sha1& digest, const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw ResourceError(file.string() + ": can't be opened");
    std::array<char, 1 << 16> bytes{};
    while (in.read(bytes.data(), bytes.size()), in.gcount() > 0)
        digest.process_bytes(bytes.data(), static_cast<std::size_t>(in.gcount()));
}

std::string as_text(boost::uuids::detail::sha1& digest) {
    boost::uuids::detail::sha1::digest_type words{};
    digest.get_digest(words);
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (const unsigned word : words)
        for (int shift = 28; shift >= 0; shift -= 4) text += kHex[(word >> shift) & 15];
    return text;
}

}  // namespace

std::string fingerprint(const std::vector<fs::path>& paths) {
    boost::uuids::detail::sha1 digest;
    for (const fs::path& path : paths)
        for (const fs::path& file : files_in(path)) {
            const std::string name = file.lexically_relative(path).generic_string() + '\n';
            digest.process_bytes(name.data(), name.size());
            add_content(digest, file);
        }
    return as_text(digest);
}

}  // namespace hearsay
