// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

namespace hearsay {

/// Lays out a graph in the DOT language with `dot` and gives it as SVG. Calls from several threads take turns. Throws
/// OutputError.
std::string svg_of(const std::string& dot);

}  // namespace hearsay
