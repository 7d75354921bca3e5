// SPDX-License-Identifier: Apache-2.0
#include "cli/stop_signal.hpp"

#include <csignal>

namespace hearsay::cli {

namespace {

std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

void handle(int signal, void (*handler)(int), int flags) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(signal, &action, nullptr);
}

}  // namespace

StopSignal::StopSignal() {
    stop_asked = false;
    for (const int signal : {SIGINT, SIGTERM})
        handle(
            signal, [](int) { stop_asked = true; }, static_cast<int>(SA_RESETHAND) | SA_RESTART);
}

StopSignal::~StopSignal() {
    for (const int signal : {SIGINT, SIGTERM}) handle(signal, SIG_DFL, 0);
}

const std::atomic<bool>& StopSignal::asked() { return stop_asked; }

}  // namespace hearsay::cli
