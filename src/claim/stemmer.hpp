// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace hearsay {

/// Snowball's English stemmer ("Porter2"). One per thread: it has scratch space of its own.
class Stemmer {
  public:
    Stemmer();
    /// The stem of a word in lower case.
    std::string stem(std::string_view word);

  private:
    std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

}  // namespace hearsay
