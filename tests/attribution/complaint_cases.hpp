// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay::test {

/// What a reader of a case would say is attributed to whom.
struct Expected {
    std::optional<std::string> source;  ///< the words that must be in the source; none: whatever it is
    std::string cue;                    ///< empty where the text has none
    std::vector<std::string> content;   ///< each stands in the text once
    std::optional<Stance> stance;       ///< none: whatever it is
};

/// A text of which users of quotation extractors complain, as complaints.jsonl gives it.
struct ComplaintCase {
    std::string complaint, text;
    std::vector<Expected> expected;
    std::vector<std::string> not_asserted;  ///< what nobody in the text asserts
};

std::vector<ComplaintCase> complaint_cases(const std::filesystem::path& file);

/// Whether a user would be content: each expected content is ascribed to the right source, for at least half of its
/// tokens and without as many others; nobody asserts what nobody does; and there is no attribution at all where neither
/// is expected.
bool is_right(const ComplaintCase& wanted, const Document& document, const std::vector<Attribution>& found);

}  // namespace hearsay::test
