// SPDX-License-Identifier: Apache-2.0
#include "hearsay/claim/matcher.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "claim/basis.hpp"
#include "claim/bonds.hpp"
#include "claim/claim_memory.hpp"
#include "claim/clearest.hpp"
#include "claim/content.hpp"
#include "claim/disjoint_sets.hpp"
#include "claim/grouping.hpp"
#include "claim/likeness.hpp"
#include "claim/mention_facts.hpp"
#include "claim/mention_reading.hpp"
#include "claim/proposition.hpp"
#include "claim/related_terms.hpp"
#include "claim/several_facts.hpp"
#include "claim/story.hpp"
#include "claim/upper_mean.hpp"
#include "encoder/pair_reader.hpp"
#include "in_parallel.hpp"

namespace hearsay {
namespace {

Stance reversed(Stance stance) {
    if (stance == Stance::denies) return Stance::asserts;
    return stance == Stance::doubts ? Stance::doubts : Stance::denies;
}

constexpr double kUncommon =
    2;  // of a wording that has nothing of what the articles have in common: as much as two defects
constexpr double kAside = 0.5;            // of what only restates
constexpr std::size_t kFewestQuoted = 4;  // words that two quotations of one utterance share
constexpr double kQuotedAlike = 0.85;     // of the shorter one's weight
constexpr std::size_t kFewestCopied = 8;  // words that make a sentence which only who copies it writes again
constexpr double kCopiedAlike = 0.8;      // of the longer one's weight
constexpr std::size_t kUtterances = 64;   // of a claim that are compared
constexpr double kSaysSo = 0.55;          // likeness to what a core says
constexpr double kBeside = 0.25;          // likeness to what is shown that an article needs to testify to it
constexpr std::size_t kFewestSame = 3;    // words of it, names apart, that the article says too
constexpr double kHalfAlike = 0.5;        // ... or as much like it in fewer
constexpr float kLikelyTold = 0.5F;  // ... or as an encoder sees it, whose chance that it tells or denies it is this
constexpr std::size_t kReadAtOnce = 64;  // statements, by an encoder
constexpr std::size_t kSamples = 8;      // of its members that are compared
constexpr auto second = [](const auto& pair) { return pair.second; };
constexpr std::size_t kLongestStatement = 4000;  // bytes; nothing longer is one statement, whatever the punctuation

/// What may have been said or written once, wherever it stands.
struct Utterance {
    const Proposition* words;
    bool quoted;
};

/// Whether the shorter of two quotations is mostly in the longer one, or two sentences are mostly the same.
bool same_words(const Utterance& one, const Utterance& other, const TermWeights& weights) {
    const Proposition &a = *one.words, &b = *other.words;
    double shared = 0;
    std::size_t words = 0;
    const auto &x = a.content.terms, &y = b.content.terms;
    for (auto i = x.begin(), j = y.begin(); i != x.end() && j != y.end();) {
        if (i->id == j->id) shared += weights[i->form], ++words;
        const TermId least = std::min(i->id, j->id);
        const bool in_x = i->id == least, in_y = j->id == least;
        i += in_x, j += in_y;
    }
    if (!one.quoted || !other.quoted)
        return words >= kFewestCopied && shared >= kCopiedAlike * std::max(a.weight, b.weight);
    return words >= kFewestQuoted && shared >= kQuotedAlike * std::min(a.weight, b.weight);
}

/// A group's cores and the documents that share each.
class Cores {
  public:
    Cores(const Group& group, const std::vector<Proposition>& propositions) {
        for (const auto& member : group.members)
            documents_[member.core].insert(propositions[member.proposition].document);
        for (const auto& [core, documents] : documents_)
            for (const std::uint32_t document : documents) {
                const auto [best, added] = best_.emplace(document, core);
                if (!added && documents.size() > documents_.at(best->second).size()) best->second = core;
            }
    }
    /// Of those that the document has a part in, the one that most documents share.
    std::uint32_t best(std::uint32_t document) const { return best_.at(document); }

