// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "hearsay/claim/claim.hpp"
#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// One claim among the mentions that were added.
struct MatchedClaim {
    struct Member {
        std::uint32_t mention;  ///< the how-manieth that was added, from 0
        bool contrary = false;  ///< states the claim's contrary, and so denies it
        /// The mention of the same article that backs up what the article says in its own voice here.
        std::optional<std::uint32_t> basis{};
        bool restates = false;  ///< the article says it elsewhere more like the others do, or nothing like what is shown
        /// What it quotes: members with the same number quote the same words.
        std::optional<std::uint32_t> utterance{};
        bool in_part = false;  ///< states this among other things, and belongs to the claim that states those
    };
    std::vector<Member> members;           ///< in the order of adding; not all `in_part`
    std::vector<Claim::Variant> variants;  ///< by place among the claims
    std::uint32_t clearest = 0;            ///< the mention whose words a reader without the article understands best
};

/// Words are the article's own for what somebody said where it ascribes and does not quote them: "that he would go".
constexpr Voice voice_of(bool ascribed, bool quoted) { return ascribed && !quoted ? Voice::indirect : Voice::direct; }

/// Where an encoder reads each mention beside the one that its claim is shown by, to tell who counts for it: its file
/// and that of the pairs of statements. Empty: words tell.
struct PairModels {
    std::filesystem::path encoder{}, pairs{};
};

struct ClaimMemory;
enum class TermId : std::uint32_t;

/// Groups mentions of all documents into claims.
///
///   ClaimMatcher matcher{resource_directory() / "lexicons"};
///   for (const Mention& m : mentions) matcher.add(m, published);
///   const std::vector<Claim> claims = claims_of(matcher.finish(), std::move(mentions));
///
/// Two mentions state the same fact where their content words, weighted by rarity over the run, overlap enough, and
/// their numbers (with bounds and units), names and polarity agree. A mention belongs to one claim; where it says what
/// the articles of another have in common, it is a member of that too, `in_part`. Candidates come from an inverted
/// index over rare words, never from all pairs. Deterministic: the claims come out in the order of their first mention
/// of their own. Memory: the content words of each distinct statement; no text is kept, except
/// with an encoder, where every mention's is.
class ClaimMatcher {
  public:
    /// What a mention's text says, as far as it is compared.
    struct Reading;
    /// `threads`: that may work at once; the result does not depend on it. Throws ResourceError for a file that is
    /// missing, damaged or not made for the other.
    explicit ClaimMatcher(const std::filesystem::path& lexicons, unsigned threads = 1, const PairModels& models = {});
    /// Goes on from what another matcher left: the first mentions to be added are those that it had, in its order.
    ClaimMatcher(const std::filesystem::path& lexicons, unsigned threads, ClaimMemory memory,
                 const PairModels& models = {});
    ~ClaimMatcher();
    /// Reads document, text, attribution, about, stance, quoted, judges, judges_last and the first hop. `published` is
    /// the document's date (ISO 8601 prefix, or empty), against which "on Tuesday" is read.
    void add(const Mention& mention, std::string_view published);
    /// ... with its text read beforehand.
    void add(const Mention& mention, Reading reading, std::string_view published);
    /// ... that the other matcher had; its text is not looked at.
    void add_known(const Mention& mention, std::string_view published);
    /// A mention's text in tokens. Pure: may run on any thread.
    static TokenizedText tokens_of(std::string_view text);
    /// To be called in the order of add(), but may run beside it, on another thread. `voice`: as voice_of() has it.
    Reading read(const TokenizedText& text, Voice voice);
    /// The words of names. As read().
    std::vector<TermId> words_of(const TokenizedText& names);
    /// Notes whom a document names as its sources: articles that name somebody, and nobody in common, tell of different
    /// events. As add().
    void add_sources(DocumentId document, std::vector<TermId> words);

    /// What is added from here on does not change how much a word weighs, so that what is found of the mentions before
    /// stays what it is. To be called between documents.
    void settle_weights();
    /// The same for which words are taken for names. To be called where it stands among the calls of read(), on their
    /// thread.
    void settle_names();

    /// The matcher is used up by it. `memory` is given what another matcher can go on from. `others_idle` is called on
    /// this thread before the step that keeps to it, in which other work may go on beside it.
    std::vector<MatchedClaim> finish(ClaimMemory* memory = nullptr, const std::function<void()>& others_idle = {});

  private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Puts the mentions, as they were added, into their claims; who states the contrary denies, and what rests on another
/// mention has its chain.
std::vector<Claim> claims_of(const std::vector<MatchedClaim>& matched, std::vector<Mention> mentions);

}  // namespace hearsay
