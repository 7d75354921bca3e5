// SPDX-License-Identifier: Apache-2.0
#include "claim/grouping.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <tuple>

#include "claim/hashing.hpp"
#include "claim/upper_mean.hpp"

namespace hearsay {
namespace {

/// The likeness that is asked of two groups' sentences.
struct Bar {
    double across;  // of different articles
    double within;  // of one article, whose sentences mostly state different facts, however near their subjects
    double lead;    // of one article that tells in its lead what its text goes into
    double sure;    // of different articles: no more is asked of one article's
    double beside;  // nor is it from here on where few articles have a part in both,
    double own;     // or where they are nearly as alike as what each holds, and many tell one: this share of it
};
constexpr double kNever = 2;  // more than any two are alike
constexpr Bar kCore{0.36, 0.55, 0.55, kNever, kNever, kNever}, kGroup{0.28, 0.55, 0.3, 0.55, 0.33, 0.7};
constexpr double kFew = 0.5;           // of the smaller group's articles
constexpr std::size_t kMany = 5;       // articles
constexpr std::uint32_t kOpening = 2;  // mentions
constexpr std::uint32_t kFewestTold =
    3;  // words in common beside names: of one event all have two ("the tunnel's trains")
/// Of the votes on whether two groups are contraries: else they speak of several things.
constexpr double kUnanimous = 0.5;
constexpr float kOtherAmounts = -0.2F;   // what a pair with different amounts counts in an average
constexpr double kUnlike = 0.2;          // likeness of two groups but for one member: that ties them together
constexpr double kLittle = 4;            // weight of a proposition that a bond brought in, or that says next to nothing
constexpr std::size_t kSamples = 8;      // members of a group that stand for it
constexpr std::size_t kColleagues = 32;  // members of a group, and articles of a member, looked through for one's own

/// What is known of pairs of numbers, whichever comes first. Of those whose places coincide the last one is kept.
template <class Known>
class PairTable {
  public:
    explicit PairTable(std::size_t places) : entries_(places) {}

    /// Nothing of a pair that was never put, or not for long.
    const Known* find(std::uint32_t a, std::uint32_t b) const {
        const Entry& entry = entries_[place(a, b)];
        return std::tuple(entry.a, entry.b) == std::tuple(std::min(a, b), std::max(a, b)) ? &entry.known : nullptr;
    }
    void prefetch(std::uint32_t a, std::uint32_t b) const { __builtin_prefetch(&entries_[place(a, b)]); }
    const Known& put(std::uint32_t a, std::uint32_t b, Known known) {
        Entry& entry = entries_[place(a, b)];
        entry = {std::min(a, b), std::max(a, b), known};
        return entry.known;
    }

  private:
    struct Entry {
        std::uint32_t a = 0, b = 0;  // equal: none, since nothing is paired with itself
        Known known{};
    };
    std::size_t place(std::uint32_t a, std::uint32_t b) const {
        const std::uint64_t hash = mix(std::uint64_t{std::min(a, b)} << 32 | std::max(a, b)) >> 32;
        return (hash * entries_.size()) >> 32;
    }

    std::vector<Entry> entries_;
};

/// What pairs of propositions count when groups are compared. They are so again and again, so that most pairs were met
/// before.
class PairValues {
  public:
    struct Value {
        float likeness = 0, agreement = 0;
    };

    PairValues(const std::vector<Proposition>& propositions, const LikenessMeasure& likeness)
        : propositions_(propositions), likeness_(likeness), known_(kPlaces * propositions.size()) {}

    Value operator()(std::uint32_t a, std::uint32_t b) {
        if (a > b) std::swap(a, b);
        const Value* const known = known_.find(a, b);
        return known ? *known : put(a, b, likeness_(propositions_[a], propositions_[b]));
    }
    void prefetch(std::uint32_t a, std::uint32_t b) const { known_.prefetch(a, b); }
    Value put(std::uint32_t a, std::uint32_t b, const Likeness& found) {
        return known_.put(a, b, {found.other_amounts ? kOtherAmounts : found.score, found.agreement});
    }

  private:
    static constexpr std::size_t kPlaces = 3;  // for a proposition