  private:
    std::map<std::uint32_t, std::set<std::uint32_t>> documents_;  // by core
    std::map<std::uint32_t, std::uint32_t> best_;                 // by document
};

/// A claim's members, in the order of the mentions, and what each of them states.
struct Stated {
    std::vector<MatchedClaim::Member> members;
    std::vector<const Proposition*> propositions;  // by member
};

/// Where a group holds a statement and its contrary, the claim is the one in plainer words, unless it is only doubted.
Stated stated_in(const Group& group, const std::vector<Proposition>& propositions,
                 const std::vector<MentionFacts>& mentions, const Cores& cores) {
    std::size_t negated[2] = {0, 0}, sizes[2] = {0, 0};
    bool judged[2] = {false, false};  // asserted or denied
    for (const auto [p, contrary, core, in_part] : group.members) {
        if (in_part) continue;
        const auto& terms = propositions[p].content.terms;
        negated[contrary] += std::any_of(terms.begin(), terms.end(), [](const Term& t) { return t.negated; });
        ++sizes[contrary];
        for (const std::uint32_t m : propositions[p].mentions) judged[contrary] |= mentions[m].stance != Stance::doubts;
    }
    const bool plainer = sizes[1] > 0 && negated[1] * sizes[0] < negated[0] * sizes[1];
    const bool claim_side = judged[plainer] || !judged[!plainer] ? plainer : !plainer;
    std::map<std::uint32_t, std::pair<MatchedClaim::Member, const Proposition*>> by_mention;
    for (const auto [p, contrary, core, in_part] : group.members)
        for (const std::uint32_t m : propositions[p].mentions)
            by_mention[m] = {{.mention = m,
                              .contrary = contrary != claim_side,
                              .restates = cores.best(propositions[p].document) != core,
                              .in_part = in_part},
                             &propositions[p]};
    Stated stated;
    for (const auto& [m, what] : by_mention) {
        stated.members.push_back(what.first);
        stated.propositions.push_back(what.second);
    }
    return stated;
}

}  // namespace

struct ClaimMatcher::State {
    State(const std::filesystem::path& folder, unsigned at_once, ClaimMemory memory, const PairModels& models)
        : lexicons(folder), threads(at_once), reader(folder), wording(folder), former(std::move(memory)) {
        if (!models.pairs.empty()) pair_reader.emplace(models.encoder, models.pairs);
        former.before = former.counts();
        if (!former.terms.empty()) reader.restore(std::move(former.terms), std::move(former.spellings));
        first_mentions.reserve(former.contents.size());
    }

    void add(const Mention& mention, float obscurity) {
        if (pair_reader) texts.push_back(mention.text.substr(0, kLongestStatement));
        mentions.push_back({mention.document, mention.attribution, mention.about,
                            mention.chain.empty() ? std::nullopt : std::optional(mention.chain.front()), mention.stance,
                            mention.hedged, mention.quoted, mention.attribution && !mention.unattributed,
                            mention.judges, mention.judges_last, mention.spans.empty() ? Span{} : hull(mention.spans),
                            obscurity});
    }

    std::vector<std::uint32_t> known_propositions() const {
        std::vector<std::uint32_t> known;
        for (const ClaimMemory::KnownMention& mention : former.mentions) known.push_back(mention.proposition);
        return known;
    }
    std::vector<std::optional<std::uint32_t>> known_bases() const {
        std::vector<std::optional<std::uint32_t>> known;
        for (const ClaimMemory::KnownMention& mention : former.mentions) known.push_back(mention.basis);
        return known;
    }
    void fill(ClaimMemory& memory, std::vector<Proposition> propositions) const {
        memory.before = former.before;
        memory.terms = reader.terms();
        memory.spellings = reader.spellings();
        memory.mentions.resize(mentions.size());
        memory.contents.reserve(propositions.size());
        for (std::uint32_t m = 0; m < mentions.size(); ++m) memory.mentions[m] = {0, bases[m], mentions[m].obscurity};
        for (std::uint32_t p = 0; p < propositions.size(); ++p) {
            for (const std::uint32_t m : propositions[p].mentions) memory.mentions[m].proposition = p;
            memory.contents.push_back(std::move(propositions[p].content));
        }
    }

