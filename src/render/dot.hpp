// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>

#include "render/picture.hpp"

namespace hearsay {

/// Writes a picture in the DOT language, in the looks of the default theme.
void write_dot(const Picture& picture, std::ostream& out);

}  // namespace hearsay
