// SPDX-License-Identifier: Apache-2.0
#include "claim/several_facts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "in_parallel.hpp"

namespace hearsay {
namespace {

constexpr float kAlike = 0.36F;            // of a member and one that may say the same
constexpr double kContrary = 0.7;          // of the weight: it is the contrary
constexpr std::size_t kFewestTelling = 2;  // articles that have a term in common, and half of the group's at least
constexpr double kMost = 0.8;              // of the weight of what they have in common
constexpr double kLeast = 9;               // that weight: two rare words
constexpr std::size_t kFewestTold = 3;     // terms in common that are no names
constexpr std::size_t kParts = 64;         // of the groups, which are looked at on all threads
constexpr std::uint32_t kNone = ~std::uint32_t{0};

/// A proposition that may be a member of another's group.
struct Candidate {
    std::uint32_t group, proposition;
    auto operator<=>(const Candidate&) const = default;
};

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
            const std::uint32_t first = propositions[groups[g].members.front().proposition].document;
            const bool shared = std::ranges::any_of(groups[g].members, [&](const Group::Member& member) {
                return article(propositions[member.proposition].mentions.back()) != first;
            });
            for (const auto& member : groups[g].members) places_[member.proposition] = {g, shared};
        }
    }

    /// Those that are alike to a member of a group that articles share, in the same event: by part.
    std::vector<std::vector<Candidate>> candidates(const std::vector<LikePair>& pairs) const {
        std::vector<std::vector<Candidate>> found(kParts);
        for (const LikePair& pair : pairs) {
            if (pair.likeness.score < kAlike) break;
            const Place &a = places_[pair.earlier], &b = places_[pair.later];
            if (a.group == b.group || !pair.likeness.one_event || pair.likeness.other_amounts) continue;
            if (b.shared) found[part(b.group)].push_back({b.group, pair.earlier});
            if (a.shared) found[part(a.group)].push_back({a.group, pair.later});
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
        bool shared;  // by articles
    };

    std::uint32_t article(std::uint32_t mention) const {
        return static_cast<std::uint32_t>(mentions_[mention].document);
    }
    std::size_t part(std::uint32_t group) const { return std::size_t{group} * kParts / groups_.size(); }

    const std::vector<Group>& groups_;
    const std::vector<Proposition>& propositions_;
    const std::vector<MentionFacts>& mentions_;
    std::vector<Place> places_;  // by proposition
};

/// What a group's articles tell. Those that do so in the same words are taken for one here, who says it first.
class Matter {
  public:
    Matter(const Groups& groups, std::uint32_t group, const std::vector<Proposition>& propositions,
           const ContentReader& reader, const TermWeights& weights)
        : members_(groups.members(group)),
          propositions_(propositions),
          reader_(reader),
          weights_(weights),
          articles_(groups.articles(group)) {
        std::map<TermId, Held> held;
        ArticleCount articles;
        for (const auto& member : members_) {
            articles.add(first_article(member));
            for (const Term& term : propositions[member.proposition].content.terms) {
                known_.insert(term.id);
                names_ |= sort_of(term.id, term.form) == name;
                Held& found = held.try_emplace(term.id, Held{{}, 0, term.form}).first->second;
                if (weights[term.form] < weights[found.lightest]) found.lightest = term.form;
                found.articles.add(first_article(member));
                found.contrary += term.contrary != member.contrary ? 1 : -1;
            }
        }
        const std::size_t fewest = std::max(std::min(kFewestTelling, articles.value()), (articles.value() + 1) / 2);
        for (const auto& [id, found] : held)
            if (found.articles.value() >= fewest) common_.push_back({id, found.lightest, found.contrary > 0});
    }

    bool told_by(std::uint32_t article) const { return std::ranges::binary_search(articles_, article); }

    /// Whether the proposition states the contrary of the group's first member; nothing where it states neither.
    std::optional<bool> stated_by(const Proposition& p) const {
        double all = 0, words = 0, said = 0, judged = 0, contrary = 0;
        std::size_t told = 0;
        std::array<bool, kSorts> missing{};  // one of the kind
        for (const auto& [id, form, turned] : common_) {
            const double weight = weights_[form];
            const auto term = std::ranges::lower_bound(p.content.terms, id, {}, &Term::id);
            const bool holds = term != p.content.terms.end() && term->id == id && !term->supposed;
            const Sort sort = sort_of(id, form);
            missing[sort] |= !holds;
            all += weight;
            if (sort != word) continue;
            words += weight;
            if (!holds) continue;
            said += weight, ++told;
            if (!term->untouched) judged += weight, contrary += term->contrary != turned ? weight : 0;
        }
        if (told < kFewestTold || all < kLeast || said < kMost * words) return std::nullopt;
        if (contrary > 0 && contrary <= kContrary * judged) return std::nullopt;
        if (of_others(p, missing) || tells_other_amounts(p)) return std::nullopt;
        return contrary > kContrary * judged;
    }

