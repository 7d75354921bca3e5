// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <stdexcept>
#include <string>

namespace hearsay {

/// The family of exceptions. Every message names the file (or input), the place in it where one is known, and the
/// cause; `main` adds what to do next. Wrong usage is `std::invalid_argument` in the library and exit code 2 outside.
///
///   try { analyze(...); }
///   catch (const hearsay::Error& error) { std::cerr << error.what() << '\n'; }
class Error : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// A document or manifest can't be read or understood. The run skips it and goes on.
class InputError : public Error {
  public:
    using Error::Error;
};

/// A file of annotated documents, gold or predicted, can't be read or understood. Nothing is skipped: a score over part
/// of a file would be a wrong score.
class AnnotationError : public InputError {
  public:
    using InputError::InputError;
};

/// A corpus to train models from can't be read or understood, or is too small.
class CorpusError : public Error {
  public:
    using Error::Error;
};

/// A lexicon, gazetteer or model that hearsay itself needs is missing or damaged. The run can't start.
class ResourceError : public Error {
  public:
    using Error::Error;
};

/// A table of sources that the user gave can't be read or understood. The run can't start.
class SourcesError : public Error {
  public:
    using Error::Error;
};

/// The result of an earlier run is missing or damaged, or lacks what was asked for.
class ResultError : public Error {
  public:
    using Error::Error;
};

/// A run directory can't be used as it is: another process writes it, a newer hearsay wrote it, or it was begun with other
/// models.
class RunError : public Error {
  public:
    using Error::Error;
};

/// A result can't be written.
class OutputError : public Error {
  public:
    using Error::Error;
};

}  // namespace hearsay
