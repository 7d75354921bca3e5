// SPDX-License-Identifier: Apache-2.0
#include "hearsay/metrics/corroboration.hpp"

#include <algorithm>

#include "hearsay/resources.hpp"
#include "in_parallel.hpp"
#include "metrics/admiralty.hpp"
#include "metrics/explanation.hpp"
#include "metrics/independence.hpp"
#include "metrics/opinion.hpp"
#include "metrics/provenance.hpp"

namespace hearsay {

namespace {

std::vector<Witness> origins_of(const Hearing& hearing) {
    std::vector<Witness> origins;
    std::copy_if(hearing.witnesses.begin(), hearing.witnesses.end(), std::back_inserter(origins),
                 [](const Witness& witness) { return witness.standing == Standing::origin; });
    return origins;
}

/// An outlet's unnamed source counts as that outlet (rule g), and so is shown as it; where the outlet has no name
/// either, the source's description tells more.
SourceId shown(const Witness& witness, const TestimonyReader& reader) {
    const bool nameless = witness.speaker.unnamed && reader.source(witness.speaker.source).unnamed;
    return nameless ? witness.described : witness.speaker.source;
}

std::vector<SourceId> sources_of(const std::vector<Witness>& witnesses, const TestimonyReader& reader) {
    std::vector<SourceId> sources;
    for (const Witness& witness : witnesses) sources.push_back(shown(witness, reader));
    return sources;
}

/// Every source at the start of a chain, once a stance: those counted, those set aside, then the other stances.
class OriginList {
  public:
    void add(Origin origin) {
        if (listed_.emplace(origin.source, origin.stance).second) origins_.push_back(std::move(origin));
    }
    std::vector<Origin> take() {
        std::ranges::stable_sort(origins_, {}, &Origin::order);
        return std::move(origins_);
    }

  private:
    std::vector<Origin> origins_;
    std::set<std::pair<SourceId, Stance>> listed_;
};

std::vector<Origin> list_origins(const Findings& f) {
    OriginList list;
    const auto stance = [](const Witness& witness) { return witness.confirms ? Stance::confirms : Stance::asserts; };
    for (const Witness& witness : f.asserting.witnesses)
        if (witness.standing == Standing::origin) list.add({shown(witness, f.reader), stance(witness), true, {}});
    for (const Witness& witness : f.asserting.witnesses)
        list.add({shown(witness, f.reader), stance(witness), false, reason(witness, f.reader)});
    for (const Confirmation& e : f.testimony.confirmations)
        list.add({e.by.source, Stance::confirms, false, reason(e, f.reader)});
    for (const Witness& witness : origins_of(f.denying))
        list.add({shown(witness, f.reader), Stance::denies, false, "denies it"});
    for (const Witness& witness : origins_of(f.doubting))
        list.add({shown(witness, f.reader), Stance::doubts, false, "doubts it"});
    return list.take();
}

std::vector<SourceId> confirming(const ClaimTestimony& testimony) {
    std::vector<SourceId> sources;
    for (const Confirmation& e : testimony.confirmations)
        if (std::find(sources.begin(), sources.end(), e.by.source) == sources.end()) sources.push_back(e.by.source);
    return sources;
}

void count_articles(const Claim& claim, const GraphInput& input, Corroboration& figures) {
    std::vector<DocumentId> documents;
    std::vector<SourceId> publishers;
    for (const Mention& mention : claim.mentions) documents.push_back(mention.document);
    sort_unique(documents);
    for (const DocumentId d : documents) publishers.push_back(input.publishers[static_cast<std::size_t>(d)]);
    sort_unique(publishers);
    figures.documents = static_cast<std::uint32_t>(documents.size());
    figures.publishers = static_cast<std::uint32_t>(publishers.size());
}

/// Bottlenecks by name: unnamed people stand as whoever vouches for them.
std::vector<SourceId> bottlenecks(const Paths& paths) {
    std::vector<SourceId> sources;
    for (const Speaker s : paths.bottlenecks)
        if (sources.empty() || sources.back() != s.source) sources.push_back(s.source);
    return sources;
}

/// Reads one claim after the other, with what is known of the whole run.
class Corroborator {
  public:
    Corroborator(const GraphInput& input, const LooseSources& loose) : reader_(input, loose), copying_(reader_) {}
    Corroboration corroborate(const Claim& claim) const;