    using PairWorker = std::optional<encoder::PairReader::Worker>;  // one thread's, where there is an encoder

    MatchedClaim claim_of(const Group& group, const std::vector<Proposition>& propositions, const TermWeights& weights,
                          const LikenessMeasure& likeness, PairWorker& encoder) const {
        const Cores cores(group, propositions);
        auto [members, stated] = stated_in(group, propositions, mentions, cores);
        MatchedClaim claim{std::move(members), {}, 0};
        set_contraries(claim.members, stated);
        for (const auto& [other, exclusive] : group.variants) claim.variants.push_back({ClaimId{other}, exclusive});
        // Who speaks against it is heard, however much else the article says of the matter.
        for (auto& member : claim.members) member.restates = member.restates && backs(stance(member));
        hear_others(claim.members, stated, group, propositions, cores, likeness);
        set_asides(claim.members);
        set_judged(claim.members);
        set_bases(claim.members);
        set_utterances(claim.members, stated, weights);
        claim.clearest = clearest(claim.members, group, propositions, weights);
        set_beside(claim, stated, likeness, encoder);
        return claim;
    }
    std::vector<MatchedClaim> claims_of(const std::vector<Group>& groups, const std::vector<Proposition>& propositions,
                                        const TermWeights& weights, const LikenessMeasure& likeness) const {
        constexpr std::size_t kBlock = 64;
        std::vector<MatchedClaim> claims(groups.size());
        in_parallel(threads, (groups.size() + kBlock - 1) / kBlock, [&] {
            PairWorker encoder;
            if (pair_reader) encoder.emplace(*pair_reader);
            return [&, encoder = std::move(encoder)](std::size_t block) mutable {
                for (std::size_t g = block * kBlock; g < std::min(groups.size(), (block + 1) * kBlock); ++g)
                    claims[g] = claim_of(groups[g], propositions, weights, likeness, encoder);
            };
        });
        return claims;
    }
    /// Asserted, and the clearest of those that say what most articles say.
    std::uint32_t clearest(const std::vector<MatchedClaim::Member>& members, const Group& group,
                           const std::vector<Proposition>& propositions, const TermWeights& weights) const {
        if (members.size() == 1) return members.front().mention;
        const std::map<std::uint32_t, double> common = common_words(group, propositions, weights);
        const double most = std::ranges::max_element(common, {}, second)->second;
        const auto obscurity = [&](const MatchedClaim::Member& m) {
            const double missed = most > 0 ? 1 - common.at(m.mention) / most : 0;
            return std::tuple(m.in_part, !asserted(m),
                              mentions[m.mention].obscurity + kUncommon * missed + (m.restates ? kAside : 0));
        };
        return std::ranges::min_element(members, {}, obscurity)->mention;
    }
    /// By mention: the weight of its words, each by how many other articles of the group have it too.
    std::map<std::uint32_t, double> common_words(const Group& group, const std::vector<Proposition>& propositions,
                                                 const TermWeights& weights) const {
        std::set<std::pair<TermId, std::uint32_t>> held;  // by which document
        std::map<TermId, double> articles;
        for (const auto& member : group.members)
            for (const Term& term : propositions[member.proposition].content.terms)
                if (held.emplace(term.id, propositions[member.proposition].document).second) ++articles[term.id];
        std::map<std::uint32_t, double> common;
        for (const auto& member : group.members) {
            double sum = 0;
            for (const Term& term : propositions[member.proposition].content.terms)
                sum += weights[term.form] * (articles.at(term.id) - 1);
            for (const std::uint32_t m : propositions[member.proposition].mentions) common[m] = sum;
        }
        return common;
    }
    /// "He is alive" beside who reports a death, and what an article calls a hoax beside whoever doesn't: however it
    /// came to the claim, it says the contrary.
    void set_contraries(std::vector<MatchedClaim::Member>& members,
                        const std::vector<const Proposition*>& stated) const {
        if (members.size() < 2) return;
        struct Says {
            bool hoax = false, alive = false, dead = false;
        };
        const auto says = [&](const Proposition& p) {
            Says found;
            for (const Term& term : p.content.terms) {
                found.hoax |= deaths.tells_hoax(term);
                found.alive |= deaths.tells_life(term);
                found.dead |= deaths.tells_death(term);
            }
            return found;
        };
        std::vector<Says> all;
        std::size_t dead = 0, plain = 0, alive = 0;
        for (std::size_t i = 0; i < members.size(); ++i) {
            const Says& found = all.emplace_back(says(*stated[i]));
            const bool affirms = !members[i].contrary && backs(mentions[members[i].mention].stance);
            dead += affirms && found.dead && !found.hoax;
            alive += affirms && found.alive;
            plain += affirms && !found.hoax && !found.alive;
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            const MentionFacts& mention = mentions[members[i].mention];
            if (members[i].contrary || !backs(mention.stance)) continue;
            const bool own = !mention.speaker;  // in an article's own voice, or as nobody's
            members[i].contrary = (all[i].alive && dead > alive) || (all[i].hoax && own && plain > 0);
        }
    }
    /// Whom else an article quotes as saying what its core says testifies too: "Two officials said so as well."
    void hear_others(std::vector<MatchedClaim::Member>& members, const std::vector<const Proposition*>& stated,
                     const Group& group, const std::vector<Proposition>& propositions, const Cores& cores,
                     const LikenessMeasure& likeness) const {
        const auto voice = [this](const MatchedClaim::Member& m) {
            return std::pair(mentions[m.mention].document, *mentions[m.mention].origin);
        };
        const auto other = [this](const MatchedClaim::Member& m) {
            return m.restates && mentions[m.mention].speaker && mentions[m.mention].origin;
        };
        if (std::ranges::none_of(members, other)) return;
        std::set<std::pair<DocumentId, SourceId>> heard;
        for (const auto& member : members)
            if (!member.restates && mentions[member.mention].origin) heard.insert(voice(member));
        std::map<std::uint32_t, std::vector<const Proposition*>> samples;  // by core
        for (const auto& member : group.members)
            if (auto& some = samples[member.core]; some.size() < kSamples)
                some.push_back(&propositions[member.proposition]);
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (!other(members[i]) || heard.contains(voice(members[i]))) continue;
            UpperMean mean;
            for (const Proposition* const sample : samples.at(cores.best(stated[i]->document)))
                if (sample->document != stated[i]->document) mean.add(likeness(*stated[i], *sample).score);
            if (mean.empty() || !mean.at_least(kSaysSo)) continue;
            members[i].restates = false;
            heard.insert(voice(members[i]));
        }
    }
    /// How likely each of these texts tells or denies what is shown, as an encoder sees it that reads the two side by
    /// side.
    static void find_chances(std::map<std::string_view, float>& told, std::string_view shown,
                             encoder::PairReader::Worker& encoder) {
        const encoder::PairReader::Statement claim = encoder.read(shown);
        for (auto next = told.begin(); next != told.end();) {
            const auto first = next;
            std::vector<encoder::PairReader::Statement> statements;  // not of all: a claim may be told by thousands
            for (; next != told.end() && statements.size() < kReadAtOnce; ++next)
                statements.push_back(encoder.read(next->first));
            std::vector<encoder::PairReader::Pair> pairs;
            for (const auto& statement : statements) pairs.emplace_back(&claim, &statement);
            auto at = first;
            for (const encoder::Relation& r : encoder.relate(pairs)) (at++)->second = r.same + r.part + r.contrary;
        }
    }
    /// An article that says nothing like what the claim is shown by tells something else of the matter.
    void set_beside(MatchedClaim& claim, const std::vector<const Proposition*>& stated, const LikenessMeasure& likeness,
                    PairWorker& encoder) const {
        std::size_t shown = 0;
        while (claim.members[shown].mention != claim.clearest) ++shown;
        const auto in_question = [&](std::size_t i) {
            return !claim.members[i].in_part && stated[i]->document != stated[shown]->document;
        };
        const auto endorses = [&](std::size_t i) {  // in whatever words
            const MentionFacts& mention = mentions[claim.members[i].mention];
            return mention.about || mention.judges;
        };
        const auto text = [&](std::size_t i) -> std::string_view { return texts.at(claim.members[i].mention); };
        std::map<std::string_view, float> chances;
        for (std::size_t i = 0; encoder && i < stated.size(); ++i)
            if (in_question(i) && !endorses(i)) chances.emplace(text(i), 0);
        if (!chances.empty()) find_chances(chances, text(shown), *encoder);
        const auto alike = [&](std::size_t i) -> double {
            if (endorses(i)) return 1;
            if (encoder) return chances.at(text(i)) > kLikelyTold;
            const Likeness found = likeness(*stated[i], *stated[shown]);
            if (found.told < kFewestSame && found.score < kHalfAlike) return 0;
            return std::max(found.score, std::abs(found.agreement));
        };
        std::map<std::uint32_t, double> nearest;  // by document
        for (std::size_t i = 0; i < stated.size(); ++i) {
            if (!in_question(i)) continue;
            double& most = nearest[stated[i]->document];
            most = std::max(most, alike(i));
        }
        for (std::size_t i = 0; i < stated.size(); ++i)
            if (in_question(i) && backs(stance(claim.members[i])) && nearest[stated[i]->document] < kBeside)
                claim.members[i].restates = true;
    }
    /// Who speaks of a statement ("said it was looking into reports that ...") is not who states it, unless to deny it.
    void set_asides(std::vector<MatchedClaim::Member>& members) const {
        for (std::size_t i = 1; i < members.size(); ++i) {
            const MentionFacts &a = mentions[members[i - 1].mention], &b = mentions[members[i].mention];
            if (a.document != b.document || !a.extent.overlaps(b.extent)) continue;
            if (a.extent == b.extent && backs(a.stance) != backs(b.stance)) continue;  // falsely claimed
            const bool outer_first = b.extent.end <= a.extent.end;
            if (!outer_first && b.extent.begin != a.extent.begin) continue;
            const bool judges = !backs((outer_first ? a : b).stance);
            auto &aside = members[outer_first != judges ? i - 1 : i],
                 &kept = members[outer_first != judges ? i : i - 1];
            kept.restates = kept.restates && aside.restates;
            aside.restates = true;
        }
    }
    /// What an article tells in its own voice only to say that it is not true, it denies.
    void set_judged(std::vector<MatchedClaim::Member>& members) const {
        std::set<DocumentId> denied;
        const auto own_voice = [&](const MatchedClaim::Member& member) {
            return !mentions[member.mention].attribution;
        };
        for (const auto& member : members)
            if (mentions[member.mention].judges && own_voice(member) && stance(member) == Stance::denies)
                denied.insert(mentions[member.mention].document);
        for (auto& member : members)
            if (own_voice(member) && stance(member) == Stance::asserts &&
                denied.contains(mentions[member.mention].document))
                member.contrary = !member.contrary;
    }
    /// What an article says in its own voice rests on whom it quotes: in this claim, else wherever it quotes the like.
    void set_bases(std::vector<MatchedClaim::Member>& members) const {
        std::set<DocumentId> attributed;
        for (const auto& member : members) {
            const MentionFacts& mention = mentions[member.mention];
            if (mention.speaker && !member.restates) attributed.insert(mention.document);
        }
        for (auto& member : members)
            if (!attributed.contains(mentions[member.mention].document)) member.basis = bases[member.mention];
    }
    /// What is quoted in the same words, or in some of them, was said once, whomever the articles name for it; and a
    /// long sentence was written once.
    void set_utterances(std::vector<MatchedClaim::Member>& members, const std::vector<const Proposition*>& stated,
                        const TermWeights& weights) const {
        const auto quoted = [&](std::size_t i) { return mentions[members[i].mention].quoted; };
        const auto tells = [&](std::size_t i) { return quoted(i) || stated[i]->content.terms.size() >= kFewestCopied; };
        std::vector<Utterance> found;
        for (std::size_t i = 0; i < members.size(); ++i)
            if (tells(i)) found.push_back({stated[i], quoted(i)});
        if (found.size() < 2) return;
        // They lie in one list, in its order.
        std::ranges::sort(found, {}, [](const Utterance& u) { return std::pair(u.words, !u.quoted); });
        const auto again = std::ranges::unique(found, {}, &Utterance::words);
        found.erase(again.begin(), again.end());
        found.resize(std::min(found.size(), kUtterances));
        DisjointSets utterances(found.size());
        for (std::uint32_t i = 1; i < found.size(); ++i)
            for (std::uint32_t j = 0; j < i; ++j)
                if (same_words(found[i], found[j], weights)) utterances.unite(i, j);
        for (std::size_t i = 0; i < members.size(); ++i) {
            const auto at = std::ranges::lower_bound(found, stated[i], {}, &Utterance::words);
            if (tells(i) && at != found.end() && at->words == stated[i])
                members[i].utterance = utterances.find(static_cast<std::uint32_t>(at - found.begin()));
        }
    }
    /// A claim is best shown by who asserts it.
    bool asserted(const MatchedClaim::Member& member) const { return stance(member) == Stance::asserts; }
    Stance stance(const MatchedClaim::Member& member) const {
        const Stance stance = mentions[member.mention].stance;
        return member.contrary ? reversed(stance) : stance;
    }