    const std::vector<Proposition>& propositions_;
    const LikenessMeasure& likeness_;
    PairTable<Value> known_;
};

bool disjoint(const std::set<TermId>& a, const std::set<TermId>& b) {
    return std::ranges::none_of(a, [&](TermId term) { return b.contains(term); });
}

/// Groups as they grow. Each proposition knows its group and whether it states the contrary of that group's first
/// member.
class Grouping {
  public:
    /// Those `before` have not changed since they were last grouped, but where an article that came since says them
    /// too.
    Grouping(const std::vector<Proposition>& propositions, const std::vector<MentionFacts>& mentions,
             const std::vector<LikePair>& pairs, const LikenessMeasure& likeness, GroupedBefore before)
        : propositions_(propositions),
          mentions_(mentions),
          likeness_(likeness),
          values_(propositions, likeness),
          refused_(propositions.size()),
          group_of_(propositions.size()),
          contrary_(propositions.size()),
          members_(propositions.size()),
          changed_(propositions.size()) {
        for (std::uint32_t i = 0; i < propositions.size(); ++i)
            group_of_[i] = i, members_[i] = {i},
            changed_[i] = i >= before.propositions || propositions[i].mentions.back() >= before.mentions;
        for (const LikePair& pair : pairs) values_.put(pair.earlier, pair.later, pair.likeness);
    }

    void tie(const Bond& bond, bool is_new) {
        if (together(bond.a, bond.b)) return;
        if (is_new) change(bond.a), change(bond.b);
        unite(bond.a, bond.b, bond.contraries);
    }

    /// Makes one of the groups of each pair that may be joined and whose groups fit, the likest first.
    template <class MayJoin>
    void join(std::vector<LikePair>& pairs, Joined LikePair::*outcome, Bar bar, const MayJoin& may_join) {
        for (LikePair& pair : pairs) {
            const std::uint32_t a = pair.earlier, b = pair.later;
            const bool as_before = !changed_[group_of_[a]] && !changed_[group_of_[b]];
            const Joined before = pair.*outcome;
            if (!as_before) pair.*outcome = together(a, b) || !may_join(pair) ? Joined::no : joined(fit(a, b, bar));
            if (!as_before && (pair.*outcome != Joined::no || before != Joined::no)) change(a), change(b);
            if (pair.*outcome != Joined::no) unite(a, b, pair.*outcome == Joined::as_contraries);
        }
    }

    /// Whether the two's groups are alike on average, and if so, whether their first members are contraries: as most of
    /// the likeness has it, for a single pair may mislead.
    std::optional<bool> fit(std::uint32_t a, std::uint32_t b, Bar bar) {
        const std::uint32_t ga = std::min(group_of_[a], group_of_[b]), gb = std::max(group_of_[a], group_of_[b]);
        const auto &x = members_[ga], &y = members_[gb];
        const Refusal now{looked_at(x), looked_at(y)};
        if (const Refusal* const last = refused_.find(ga, gb); last && *last == now) return std::nullopt;
        prefetch(x, y);
        UpperMean across, within, lead;
        double agreement = 0, votes = 0;
        for (std::size_t i = 0; i != now.first; ++i)
            for (std::size_t j = 0; j != now.second; ++j) {
                const Proposition &p = propositions_[x[i]], &q = propositions_[y[j]];
                if (!telling(x[i]) || !telling(y[j])) continue;
                const bool colleagues = told_together(p, q);
                if (!colleagues && (i >= kSamples || j >= kSamples)) continue;
                UpperMean& mean = !colleagues ? across : std::min(p.position, q.position) < kOpening ? lead : within;
                const PairValues::Value found = values_(x[i], y[j]);
                mean.add(found.likeness);
                agreement += contrary_[x[i]] == contrary_[y[j]] ? found.agreement : -found.agreement;
                votes += std::abs(found.agreement);
            }
        const double alike = across.empty() ? kNever : across.value();
        const bool told_as_one = within.at_least(bar.within) && lead.at_least(bar.lead);
        const auto near = [&] {
            return !across.empty() && std::abs(agreement) >= kUnanimous * votes &&
                   (alike >= bar.sure ||
                    (alike >= bar.beside && (share_in_both(x, y) <= kFew || as_near(x, y, alike, bar.own))));
        };
        const bool fits = alike >= bar.across && (told_as_one || near()) && !bridged(x, y, told_as_one);
        if (fits) return agreement < 0;
        refused_.put(ga, gb, now);
        return std::nullopt;
    }

