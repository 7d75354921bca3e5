// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <iosfwd>

namespace hearsay::cli {

/// Where a command speaks to its user.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    bool color = false;      ///< `out` is a terminal that shows colours, and NO_COLOR is not set
    bool progress = false;   ///< `err` is a terminal
    unsigned columns = 100;  ///< width of `out`, where that is a terminal

    /// The process's own streams.
    static Console standard();
};

/// Whatever read our output has had enough of it (`hearsay extract … | head`). Not an error.
struct BrokenPipe {};

/// Writes to `console.out` and flushes it. Throws BrokenPipe, or OutputError where the output is full or otherwise
/// fails.
void print(Console& console, const std::function<void(std::ostream&)>& content);

}  // namespace hearsay::cli