    std::filesystem::path lexicons;
    unsigned threads;
    ContentReader reader;
    ClaimWording wording;
    std::vector<MentionFacts> mentions;
    std::vector<Content> contents;                    // by mention, until finish
    std::vector<std::optional<std::uint32_t>> bases;  // by mention, from finish
    std::optional<encoder::PairReader> pair_reader;
    std::vector<std::string> texts;  // by mention, for it
    DocumentTerms words;
    std::optional<std::size_t> settled;         // documents that weigh the words; otherwise all
    ClaimMemory former;                         // emptied as it is used
    std::vector<std::uint32_t> first_mentions;  // by proposition, of those in it
    DeathTerms deaths;                          // from finish
};

ClaimMatcher::ClaimMatcher(const std::filesystem::path& lexicons, unsigned threads, const PairModels& models)
    : ClaimMatcher(lexicons, threads, ClaimMemory{}, models) {}
ClaimMatcher::ClaimMatcher(const std::filesystem::path& lexicons, unsigned threads, ClaimMemory memory,
                           const PairModels& models)
    : state_(std::make_unique<State>(lexicons, threads, std::move(memory), models)) {}
ClaimMatcher::~ClaimMatcher() = default;

TokenizedText ClaimMatcher::tokens_of(std::string_view text) {
    return tokenize(Text::decode(text.substr(0, kLongestStatement)));
}

