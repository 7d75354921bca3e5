// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/reading_options.hpp"
#include "cli/run_options.hpp"
#include "hearsay/batch.hpp"

namespace hearsay::cli {

/// `hearsay batch INPUT... --run DIR`: reads many articles into a database that can be added to.
class BatchCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "INPUT... --run DIR [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

    const ReadingOptions& reading() const { return reading_; }
    const RunOptions& run_options() const { return run_; }
    std::optional<unsigned> max_errors() const { return max_errors_; }
    bool afresh() const { return afresh_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    ExitCode conclude(const BatchSummary& summary, Console& console) const;

    ReadingOptions reading_;
    RunOptions run_;
    std::optional<unsigned> max_errors_;
    bool afresh_ = false;
};

}  // namespace hearsay::cli
