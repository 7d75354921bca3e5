// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "render/picture.hpp"
#include "render/theme.hpp"

namespace hearsay {

/// The picture's key as a cluster for its own DOT file: what the shapes and lines in it mean, and no others.
std::string key_cluster(const Picture& picture, const Theme& theme);

/// The picture's head as a DOT graph of its own: title, notes, and the key in rows of about `points` width (1/72 inch).
/// An SVG is put together from this and the graph, since Graphviz gives a key inside a left-to-right graph far too much
/// room.
std::string head_graph(const Picture& picture, const Theme& theme, double points);

}  // namespace hearsay
