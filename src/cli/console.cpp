// SPDX-License-Identifier: Apache-2.0
#include "cli/console.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <string_view>

#include "hearsay/error.hpp"

namespace hearsay::cli {

namespace {

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

bool shows_colors(int descriptor) {
    return isatty(descriptor) && environment("NO_COLOR").empty() && environment("TERM") != "dumb";
}

unsigned width_of(int descriptor) {
    winsize size{};
    if (!isatty(descriptor) || ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
    return size.ws_col;
}

}  // namespace

Console Console::standard() {
    return {.in = std::cin,
            .out = std::cout,
            .err = std::cerr,
            .color = shows_colors(STDOUT_FILENO),
            .progress = isatty(STDERR_FILENO) && environment("TERM") != "dumb",
            .columns = width_of(STDOUT_FILENO)};
}

void print(Console& console, const std::function<void(std::ostream&)>& content) {
    errno = 0;
    try {
        content(console.out);
    } catch (const OutputError&) {  // says less than errno does
    }
    if (console.out.flush()) return;
    if (errno == EPIPE) throw BrokenPipe{};
    throw OutputError(std::string("standard output: ") + (errno ? std::strerror(errno) : "can't be written"));
}

}  // namespace hearsay::cli
