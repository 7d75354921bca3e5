// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/attribution/attribution.hpp"
#include "hearsay/text/string_map.hpp"

namespace hearsay {

/// Whether the content is stated: neither asked ("asked whether the dam is safe"), nor a condition of speaking ("asked
/// not to be named because he feared for his job"), nor held back ("declined to comment"), nor but a thing ("announced
/// the decision").
bool is_stated(const TokenizedText& text, const Attribution& attribution);

/// How something said is judged.
struct Judgement {
    Stance stance;
    Spans said;  ///< without the words that judge it
};

/// Reads what no cue alone tells: that the content judges something said before ("told CNN it was false" denies it),
/// and that the whole is told as hearsay ("reportedly", "is said to").
///
///   const auto stances = StanceReader::load(resource_directory() / "lexicons");
///   for (Attribution& attribution : attributions) stances.judge(document, attribution);   // as the cue has it, then
///   so
///
/// Any extractor can use it: it looks at the spans alone. Linear in an attribution's length.
class StanceReader {
  public:
    /// Reads stance_words.tsv, verdicts.tsv, report_nouns.tsv and finite_verbs.tsv; throws ResourceError where one is
    /// missing or damaged.
    static StanceReader load(const std::filesystem::path& lexicons);

    /// Sets `hedged`, and `stance` where the cue says no more than that somebody speaks.
    void judge(const Document& document, Attribution& attribution) const;
    /// How a statement judges something said before: "The story is a hoax" denies it; most judge nothing and assert.
    Stance verdict(const TokenizedText& text, const Spans& statement) const;
    /// How a statement judges the clause that it holds: "It is false that the dam leaks", "Reports that it leaks are
    /// false", "It is not clear whether it leaks"; "there is no doubt that it leaks" asserts it.
    Judgement of_clause(const TokenizedText& text, const Spans& statement) const;
    /// How whoever tells of an attribution judges what it says: "falsely claimed that", "was wrong to report that",
    /// "Claims that the dam leaks are false", "contrary to rumours that". Its own source may still assert that.
    Judgement by_teller(const TokenizedText& text, const Attribution& attribution) const;
    /// Whether words tell of something that is told or shown: "A video of a shark has been shared a million times."
    bool names_report(const TokenizedText& text, TokenRange words) const;

  private:
    struct Verdict {
        Stance stance, negated;
    };
    using Words = std::vector<std::string_view>;

    bool is(std::string_view word, unsigned kind) const;
    bool names(const Words& words, unsigned kind) const;
    bool is_hedged(const Document& document, const Attribution& attribution) const;
    bool is_hearsay(const TokenizedText& text, TokenRange cue) const;
    bool hedge_in(const TokenizedText& text, TokenRange tokens) const;
    Stance by_content(const Words& words) const;
    std::size_t clause_of_report(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const;
    std::size_t unverified(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const;
    std::optional<Judgement> judged_at_end(const TokenizedText& text, TokenRange words, bool predicate) const;
    Judgement of_report(const TokenizedText& text, const Attribution& attribution) const;
    bool is_reported(const TokenizedText& text, const Attribution& attribution) const;
    bool told_by_report(const TokenizedText& text, const Attribution& attribution) const;
    Stance judged(const Words& words, std::size_t at, bool negated = false) const;
    Stance rated(const Words& words, std::size_t at) const;
    std::size_t past_emergence(const Words& words, std::size_t at) const;
    std::size_t subject_end(const Words& words, std::size_t at) const;
    bool ends(const Words& words, std::size_t at) const;

    StringMap<unsigned> kinds_;
    StringMap<Verdict> verdicts_;
    StringSet report_nouns_;
};

}  // namespace hearsay
