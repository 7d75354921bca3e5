// SPDX-License-Identifier: Apache-2.0
#include "claim/several_facts.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "in_parallel.hpp"

namespace hearsay {
namespace {

constexpr float kAlike = 0.36F;            // a pair that has a vote
constexpr double kUnanimous = 0.5;         // of the votes on whether it is the contrary
constexpr std::size_t kFewestTelling = 2;  // articles that have a term in common, and half of the group's at least
constexpr double kMost = 0.6;              // of the weight of what they have in common
constexpr double kLeast = 9;               // that weight: two rare words
constexpr std::size_t kFewestTold = 4;     // terms in common that are no names
constexpr std::size_t kParts = 64;         // of the groups, which are looked at on all threads
constexpr std::uint32_t kNone = ~std::uint32_t{0};

/// What a pair of propositions says on whether the one is a member of the other's group.
struct Vote {
    std::uint32_t group, proposition;
    float agreement;  // with the group's first member
    bool conflict;    // of amounts
    auto key() const { return std::tuple(group, proposition); }
};

/// Whether the proposition states the contrary of the group's first member; nothing where the votes differ, or half of
/// them are on other amounts.
std::optional<bool> elected(std::span<const Vote> votes) {
    double sum = 0, all = 0;
    std::size_t conflicts = 0;
    for (const Vote& vote : votes) {
        sum += vote.agreement, all += std::abs(vote.agreement);
        conflicts += vote.conflict;
    }
    if (2 * conflicts >= votes.size() || std::abs(sum) < kUnanimous * all) return std::nullopt;
    return sum < 0;
}

/// Counts articles that come in their order.
class ArticleCount {
  public:
    void add(std::uint32_t article) { count_ += article != last_, last_ = article; }
    std::size_t value() const { return count_; }

  private:
    std::uint32_t last_ = kNone;
    std::size_t count_ = 0;
};

/// The groups, as they are before anything is listed.
class Groups {
  public:
    Groups(const std::vector<Group>& groups, const std::vector<Proposition>& propositions,
           const std::vector<MentionFacts>& mentions)
        : groups_(groups), propositions_(propositions), mentions_(mentions), places_(propositions.size()) {
        for (std::uint32_t g = 0; g < groups.size(); ++g) {
            const std::uint32_t first = first_article(groups[g].members.front());
            const bool shared = std::ranges::any_of(
                groups[g].members, [&](const Group::Member& member) { return last_article(member) != first; });
            for (const auto& member : groups[g].members) places_[member.proposition] = {g, member.contrary, shared};
        }
    }

    /// The votes of all pairs, by part. Only groups that articles share are voted on.
    std::vector<std::vector<Vote>> votes(const std::vector<LikePair>& pairs) const {
        std::vector<std::vector<Vote>> found(kParts);
        for (const LikePair& pair : pairs) {
            if (pair.likeness.score < kAlike) break;
            const Place &a = places_[pair.earlier], &b = places_[pair.later];
            if (a.group == b.group) continue;
            if (b.shared) found[part(b.group)].push_back(vote(pair.earlier, b, pair.likeness));
            if (a.shared) found[part(a.group)].push_back(vote(pair.later, a, pair.likeness));
        }
        return found;
    }

    const std::vector<Group::Member>& members(std::uint32_t group) const { return groups_[group].members; }
    /// The articles that have a part in a group: sorted, each once.
    std::vector<std::uint32_t> articles(std::uint32_t group) const {
        std::vector<std::uint32_t> found;
        for (const auto& member : members(group))
            for (const std::uint32_t mention : propositions_[member.proposition].mentions)
                found.push_back(article(mention));
        std::ranges::sort(found);
        found.erase(std::ranges::unique(found).begin(), found.end());
        return found;
    }

  private:
    struct Place {
        std::uint32_t group;
        bool contrary;
        bool shared;
    };

    std::uint32_t article(std::uint32_t mention) const {
        return static_cast<std::uint32_t>(mentions_[mention].document);
    }
    std::uint32_t first_article(const Group::Member& member) const {
        return article(propositions_[member.proposition].mentions.front());
    }
    std::uint32_t last_article(const Group::Member& member) const {
        return article(propositions_[member.proposition].mentions.back());
    }
    std::size_t part(std::uint32_t group) const { return std::size_t{group} * kParts / groups_.size(); }
    static Vote vote(std::uint32_t proposition, const Place& other, const Likeness& likeness) {
        return {other.group, proposition, other.contrary ? -likeness.agreement : likeness.agreement,
                likeness.other_amounts};
    }

