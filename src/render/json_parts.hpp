// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>
#include <string_view>
#include <vector>

#include "hearsay/metrics/corroboration.hpp"
#include "hearsay/source/source.hpp"
#include "hearsay/text/text.hpp"
#include "render/json_stream.hpp"

namespace hearsay {

// How the JSON formats write what they have in common.
void write(JsonStream& json, Span span);
void write(JsonStream& json, const Spans& spans);
void write(JsonStream& json, const std::vector<SourceId>& sources);
/// "cue": {"spans": [[5, 9]], "text": "said"}
void write_role(JsonStream& json, std::string_view key, const Spans& spans, std::string_view text);
/// "origins", and apart from them in "set_aside" who begins a chain and is none. Fields of an open object.
template <class Write>
void write_origins(JsonStream& json, const std::vector<Origin>& origins, const Write& write_one) {
    for (const bool aside : {false, true}) {
        json.key(aside ? "set_aside" : "origins").open('[');
        for (const Origin& origin : origins)
            if (origin.set_aside() == aside) write_one(origin);
        json.close();
    }
}
/// Throws OutputError where the stream has failed.
void check_json(const std::ostream& out);

}  // namespace hearsay