    /// The core that most articles have a part in.
    std::uint32_t main_core() const {
        std::map<std::uint32_t, ArticleCount> articles;
        for (const auto& member : members_) articles[member.core].add(first_article(member));
        return std::ranges::max_element(articles, {}, [](const auto& core) { return core.second.value(); })->first;
    }

  private:
    struct Held {
        ArticleCount articles;
        int contrary;  // members for which it is, less the others
        TermId lightest;
    };
    struct CommonTerm {
        TermId id, form;  // the lightest of the articles' words for it
        bool contrary;    // in the words of the group's first member's side
    };

    std::uint32_t first_article(const Group::Member& member) const {
        return propositions_[member.proposition].document;
    }
    enum Sort : std::uint8_t { word, name, country, date, kSorts };
    Sort sort_of(TermId id, TermId form) const {
        const std::string& term = reader_.terms()[static_cast<std::size_t>(id)];
        if (term.starts_with("country:")) return country;
        if (term.starts_with("date:") || term.starts_with("month:")) return date;
        return weights_.is_name(form) ? name : word;
    }
    /// Whether it names nobody but others, or another state or date where it lacks one that the articles have in
    /// common.
    bool of_others(const Proposition& p, const std::array<bool, kSorts>& missing) const {
        bool others = false, same = !names_;
        for (const Term& term : p.content.terms) {
            const Sort sort = sort_of(term.id, term.form);
            if (sort == name) (known_.contains(term.id) ? same : others) = true;
            const bool common = std::ranges::binary_search(common_, term.id, {}, &CommonTerm::id);
            if ((sort == country || sort == date) && missing[sort] && !common) return true;
        }
        return others && !same;
    }
    /// ... than half of the members or more.
    bool tells_other_amounts(const Proposition& p) const {
        const auto conflicts = std::ranges::count_if(members_, [&](const Group::Member& member) {
            return compare_amounts(p.content.quantities, propositions_[member.proposition].content.quantities) ==
                   Amounts::conflict;
        });
        return 2 * static_cast<std::size_t>(conflicts) >= members_.size();
    }

    const std::vector<Group::Member>& members_;  // by proposition, and so by their first articles
    const std::vector<Proposition>& propositions_;
    const ContentReader& reader_;
    const TermWeights& weights_;
    std::vector<std::uint32_t> articles_;
    std::set<TermId> known_;  // that any of them says
    bool names_ = false;      // anybody
    std::vector<CommonTerm> common_;
};

}  // namespace

void list_in_part(std::vector<Group>& groups, const std::vector<LikePair>& pairs,
                  const std::vector<Proposition>& propositions, const std::vector<MentionFacts>& mentions,
                  const ContentReader& reader, const TermWeights& weights, unsigned threads) {
    const Groups known(groups, propositions, mentions);
    auto candidates = known.candidates(pairs);
    std::vector<std::vector<std::pair<std::uint32_t, Group::Member>>> found(kParts);  // by group
    const auto look = [&](std::size_t part) {
        auto& some = candidates[part];
        std::ranges::sort(some);
        some.erase(std::ranges::unique(some).begin(), some.end());
        for (auto at = some.begin(); at != some.end();) {
            const std::uint32_t group = at->group;
            const Matter matter(known, group, propositions, reader, weights);
            for (; at != some.end() && at->group == group; ++at) {
                const Proposition& p = propositions[at->proposition];
                if (p.judges || matter.told_by(p.document)) continue;
                if (const auto contrary = matter.stated_by(p))
                    found[part].push_back({group, {at->proposition, *contrary, matter.main_core(), true}});
            }
        }
    };
    in_parallel(threads, kParts, [&] { return look; });
    for (const auto& part : found)
        for (const auto& [group, member] : part) {
            auto& members = groups[group].members;
            members.insert(std::ranges::lower_bound(members, member.proposition, {}, &Group::Member::proposition),
                           member);
        }
}

}  // namespace hearsay
