// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include "hearsay/render/selection.hpp"

namespace hearsay::cli {

/// The filters that commands share which print a ranking.
boost::program_options::options_description selection_options();
/// Throws UsageError.
ClaimSelection selection_from(const boost::program_options::variables_map& given);

}  // namespace hearsay::cli