    /// Of two groups the smaller moves into the larger, which keeps the whole work in n log n. `flip`: the groups'
    /// first members are contraries.
    void unite(std::uint32_t a, std::uint32_t b, bool flip) {
        std::uint32_t to = group_of_[a], from = group_of_[b];
        if (to == from) return;
        if (std::tuple(members_[to].size(), from) < std::tuple(members_[from].size(), to)) std::swap(to, from);
        for (const std::uint32_t member : members_[from]) {
            group_of_[member] = to;
            contrary_[member] = contrary_[member] != flip;
            members_[to].push_back(member);
        }
        members_[from] = {};
        changed_[to] = changed_[to] || changed_[from];
    }

    /// "The story is a hoax": of what an article tells, it judges the statement before it, if that tells of a story, or
    /// else the claim that most articles lead with, or of several the nearest.
    void join_verdicts() {
        std::map<DocumentId, std::vector<std::uint32_t>> verdicts, told;  // propositions
        for (std::uint32_t p = 0; p < propositions_.size(); ++p)
            if (propositions_[p].judges) verdicts[mentions_[propositions_[p].mentions.front()].document].push_back(p);
        if (verdicts.empty()) return;
        for (std::uint32_t p = 0; p < propositions_.size(); ++p)
            for (const std::uint32_t m : propositions_[p].mentions)
                if (!propositions_[p].judges && verdicts.contains(mentions_[m].document))
                    told[mentions_[m].document].push_back(p);
        const std::vector<std::uint32_t> stated = proposition_of_each(propositions_, mentions_.size());
        std::map<std::uint32_t, std::size_t> leads;  // by group, of those in question
        for (const auto* some : {&verdicts, &told})
            for (const auto& [document, propositions] : *some)
                for (const std::uint32_t p : propositions)
                    if (const auto [count, added] = leads.try_emplace(group_of_[p]); added)
                        count->second = leads_of(group_of_[p]);
        for (const auto& [document, judging] : verdicts) {
            const std::vector<std::uint32_t> news = most_led(std::move(told[document]), leads);
            for (const std::uint32_t verdict : judging) {
                const std::uint32_t m = propositions_[verdict].mentions.front();
                const bool before = mentions_[m].judges_last && m > 0 && mentions_[m - 1].document == document &&
                                    !propositions_[stated[m - 1]].judges;
                if (before || !news.empty()) unite(verdict, before ? stated[m - 1] : nearest(news, verdict), false);
            }
        }
    }

    /// The groups so far are the cores. From here on another bar is asked of them.
    void close_cores() {
        cores_ = group_of_;
        refused_ = PairTable<Refusal>(propositions_.size());
    }

    /// In the order of their first propositions.
    std::vector<Group> finish() const {
        constexpr auto kNone = ~std::uint32_t{0};
        std::vector<std::uint32_t> place(members_.size(), kNone);  // in `groups`, by group
        std::vector<Group> groups;
        for (std::uint32_t p = 0; p < group_of_.size(); ++p) {
            std::uint32_t& at = place[group_of_[p]];
            if (at == kNone) at = static_cast<std::uint32_t>(groups.size()), groups.emplace_back();
            auto& members = groups[at].members;
            const bool contrary = !members.empty() && contrary_[p] != contrary_[members.front().proposition];
            members.push_back({p, contrary, cores_[p]});
        }
        return groups;
    }

  private:
    bool together(std::uint32_t a, std::uint32_t b) const { return group_of_[a] == group_of_[b]; }
    void change(std::uint32_t proposition) { changed_[group_of_[proposition]] = true; }
    static Joined joined(std::optional<bool> contraries) {
        if (!contraries) return Joined::no;
        return *contraries ? Joined::as_contraries : Joined::plainly;
    }

    /// Two groups that did not fit, as they were then. Groups only grow, so that their sizes tell.
    struct Refusal {
        std::uint32_t first, second;  ///< members that were looked at
        bool operator==(const Refusal&) const = default;
    };
    static std::uint32_t looked_at(const std::vector<std::uint32_t>& members) {
        return static_cast<std::uint32_t>(std::min(kColleagues, members.size()));
    }

    /// What is looked at lies all over memory: asked for together, it comes in the time of one.
    void prefetch(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) const {
        for (const auto* members : {&x, &y})
            for (const std::uint32_t p : *members | std::views::take(kColleagues)) {
                __builtin_prefetch(&propositions_[p].document);
                __builtin_prefetch(&propositions_[p].weight);
            }
        for (const std::uint32_t p : x | std::views::take(kSamples))
            for (const std::uint32_t q : y | std::views::take(kSamples)) values_.prefetch(p, q);
    }