ClaimMatcher::Reading ClaimMatcher::read(const TokenizedText& text, Voice voice) {
    return {state_->reader.read(text, voice), static_cast<float>(state_->wording.obscurity(text))};
}

std::vector<TermId> ClaimMatcher::words_of(const TokenizedText& names) { return state_->reader.words(names); }

void ClaimMatcher::add_sources(DocumentId document, std::vector<TermId> words) {
    state_->words.add_sources(static_cast<std::uint32_t>(document), std::move(words));
}

void ClaimMatcher::add(const Mention& mention, std::string_view published) {
    const Voice voice = voice_of(mention.attribution.has_value(), mention.quoted);
    add(mention, read(tokens_of(mention.text), voice), published);
}

void ClaimMatcher::add(const Mention& mention, Reading reading, std::string_view published) {
    State& s = *state_;
    s.contents.push_back(std::move(reading.content));
    s.words.add(static_cast<std::uint32_t>(mention.document), published, s.contents.back());
    s.add(mention, reading.obscurity);
}

void ClaimMatcher::add_known(const Mention& mention, std::string_view published) {
    State& s = *state_;
    const ClaimMemory::KnownMention& known = s.former.mentions.at(s.mentions.size());
    s.contents.emplace_back();
    if (known.proposition == s.first_mentions.size()) {
        s.first_mentions.push_back(static_cast<std::uint32_t>(s.mentions.size()));
        s.contents.back() = std::move(s.former.contents.at(known.proposition));
    }
    s.words.add(static_cast<std::uint32_t>(mention.document), published,
                s.contents[s.first_mentions.at(known.proposition)]);
    s.add(mention, known.obscurity);
}

