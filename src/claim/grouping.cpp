// SPDX-License-Identifier: Apache-2.0
#include "claim/grouping.hpp"

#include <algorithm>
#include <cstdlib>
#include <cmath>
#include <functional>
#include <numeric>
#include <tuple>

#include "claim/candidates.hpp"

namespace hearsay {
namespace {

const double kAlike = static_cast<double>(std::getenv("kAlike") ? std::atof(std::getenv("kAlike")) : (0.35));          // a pair of propositions
const double kAlikeOnAverage = static_cast<double>(std::getenv("kAlikeOnAverage") ? std::atof(std::getenv("kAlikeOnAverage")) : (0.3));  // two groups
const double kAlikeWithin = static_cast<double>(std::getenv("kAlikeWithin") ? std::atof(std::getenv("kAlikeWithin")) : (0.55));    // two groups' sentences of one article
const double kConflict = static_cast<double>(std::getenv("kConflict") ? std::atof(std::getenv("kConflict")) : (-0.2));       // what a pair with different amounts counts in an average
const double kLittle = static_cast<double>(std::getenv("kLittle") ? std::atof(std::getenv("kLittle")) : (4));            // weight of a proposition that a bond brought in, or that says next to nothing
const std::size_t kSamples = static_cast<std::size_t>(std::getenv("kSamples") ? std::atof(std::getenv("kSamples")) : (6));      // members of a group that stand for it
const std::size_t kColleagues = static_cast<std::size_t>(std::getenv("kColleagues") ? std::atof(std::getenv("kColleagues")) : (32));  // members of a group among which those of one article are looked for

const double kShare = std::getenv("kShare")?std::atof(std::getenv("kShare")):0.5;
class Mean {
  public:
    void add(double value) { values_.push_back(value); }
    bool at_least(double least) {
        if (values_.empty()) return true;
        const auto kept = std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(kShare * static_cast<double>(values_.size()))));
        std::sort(values_.begin(), values_.end(), std::greater<>());
        return std::accumulate(values_.begin(), values_.begin() + static_cast<std::ptrdiff_t>(kept), 0.0) >= least * static_cast<double>(kept);
    }

  private:
    std::vector<double> values_;
};

struct LikePair {
    double score;
    CandidatePair pair;
    bool opposed;
};

std::vector<LikePair> like_pairs(const std::vector<Proposition>& propositions, const TermWeights& weights,
                                 const LikenessMeasure& likeness) {
    std::vector<LikePair> pairs;
    for (const CandidatePair pair : candidate_pairs(propositions, weights)) {
        const Likeness found = likeness(propositions[pair.earlier], propositions[pair.later]);
        if (found.score >= kAlike) pairs.push_back({found.score, pair, found.opposed});
    }
    std::sort(pairs.begin(), pairs.end(), [](const LikePair& a, const LikePair& b) {
        return std::tuple(-a.score, a.pair.earlier, a.pair.later) < std::tuple(-b.score, b.pair.earlier, b.pair.later);
    });
    return pairs;
}

/// Groups as they grow. Each proposition knows its group and whether it states the contrary of that group's first
/// member.
class Grouping {
  public:
    Grouping(const std::vector<Proposition>& propositions, const LikenessMeasure& likeness)
        : propositions_(propositions),
          likeness_(likeness),
          group_of_(propositions.size()),
          contrary_(propositions.size()),
          members_(propositions.size()) {
        for (std::uint32_t i = 0; i < propositions.size(); ++i) group_of_[i] = i, members_[i] = {i};
    }

    bool together(std::uint32_t a, std::uint32_t b) const { return group_of_[a] == group_of_[b]; }

    /// Whether the two's groups are alike on average, both over articles and within one: sentences of one article
    /// mostly state different facts, however near their subjects.
    bool fit(std::uint32_t a, std::uint32_t b) const {
        const auto &x = members_[group_of_[a]], &y = members_[group_of_[b]];
        Mean across, within;
        for (std::size_t i = 0; i < std::min(kColleagues, x.size()); ++i)
            for (std::size_t j = 0; j < std::min(kColleagues, y.size()); ++j) {
                const Proposition &p = propositions_[x[i]], &q = propositions_[y[j]];
                if (p.weight < kLittle || q.weight < kLittle) continue;
                const bool colleagues = p.document == q.document;
                if (!colleagues && (i >= kSamples || j >= kSamples)) continue;
                const Likeness found = likeness_(p, q);
                (colleagues ? within : across).add(found.conflict ? kConflict : found.score);
            }
        return across.at_least(kAlikeOnAverage) && within.at_least(kAlikeWithin);
    }

    /// The smaller group moves into the larger, which keeps the whole work in n log n.
    void unite(std::uint32_t a, std::uint32_t b, bool opposed) {
        const bool flip = contrary_[a] != (contrary_[b] != opposed);
        std::uint32_t to = group_of_[a], from = group_of_[b];
        if (std::tuple(members_[to].size(), from) < std::tuple(members_[from].size(), to)) std::swap(to, from);
        for (const std::uint32_t member : members_[from]) {
            group_of_[member] = to;
            contrary_[member] = contrary_[member] != flip;
            members_[to].push_back(member);
        }
        members_[from] = {};
    }

    std::vector<Group> finish() {
        std::vector<Group> groups;
        for (auto& members : members_) {
            if (members.empty()) continue;
            std::sort(members.begin(), members.end());
            Group& group = groups.emplace_back();
            for (const std::uint32_t member : members)
                group.members.push_back({member, contrary_[member] != contrary_[members.front()]});
        }
        std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
            return a.members.front().proposition < b.members.front().proposition;
        });
        return groups;
    }

  private:
    const std::vector<Proposition>& propositions_;
    const LikenessMeasure& likeness_;
    std::vector<std::uint32_t> group_of_;
    std::vector<bool> contrary_;  // to the group's first member
    std::vector<std::vector<std::uint32_t>> members_;
};

}  // namespace

std::vector<Group> group_propositions(const std::vector<Proposition>& propositions, const TermWeights& weights,
                                      const LikenessMeasure& likeness, const std::vector<Bond>& bonds) {
    Grouping grouping(propositions, likeness);
    for (const Bond bond : bonds)
        if (!grouping.together(bond.a, bond.b)) grouping.unite(bond.a, bond.b, false);
    for (const LikePair& pair : like_pairs(propositions, weights, likeness)) {
        const auto [a, b] = pair.pair;
        if (grouping.together(a, b) || !grouping.fit(a, b)) continue;
        grouping.unite(a, b, pair.opposed);
    }
    return grouping.finish();
}

}  // namespace hearsay
