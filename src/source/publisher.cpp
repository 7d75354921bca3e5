// SPDX-License-Identifier: Apache-2.0
#include "publisher.hpp"

namespace hearsay {

EntityId publisher_of(const Document& document, EntityTable& entities) {
    const Gazetteer& gazetteer = entities.gazetteer();
    const std::string& name = document.publisher.value;
    const GazetteerEntry* entry = name.empty() ? nullptr : gazetteer.outlet(name);
    if (!entry && !name.empty()) entry = gazetteer.outlet_by_domain(name);
    if (!entry && name.empty() && document.url) entry = gazetteer.outlet_by_domain(document.url.value);
    if (entry) return entities.of_entry(*entry);
    const EntityId id =
        entities.named(SourceKind::outlet, name.empty() ? std::string(kUnknownPublisher) + document.id : name, true);
    entities[id].source.unnamed = name.empty();
    return id;
}

}  // namespace hearsay
