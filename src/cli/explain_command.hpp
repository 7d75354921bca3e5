// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string>

#include "cli/command.hpp"
#include "hearsay/analysis.hpp"

namespace hearsay::cli {

/// `hearsay explain DIR CLAIM|ATTRIBUTION`: every hop behind it, with the sentence that it was read from.
class ExplainCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "DIR CLAIM|ATTRIBUTION [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

    const std::filesystem::path& folder() const { return folder_; }
    const std::string& what() const { return what_; }
    bool json() const { return json_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    void explain(const Analysis& analysis, Console& console) const;

    std::filesystem::path folder_;
    std::string what_;
    bool json_ = false;
};

}  // namespace hearsay::cli
