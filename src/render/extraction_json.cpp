// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "hearsay/render/analysis_json.hpp"
#include "render/json_parts.hpp"

namespace hearsay {

void write_extraction(const Document& document, const std::vector<Attribution>& attributions, std::ostream& out) {
    JsonStream json{out};
    json.open('{').key("id").value(document.id).key("language").value(document.language).key("attributions").open('[');
    for (const Attribution& attribution : attributions) {
        json.open('{');
        write_role(json, "source", attribution.source, document.text().slice(attribution.source));
        write_role(json, "cue", attribution.cue, document.text().slice(attribution.cue));
        write_role(json, "content", attribution.content, document.text().slice(attribution.content));
        json.key("voice").value(to_string(attribution.voice)).key("stance").value(to_string(attribution.stance));
        json.key("confidence").value(attribution.confidence);
        if (attribution.hedged) json.key("hedged").value(true);
        json.key("parent");
        if (attribution.parent)
            json.value(*attribution.parent);
        else
            json.null();
        json.close();
    }
    json.close().close();
    out << '\n';
    check_json(out);
}

}  // namespace hearsay
