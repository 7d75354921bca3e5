// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <iosfwd>
#include <vector>

#include "hearsay/analysis.hpp"

namespace hearsay {

/// Writes an analysis as JSON, schema "hearsay.analysis/1" (docs/output.md).
///
///   std::ofstream file(out / "analysis.json", std::ios::binary);
///   write_analysis_json(analysis, file);
///
/// One record a line, so that two runs can be compared with `diff`; nothing is held in memory beyond the record being
/// written. Numbers have the fewest digits that read back to the same value. Documents go by their own id; sources,
/// attributions and claims are "s1", "a1", "c1" and so on, claims in rank order. Bytes that are not UTF-8 become
/// U+FFFD. Throws OutputError when the stream fails.
void write_analysis_json(const Analysis& analysis, std::ostream& out);

/// Reads back what write_analysis_json wrote; numbers may differ in their last digit.
///
///   std::ifstream file(out / "analysis.json", std::ios::binary);
///   const Analysis analysis = read_analysis_json(file);
///
/// What the file doesn't hold is not there afterwards: kinds of boilerplate, parents of attributions. Throws ResultError,
/// saying where in the file and what, for anything that is not such an analysis. The message doesn't know the file's name.
Analysis read_analysis_json(std::istream& in);

/// Writes what `hearsay extract` gives for one document: one line, {"id", "language", "attributions": [...]}, spans in
/// code points. Throws OutputError when the stream fails.
void write_extraction(const Document& document, const std::vector<Attribution>& attributions, std::ostream& out);

}  // namespace hearsay
