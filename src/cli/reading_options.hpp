// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/positional_options.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/document/input_options.hpp"

namespace hearsay::cli {

/// The options of every command that reads documents.
struct ReadingOptions {
    std::vector<std::filesystem::path> inputs;
    unsigned threads = 0;  ///< 0: one more than the machine has
    bool strict = false;
    bool quiet = false;
    InputOptions input{};
    std::string model = "fast";  ///< fast, accurate, auto, or an encoder's file

    static boost::program_options::options_description description();
    /// How much of an input is taken before it counts as hostile.
    static boost::program_options::options_description limits_description();
    /// Those without the inputs.
    static boost::program_options::options_description run_description();
    static boost::program_options::positional_options_description positionals();
    /// Throws UsageError.
    static ReadingOptions from(const boost::program_options::variables_map& given);
};

/// A size in bytes, in K, M, G or T of powers of 1024 ("64M"), where the option was given; throws UsageError, naming
/// the option, for anything else and for 0.
std::optional<std::uint64_t> size_in_bytes(const boost::program_options::variables_map& given, const char* option);

/// A whole number from `least` to `most`, where the option was given; throws UsageError, naming the option, for
/// anything else ("-3", "4x").
std::optional<unsigned> whole_number(const boost::program_options::variables_map& given, const char* option,
                                     unsigned least, unsigned most);

}  // namespace hearsay::cli
