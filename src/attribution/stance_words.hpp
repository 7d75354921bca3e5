// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <string_view>

#include "hearsay/attribution/attribution.hpp"
#include "hearsay/text/string_map.hpp"

namespace hearsay {

/// Kinds of words in stance_words.tsv; a word may be of several.
namespace stance_word {
enum Kind : unsigned {
    hedge = 1,
    hearsay_participle = 2,
    subject = 4,
    be = 8,
    negation = 16,
    helper = 32,
    degree = 64,
    tail = 128,
    event = 256,
    substance = 512,
    opening = 1024,
    clause = 2048,
    exhibit = 4096,
    request = 8192,
    emerge = 16384,
    rate = 32768,
    mistaken = 65536,
    known = 131072,
    unknown = 262144,
    affirmed = 524288,
    modal = 1048576,
    employed = 2097152,
    proposed = 4194304,
    evidence = 8388608,
    attack = 16777216,
    finite = 33554432  // verbs; from finite_verbs.tsv
};
}

/// The words by which somebody judges what is said:
/// data/lexicons/{stance_words,verdicts,report_nouns,finite_verbs}.tsv.
class StanceWords {
  public:
    /// What a word says of a report, plainly and with "not" before it.
    struct Verdict {
        Stance stance, negated;
    };

    /// Throws ResourceError where a table is missing or damaged.
    static StanceWords load(const std::filesystem::path& lexicons);

    /// Whether the word is of one of the kinds.
    bool is(std::string_view word, unsigned kinds) const;
    const Verdict* verdict(std::string_view word) const;
    /// "report", "claim": something said.
    bool report(std::string_view word) const { return reports_.contains(word); }

  private:
    StringMap<unsigned> kinds_;
    StringMap<Verdict> verdicts_;
    StringSet reports_;
};

}  // namespace hearsay