    const std::vector<Group>& groups_;
    const std::vector<Proposition>& propositions_;
    const std::vector<MentionFacts>& mentions_;
    std::vector<Place> places_;  // by proposition
};

/// What a group's articles tell. Those that do so in the same words are taken for one here, who says it first.
class Matter {
  public:
    Matter(const Groups& groups, std::uint32_t group, const std::vector<Proposition>& propositions,
           const TermWeights& weights)
        : members_(groups.members(group)), propositions_(propositions), articles_(groups.articles(group)) {
        struct Held {
            ArticleCount articles;
            TermId lightest;
        };
        std::map<TermId, Held> held;
        ArticleCount articles;
        for (const auto& member : members_) {
            articles.add(first_article(member));
            for (const Term& term : propositions[member.proposition].content.terms) {
                Held& found = held.try_emplace(term.id, Held{{}, term.form}).first->second;
                if (weights[term.form] < weights[found.lightest]) found.lightest = term.form;
                found.articles.add(first_article(member));
            }
        }
        const std::size_t fewest = std::max(std::min(kFewestTelling, articles.value()), (articles.value() + 1) / 2);
        for (const auto& [id, found] : held)
            if (found.articles.value() >= fewest)
                common_.push_back({id, weights[found.lightest], weights.is_name(found.lightest)});
    }

    bool told_by(std::uint32_t article) const { return std::ranges::binary_search(articles_, article); }

    /// Whether it is most of what the articles have in common that these terms, by id, say.
    bool mostly_in(const std::vector<Term>& terms) const {
        double all = 0, said = 0;
        std::size_t told = 0;
        for (const auto& [id, weight, name] : common_) {
            const bool holds = std::ranges::binary_search(terms, id, {}, &Term::id);
            all += weight;
            if (holds) said += weight, told += !name;
        }
        return told >= kFewestTold && all >= kLeast && said >= kMost * all;
    }

    /// The core that most articles have a part in.
    std::uint32_t main_core() const {
        std::map<std::uint32_t, ArticleCount> articles;
        for (const auto& member : members_) articles[member.core].add(first_article(member));
        return std::ranges::max_element(articles, {}, [](const auto& core) { return core.second.value(); })->first;
    }

  private:
    struct CommonTerm {
        TermId id;
        double weight;  // as the lightest of the articles' words for it
        bool name;
    };

    std::uint32_t first_article(const Group::Member& member) const {
        return propositions_[member.proposition].document;
    }

    const std::vector<Group::Member>& members_;  // by proposition, and so by their first articles
    const std::vector<Proposition>& propositions_;
    std::vector<std::uint32_t> articles_;
    std::vector<CommonTerm> common_;
};

}  // namespace

void list_in_part(std::vector<Group>& groups, const std::vector<LikePair>& pairs,
                  const std::vector<Proposition>& propositions, const std::vector<MentionFacts>& mentions,
                  const TermWeights& weights, unsigned threads) {
    const Groups known(groups, propositions, mentions);
    auto votes = known.votes(pairs);
    std::vector<std::vector<std::pair<std::uint32_t, Group::Member>>> found(kParts);  // by group
    const auto run = [](std::span<const Vote>& left, auto key) {
        const auto end = std::ranges::find_if(left, [&](const Vote& v) { return key(v) != key(left.front()); });
        const std::span<const Vote> first{left.begin(), end};
        left = {end, left.end()};
        return first;
    };
    const auto look = [&](std::size_t part) {
        std::ranges::stable_sort(votes[part], {}, &Vote::key);
        for (std::span<const Vote> left = votes[part]; !left.empty();) {
            std::span<const Vote> on_group = run(left, [](const Vote& v) { return v.group; });
            const std::uint32_t group = on_group.front().group;
            const Matter matter(known, group, propositions, weights);
            while (!on_group.empty()) {
                const auto on_one = run(on_group, [](const Vote& v) { return v.proposition; });
                const Proposition& p = propositions[on_one.front().proposition];
                const auto contrary = elected(on_one);
                if (!contrary || p.judges || matter.told_by(p.document) || !matter.mostly_in(p.content.terms)) continue;
                found[part].push_back({group, {on_one.front().proposition, *contrary, matter.main_core(), true}});
            }
        }
    };
    in_parallel(threads, kParts, [&] { return look; });
    for (const auto& part : found) {
        for (const auto& [group, member] : part) groups[group].members.push_back(member);
        for (const auto& [group, member] : part)
            std::ranges::sort(groups[group].members, {}, &Group::Member::proposition);
    }
}

}  // namespace hearsay
