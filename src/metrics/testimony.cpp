// SPDX-License-Identifier: Apache-2.0
#include "metrics/testimony.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <string_view>

#include "text/ascii.hpp"

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

/// "South Korea, the US and Japan" is its members; "Ukrainian media", or a state with its bodies, only contains some.
bool is_joint(const Source& source) {
    return source.members.size() >= 2 && listed_names(source.name) >= source.members.size();
}

/// What one claim's articles call a source, in small letters without "the" and "new"; empty where it is too short to
/// tell one person from another. Of ministries and the police each claim has but one.
std::string telling_words(const Source& source) {
    constexpr std::ptrdiff_t kFewest = 3;
    std::string_view description = source.name;
    for (const std::string_view first : {"a ", "an ", "the ", "A ", "An ", "The ", "new ", "recent "})
        if (description.starts_with(first)) description.remove_prefix(first.size());
    if (!is_body(source.kind) && std::ranges::count(description, ' ') + 1 < kFewest) return {};
    return ascii_lower(description);
}

bool is_media(SourceKind kind) {
    return kind == SourceKind::outlet || kind == SourceKind::document || kind == SourceKind::social;
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

TestimonyReader::TestimonyReader(const GraphInput& input, const LooseSources& loose)
    : input_(input), stories_(originals(input.copies, input.publishers.size())) {
    for (const Source& source : input.sources) {
        const bool unattributed = loose.is_unattributed(source);
        const bool named = (!source.unnamed || is_body(source.kind)) && source.kind != SourceKind::anonymous;
        const bool press = loose.is_press(source);
        traits_.push_back(
            {named || (press && !unattributed), unattributed, is_joint(source), press || is_media(source.kind)});
    }
    // A publisher without a name still speaks for itself and vouches for its people.
    for (const SourceId publisher : input.publishers) traits_[static_cast<std::size_t>(publisher)].named = true;
    for (const Claim& claim : input.claims)
        for (const Mention& mention : claim.mentions)
            if (mention.attribution && !mention.chain.empty()) {
                const auto a = static_cast<std::size_t>(*mention.attribution);
                if (a >= chains_.size()) chains_.resize(a + 1);
                if (!chains_[a]) chains_[a] = &mention.chain;
            }
}

ClaimTestimony TestimonyReader::read(const Claim& claim) const {
    ClaimTestimony testimony;
    const FirstTellers tellers = first_tellers(claim);
    for (const Mention& mention : claim.mentions)
        if (!mention.chain.empty() && !mention.restates) read_mention(mention, tellers, testimony);
    drop_contradicted(testimony);
    for (auto* said : {&testimony.asserting, &testimony.denying, &testimony.doubting}) {
        lead_to_outlet(*said);
        join_unnamed(*said);
    }
    return testimony;
}

/// Whom an article lets deny a claim does not assert it there, whatever a headline ("Mayor: theatre not for sale") or a
/// question of his may look like.
void TestimonyReader::drop_contradicted(ClaimTestimony& testimony) {
    std::set<std::pair<Speaker, DocumentId>> denying;
    for (const Testimony& t : testimony.denying) denying.emplace(t.hops.front(), t.document);
    std::erase_if(testimony.asserting, [&](const Testimony& t) {
        return denying.contains({t.hops.front(), t.document});
    });
}

/// "Three sources told BuzzFeed ...; this official said ...": where nobody knows who publishes it, and one outlet
/// vouches for unnamed people there, it does for all of them.
void TestimonyReader::lead_to_outlet(std::vector<Testimony>& testimonies) const {
    const auto vouched_for = [this](const Testimony& t) {
        return t.hops.front().unnamed && !source(t.hops.front().source).unnamed;
    };
    std::map<DocumentId, std::set<SourceId>> outlets;
    for (const Testimony& t : testimonies)
        if (vouched_for(t)) outlets[t.story].insert(t.hops.front().source);
    for (Testimony& t : testimonies) {
        const auto found = outlets.find(t.story);
        if (found == outlets.end() || found->second.size() != 1) continue;
        if (!t.hops.front().unnamed || vouched_for(t)) continue;
        const SourceId outlet = *found->second.begin();
        t.hops.front() = {outlet, true};
        t.hops.insert(t.hops.begin() + 1, Speaker{outlet});
    }
}

void TestimonyReader::join_unnamed(std::vector<Testimony>& testimonies) const {
    std::map<std::string, std::vector<Speaker*>> described;
    for (Testimony& t : testimonies)
        if (t.hops.front().unnamed || is_body(source(t.first).kind))
            described[telling_words(source(t.first))].push_back(&t.hops.front());
    described.erase("");
    const auto nameless = [this](const Speaker* s) { return s->unnamed || source(s->source).unnamed; };
    const auto vouched_for = [this](const Speaker* s) { return !source(s->source).unnamed; };
    for (const auto& [words, speakers] : described) {
        auto best = std::ranges::find_if_not(speakers, nameless);
        if (best == speakers.end()) best = std::ranges::find_if(speakers, vouched_for);
        const Speaker one = best == speakers.end() ? *speakers.front() : **best;
        for (Speaker* const speaker : speakers)
            if (nameless(speaker)) *speaker = one;
    }
}

TestimonyReader::FirstTellers TestimonyReader::first_tellers(const Claim& claim) const {
    FirstTellers tellers;
    for (const Mention& mention : claim.mentions) {
        const DocumentId original = story(mention.document);
        const auto [teller, added] = tellers.emplace(original, mention.document);
        if (mention.document == original) teller->second = original;
    }
    return tellers;
}

void TestimonyReader::read_mention(const Mention& mention, const FirstTellers& tellers,
                                   ClaimTestimony& testimony) const {
    const auto testimonies = [&](Chain chain) { return this->testimonies(mention, tellers, std::move(chain)); };
    const auto append = [](std::vector<Testimony>& all, const std::vector<Testimony>& some) {
        all.insert(all.end(), some.begin(), some.end());
    };
    const Chain& chain = mention.chain;
    const auto by = chain.begin() + endorser(mention);
    if (mention.stance == Stance::confirms) testimony.confirmations.push_back(confirmation(mention));
    if (backs(mention.stance)) return append(testimony.asserting, testimonies(chain));
    if (by != chain.begin()) {  // who denies a report tells us of that report
        Chain reported(chain.begin(), by);
        reported.push_back(chain.back());
        append(testimony.asserting, testimonies(std::move(reported)));
    }
    auto& against = mention.stance == Stance::denies ? testimony.denying : testimony.doubting;
    append(against, testimonies({by, chain.end()}));
}

const Chain* TestimonyReader::report_endorsed(const Mention& mention) const {
    if (!mention.about) return nullptr;
    const auto told = static_cast<std::size_t>(*mention.about);
    return told < chains_.size() ? chains_[told] : nullptr;
}

Confirmation TestimonyReader::confirmation(const Mention& mention) const {
    const Chain& chain = mention.chain;
    const auto by = endorser(mention);
    Confirmation result{speakers({chain.begin() + by, chain.end()}).front(), {}};
    if (const Chain* report = report_endorsed(mention)) result.whose = report->front();
    if (by > 0) result.whose = chain.front();
    return result;
}

/// Who confirms, denies or doubts: the chain's first source, or a later one who speaks of the first one's report.
std::ptrdiff_t TestimonyReader::endorser(const Mention& mention) const {
    const Chain& chain = mention.chain;
    if (mention.stance == Stance::asserts || chain.size() < 2) return 0;
    const auto media = [this](SourceId id) { return trait(id).media; };
    const Chain* report = report_endorsed(mention);
    const bool document = source(chain.front()).kind == SourceKind::document;  // "the review could not confirm that"
    if (!report && (document || !media(chain.front()))) return 0;
    if (report && std::find(report->begin(), report->end(), chain.front()) == report->end()) return 0;
    const auto speaks = std::find_if_not(chain.begin() + 1, chain.end() - 1, media);
    if (speaks != chain.end() - 1) return speaks - chain.begin();
    return report && media(chain.front()) ? 1 : 0;
}

std::vector<Testimony> TestimonyReader::testimonies(const Mention& mention, const FirstTellers& tellers,
                                                    Chain chain) const {
    const bool credited = !mention.attribution && !mention.basis;  // or nobody but the publisher
    const bool own_voice = chain.size() == 1 || credited;
    chain = through(tellers.at(story(mention.document)), std::move(chain));
    Chain firsts{chain.front()};
    if (trait(chain.front()).joint) firsts = source(chain.front()).members;
    std::vector<Testimony> result;
    for (const SourceId first : firsts) {
        chain.front() = first;
        result.push_back({speakers(chain), first, mention.document, story(mention.document), own_voice,
                          mention.stance == Stance::confirms, mention.hedged, mention.basis.has_value(),
                          firsts.size() > 1, mention.utterance});
    }
    return result;
}

/// A copy has what it says from the first teller: its publisher relays that one's.
Chain TestimonyReader::through(DocumentId teller, Chain chain) const {
    const SourceId publisher = input_.publishers[static_cast<std::size_t>(teller)];
    if (std::find(chain.begin(), chain.end(), publisher) == chain.end()) chain.insert(chain.end() - 1, publisher);
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
