// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "attribution/attribution_reader.hpp"
#include "learn/crf_trainer.hpp"
#include "training/corpus.hpp"
#include "training/folds.hpp"

namespace hearsay {

struct AttributionTrainingOptions {
    learn::CrfOptions roles{.epochs = 10, .min_count = 3, .rate = 0.02F, .decay = 0.1F, .dropout = 0.4F,
                            .keep = 300'000, .refit_epochs = 3};
    learn::CrfOptions links{.epochs = 8, .min_count = 3, .rate = 0.02F, .decay = 0.1F, .dropout = 0.4F,
                            .keep = 300'000, .refit_epochs = 3};
    learn::CrfOptions confidence{.epochs = 10, .rate = 0.05F};
    unsigned folds = 4;
    std::function<void(const std::string&)> progress{};
};

/// An article ready for training: its annotation, and the first readings of it by models that never saw it.
struct TrainingArticle {
    const TrainingDocument* document;
    Annotation syntax;
    std::unique_ptr<AnnotatedText> evidence;
    RoleReading reading{};
    std::vector<LinkedCue> linked{};
};

std::vector<TrainingArticle> training_articles(const Corpus& corpus, std::vector<Annotation> syntax);

learn::LinearModel train_roles(const std::vector<TrainingArticle>& articles, const learn::CrfOptions& options,
                               const Use& use);
/// Needs `reading`.
learn::LinearModel train_links(const std::vector<TrainingArticle>& articles, const learn::CrfOptions& options,
                               const Use& use);
/// Needs `linked`.
learn::LinearModel train_confidence(const std::vector<TrainingArticle>& articles, const learn::CrfOptions& options);

/// Trains all three; readings and links of training articles are made by models that were trained on the other folds. Two threads.
AttributionModels train_attributions(std::vector<TrainingArticle>& articles, const AttributionTrainingOptions& options);

}  // namespace hearsay