void ClaimMatcher::settle_weights() { state_->settled = state_->words.documents(); }
void ClaimMatcher::settle_names() { state_->reader.settle_names(); }

std::vector<MatchedClaim> ClaimMatcher::finish(ClaimMemory* memory, const std::function<void()>& others_idle) {
    State& s = *state_;
    const std::size_t settled = s.settled.value_or(s.words.documents());
    const TermWeights weights(s.reader, s.words.articles(s.reader.terms().size(), settled), settled);
    const Stories stories(std::move(s.words), weights, s.threads);
    s.bases = bases_of(s.mentions, s.contents, weights, s.known_bases());
    auto propositions = propositions_of(s.mentions, std::move(s.contents), s.reader, weights, s.known_propositions());
    const RelatedTerms related(s.lexicons, s.reader);
    const LikenessMeasure likeness(weights, stories, related);
    s.deaths = s.reader.death_terms();
    const auto bonds = bonds_of(propositions, s.mentions, weights, likeness, s.deaths);
    const auto first_later = std::ranges::lower_bound(propositions, settled, {}, &Proposition::document);
    const KnownPropositions known{static_cast<std::size_t>(first_later - propositions.begin()),
                                  s.former.before.contents};
    auto pairs = like_pairs(propositions, weights, likeness, known, std::move(s.former.pairs), s.threads);
    if (others_idle) others_idle();
    auto groups =
        group_propositions(propositions, pairs, likeness, bonds, s.mentions, {known.paired, s.former.before.mentions});
    list_in_part(groups, pairs, propositions, s.mentions, s.reader, weights, s.threads);
    auto claims = s.claims_of(groups, propositions, weights, likeness);
    if (!memory) return claims;
    s.fill(*memory, std::move(propositions));
    memory->pairs = std::move(pairs);
    return claims;
}

