// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hearsay/attribution/attribution.hpp"

namespace hearsay {

/// The attributions of one document as a file gives them.
struct AnnotatedDocument {
    std::string id;
    std::uint64_t line = 0;  ///< where it stands in the file, from 1
    Text text;               ///< empty in a prediction
    /// With source, cue, content and confidence; spans as given, so that they may be empty, overlap or leave the text.
    std::vector<Attribution> attributions;
};

/// What a line must hold: gold lines have a text and attributions; predicted ones need neither.
enum class AnnotationKind : std::uint8_t { gold, predicted };

/// Reads annotated documents, one JSON object a line (docs/hearsay-evaluate.md has the fields).
///
///   AnnotationReader reader("dev.jsonl", AnnotationKind::gold);
///   while (const auto document = reader.next()) learn(document->text, document->attributions);
///
/// A name that ends in .gz is unpacked, "-" is standard input, empty lines are skipped. Unlike a DocumentReader it
/// passes over nothing: whatever can't be read, and an id that comes twice, throws AnnotationError.
class AnnotationReader {
  public:
    AnnotationReader(std::filesystem::path file, AnnotationKind kind, std::istream* standard_input = nullptr);
    ~AnnotationReader();
    std::optional<AnnotatedDocument> next();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace hearsay
