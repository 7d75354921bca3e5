// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "hearsay/attribution/annotations.hpp"

namespace hearsay {

/// What is wrong with a line, and the column (code points, from 1) where that is known, else 0.
struct LineFault {
    std::string cause;
    std::size_t column = 0;
};

/// Reads one line of an annotation file, but for its number. Throws LineFault.
AnnotatedDocument parse_annotated_line(std::string_view bytes, AnnotationKind kind);

}  // namespace hearsay
