// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/run_options.hpp"

namespace hearsay::cli {

/// `hearsay merge RUN... --run DIR`: makes one run of several.
class MergeCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "RUN... --run DIR [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

    const std::vector<std::filesystem::path>& parts() const { return parts_; }
    const RunOptions& run_options() const { return run_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    std::vector<std::filesystem::path> parts_;
    RunOptions run_;
    bool quiet_ = false;
};

}  // namespace hearsay::cli
