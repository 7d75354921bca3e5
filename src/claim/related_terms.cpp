// SPDX-License-Identifier: Apache-2.0
#include "claim/related_terms.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {
namespace {

struct Pair {
    TermId term;
    RelatedTerms::Relation relation;
};

/// "blast:87 burst:82"
template <class Each>
void read_others(std::string_view list, const Each& each) {
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find(' ', at), list.size()), colon = list.find(':', at);
        unsigned hundredths = 0;
        if (colon >= end ||
            std::from_chars(list.data() + colon + 1, list.data() + end, hundredths).ptr != list.data() + end)
            throw ResourceError("related_words.tsv: no word:strength: " + std::string(list.substr(at, end - at)));
        each(list.substr(at, colon - at), static_cast<float>(hundredths) / 100);
        at = end + 1;
    }
}

}  // namespace

RelatedTerms::RelatedTerms(const std::filesystem::path& lexicons, ContentReader& reader) {
    std::vector<Pair> pairs;
    read_table(lexicons / "related_words.tsv", {"word", "others"}, [&](const auto& row) {
        const auto term = reader.known(row[0]);
        if (!term) return;
        read_others(row[1], [&](std::string_view word, float strength) {
            const auto other = reader.known(word);
            if (!other || *other == *term) return;
            pairs.push_back({*term, {*other, strength}});
            pairs.push_back({*other, {*term, strength}});
        });
    });
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tuple(a.term, a.relation.other, -a.relation.strength) <
               std::tuple(b.term, b.relation.other, -b.relation.strength);
    });
    begins_.assign(reader.terms().size() + 1, 0);
    signatures_.resize(reader.terms().size());
    for (const auto& [term, relation] : pairs) {
        ++begins_[static_cast<std::size_t>(term) + 1];
        signatures_[static_cast<std::size_t>(term)].add(relation.other);
        relations_.push_back(relation);
    }
    for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
}

}  // namespace hearsay
