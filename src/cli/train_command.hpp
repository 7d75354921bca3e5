// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "cli/command.hpp"

namespace hearsay::cli {

/// `hearsay train CORPUS --out DIR`: rebuilds the models.
class TrainCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "CORPUS --out DIR [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

    const std::filesystem::path& corpus() const { return corpus_; }
    const std::filesystem::path& out() const { return out_; }
    unsigned folds() const { return folds_; }
    bool quiet() const { return quiet_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    std::filesystem::path corpus_, out_;
    unsigned folds_ = 4;
    bool quiet_ = false;
};

}  // namespace hearsay::cli
