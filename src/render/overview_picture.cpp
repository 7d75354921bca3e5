// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "render/names.hpp"
#include "render/picture_builder.hpp"

namespace hearsay {
namespace {

/// The sources in a claim's chains.
std::set<SourceId> sources_of(const Claim& claim) {
    std::set<SourceId> sources;
    for (const Mention& mention : claim.mentions) sources.insert(mention.chain.begin(), mention.chain.end());
    return sources;
}

/// Whether nobody but one publisher stands behind it, in one article or in versions of one.
bool own_voice_only(const Claim& claim) {
    const SourceId publisher = claim.mentions.front().chain.back();
    return std::all_of(claim.mentions.begin(), claim.mentions.end(), [&](const Mention& mention) {
        return mention.chain.size() == 1 && mention.chain.front() == publisher;
    });
}

/// Whether a publisher merely says again, in its own words, what others stand behind.
bool repeats(const Mention& mention, const ClaimVoices& voices) {
    return mention.chain.size() == 1 && mention.stance == Stance::asserts && !voices.counted(mention);
}

/// The claims that are worth drawing, and how many were passed over.
std::vector<ClaimId> worth_drawing(const Analysis& analysis, bool own_voice) {
    std::vector<ClaimId> claims;
    for (std::uint32_t i = 0; i < analysis.claims.size(); ++i)
        if (own_voice || !own_voice_only(analysis.claims[i])) claims.push_back(ClaimId{i});
    return claims.empty() && !own_voice ? worth_drawing(analysis, true) : claims;
}

/// How an origin stands behind a claim; a reader can count the arrows that count.
std::string_view backing(const Mention& mention, const ClaimVoices& voices) {
    if (!voices.counted(mention)) return "uncounted";
    return mention.chain.size() == 1 ? "own" : "asserts";
}

/// The arrows of one mention to its claim: the origin's, and that of whoever confirms, denies or doubts it.
void draw_voice(PictureBuilder& builder, const Mention& mention, std::uint32_t claim, const ClaimVoices& voices) {
    const std::size_t speaks = voices.speaker(mention);
    if (speaks > 0 || mention.stance == Stance::asserts)
        builder.arc(builder.source(mention.chain.front()), claim, backing(mention, voices), mention);
    if (mention.stance != Stance::asserts)
        builder.arc(builder.source(mention.chain[speaks]), claim, to_string(mention.stance), mention, true);
}

struct Drawn {
    std::size_t claims = 0;
    std::size_t repetitions = 0;        ///< by publishers in their own words, not drawn
    std::size_t mentions_left_out = 0;  ///< of those claims, for want of room
};

/// Who says it, and the hops between those who pass it on, as far as there is room.
void draw_claim(PictureBuilder& builder, const Analysis& analysis, ClaimId id, std::size_t room, Drawn& drawn) {
    const ClaimVoices voices(analysis, id);
    const auto claim = builder.claim(id);
    bool first = true;
    for (const Mention& mention : analysis.claims[static_cast<std::size_t>(id)].mentions) {
        if (repeats(mention, voices)) {
            ++drawn.repetitions;
        } else if (!first && builder.picture().vertices.size() + mention.chain.size() > room) {
            ++drawn.mentions_left_out;
        } else {
            for (std::size_t i = 0; i + 1 < mention.chain.size(); ++i)
                builder.arc(builder.source(mention.chain[i]), builder.source(mention.chain[i + 1]), "cites", mention);
            draw_voice(builder, mention, claim, voices);
            builder.mark_origin(mention, voices);
            first = false;
        }
    }
    ++drawn.claims;
}

/// How many sources a claim would add.
std::size_t new_sources(const PictureBuilder& builder, const Claim& claim) {
    const auto sources = sources_of(claim);
    return static_cast<std::size_t>(std::count_if(sources.begin(), sources.end(), [&](SourceId source) {
        return !builder.has(NodeKind::source, static_cast<std::uint32_t>(source));
    }));
}

/// Draws claims in their order until the picture is full. No claim gets more than a twentieth of it, lest one with
/// hundreds of sources crowds out the others.
Drawn draw_claims(PictureBuilder& builder, const Analysis& analysis, const std::vector<ClaimId>& claims,
                  std::size_t room) {
    const std::size_t share = std::max<std::size_t>(room / 20, 20);
    Drawn drawn;
    for (const ClaimId id : claims) {
        const std::size_t used = builder.picture().vertices.size() + 1;
        const std::size_t wanted = std::min(share, new_sources(builder, analysis.claims[static_cast<std::size_t>(id)]));
        if (drawn.claims > 0 && used + wanted > room) break;
        draw_claim(builder, analysis, id, std::min(room, used + share), drawn);
    }
    return drawn;
}

}  // namespace

Picture picture_of_all(const Analysis& analysis, const DrawingOptions& options) {
    const auto claims = worth_drawing(analysis, options.own_voice_only);
    PictureBuilder builder(analysis);
    const Drawn drawn = draw_claims(builder, analysis, claims, options.max_nodes);
    Picture picture = builder.finish();
    picture.claims_first = true;
    picture.title =
        "Who stands behind " + counted(drawn.claims, "claim") + " in " + counted(analysis.documents.size(), "article");
    if (drawn.claims < claims.size())
        picture.add_note("showing the " + std::to_string(drawn.claims) + " best-ranked of " +
                         counted(claims.size(), "claim"));
    if (drawn.mentions_left_out > 0)
        picture.add_note("mentions left out of claims that have very many: " + std::to_string(drawn.mentions_left_out));
    if (drawn.repetitions > 0)
        picture.add_note("not drawn: " + counted(drawn.repetitions, "time") +
                         " that a publisher repeats in its own words what others stand behind");
    if (claims.size() < analysis.claims.size())
        picture.add_note("own-voice-only claims left out: " + std::to_string(analysis.claims.size() - claims.size()));
    return picture;
}

}  // namespace hearsay
