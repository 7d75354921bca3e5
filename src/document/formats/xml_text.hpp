// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "hearsay/document/document.hpp"
#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// The node's name without prefix.
std::string_view local_name(const pugi::xml_node& node);
/// The first child with a name, whatever its prefix, but for those of media descriptions ("media:title").
pugi::xml_node child_of(const pugi::xml_node& node, std::string_view local);
/// The first descendant on a way of such children.
pugi::xml_node descend(pugi::xml_node node, std::initializer_list<std::string_view> way);
/// All text in the node, with single blanks.
std::string plain_text(const pugi::xml_node& node);
/// The text of a node whose content is marked up: as child elements, or as HTML that is escaped or in CDATA.
std::string marked_text(const pugi::xml_node& node, const InputLimits& limits);

/// The value as a field's, or none where it is empty.
Metadatum field(std::string value);

}  // namespace hearsay
