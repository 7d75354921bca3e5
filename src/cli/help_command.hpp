// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "cli/command.hpp"

namespace hearsay::cli {

/// `hearsay help [COMMAND]`; also what `hearsay COMMAND --help` shows.
class HelpCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "[COMMAND]"; }
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    std::string command_;
};

}  // namespace hearsay::cli