  private:
    double effective(const std::vector<Witness>& origins) const {
        return effective_sources(origins, reader_.input().sources, copying_);
    }
    OpinionEvidence evidence(const std::vector<Witness>& origins, double effective) const;
    void weigh(const Hearing& asserting, const Hearing& denying, const Hearing& doubting, Corroboration& figures) const;

    TestimonyReader reader_;
    PastCopying copying_;
};

/// What some origins have to say, as evidence for it: each weighs its reliability, and half of that where all it said
/// is told as hearsay.
OpinionEvidence Corroborator::evidence(const std::vector<Witness>& origins, double effective) const {
    constexpr double kUnratedReliability = 0.5, kHedged = 0.5;
    std::vector<OpinionEvidence> all;
    for (const Witness& origin : origins)
        all.push_back({reader_.source(origin.speaker.source).reliability.value_or(kUnratedReliability) *
                       (origin.hedged ? kHedged : 1)});
    return fused(all, effective);
}

void Corroborator::weigh(const Hearing& asserting, const Hearing& denying, const Hearing& doubting,
                         Corroboration& figures) const {
    constexpr double kDoubt = 0.5;  // a doubt weighs half a denial
    const auto origins = origins_of(asserting), against = origins_of(denying), doubters = origins_of(doubting);
    const double opposing =
        evidence(against, effective(against)).supporting + kDoubt * evidence(doubters, effective(doubters)).supporting;
    figures.effective_sources = effective(origins);
    const Opinion opinion = opinion_of({evidence(origins, figures.effective_sources).supporting, opposing});
    figures.independent_origins = static_cast<std::uint32_t>(origins.size());
    figures.disjoint_paths = asserting.paths.disjoint;
    figures.bottlenecks = bottlenecks(asserting.paths);
    figures.belief = opinion.expectation();
    figures.uncertainty = opinion.uncertainty;
    figures.denied_by = sources_of(against, reader_);
    figures.doubted_by = sources_of(doubters, reader_);
    figures.disputed = !asserting.witnesses.empty() && !(against.empty() && doubters.empty());
    figures.circular = !asserting.circles.empty();
}

Corroboration Corroborator::corroborate(const Claim& claim) const {
    const ClaimTestimony testimony = reader_.read(claim);
    const Hearing asserting = hear(testimony.asserting, reader_);
    const Hearing denying = hear(testimony.denying, reader_), doubting = hear(testimony.doubting, reader_);
    const Findings findings{reader_, claim, testimony, asserting, denying, doubting};
    Corroboration figures;
    count_articles(claim, reader_.input(), figures);
    weigh(asserting, denying, doubting, figures);
    figures.origins = list_origins(findings);
    figures.confirmed_by = confirming(testimony);
    figures.admiralty = admiralty_rating(figures, reader_.input().sources);
    figures.explanation = explain(findings);
    return figures;
}

}  // namespace

std::vector<Corroboration> corroborate(const GraphInput& input, const LooseSources& loose, unsigned threads) {
    constexpr std::size_t kBlock = 256;  // claims
    const Corroborator corroborator(input, loose);
    const std::size_t claims = input.claims.size();
    std::vector<Corroboration> figures(claims);
    in_parallel(threads, (claims + kBlock - 1) / kBlock, [&] {
        return [&](std::size_t block) {
            for (std::size_t c = block * kBlock; c < std::min(claims, (block + 1) * kBlock); ++c)
                figures[c] = corroborator.corroborate(input.claims[c]);
        };
    });
    return figures;
}

std::vector<Corroboration> corroborate(const GraphInput& input) {
    return corroborate(input, LooseSources::load(resource_directory() / "lexicons"));
}

}  // namespace hearsay
