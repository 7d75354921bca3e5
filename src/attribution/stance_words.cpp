// SPDX-License-Identifier: Apache-2.0
#include "attribution/stance_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {
namespace {

unsigned kind_of(std::string_view name) {
    static constexpr std::array<std::string_view, 25> kNames{
        "hedge",     "hearsay",  "subject", "be",       "negation", "helper",   "degree", "tail",     "event",
        "substance", "opening",  "clause",  "exhibit",  "request",  "emerge",   "rate",   "mistaken", "known",
        "unknown",   "affirmed", "modal",   "employed", "proposed", "evidence", "attack"};
    const auto found = std::ranges::find(kNames, name);
    if (found == kNames.end()) throw ResourceError("stance_words.tsv: unknown kind '" + std::string(name) + "'");
    return 1U << (found - kNames.begin());
}

Stance stance_of(std::string_view name) {
    for (const Stance stance : {Stance::asserts, Stance::confirms, Stance::denies, Stance::doubts})
        if (to_string(stance) == name) return stance;
    throw ResourceError("verdicts.tsv: unknown stance '" + std::string(name) + "'");
}

}  // namespace

StanceWords StanceWords::load(const std::filesystem::path& lexicons) {
    StanceWords words;
    read_table(lexicons / "stance_words.tsv", {"word", "kind"},
               [&](const auto& row) { words.kinds_[std::string(row[0])] |= kind_of(row[1]); });
    read_table(lexicons / "finite_verbs.tsv", {"form"},
               [&](const auto& row) { words.kinds_[std::string(row[0])] |= stance_word::finite; });
    read_table(lexicons / "verdicts.tsv", {"word", "stance", "negated"}, [&](const auto& row) {
        words.verdicts_.emplace(row[0], Verdict{stance_of(row[1]), stance_of(row[2])});
    });
    read_table(lexicons / "report_nouns.tsv", {"noun", "kind"},
               [&](const auto& row) { words.reports_.emplace(row[0]); });
    return words;
}

bool StanceWords::is(std::string_view word, unsigned kinds) const {
    const auto found = kinds_.find(word);
    return found != kinds_.end() && (found->second & kinds) != 0;
}

const StanceWords::Verdict* StanceWords::verdict(std::string_view word) const {
    const auto found = verdicts_.find(word);
    return found == verdicts_.end() ? nullptr : &found->second;
}

}  // namespace hearsay
