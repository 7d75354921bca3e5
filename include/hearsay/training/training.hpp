// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <functional>
#include <string>

namespace hearsay {

struct TrainingOptions {
    std::filesystem::path resources{};  ///< empty: resource_directory(); for the classes of words
    /// What each stage is cross-trained over, 2 or more: models that learn from others' output see it on unseen articles.
    unsigned folds = 4;
    std::function<void(const std::string&)> progress{};  ///< called with one line at a time, from any thread
};

/// Trains every model of TrainedExtractor from `corpus`/train.jsonl (texts with their attributions, as in PolNeAR) and
/// `corpus`/train.conll.gz (the same texts with tags, entities and dependencies, as by Stanford CoreNLP), and writes them
/// to the folder `out`.
///
///   train("polnear", "data/models", {.progress = [](const std::string& line) { std::cerr << line << '\n'; }});
///
/// Equal input gives byte-equal models. Takes two threads and about 4 GiB; 840 articles take ten minutes. Throws
/// CorpusError, which names file, line and cause, for a damaged corpus, and OutputError when a model can't be written.
void train(const std::filesystem::path& corpus, const std::filesystem::path& out, const TrainingOptions& options);

}  // namespace hearsay