    /// Whether it is one sentence of either group that makes the two alike, since it tells of both matters. `surely`:
    /// it has other words from the one than from the other.
    bool bridged(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y, bool surely) {
        if (x.size() < 2 && y.size() < 2) return false;
        struct Across {
            std::uint32_t x, y;
            float likeness;
        };
        std::vector<Across> pairs;
        for (const std::uint32_t p : x | std::views::take(kSamples))
            for (const std::uint32_t q : y | std::views::take(kSamples))
                if (telling(p) && telling(q) && !told_together(propositions_[p], propositions_[q]))
                    pairs.push_back({p, q, values_(p, q).likeness});
        const auto hangs = [&](const auto& group, std::uint32_t Across::*member, const auto& other) {
            return group.size() > 1 &&
                   std::ranges::any_of(group | std::views::take(kSamples), [&](std::uint32_t bridge) {
                       UpperMean rest;
                       for (const Across& pair : pairs)
                           if (pair.*member != bridge) rest.add(pair.likeness);
                       return !rest.at_least(kUnlike) && (!surely || tells_of_both(bridge, group, other));
                   });
        };
        return hangs(x, &Across::x, y) || hangs(y, &Across::y, x);
    }
    bool tells_of_both(std::uint32_t bridge, const std::vector<std::uint32_t>& group,
                       const std::vector<std::uint32_t>& other) const {
        const std::set<TermId> own = words_shared(bridge, group), others = words_shared(bridge, other);
        return !own.empty() && !others.empty() && disjoint(own, others);
    }
    /// What other articles' members of a group say too.
    std::set<TermId> words_shared(std::uint32_t proposition, const std::vector<std::uint32_t>& members) const {
        std::set<TermId> shared;
        for (const std::uint32_t member : members | std::views::take(kSamples))
            if (!told_together(propositions_[proposition], propositions_[member]))
                for (const TermId word : likeness_.words_in_common(propositions_[proposition], propositions_[member]))
                    shared.insert(word);
        return shared;
    }
    /// By an article: what several say in the same words is one proposition. Looks at the first of them.
    bool told_together(const Proposition& p, const Proposition& q) const {
        if (p.mentions.size() + q.mentions.size() == 2 || p.document == q.document) return p.document == q.document;
        const auto article = [this](std::uint32_t mention) { return mentions_[mention].document; };
        const std::size_t m = std::min(kColleagues, p.mentions.size()), n = std::min(kColleagues, q.mentions.size());
        for (std::size_t i = 0, j = 0; i != m && j != n;) {
            const DocumentId a = article(p.mentions[i]), b = article(q.mentions[j]);
            if (a == b) return true;
            ++(a < b ? i : j);
        }
        return false;
    }
    bool telling(std::uint32_t proposition) const { return propositions_[proposition].weight >= kLittle; }

