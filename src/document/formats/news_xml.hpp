// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "document/formats/xml_text.hpp"
#include "hearsay/document/reader.hpp"

namespace hearsay {

// Each reads one record of a format, without its path. The text is empty where the record holds none; `id` where it has
// none. Throws BrokenInput beyond the limits.

/// An <item> of RSS 2.0 or 1.0, an <entry> of Atom (RFC 4287). `feed` is what stands before it.
RawDocument feed_document(const pugi::xml_node& item, const pugi::xml_node& feed, const InputLimits& limits);
/// A <newsItem> of NewsML-G2 with its text inline.
RawDocument newsml_document(const pugi::xml_node& item, const InputLimits& limits);
/// An <nitf> of NITF 3.
RawDocument nitf_document(const pugi::xml_node& nitf, const InputLimits& limits);

}  // namespace hearsay
