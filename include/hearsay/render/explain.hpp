// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>
#include <string_view>
#include <variant>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// What of an analysis is to be explained.
using Explained = std::variant<ClaimId, AttributionId>;

/// Which one is meant: "c3", or "3" for the claim of that rank; "a7"; or a few words of a claim, in the order in which
/// they stand in it or, where no claim has them so, in one of its mentions. Case and white space don't matter.
///
/// Throws ResultError where there is no such one, naming those that there are, or where several claims have the words.
Explained find_explained(const Analysis& analysis, std::string_view what);

struct ExplainOptions {
    unsigned columns = 100;  ///< width of the terminal; less than 40 counts as 40
    bool color = false;      ///< with ANSI colours
};

/// Prints why a claim has so many independent origins and no more, each of its mentions with its chain, and for every
/// hop the rule that makes it one with the sentence from which it was read; of an attribution the same for its chain.
///
///   print_explanation(analysis, find_explained(analysis, "c1"), std::cout);
///
/// No control sequence from an article reaches the terminal. Throws OutputError when the stream fails.
void print_explanation(const Analysis& analysis, const Explained& what, std::ostream& out,
                       const ExplainOptions& options = {});

/// Writes the same as one JSON object, schema "hearsay.explanation/1" (docs/output.md).
void write_explanation_json(const Analysis& analysis, const Explained& what, std::ostream& out);

}  // namespace hearsay
