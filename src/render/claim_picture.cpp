// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "render/figures.hpp"
#include "render/names.hpp"
#include "render/picture_builder.hpp"

namespace hearsay {
namespace {

/// The way of one mention: origin, relays, publisher, article, claim.
void draw_mention(PictureBuilder& builder, const Mention& mention, std::uint32_t claim, const ClaimVoices& voices) {
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

constexpr std::size_t kVariants = 3;  // named below the picture

/// How many vertices a mention would add at most.
std::size_t cost(const Mention& mention) { return mention.chain.size() + 1; }

}  // namespace

Picture picture_of_claim(const Analysis& analysis, const DrawingOptions& options) {
    const ClaimId id = options.claim.value();
    const Claim& claim = analysis.claims.at(static_cast<std::size_t>(id));
    const Corroboration& figures = analysis.corroboration.at(static_cast<std::size_t>(id));
    const ClaimVoices voices(analysis, id);
    PictureBuilder builder(analysis);
    const auto drawn = builder.claim(id);
    std::size_t shown = 0, weighed = 0;
    for (const Mention& mention : claim.mentions) weighed += !mention.restates;
    for (const Mention& mention : claim.mentions) {
        if (mention.restates) continue;
        if (shown > 0 && builder.picture().vertices.size() + cost(mention) > options.max_nodes) break;
        draw_mention(builder, mention, drawn, voices);
        builder.mark_origin(mention, voices);
        ++shown;
    }
    builder.copies();
    Picture picture = builder.finish();
    picture.title = "Claim " + std::to_string(static_cast<std::size_t>(id) + 1) + ": how it reached " +
                    counted(figures.documents, "article");
    if (shown < weighed) picture.add_note("showing " + std::to_string(shown) + " of " + counted(weighed, "mention"));
    if (!figures.explanation.empty()) picture.add_note(figures.explanation);
    const auto variants = variants_in_words(analysis, claim);
    for (std::size_t i = 0; i < std::min(kVariants, variants.size()); ++i) picture.add_note(variants[i]);
    return picture;
}

Picture picture_of(const Analysis& analysis, const DrawingOptions& options) {
    return options.claim ? picture_of_claim(analysis, options) : picture_of_all(analysis, options);
}

}  // namespace hearsay
