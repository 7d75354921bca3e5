// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "learn/crf_trainer.hpp"
#include "syntax/annotator.hpp"
#include "training/corpus.hpp"

namespace hearsay {

struct SyntaxTrainingOptions {
    learn::CrfOptions tags{.epochs = 4, .keep = 90'000, .refit_epochs = 1};
    learn::CrfOptions entities{.epochs = 5, .keep = 40'000, .refit_epochs = 1};
    unsigned parse_epochs = 8;
    float least_arc_weight = 1.5F, least_relation_weight = 1.4F;  ///< lighter features of the parser are left out
    unsigned folds = 4;
    std::function<void(const std::string&)> progress{};
};

/// What is learnt of syntax, and every document as annotated by models that were trained without it (jackknifing), so
/// that what learns from the annotation sees the mistakes it will meet.
struct SyntaxTraining {
    SyntaxModels models;
    std::vector<Annotation> held_out;
};

/// Trains tagger, entities and parser on the documents that have syntax. Two threads.
SyntaxTraining train_syntax(const Corpus& corpus, const SyntaxTrainingOptions& options);

}  // namespace hearsay
