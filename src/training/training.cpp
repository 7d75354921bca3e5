// SPDX-License-Identifier: Apache-2.0
#include "hearsay/training/training.hpp"

#include <algorithm>
#include <stdexcept>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "training/attribution_trainer.hpp"
#include "training/syntax_trainer.hpp"

namespace hearsay {

void train(const std::filesystem::path& folder, const std::filesystem::path& out, const TrainingOptions& options) {
    if (options.folds < 2) throw std::invalid_argument("training needs two folds at least");
    const auto resources = options.resources.empty() ? resource_directory() : options.resources;
    const auto vocabulary = Vocabulary::load(resources / "lexicons" / "embedding_classes.tsv");
    const Corpus corpus = load_corpus(folder, "train", vocabulary);
    if (corpus.documents.size() < options.folds)
        throw CorpusError((folder / "train.jsonl").string() + ": has fewer articles than there are folds");
    std::error_code failure;
    std::filesystem::create_directories(out, failure);
    if (failure) throw OutputError(out.string() + ": " + failure.message());

    SyntaxTraining syntax = train_syntax(corpus, {.folds = options.folds, .progress = options.progress});
    syntax.models.save(out);
    auto articles = training_articles(corpus, std::move(syntax.held_out));
    train_attributions(articles, {.folds = options.folds, .progress = options.progress}).save(out);
}

}  // namespace hearsay