std::vector<Claim> claims_of(const std::vector<MatchedClaim>& matched, std::vector<Mention> mentions) {
    const auto settle = [&](Mention& mention, const MatchedClaim::Member& member) {
        mention.restates = member.restates;
        mention.in_part = member.in_part;
        mention.utterance = member.utterance;
        if (member.contrary) mention.stance = reversed(mention.stance);
        if (!member.basis) return;
        mention.basis = mentions.at(*member.basis).attribution;
        mention.chain = mentions[*member.basis].chain;
    };
    std::vector<Mention> parts;  // of other claims' mentions, as they were added
    for (const MatchedClaim& found : matched)
        for (const auto& member : found.members)
            if (member.in_part) settle(parts.emplace_back(mentions.at(member.mention)), member);
    for (const MatchedClaim& found : matched)
        for (const auto& member : found.members)
            if (!member.in_part) settle(mentions.at(member.mention), member);
    std::vector<Claim> claims;
    claims.reserve(matched.size());
    auto part = parts.begin();
    for (const MatchedClaim& found : matched) {
        Claim& claim = claims.emplace_back();
        claim.variants = found.variants;
        claim.text = as_claim(mentions[found.clearest].text);
        for (const auto& member : found.members)
            claim.mentions.push_back(std::move(member.in_part ? *part++ : mentions[member.mention]));
    }
    return claims;
}

}  // namespace hearsay
