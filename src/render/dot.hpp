// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "render/picture.hpp"
#include "render/theme.hpp"

namespace hearsay {

/// A picture in the DOT language: complete with title and key, or the bare graph.
enum class DotParts { all, graph };
std::string dot_of(const Picture& picture, const Theme& theme, DotParts parts);

}  // namespace hearsay
