// SPDX-License-Identifier: Apache-2.0
#include "render/picture.hpp"

#include <algorithm>
#include <set>

#include "render/legible.hpp"
#include "render/names.hpp"
#include "render/picture_builder.hpp"

namespace hearsay {
namespace {

constexpr unsigned kNoteColumns = 110;

void add_note(Picture& picture, std::string_view text) {
    for (std::string& line : wrap(legible(text), kNoteColumns)) picture.notes.push_back(std::move(line));
}

/// The way of one mention: origin, relays, publisher, article, claim.
void draw_mention(PictureBuilder& builder, const Mention& mention, std::uint32_t claim, const Voices& voices) {
    const std::size_t speaks = voices.speaker(mention);
    const std::string_view stance = to_string(mention.stance);
    const bool labelled = mention.stance != Stance::asserts;
    for (std::size_t i = 0; i + 1 < mention.chain.size(); ++i) {
        const auto from = builder.source(mention.chain[i]), to = builder.source(mention.chain[i + 1]);
        builder.arc(from, to, i < speaks ? "cites" : stance, mention, labelled && i == speaks);
    }
    const auto article = builder.article(mention.document);
    builder.arc(builder.source(mention.chain.back()), article, "publishes", mention);
    const bool own = mention.chain.size() == 1 && mention.stance == Stance::asserts;
    builder.arc(article, claim, own ? "own" : stance, mention, labelled);
}

/// How many vertices a mention would add at most.
std::size_t cost(const Mention& mention) { return mention.chain.size() + 1; }

/// The sources in a claim's chains.
std::set<SourceId> sources_of(const Claim& claim) {
    std::set<SourceId> sources;
    for (const Mention& mention : claim.mentions) sources.insert(mention.chain.begin(), mention.chain.end());
    return sources;
}

bool own_voice_only(const Claim& claim) {
    const DocumentId document = claim.mentions.front().document;
    return std::all_of(claim.mentions.begin(), claim.mentions.end(), [&](const Mention& mention) {
        return mention.document == document && mention.chain.size() == 1;
    });
}

/// The claims that are worth drawing, and how many were passed over.
std::vector<ClaimId> worth_drawing(const Analysis& analysis, bool own_voice) {
    std::vector<ClaimId> claims;
    for (std::uint32_t i = 0; i < analysis.claims.size(); ++i)
        if (own_voice || !own_voice_only(analysis.claims[i])) claims.push_back(ClaimId{i});
    return claims.empty() && !own_voice ? worth_drawing(analysis, true) : claims;
}

/// How an origin stands behind a claim; a reader can count the arrows that count.
std::string_view backing(const Mention& mention, const Voices& voices) {
    if (!voices.counted(mention.chain.front())) return "uncounted";
    return mention.chain.size() == 1 ? "own" : "asserts";
}

/// The arrows of one mention to its claim: the origin's, and that of whoever confirms, denies or doubts it.
void draw_voice(PictureBuilder& builder, const Mention& mention, std::uint32_t claim, const Voices& voices) {
    const std::size_t speaks = voices.speaker(mention);
    if (speaks > 0 || mention.stance == Stance::asserts)
        builder.arc(builder.source(mention.chain.front()), claim, backing(mention, voices), mention);
    if (mention.stance != Stance::asserts)
        builder.arc(builder.source(mention.chain[speaks]), claim, to_string(mention.stance), mention, true);
}

/// Who says it, and the hops between those who pass it on; as many mentions as there is room for. Says how many there
/// were.
std::size_t draw_claim(PictureBuilder& builder, const Analysis& analysis, ClaimId id, std::size_t room) {
    const Claim& claim = analysis.claims[static_cast<std::size_t>(id)];
    const Corroboration& figures = analysis.corroboration[static_cast<std::size_t>(id)];
    const auto drawn = builder.claim(id);
    const Voices voices(figures);
    std::size_t shown = 0;
    for (const Mention& mention : claim.mentions) {
        if (shown > 0 && builder.picture().vertices.size() + mention.chain.size() > room) continue;
        ++shown;
        for (std::size_t i = 0; i + 1 < mention.chain.size(); ++i)
            builder.arc(builder.source(mention.chain[i]), builder.source(mention.chain[i + 1]), "cites", mention);
        draw_voice(builder, mention, drawn, voices);
    }
    builder.mark_origins(figures);
    return shown;
}

struct Drawn {
    std::size_t claims = 0;
    std::size_t mentions_left_out = 0;  ///< of those claims
};

/// Draws claims in their order until the picture is full.
Drawn draw_claims(PictureBuilder& builder, const Analysis& analysis, const std::vector<ClaimId>& claims,
                  std::size_t room) {
    Drawn drawn;
    for (const ClaimId id : claims) {
        const auto sources = sources_of(analysis.claims[static_cast<std::size_t>(id)]);
        const auto added = std::count_if(sources.begin(), sources.end(), [&](SourceId source) {
            return !builder.has(NodeKind::source, static_cast<std::uint32_t>(source));
        });
        if (drawn.claims > 0 && builder.picture().vertices.size() + static_cast<std::size_t>(added) + 1 > room) break;
        const std::size_t shown = draw_claim(builder, analysis, id, room);
        drawn.mentions_left_out += analysis.claims[static_cast<std::size_t>(id)].mentions.size() - shown;
        ++drawn.claims;
    }
    return drawn;
}

}  // namespace

Picture picture_of_claim(const Analysis& analysis, const DrawingOptions& options) {
    const ClaimId id = options.claim.value();
    const Claim& claim = analysis.claims.at(static_cast<std::size_t>(id));
    const Corroboration& figures = analysis.corroboration.at(static_cast<std::size_t>(id));
    const Voices voices(figures);
    PictureBuilder builder(analysis);
    const auto drawn = builder.claim(id);
    std::size_t shown = 0;
    for (const Mention& mention : claim.mentions) {
        if (shown > 0 && builder.picture().vertices.size() + cost(mention) > options.max_nodes) break;
        draw_mention(builder, mention, drawn, voices);
        ++shown;
    }
    builder.mark_origins(figures);
    builder.copies();
    Picture picture = builder.finish();
    picture.title = "Claim " + std::to_string(static_cast<std::size_t>(id) + 1) + ": how it reached " +
                    counted(figures.documents, "article");
    if (shown < claim.mentions.size())
        add_note(picture, "showing " + std::to_string(shown) + " of " + counted(claim.mentions.size(), "mention"));
    if (!figures.explanation.empty()) add_note(picture, figures.explanation);
    return picture;
}

Picture picture_of_all(const Analysis& analysis, const DrawingOptions& options) {
    const auto claims = worth_drawing(analysis, options.own_voice_only);
    PictureBuilder builder(analysis);
    const Drawn drawn = draw_claims(builder, analysis, claims, options.max_nodes);
    Picture picture = builder.finish();
    picture.claims_first = true;
    picture.title =
        "Who stands behind " + counted(drawn.claims, "claim") + " in " + counted(analysis.documents.size(), "article");
    if (drawn.claims < claims.size())
        add_note(picture,
                 "showing the " + std::to_string(drawn.claims) + " best-ranked of " + counted(claims.size(), "claim"));
    if (drawn.mentions_left_out > 0) add_note(picture, "mentions left out: " + std::to_string(drawn.mentions_left_out));
    if (claims.size() < analysis.claims.size())
        add_note(picture, "own-voice-only claims left out: " + std::to_string(analysis.claims.size() - claims.size()));
    return picture;
}

Picture picture_of(const Analysis& analysis, const DrawingOptions& options) {
    return options.claim ? picture_of_claim(analysis, options) : picture_of_all(analysis, options);
}

}  // namespace hearsay
