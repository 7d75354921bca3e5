// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/output_folder.hpp"
#include "cli/reading_options.hpp"
#include "cli/reporter.hpp"
#include "hearsay/analysis.hpp"

namespace hearsay::cli {

/// `hearsay analyze INPUT... --out DIR`: the main job.
class AnalyzeCommand final : public Command {
  public:
    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "INPUT... --out DIR [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

    const ReadingOptions& reading() const { return reading_; }
    const std::filesystem::path& out() const { return out_; }
    const std::filesystem::path& sources() const { return sources_; }
    unsigned top() const { return top_; }
    const std::vector<std::size_t>& claim_ranks() const { return claim_ranks_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    Analysis analysis_of_inputs(Reporter& reporter, Console& console) const;
    void write_results(const Analysis& analysis, const OutputFolder& folder) const;
    void print_claims(const Analysis& analysis, Console& console) const;

    ReadingOptions reading_;
    std::filesystem::path out_, sources_;
    unsigned top_ = 0;
    std::vector<std::size_t> claim_ranks_;
};

}  // namespace hearsay::cli
