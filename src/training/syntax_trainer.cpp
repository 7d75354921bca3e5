// SPDX-License-Identifier: Apache-2.0
#include "training/syntax_trainer.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "learn/crf_trainer.hpp"
#include "learn/perceptron_trainer.hpp"
#include "learn/random.hpp"
#include "syntax/parser.hpp"
#include "syntax/tagger.hpp"
#include "training/folds.hpp"

namespace hearsay {

namespace {

template <class Visit>
void for_each_sentence(const Corpus& corpus, const Use& use, const Visit& visit) {
    for (std::size_t d = 0; d != corpus.documents.size(); ++d) {
        const TrainingDocument& document = corpus.documents[d];
        if (!use(d) || document.syntax.tags.empty()) continue;
        for (const Sentence& sentence : document.text.sentences()) visit(document, sentence.tokens);
    }
}

template <class Features, class Gold>
learn::LinearModel train_labels(const Corpus& corpus, const Use& use, std::vector<std::string> labels,
                                const learn::CrfOptions& options, std::string feature_set, const Features& features_of,
                                const Gold& gold_of) {
    learn::CrfTrainer trainer(std::move(labels), options);
    learn::FeatureSequence features;
    for_each_sentence(corpus, use, [&](const TrainingDocument& d, TokenRange sentence) {
        features.clear();
        features_of(d, sentence, features);
        trainer.count(features);
    });
    for_each_sentence(corpus, use, [&](const TrainingDocument& d, TokenRange sentence) {
        features.clear();
        features_of(d, sentence, features);
        trainer.add(features, std::span(gold_of(d)).subspan(sentence.begin, sentence.size()));
    });
    return trainer.train(std::move(feature_set));
}

/// Learns the moves of a parser that may go astray and must make the best of it (dynamic oracle with exploration,
/// Goldberg and Nivre 2013).
class ParserTraining {
  public:
    explicit ParserTraining(const std::vector<std::string>& relations)
        : arcs_({"shift", "left", "right"}), relations_(relations), scores_(relations.size()) {}

    void learn(const TrainingDocument& d, TokenRange sentence, bool explore) {
        std::vector<std::uint32_t> gold;
        for (auto i = sentence.begin; i != sentence.end; ++i)
            gold.push_back(d.syntax.heads[i] == kRoot ? sentence.size() : d.syntax.heads[i] - sentence.begin);
        ParseState state(d.words, d.syntax.tags, sentence);
        while (!state.done()) {
            const Move move = choose(state, gold, explore);
            state.make(move, move == Move::shift ? 0 : relate(state, move, gold, d, sentence));
        }
    }

    learn::LinearModel arcs(float least) const { return arcs_.average(kArcFeatures, 2, least); }
    learn::LinearModel relations(float least) const { return relations_.average(kRelationFeatures, 2, least); }

  private:
    Move choose(const ParseState& state, const std::vector<std::uint32_t>& gold, bool explore) {
        constexpr std::array kMoves{Move::shift, Move::left, Move::right};
        std::array<float, 3> scores;
        std::array<std::uint32_t, 3> costs{};
        state.move_features(features_);
        arcs_.score(features_, scores);
        arcs_.tick();
        const auto better = [&](Move a, const std::optional<Move>& b) {
            return !b || scores[std::size_t(a)] > scores[std::size_t(*b)];
        };
        std::uint32_t least = UINT32_MAX;
        std::optional<Move> best, right;
        for (const Move move : kMoves) {
            if (!state.can(move)) continue;
            costs[std::size_t(move)] = cost(state, move, gold);
            least = std::min(least, costs[std::size_t(move)]);
            if (better(move, best)) best = move;
        }
        for (const Move move : kMoves)
            if (state.can(move) && costs[std::size_t(move)] == least && better(move, right)) right = move;
        if (costs[std::size_t(*best)] == least) return *best;
        arcs_.update(features_, static_cast<learn::Label>(*right), static_cast<learn::Label>(*best));
        constexpr std::uint64_t kSteered = 10;  // one wrong move in ten is put right even when exploring
        return explore && learn::next_random(random_) % kSteered ? *best : *right;
    }

    std::uint8_t relate(const ParseState& state, Move move, const std::vector<std::uint32_t>& gold,
                        const TrainingDocument& d, TokenRange sentence) {
        state.relation_features(move, features_);
        relations_.score(features_, scores_);
        relations_.tick();
        const auto chosen = static_cast<std::uint8_t>(std::ranges::max_element(scores_) - scores_.begin());
        const std::uint8_t right = d.syntax.relations[sentence.begin + state.top()];
        if (gold[state.top()] == state.head_of(move) && chosen != right) relations_.update(features_, right, chosen);
        return chosen;
    }

    learn::PerceptronTrainer arcs_, relations_;
    std::vector<learn::Feature> features_;
    std::vector<float> scores_;
    std::uint64_t random_ = 1;
};

SyntaxModels train_models(const Corpus& corpus, const SyntaxTrainingOptions& options, const Use& use) {
    SyntaxModels models;
    models.tags = train_labels(
        corpus, use, corpus.tags, options.tags, kTaggerFeatures,
        [](const TrainingDocument& d, TokenRange s, learn::FeatureSequence& out) { tag_features(d.words, s, out); },
        [](const TrainingDocument& d) -> auto& { return d.syntax.tags; });
    models.entities = train_labels(
        corpus, use, corpus.entities, options.entities, kEntityFeatures,
        [](const TrainingDocument& d, TokenRange s, learn::FeatureSequence& out) {
            entity_features(d.words, d.syntax.tags, s, out);
        },
        [](const TrainingDocument& d) -> auto& { return d.syntax.entities; });
    ParserTraining parser(corpus.relations);
    std::vector<std::pair<const TrainingDocument*, TokenRange>> sentences;
    for_each_sentence(corpus, use, [&](const TrainingDocument& d, TokenRange s) { sentences.emplace_back(&d, s); });
    std::uint64_t random = 1;
    for (unsigned epoch = 0; epoch != options.parse_epochs; ++epoch) {
        learn::shuffle(sentences, random);
        for (const auto& [document, sentence] : sentences) parser.learn(*document, sentence, epoch > 0);
    }
    models.arcs = parser.arcs(options.least_arc_weight);
    models.relations = parser.relations(options.least_relation_weight);
    return models;
}

}  // namespace

SyntaxTraining train_syntax(const Corpus& corpus, const SyntaxTrainingOptions& options) {
    SyntaxTraining result;
    result.held_out.resize(corpus.documents.size());
    for_each_fold(options.folds + 1, [&](unsigned fold) {
        if (fold == options.folds) {
            result.models = train_models(corpus, options, [](std::size_t) { return true; });
            return;
        }
        const SyntaxModels models =
            train_models(corpus, options, [&](std::size_t d) { return d % options.folds != fold; });
        Annotator annotator(models);
        for (std::size_t d = fold; d < corpus.documents.size(); d += options.folds)
            result.held_out[d] = annotator.annotate(corpus.documents[d].text, corpus.documents[d].words);
        if (options.progress) options.progress("syntax without fold " + std::to_string(fold + 1));
    });
    return result;
}

}  // namespace hearsay
