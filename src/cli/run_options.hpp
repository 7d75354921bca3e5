// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <filesystem>

namespace hearsay::cli {

/// The options of the commands that write a run directory.
struct RunOptions {
    std::filesystem::path run, log, sources;

    static boost::program_options::options_description description();
    /// Throws UsageError.
    static RunOptions from(const boost::program_options::variables_map& given);
};

}  // namespace hearsay::cli
