// SPDX-License-Identifier: Apache-2.0
#include "hearsay/pipeline.hpp"

#include <optional>
#include <thread>
#include <utility>

#include "analysis_builder.hpp"
#include "hearsay/attribution/trained_extractor.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "ordered_workers.hpp"

namespace hearsay {

namespace {

using Inputs = std::vector<std::filesystem::path>;

/// What all threads share: lexicons and the stages over them, all const.
class Stages {
  public:
    explicit Stages(const PipelineOptions& options)
        : resources_(options.resources.empty() ? resource_directory() : options.resources),
          lexicons_(resources_ / "lexicons"),
          gazetteer_(Gazetteer::load(lexicons_, rows_of(options.sources))),
          resolver_(gazetteer_) {
        extractor_ = options.extractor ? options.extractor : &trained_.emplace(TrainedExtractor::load(resources_));
    }
    Stages(const Stages&) = delete;
    Stages& operator=(const Stages&) = delete;

    Document prepare(RawDocument raw) const {
        return prepare_document(std::move(raw),
                                [this](std::string_view name) { return gazetteer_.outlet(name) != nullptr; });
    }
    const std::filesystem::path& lexicons() const { return lexicons_; }
    const Gazetteer& gazetteer() const { return gazetteer_; }
    const ChainResolver& resolver() const { return resolver_; }
    const Extractor& extractor() const { return *extractor_; }

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

/// A document's result, or why there is none.
template <class Result>
struct Outcome {
    std::optional<Result> result;
    Skipped skipped{};
};

std::string name_of(const RawDocument& raw) {
    const std::string path = raw.path.empty() ? "standard input" : raw.path;
    return raw.line ? path + ":" + std::to_string(raw.line) : path;
}

/// One document's failure is reported and the rest goes on; only a damaged lexicon concerns the whole run.
template <class Result, class Examine>
Outcome<Result> attempt(const Stages& stages, RawDocument raw, const Examine& examine) {
    const std::string name = name_of(raw);
    try {
        Document document = stages.prepare(std::move(raw));
        if (document.language != "en") return {{}, {name, "does not read as English"}};
        return {examine(std::move(document)), {}};
    } catch (const ResourceError&) {
        throw;
    } catch (const std::exception& error) {
        return {{}, {name, error.what()}};
    }
}

void report_progress(const PipelineOptions& options, const DocumentReader& reader) {
    if (!options.progress || reader.bytes_total() == 0) return;
    options.progress(static_cast<double>(reader.bytes_read()) / static_cast<double>(reader.bytes_total()));
}

unsigned worker_count(const PipelineOptions& options) {
    return options.threads ? options.threads : std::thread::hardware_concurrency();
}

/// Reads on this thread, examines on workers, and merges on this thread in input order. What the reader skips travels
/// with the documents, so that it too is reported in input order.
template <class Result, class Examine, class Merge>
void for_each_document(const Inputs& inputs, const PipelineOptions& options, std::istream* standard_input,
                       const Stages& stages, const Examine& examine, const Merge& merge) {
    OrderedWorkers<Outcome<Result>> workers(worker_count(options));
    const auto pass_on = [&](const Skipped& skipped) {
        workers.submit([skipped] { return Outcome<Result>{{}, skipped}; });
    };
    DocumentReader reader(inputs, pass_on, standard_input, options.input);
    while (auto raw = reader.next()) {
        const std::size_t bytes = raw->text.size();
        workers.submit(
            [&, raw = std::move(*raw)]() mutable { return attempt<Result>(stages, std::move(raw), examine); }, bytes);
        while (workers.full()) merge(workers.next());
        report_progress(options, reader);
    }
    while (!workers.empty()) merge(workers.next());
}

}  // namespace

Analysis analyze(const Inputs& inputs, const PipelineOptions& options, std::istream* standard_input) {
    const Stages stages(options);
    AnalysisBuilder builder(stages.gazetteer(), stages.lexicons());
    const auto examine = [&](Document document) {
        return findings_of(std::move(document), stages.extractor(), stages.resolver());
    };
    const auto merge = [&](Outcome<DocumentFindings> outcome) {
        if (outcome.result) return builder.add(std::move(*outcome.result));
        if (options.skipped) options.skipped(outcome.skipped);
        builder.add(std::move(outcome.skipped));
    };
    for_each_document<DocumentFindings>(inputs, options, standard_input, stages, examine, merge);
    if (builder.empty()) throw InputError("no document could be read");
    return builder.finish();
}

void extract(const Inputs& inputs, const PipelineOptions& options,
             const std::function<void(const Document&, const std::vector<Attribution>&)>& found,
             std::istream* standard_input) {
    using Extracted = std::pair<Document, std::vector<Attribution>>;
    const Stages stages(options);
    bool any = false;
    const auto examine = [&](Document document) {
        auto attributions = stages.extractor().extract(document);
        return Extracted{std::move(document), std::move(attributions)};
    };
    const auto merge = [&](const Outcome<Extracted>& outcome) {
        if (!outcome.result) return options.skipped ? options.skipped(outcome.skipped) : void();
        any = true;
        found(outcome.result->first, outcome.result->second);
    };
    for_each_document<Extracted>(inputs, options, standard_input, stages, examine, merge);
    if (!any) throw InputError("no document could be read");
}

}  // namespace hearsay
