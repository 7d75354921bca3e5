// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace hearsay::cli {

/// A command's name (also of its manual page docs/hearsay-NAME.md and its tests in tests/cli/NAME), and what it is for.
struct CommandEntry {
    std::string name;
    std::string purpose;
    std::function<std::unique_ptr<Command>()> make;
};

/// All commands, in the order in which help shows them.
const std::vector<CommandEntry>& commands();
/// Throws UsageError, with a suggestion, for an unknown name.
const CommandEntry& find_command(std::string_view name);

}  // namespace hearsay::cli
