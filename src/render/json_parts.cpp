// SPDX-License-Identifier: Apache-2.0
#include "render/json_parts.hpp"

#include <ostream>

#include "hearsay/error.hpp"
#include "render/names.hpp"

namespace hearsay {

void write(JsonStream& json, Span span) { json.open('[').value(span.begin).value(span.end).close(); }

void write(JsonStream& json, const Spans& spans) {
    json.open('[');
    for (const Span span : spans) write(json, span);
    json.close();
}

void write(JsonStream& json, const std::vector<SourceId>& sources) {
    json.open('[');
    for (const SourceId id : sources) json.value(name_of(id));
    json.close();
}

void write_role(JsonStream& json, std::string_view key, const Spans& spans, std::string_view text) {
    json.key(key).open('{').key("spans");
    write(json, spans);
    json.key("text").value(text).close();
}

void check_json(const std::ostream& out) {
    if (!out) throw OutputError("the JSON could not be written: the disk may be full");
}

}  // namespace hearsay
