// SPDX-License-Identifier: Apache-2.0
#include "metrics/testimony.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace hearsay {

namespace {

/// How many names a list such as "Seoul, Washington and Kyiv" holds.
std::size_t listed_names(std::string_view name) {
    std::size_t names = 1;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto rest = name.substr(i);
        const bool serial = rest.starts_with(", and ") || rest.starts_with(", & ");
        if ((rest.front() == ',' && !serial) || rest.starts_with(" and ") || rest.starts_with(" & ")) ++names;
    }
    return names;
}

/// "South Korea, the US and Japan" is its members; "Ukrainian media" only contains some.
bool is_joint(const Source& source) {
    if (source.members.size() < 2) return false;
    return source.kind != SourceKind::group || listed_names(source.name) == source.members.size();
}

bool is_media(SourceKind kind) {
    return kind == SourceKind::outlet || kind == SourceKind::document || kind == SourceKind::group ||
           kind == SourceKind::social;
}

/// Each document's original, also where copies point to copies, or in a circle.
std::vector<DocumentId> originals(const std::vector<CopyOf>& copies, std::size_t documents) {
    std::vector<std::uint32_t> parent(documents);
    std::iota(parent.begin(), parent.end(), 0U);
    const auto find = [&parent](std::uint32_t d) {
        for (; parent[d] != d; d = parent[d]) parent[d] = parent[parent[d]];
        return d;
    };
    for (std::uint32_t d = 0; d < std::min(copies.size(), documents); ++d)
        if (const auto original = copies[d].version_of ? copies[d].version_of : copies[d].reprint_of)
            if (const auto root = find(static_cast<std::uint32_t>(*original)); root != find(d)) parent[find(d)] = root;
    std::vector<DocumentId> result(documents);
    for (std::uint32_t d = 0; d < documents; ++d) result[d] = DocumentId{find(d)};
    return result;
}

}  // namespace

TestimonyReader::TestimonyReader(const GraphInput& input, const UnattributedNames& unattributed)
    : input_(input), stories_(originals(input.copies, input.publishers.size())) {
    for (const Source& source : input.sources)
        traits_.push_back(
            {!source.unnamed && source.kind != SourceKind::anonymous, unattributed.contains(source), is_joint(source)});
    // A publisher without a name still speaks for itself and vouches for its people.
    for (const SourceId publisher : input.publishers) traits_[static_cast<std::size_t>(publisher)].named = true;
    for (const Claim& claim : input.claims)
        for (const Mention& mention : claim.mentions)
            if (mention.attribution) chains_.try_emplace(*mention.attribution, &mention.chain);
}

ClaimTestimony TestimonyReader::read(const Claim& claim) const {
    ClaimTestimony testimony;
    for (const Mention& mention : claim.mentions)
        if (!mention.chain.empty()) read_mention(mention, testimony);
    return testimony;
}

void TestimonyReader::read_mention(const Mention& mention, ClaimTestimony& testimony) const {
    const Chain& chain = mention.chain;
    const std::size_t by = endorser(mention);
    const auto append = [](std::vector<Testimony>& all, std::vector<Testimony>&& some) {
        std::move(some.begin(), some.end(), std::back_inserter(all));
    };
    if (mention.stance == Stance::confirms) {
        const auto told = mention.about ? chains_.find(*mention.about) : chains_.end();
        std::optional<SourceId> whose = told == chains_.end() ? std::nullopt : std::optional(told->second->front());
        if (by > 0) whose = chain.front();
        testimony.confirmations.push_back({speakers({chain.begin() + by, chain.end()}).front(), whose});
    }
    if (mention.stance == Stance::asserts || mention.stance == Stance::confirms)
        return append(testimony.asserting, testimonies(mention, chain));
    if (by > 0) {  // who denies a report tells us of that report
        Chain reported(chain.begin(), chain.begin() + by);
        reported.push_back(chain.back());
        append(testimony.asserting, testimonies(mention, std::move(reported)));
    }
    auto& against = mention.stance == Stance::denies ? testimony.denying : testimony.doubting;
    append(against, testimonies(mention, {chain.begin() + by, chain.end()}));
}

/// Who confirms, denies or doubts: the chain's first source, or a later one who speaks of the first one's report.
std::size_t TestimonyReader::endorser(const Mention& mention) const {
    const Chain& chain = mention.chain;
    if (mention.stance == Stance::asserts || chain.size() < 3) return 0;
    const bool media_first = is_media(kind(chain.front()));
    const auto told = mention.about ? chains_.find(*mention.about) : chains_.end();
    const bool known = told != chains_.end();
    if (!known && !media_first) return 0;
    if (known && std::find(told->second->begin(), told->second->end(), chain.front()) == told->second->end()) return 0;
    const auto speaks =
        std::find_if(chain.begin() + 1, chain.end() - 1, [this](SourceId id) { return !is_media(kind(id)); });
    if (speaks != chain.end() - 1) return static_cast<std::size_t>(speaks - chain.begin());
    return known && media_first ? 1 : 0;
}

std::vector<Testimony> TestimonyReader::testimonies(const Mention& mention, Chain chain) const {
    const bool own_voice = chain.size() == 1;
    chain = through_original(mention, std::move(chain));
    Chain firsts{chain.front()};
    if (trait(chain.front()).joint) firsts = source(chain.front()).members;
    std::vector<Testimony> result;
    for (const SourceId first : firsts) {
        chain.front() = first;
        result.push_back({speakers(chain), mention.document, story(mention.document), own_voice,
                          mention.stance == Stance::confirms});
    }
    return result;
}

/// A copy has what it says from the original: its publisher relays the original's.
Chain TestimonyReader::through_original(const Mention& mention, Chain chain) const {
    const SourceId original = input_.publishers[static_cast<std::size_t>(story(mention.document))];
    if (std::find(chain.begin(), chain.end(), original) == chain.end()) chain.insert(chain.end() - 1, original);
    return chain;
}

std::vector<Speaker> TestimonyReader::speakers(const Chain& chain) const {
    auto vouching = std::find_if(chain.begin(), chain.end(), [this](SourceId id) { return trait(id).named; });
    if (vouching == chain.end()) --vouching;
    std::vector<Speaker> hops;
    if (vouching != chain.begin())
        hops.push_back(trait(chain.front()).unattributed ? Speaker{chain.front()} : Speaker{*vouching, true});
    for (auto hop = vouching; hop != chain.end(); ++hop)
        if (hops.empty() || hops.back() != Speaker{*hop}) hops.push_back({*hop});
    return hops;
}

}  // namespace hearsay
