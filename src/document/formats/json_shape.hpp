// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json/value.hpp>

#include "document/formats/format.hpp"

namespace hearsay {

/// How JSON lies in a file: a value a line, or values over lines.
enum class JsonShape { none, lines, document };
JsonShape json_shape(const Sample& sample);

/// Whether an array can be a list of articles.
bool holds_objects(const boost::json::array& array);

/// The list of articles in an object that is no article itself: {"status": "ok", "articles": [{...}]}; or the object
/// around such a list; or null.
boost::json::value* find_list(boost::json::object& object, const FieldNames& names);

}  // namespace hearsay
