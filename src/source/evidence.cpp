// SPDX-License-Identifier: Apache-2.0
#include "hearsay/source/evidence.hpp"

#include <array>

namespace hearsay {

std::string_view to_string(HopRule rule) {
    static constexpr std::array<std::string_view, 22> kNames{
        "source",    "continued", "unnamed",     "inside",   "cited",      "told",        "venue",    "quoted",
        "passed_on", "according", "platform",    "reported", "carried_on", "second_hand", "repeated", "around",
        "report",    "event",     "as_reported", "dateline", "credit",     "publisher"};
    return kNames[static_cast<std::size_t>(rule)];
}

std::string_view to_string(Naming naming) {
    static constexpr std::array<std::string_view, 14> kNames{
        "name",  "alias", "short_form", "pronoun", "office", "earlier", "description",
        "joint", "owner", "author",     "body",    "outlet", "speaker", "nobody"};
    return kNames[static_cast<std::size_t>(naming)];
}

}  // namespace hearsay
