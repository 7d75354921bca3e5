// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "attribution/stance_words.hpp"
#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// How something said is judged.
struct Judgement {
    Stance stance;
    Spans said;  ///< without the words that judge it
};

/// Reads how words judge what somebody says, in themselves or around it.
///
///   const auto judgements = JudgementReader::load(resource_directory() / "lexicons");
///   judgements.of_clause(text, statement);      // "It is false that the dam leaks": denies "the dam leaks"
///   judgements.by_teller(text, attribution);    // "A post falsely claims that it leaks": denies it, and the post
///   doesn't
///
/// Looks at the spans alone. Linear in their length.
class JudgementReader {
  public:
    /// Throws ResourceError where a table of StanceWords is missing or damaged.
    static JudgementReader load(const std::filesystem::path& lexicons) {
        return JudgementReader(StanceWords::load(lexicons));
    }

    /// How a statement judges something said before: "The story is a hoax" denies it; most judge nothing and assert.
    Stance verdict(const TokenizedText& text, const Spans& statement) const;
    /// How a statement judges the clause that it holds: "It is false that the dam leaks", "Reports that it leaks are
    /// false", "It is not clear whether it leaks", "A photo of a shark went viral, but it is a fake"; "there is no
    /// doubt that it leaks" asserts it. `own_voice`: the article's, of which "The dam leaks, but that is not true" is
    /// one statement; behind "claimed that the dam leaks" the article says so, and not who claimed.
    Judgement of_clause(const TokenizedText& text, const Spans& statement, bool own_voice) const;
    /// How the source judges a report that its cue names: "called claims that the dam leaks "nonsense"", "slammed
    /// claims that".
    Stance of_report(const TokenizedText& text, const Attribution& attribution) const;
    /// How whoever tells of an attribution judges what it says: "falsely claimed that", "was wrong to report that",
    /// "Claims that the dam leaks are false", "contrary to rumours that", "claimed that it leaks, but that is not
    /// true". Its own source may still assert that.
    Judgement by_teller(const TokenizedText& text, const Attribution& attribution) const;
    /// Whether words tell of something that is told or shown: "A video of a shark has been shared a million times."
    bool names_report(const TokenizedText& text, TokenRange words) const;
    /// Whether a phrase names something that is asked for, whose rejection denies nothing said: "a 35-million-euro
    /// offer", "him bail", or, by words of the kinds `also`, whom one may send away ("forty drivers") or what one may
    /// not want ("the budget plan").
    bool names_request(const TokenizedText& text, const Spans& phrase, unsigned also) const;
    const StanceWords& words() const { return words_; }

  private:
    using Words = std::vector<std::string_view>;
    struct LastClause {
        std::uint32_t begin;  ///< token of the mark or word before it
        Stance stance;
        bool sentential;  ///< "..., which is not true": of all that stands before, and of no single thing in it
    };

    explicit JudgementReader(StanceWords words) : words_(std::move(words)) {}
    bool is(std::string_view word, unsigned kinds) const { return words_.is(word, kinds); }
    Stance by_content(const Words& words) const;
    std::size_t clause_of_report(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const;
    std::size_t denied_ourselves(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const;
    std::size_t disbelieved(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const;
    bool attacks_report(const TokenizedText& text, const Attribution& attribution) const;
    std::size_t clause_of_evidence(const TokenizedText& text, const std::vector<std::uint32_t>& tokens,
                                   std::size_t at) const;
    std::size_t unverified(const TokenizedText& text, const std::vector<std::uint32_t>& tokens) const;
    std::optional<Judgement> judged_at_end(const TokenizedText& text, TokenRange words, bool predicate) const;
    bool tells(const TokenizedText& text, TokenRange words) const;
    std::optional<LastClause> last_clause(const TokenizedText& text, TokenRange words) const;
    Judgement reported(const TokenizedText& text, const Attribution& attribution) const;
    bool is_reported(const TokenizedText& text, const Attribution& attribution) const;
    bool told_by_report(const TokenizedText& text, const Attribution& attribution) const;
    Stance judged(const Words& words, std::size_t at, bool negated = false) const;
    Stance rated(const Words& words, std::size_t at) const;
    std::size_t past_emergence(const Words& words, std::size_t at) const;
    std::size_t subject_end(const Words& words, std::size_t at) const;
    bool ends(const Words& words, std::size_t at) const;

    StanceWords words_;
};

/// "Contrary to what the mayor said, [the bridge was closed]": that he said the opposite.
bool said_the_contrary(const TokenizedText& text, const Attribution& attribution);

}  // namespace hearsay
