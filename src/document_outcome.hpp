// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <thread>

#include "hearsay/error.hpp"
#include "stages.hpp"

namespace hearsay {

/// A document's result, or why there is none.
template <class Result>
struct Outcome {
    std::optional<Result> result;
    Skipped skipped{};
};

inline std::string name_of(const RawDocument& raw) {
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

/// One more than the machine has: now and then one waits for its turn.
inline unsigned worker_count(const PipelineOptions& options) {
    return options.threads ? options.threads : std::thread::hardware_concurrency() + 1;
}

}  // namespace hearsay
