// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>
#include <optional>

#include "hearsay/attribution/trained_extractor.hpp"
#include "hearsay/pipeline.hpp"
#include "hearsay/resources.hpp"
#include "hearsay/source/chain_resolver.hpp"
#include "hearsay/source/gazetteer.hpp"
#include "hearsay/source/source_table.hpp"

namespace hearsay {

/// What all threads share: lexicons and the stages over them, all const.
class Stages {
  public:
    enum class Models : bool { none, loaded };
    explicit Stages(const PipelineOptions& options, Models models = Models::loaded)
        : resources_(resources_of(options)),
          lexicons_(resources_ / "lexicons"),
          gazetteer_(Gazetteer::load(lexicons_, rows_of(options.sources))),
          resolver_(gazetteer_) {
        extractor_ = options.extractor;
        if (!extractor_ && models == Models::loaded)
            extractor_ = &trained_.emplace(TrainedExtractor::load(resources_, options.encoder));
    }
    Stages(const Stages&) = delete;
    Stages& operator=(const Stages&) = delete;

    Document prepare(RawDocument raw) const {
        return prepare_document(std::move(raw),
                                [this](std::string_view name) { return gazetteer_.outlet(name) != nullptr; });
    }
    static std::filesystem::path resources_of(const PipelineOptions& options) {
        return options.resources.empty() ? resource_directory() : options.resources;
    }
    const std::filesystem::path& lexicons() const { return lexicons_; }
    const Gazetteer& gazetteer() const { return gazetteer_; }
    const ChainResolver& resolver() const { return resolver_; }
    /// Pre-condition: one was given, or the models were loaded.
    const Extractor& extractor() const { return *extractor_; }
    /// Gives the models' memory back; there is no extractor afterwards.
    void unload_models() {
        extractor_ = nullptr;
        trained_.reset();
    }

  private:
    static std::vector<SourceRow> rows_of(const std::filesystem::path& table) {
        return table.empty() ? std::vector<SourceRow>() : read_source_table(table);
    }

    std::filesystem::path resources_, lexicons_;
    Gazetteer gazetteer_;
    ChainResolver resolver_;
    std::optional<TrainedExtractor> trained_;
    const Extractor* extractor_ = nullptr;
};

}  // namespace hearsay
