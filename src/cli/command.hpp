// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/console.hpp"

namespace hearsay::cli {

/// The command line can't be understood; the message is a whole sentence, its next step included.
class UsageError : public std::invalid_argument {
  public:
    using std::invalid_argument::invalid_argument;
};

enum class ExitCode : int { success = 0, failure = 1, wrong_usage = 2 };

/// One command of the program: `setup` parses and opens no file, `run` works.
///
///   AnalyzeCommand command;
///   command.setup({"articles/", "--out", "result"});
///   return command.run(console);
class Command {
  public:
    virtual ~Command() = default;

    /// Throws UsageError.
    void setup(const std::vector<std::string>& arguments);
    virtual ExitCode run(Console& console) = 0;

    /// "INPUT... --out DIR [OPTIONS]"
    virtual std::string synopsis() const = 0;
    /// A few lines for `help`, each ended.
    virtual std::string details() const { return {}; }
    virtual boost::program_options::options_description options() const = 0;
    /// What stands on the command line without an option's name is taken as this option.
    virtual boost::program_options::positional_options_description positionals() const { return {}; }

  protected:
    /// Checks and stores what was given; throws UsageError.
    virtual void take(const boost::program_options::variables_map& given) = 0;
};

}  // namespace hearsay::cli
