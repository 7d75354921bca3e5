// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "entities.hpp"
#include "hearsay/document/document.hpp"

namespace hearsay {

/// The document's publisher by name, domain or URL; one of its own where it isn't known.
EntityId publisher_of(const Document& document, EntityTable& entities);

}  // namespace hearsay
