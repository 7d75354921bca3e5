// SPDX-License-Identifier: Apache-2.0
#include "hearsay/pipeline.hpp"

#include <utility>

#include "analysis_builder.hpp"
#include "document_outcome.hpp"
#include "hearsay/error.hpp"
#include "ordered_workers.hpp"
#include "stages.hpp"

namespace hearsay {

namespace {

using Inputs = std::vector<std::filesystem::path>;

void report_progress(const PipelineOptions& options, const DocumentReader& reader) {
    if (!options.progress || reader.bytes_total() == 0) return;
    options.progress(static_cast<double>(reader.bytes_read()) / static_cast<double>(reader.bytes_total()));
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

/// An encoder and the model of pairs that lies beside it, `accurate.pairs.model` beside `accurate.model`, if any does.
PairModels pair_models(const std::filesystem::path& encoder) {
    std::filesystem::path pairs = encoder;
    pairs.replace_extension(".pairs.model");
    return encoder.empty() || !std::filesystem::is_regular_file(pairs) ? PairModels{} : PairModels{encoder, pairs};
}

}  // namespace

Analysis analyze(const Inputs& inputs, const PipelineOptions& options, std::istream* standard_input) {
    const Stages stages(options);
    AnalysisBuilder builder(stages.gazetteer(), stages.lexicons(), worker_count(options), Keep::everything, {},
                            pair_models(options.encoder));
    const auto examine = [&](Document document) {
        DocumentFindings found = findings_of(std::move(document), stages.extractor(), stages.resolver());
        tokenize_texts(found);
        return found;
    };
    const auto merge = [&](Outcome<DocumentFindings> outcome) {
        if (outcome.result) return builder.add(std::move(*outcome.result));
        if (options.skipped) options.skipped(outcome.skipped);
        builder.add(std::move(outcome.skipped));
    };
    for_each_document<DocumentFindings>(inputs, options, standard_input, stages, examine, merge);
    if (builder.empty()) throw InputError("no document could be read");
    return builder.finish().analysis;
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
