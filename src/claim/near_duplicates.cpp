// SPDX-License-Identifier: Apache-2.0
#include "hearsay/claim/near_duplicates.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>

#include "claim/disjoint_sets.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kSketchSize = 64;
constexpr std::size_t kWindow = 8;         // documents before it that one of many with a shared hash is compared with
constexpr double kDistantly = 0.25;        // of the shorter one: copies of one original, after rewriting and cutting
constexpr std::size_t kStories = 16;       // that a chain of articles, each like the next, is divided into at most
constexpr std::size_t kFewestShared = 15;  // shingles: less can be one shared stock phrase or a name with its titles
constexpr double kContainment = 0.5;       // of the shorter document; a resemblance of a third or more implies it

using Index = std::uint32_t;

struct Pair {
    Index first, second;
    auto operator<=>(const Pair&) const = default;
};

/// Pairs that share one of their smallest hashes.
std::vector<Pair> proposed_pairs(const std::vector<DocumentSketch>& sketches) {
    std::vector<std::pair<std::uint64_t, Index>> postings;
    for (Index d = 0; d < sketches.size(); ++d) {
        const auto& shingles = sketches[d].shingles;
        for (std::size_t i = 0; i < std::min(kSketchSize, shingles.size()); ++i) postings.emplace_back(shingles[i], d);
    }
    std::sort(postings.begin(), postings.end());
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < postings.size(); ++i)
        for (std::size_t j = i; j > 0 && i - j < kWindow && postings[j - 1].first == postings[i].first; --j)
            pairs.push_back({postings[j - 1].second, postings[i].second});
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

std::size_t shared_shingles(const DocumentSketch& a, const DocumentSketch& b) {
    std::size_t shared = 0;
    for (auto i = a.shingles.begin(), j = b.shingles.begin(); i != a.shingles.end() && j != b.shingles.end();) {
        if (*i == *j) ++shared;
        const bool advance_a = *i <= *j, advance_b = *j <= *i;
        i += advance_a;
        j += advance_b;
    }
    return shared;
}

bool contains(const DocumentSketch& a, const DocumentSketch& b, double share) {
    const std::size_t shared = shared_shingles(a, b);
    const auto shorter = static_cast<double>(std::min(a.shingles.size(), b.shingles.size()));
    return shared >= kFewestShared && static_cast<double>(shared) >= share * shorter;
}

/// A coarse date sorts after the exact ones within it, an unknown one last.
std::string date_key(const std::string& published) {
    return published + std::string_view("9999-99-99").substr(std::min<std::size_t>(published.size(), 10)).data();
}

/// The member that the others have the story from.
Index original_of(const std::vector<Index>& members, const std::vector<DocumentSketch>& sketches) {
    std::set<std::string> credited;
    for (const Index d : members) credited.insert(sketches[d].credited.begin(), sketches[d].credited.end());
    const auto key = [&](Index d) {
        return std::tuple(!credited.contains(sketches[d].publisher), date_key(sketches[d].published),
                          sketches[d].updated, d);
    };
    return *std::min_element(members.begin(), members.end(), [&](Index a, Index b) { return key(a) < key(b); });
}

/// The same outlet's, or, where one of the two names no outlet, a text that says itself that it is an update.
bool is_version(const DocumentSketch& copy, const DocumentSketch& original) {
    if (copy.publisher.empty() || original.publisher.empty()) return copy.updated || original.updated;
    return copy.publisher == original.publisher;
}

/// Links the copies among the members of a group to their original, and takes all of them out of it.
void take_story(std::vector<Index>& members, const std::vector<DocumentSketch>& sketches, std::vector<CopyOf>& copies) {
    const Index original = original_of(members, sketches);
    const auto story = std::partition(members.begin(), members.end(), [&](Index d) {
        return d != original && !contains(sketches[original], sketches[d], kDistantly);
    });
    for (auto copy = story; copy != members.end(); ++copy) {
        if (*copy == original) continue;
        const bool version = is_version(sketches[*copy], sketches[original]);
        (version ? copies[*copy].version_of : copies[*copy].reprint_of) = DocumentId{original};
    }
    members.erase(story, members.end());
}

}  // namespace

void NearDuplicates::add(DocumentSketch sketch) { sketches_.push_back(std::move(sketch)); }

std::vector<CopyOf> NearDuplicates::finish() const {
    DisjointSets stories(sketches_.size());
    for (const auto [a, b] : proposed_pairs(sketches_))
        if (!stories.same(a, b) && contains(sketches_[a], sketches_[b], kContainment)) stories.unite(a, b);
    std::vector<CopyOf> copies(sketches_.size());
    for (std::vector<Index>& members : stories.groups())
        for (std::size_t taken = 0; taken < kStories && members.size() > 1; ++taken)
            take_story(members, sketches_, copies);
    return copies;
}

}  // namespace hearsay
