// SPDX-License-Identifier: Apache-2.0
#include "syntax/annotator.hpp"

#include <algorithm>
#include <span>

#include "syntax/tagger.hpp"

namespace hearsay {

namespace {

// A longer sentence (a table, a text without full stops) is read in pieces, so that time stays linear.
constexpr std::uint32_t kLongestSentence = 400;  // tokens

}  // namespace

SyntaxModels SyntaxModels::load(const std::filesystem::path& folder) {
    using learn::LinearModel;
    return {LinearModel::load(folder / "tags.model", kTaggerFeatures),
            LinearModel::load(folder / "entities.model", kEntityFeatures),
            LinearModel::load(folder / "arcs.model", kArcFeatures),
            LinearModel::load(folder / "relations.model", kRelationFeatures)};
}

void SyntaxModels::save(const std::filesystem::path& folder) const {
    tags.save(folder / "tags.model");
    entities.save(folder / "entities.model");
    arcs.save(folder / "arcs.model");
    relations.save(folder / "relations.model");
}

Annotation Annotator::annotate(const TokenizedText& text, const std::vector<Word>& words) {
    Annotation whole;
    whole.resize(words.size());
    const TokenRange all{0, static_cast<std::uint32_t>(words.size())};
    annotate(text, words, std::span(&all, 1), whole);
    return whole;
}

void Annotator::annotate(const TokenizedText& text, const std::vector<Word>& words,
                         std::span<const TokenRange> stretches, Annotation& out) {
    std::vector<TokenRange> pieces;
    for (const TokenRange stretch : stretches)
        for (TokenRange rest = stretch; !rest.empty(); rest.begin = pieces.back().end) {
            const std::uint32_t sentence = text.sentences()[text.tokens()[rest.begin].sentence].tokens.end;
            pieces.push_back({rest.begin, std::min(sentence, rest.begin + kLongestSentence)});
        }
    // One model after the other, each of which then stays in the cache.
    for (const TokenRange piece : pieces) tag(words, piece, out);
    for (const TokenRange piece : pieces) find_entities(words, piece, out);
    for (const TokenRange piece : pieces) parse(words, piece, out);
}

void Annotator::tag(const std::vector<Word>& words, TokenRange sentence, Annotation& out) {
    features_.clear();
    tag_features(words, sentence, features_);
    tags_.read(features_);
    std::ranges::copy(tags_.decode(), out.tags.begin() + sentence.begin);
}

void Annotator::find_entities(const std::vector<Word>& words, TokenRange sentence, Annotation& out) {
    features_.clear();
    entity_features(words, out.tags, sentence, features_);
    entities_.read(features_);
    std::ranges::copy(entities_.decode(), out.entities.begin() + sentence.begin);
}

Move Annotator::choose(const ParseState& state) {
    if (state.stack().empty()) return Move::shift;
    if (!state.can(Move::shift) && !state.can(Move::right)) return Move::left;
    state.move_features(flat_);
    std::ranges::fill(moves_, 0);
    models_.arcs.add(flat_, moves_);
    Move best = Move::shift;
    for (const Move move : {Move::left, Move::right})
        if (state.can(move) && (!state.can(best) || moves_[std::size_t(move)] > moves_[std::size_t(best)])) best = move;
    return best;
}

void Annotator::parse(const std::vector<Word>& words, TokenRange sentence, Annotation& out) {
    ParseState state(words, out.tags, sentence);
    while (!state.done()) {
        const Move best = choose(state);
        std::uint8_t relation = 0;
        if (best != Move::shift) {
            state.relation_features(best, flat_);
            std::ranges::fill(scores_, 0);
            models_.relations.add(flat_, scores_);
            const auto labels = std::span(scores_).first(models_.relations.labels().size());
            relation = static_cast<std::uint8_t>(std::ranges::max_element(labels) - labels.begin());
        }
        state.make(best, relation);
    }
    for (std::uint32_t i = 0; i != sentence.size(); ++i) {
        const std::uint32_t head = state.heads()[i];
        out.heads[sentence.begin + i] = head == sentence.size() ? kRoot : sentence.begin + head;
        out.relations[sentence.begin + i] = state.relations()[i];
    }
}

}  // namespace hearsay