    /// Whether two groups, one of which many articles tell, are at least this share as `alike` as what each holds.
    bool as_near(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y, double alike, double share) {
        return std::max(articles_of(x).size(), articles_of(y).size()) >= kMany &&
               alike >= share * (cohesion(x) + cohesion(y)) / 2;
    }
    /// How alike a group's members of different articles are.
    double cohesion(const std::vector<std::uint32_t>& members) {
        UpperMean mean;
        const std::size_t samples = std::min(kSamples, members.size());
        for (std::size_t i = 1; i < samples; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (propositions_[members[i]].document != propositions_[members[j]].document)
                    mean.add(values_(members[i], members[j]).likeness);
        return mean.empty() ? kNever : mean.value();
    }

    /// Of the articles of two groups, as a share of the smaller group's: two facts of one event are told side by side.
    double share_in_both(const std::vector<std::uint32_t>& x, const std::vector<std::uint32_t>& y) const {
        const std::vector<std::uint32_t> a = articles_of(x), b = articles_of(y);
        std::vector<std::uint32_t> both;
        std::ranges::set_intersection(a, b, std::back_inserter(both));
        return static_cast<double>(both.size()) / static_cast<double>(std::min(a.size(), b.size()));
    }
    /// Those that said each of these first: sorted, each once.
    std::vector<std::uint32_t> articles_of(const std::vector<std::uint32_t>& members) const {
        std::vector<std::uint32_t> articles(looked_at(members));
        std::ranges::transform(members | std::views::take(articles.size()), articles.begin(),
                               [this](std::uint32_t p) { return propositions_[p].document; });
        std::ranges::sort(articles);
        articles.erase(std::ranges::unique(articles).begin(), articles.end());
        return articles;
    }

    /// How many documents lead with it.
    std::size_t leads_of(std::uint32_t group) const {
        std::set<DocumentId> documents;
        for (const std::uint32_t p : members_[group])
            for (const std::uint32_t m : propositions_[p].mentions) {
                const DocumentId document = mentions_[m].document;
                if (m < kLead || mentions_[m - kLead].document != document) documents.insert(document);
            }
        return documents.size();
    }

    /// Of propositions, those in the groups that most documents lead with.
    std::vector<std::uint32_t> most_led(std::vector<std::uint32_t> told,
                                        const std::map<std::uint32_t, std::size_t>& leads) const {
        std::size_t most = 0;
        for (const std::uint32_t p : told) most = std::max(most, leads.at(group_of_[p]));
        std::erase_if(told, [&](std::uint32_t p) { return leads.at(group_of_[p]) < most; });
        return told;
    }

    static std::uint32_t nearest(const std::vector<std::uint32_t>& ascending, std::uint32_t to) {
        const auto after = std::ranges::lower_bound(ascending, to);
        if (after == ascending.begin()) return *after;
        const std::uint32_t before = *std::prev(after);
        return after != ascending.end() && *after - to < to - before ? *after : before;
    }

    const std::vector<Proposition>& propositions_;
    const std::vector<MentionFacts>& mentions_;
    const LikenessMeasure& likeness_;
    PairValues values_;
    PairTable<Refusal> refused_;
    std::vector<std::uint32_t> group_of_, cores_;
    std::vector<bool> contrary_;  // to the group's first member
    std::vector<std::vector<std::uint32_t>> members_;
    std::vector<bool> changed_;  // by group: may be another than when the pairs got their outcome
};

/// Whether the two are of one article, or both lead theirs.
bool lead_across(const Proposition& a, const Proposition& b) {
    return a.document == b.document || std::max(a.position, b.position) < kLead;
}

/// Ties groups with like propositions of other amounts. They exclude each other only where no such pair could hold
/// together.
void link_variants(std::vector<Group>& groups, const std::vector<LikePair>& pairs, std::size_t propositions) {
    std::vector<std::uint32_t> group_of(propositions);
    for (std::uint32_t g = 0; g < groups.size(); ++g)
        for (const auto& member : groups[g].members) group_of[member.proposition] = g;
    std::vector<std::tuple<std::uint32_t, std::uint32_t, bool>> others;  // pairs of groups, those that could hold first
    for (const LikePair& pair : pairs) {
        if (!pair.likeness.other_amounts) continue;
        const auto [a, b] = std::minmax(group_of[pair.earlier], group_of[pair.later]);
        if (a != b) others.emplace_back(a, b, pair.likeness.exclusive);
    }
    std::ranges::sort(others);
    for (std::size_t i = 0; i < others.size(); ++i) {
        const auto [a, b, exclusive] = others[i];
        if (i > 0 && std::get<0>(others[i - 1]) == a && std::get<1>(others[i - 1]) == b) continue;
        groups[a].variants.push_back({b, exclusive});
        groups[b].variants.push_back({a, exclusive});
    }
}

}  // namespace

std::vector<Group> group_propositions(const std::vector<Proposition>& propositions, std::vector<LikePair>& pairs,
                                      const LikenessMeasure& likeness, const std::vector<Bond>& bonds,
                                      const std::vector<MentionFacts>& mentions, GroupedBefore before) {
    Grouping grouping(propositions, mentions, pairs, likeness, before);
    for (const Bond& bond : bonds)
        if (!bond.contraries) grouping.tie(bond, bond.mention >= before.mentions);
    grouping.join(pairs, &LikePair::cores, kCore, [](const LikePair& pair) { return !pair.likeness.other_amounts; });
    grouping.close_cores();
    grouping.join(pairs, &LikePair::groups, kGroup, [&](const LikePair& pair) {
        const Proposition &a = propositions[pair.earlier], &b = propositions[pair.later];
        if (pair.likeness.other_amounts || pair.likeness.opposed || !pair.likeness.one_event) return false;
        return pair.likeness.told >= kFewestTold || lead_across(a, b);
    });
    grouping.join_verdicts();
    for (const Bond& bond : bonds)  // last, for words that only negate what is denied are like nothing else of it
        if (bond.contraries) grouping.tie(bond, false);
    std::vector<Group> groups = grouping.finish();
    link_variants(groups, pairs, propositions.size());
    return groups;
}

}  // namespace hearsay
