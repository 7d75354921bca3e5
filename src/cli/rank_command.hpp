// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>

#include "cli/command.hpp"
#include "hearsay/render/selection.hpp"

namespace hearsay::cli {

/// `hearsay rank DIR`: the claims of an earlier run, sorted and filtered.
class RankCommand final : public Command {
  public:
    enum class Format { text, json, csv };

    ExitCode run(Console& console) override;
    std::string synopsis() const override { return "DIR [OPTIONS]"; }
    std::string details() const override;
    boost::program_options::options_description options() const override;
    boost::program_options::positional_options_description positionals() const override;

    const std::filesystem::path& folder() const { return folder_; }
    const ClaimSelection& selection() const { return selection_; }
    std::size_t limit() const { return limit_; }  ///< 0: all
    Format format() const { return format_; }

  protected:
    void take(const boost::program_options::variables_map& given) override;

  private:
    void take_order(const boost::program_options::variables_map& given);
    void print_claims(const Analysis& analysis, std::ostream& out, const Console& console) const;

    std::filesystem::path folder_;
    ClaimSelection selection_;
    std::size_t limit_ = 0;
    Format format_ = Format::text;
};

}  // namespace hearsay::cli
