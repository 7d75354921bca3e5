// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "hearsay/analysis.hpp"
#include "hearsay/document/document.hpp"
#include "hearsay/source/chain_resolver.hpp"

namespace hearsay {

/// Quotes the document for one attribution, so that `explain` needs no document: its sentence, and for each hop the
/// words that tell of it with their sentence.
void quote_evidence(const Document& document, const ResolvedAttribution& resolved, AnalyzedAttribution& attribution);

}  // namespace hearsay
