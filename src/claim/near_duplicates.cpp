// SPDX-License-Identifier: Apache-2.0
#include "hearsay/claim/near_duplicates.hpp"

#include <algorithm>
#include <boost/sort/spreadsort/integer_sort.hpp>
#include <cmath>
#include <set>
#include <span>
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

/// Two numbers of 32 bits in one that sorts by the first.
constexpr std::uint64_t packed(std::uint64_t first, Index second) { return first << 32 | second; }
constexpr Index first_of(std::uint64_t pair) { return static_cast<Index>(pair >> 32); }
constexpr Index second_of(std::uint64_t pair) { return static_cast<Index>(pair); }

std::span<const std::uint32_t> smallest_hashes(const DocumentSketch& sketch) {
    return std::span<const std::uint32_t>(sketch.shingles).first(std::min(kSketchSize, sketch.shingles.size()));
}

/// Which hashes some documents hold, and by chance a few others.
class Hashes {
  public:
    explicit Hashes(std::span<const DocumentSketch> sketches) : held_(std::size_t{1} << 22) {
        for (const DocumentSketch& sketch : sketches)
            for (const std::uint32_t hash : smallest_hashes(sketch)) held_[place(hash)] = true;
    }
    bool may_hold(std::uint32_t hash) const { return held_[place(hash)]; }

  private:
    std::size_t place(std::uint32_t hash) const { return hash & (held_.size() - 1); }
    std::vector<bool> held_;
};

/// Pairs of documents, packed, each once. Those that come are ten times as many where stories were copied often, and
/// are sorted out whenever they have doubled.
class DistinctPairs {
  public:
    void add(Index first, Index second) {
        if (pairs_.size() == most_) {
            sort_out();
            most_ = std::max(most_, 2 * pairs_.size());
        }
        pairs_.push_back(packed(first, second));
    }
    std::vector<std::uint64_t> take() {
        sort_out();
        return std::move(pairs_);
    }

  private:
    void sort_out() {
        boost::sort::spreadsort::integer_sort(pairs_.begin(), pairs_.end());
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    }

    std::vector<std::uint64_t> pairs_;
    std::size_t most_ = std::size_t{1} << 22;
};

/// Documents that share one of their smallest hashes, packed; the second is not before `from`.
std::vector<std::uint64_t> proposed_pairs(const std::vector<DocumentSketch>& sketches, std::size_t from) {
    const Hashes later(std::span<const DocumentSketch>(sketches).subspan(from));
    std::vector<std::uint64_t> postings;
    for (Index d = 0; d < sketches.size(); ++d)
        for (const std::uint32_t hash : smallest_hashes(sketches[d]))
            if (d >= from || later.may_hold(hash)) postings.push_back(packed(hash, d));
    boost::sort::spreadsort::integer_sort(postings.begin(), postings.end());
    DistinctPairs pairs;
    for (std::size_t i = 0; i < postings.size(); ++i)
        for (std::size_t j = i; j > 0 && i - j < kWindow && second_of(postings[i]) >= from &&
                                first_of(postings[j - 1]) == first_of(postings[i]);
             --j)
            pairs.add(second_of(postings[j - 1]), second_of(postings[i]));
    return pairs.take();
}

/// Whether two ascending lists have at least so many values in common; looks no further than it takes to tell.
bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b, std::size_t least) {
    std::size_t shared = 0;
    for (auto i = a.begin(), j = b.begin(); shared < least;) {
        const auto left = std::min(a.end() - i, b.end() - j);
        if (shared + static_cast<std::size_t>(left) < least) return false;
        for (auto step = std::min<std::ptrdiff_t>(left, 16); step != 0; --step) {
            const bool advance_a = *i <= *j, advance_b = *j <= *i;
            shared += advance_a && advance_b;
            i += advance_a;
            j += advance_b;
        }
    }
    return true;
}

bool contains(const DocumentSketch& a, const DocumentSketch& b, double of_shorter) {
    const auto shorter = static_cast<double>(std::min(a.shingles.size(), b.shingles.size()));
    return share(a.shingles, b.shingles,
                 std::max(kFewestShared, static_cast<std::size_t>(std::ceil(of_shorter * shorter))));
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
    Memory none;
    return finish(none);
}

std::vector<CopyOf> NearDuplicates::finish(Memory& memory) const {
    const std::size_t known = memory.stories.size();
    DisjointSets stories(sketches_.size());
    for (Index d = 0; d < known; ++d) stories.unite(static_cast<Index>(memory.stories[d]), d);
    for (const std::uint64_t pair : proposed_pairs(sketches_, known)) {
        const Index a = first_of(pair), b = second_of(pair);
        if (!stories.same(a, b) && contains(sketches_[a], sketches_[b], kContainment)) stories.unite(a, b);
    }
    memory.copies.resize(sketches_.size());
    for (std::vector<Index>& members : stories.groups()) {
        if (members.back() < known) continue;
        for (const Index member : members) memory.copies[member] = {};
        for (std::size_t taken = 0; taken < kStories && members.size() > 1; ++taken)
            take_story(members, sketches_, memory.copies);
    }
    memory.stories.clear();
    for (Index d = 0; d < sketches_.size(); ++d) memory.stories.push_back(DocumentId{stories.find(d)});
    return memory.copies;
}

}  // namespace hearsay
