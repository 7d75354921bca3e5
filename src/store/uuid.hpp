// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "hearsay/document/reader.hpp"

namespace hearsay {

/// What makes two documents one: a name-based UUID (RFC 4122, version 5) over text, publisher, date, address and title
/// as given. Where the document lay, and under what id, does not matter.
using DocumentUuid = std::array<std::uint8_t, 16>;
DocumentUuid uuid_of(const RawDocument& document);

inline std::string_view bytes_of(const DocumentUuid& uuid) {
    return {reinterpret_cast<const char*>(uuid.data()), uuid.size()};
}
inline DocumentUuid uuid_from(std::string_view bytes) {
    DocumentUuid uuid{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), uuid.size()), uuid.begin());
    return uuid;
}

}  // namespace hearsay
