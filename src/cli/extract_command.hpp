// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "cli/command.hpp"
#include "cli/reading_options.hpp"

namespace hearsay::cli {

/// `hearsay extract [INPUT...]`: one JSON line per document with its attributions.
class ExtractCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "[INPUT...] [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override { return ReadingOptions::description(); }
    boost::program_options::positional_options_description positionals() const override {
        return ReadingOptions::positionals();
    }

    const ReadingOptions& reading() const { return reading_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    ReadingOptions reading_;
};

}  // namespace hearsay::cli
