// SPDX-License-Identifier: Apache-2.0
#include "store/uuid.hpp"

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <string>

namespace hearsay {

DocumentUuid uuid_of(const RawDocument& document) {
    // Of this program's own, so that its UUIDs meet nobody else's.
    static constexpr boost::uuids::uuid kNamespace = {
        {0x6b, 0x1d, 0x0c, 0x52, 0x9a, 0x3e, 0x4f, 0x27, 0x8d, 0x60, 0x5e, 0x12, 0xc4, 0x7b, 0xa9, 0x31}};
    std::string name;
    for (const auto* field : {&document.publisher, &document.published, &document.url, &document.title})
        name.append(std::to_string(field->value.size())).append(":").append(field->value);
    name += document.text;
    const boost::uuids::uuid made = boost::uuids::name_generator_sha1(kNamespace)(name);
    DocumentUuid uuid{};
    std::copy(made.begin(), made.end(), uuid.begin());
    return uuid;
}

}  // namespace hearsay
