// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "cli/command.hpp"
#include "cli/reading_options.hpp"
#include "hearsay/attribution/scores.hpp"

namespace hearsay::cli {

/// `hearsay evaluate GOLD [PREDICTED]`: how well attributions are found.
class EvaluateCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "GOLD [PREDICTED] [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

    const std::filesystem::path& gold() const { return gold_; }
    /// Empty where the extractor is to be run on the gold texts.
    const std::filesystem::path& predicted() const { return predicted_; }
    bool json() const { return json_; }
    const ReadingOptions& reading() const { return reading_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    std::filesystem::path gold_, predicted_;
    bool json_ = false;
    ReadingOptions reading_;
};

}  // namespace hearsay::cli
