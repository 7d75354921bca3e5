// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <utility>

#include "attribution/judgement.hpp"
#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// Whether the content is stated: neither asked ("asked whether the dam is safe"), nor a condition of speaking ("asked
/// not to be named because he feared for his job"), nor held back ("declined to comment"), nor but a thing ("announced
/// the decision").
bool is_stated(const TokenizedText& text, const Attribution& attribution);

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
    /// Throws ResourceError where a table of StanceWords is missing or damaged.
    static StanceReader load(const std::filesystem::path& lexicons) {
        return StanceReader(JudgementReader::load(lexicons));
    }

    /// Sets `hedged`, and `stance` where the cue says no more than that somebody speaks.
    void judge(const Document& document, Attribution& attribution) const;

  private:
    explicit StanceReader(JudgementReader judgements) : judgements_(std::move(judgements)) {}
    bool is_hedged(const Document& document, const Attribution& attribution) const;
    bool is_hearsay(const TokenizedText& text, TokenRange cue) const;
    bool hedge_in(const TokenizedText& text, TokenRange tokens) const;

    JudgementReader judgements_;
};

}  // namespace hearsay
