// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/content.hpp"
#include "claim/term_signature.hpp"
#include "claim/term_weights.hpp"

namespace hearsay {

/// Days since 1970-01-01 of an ISO 8601 date, the middle of a month where the day is missing; absent for less than
/// that.
std::optional<std::int32_t> day_number(std::string_view iso);

/// The words of each document's statements, as they come.
class DocumentTerms {
  public:
    /// Documents may come in any order. `published`: ISO 8601 prefix, or empty.
    void add(std::uint32_t document, std::string_view published, const Content& content);
    /// The words of those whom the document names as its sources.
    void add_sources(std::uint32_t document, std::vector<TermId> forms);
    /// By TermId of a form: how many of the first `documents` hold it.
    std::vector<std::uint32_t> articles(std::size_t terms, std::size_t documents) const;
    std::size_t documents() const { return lists_.size(); }

  private:
    friend class Stories;
    struct Lists {
        std::vector<TermId> terms, forms;
        std::vector<TermId> names;  // forms that few articles have; before Stories, of sources only
        std::optional<std::int32_t> day;
    };
    std::vector<Lists> lists_;
};

/// What each document speaks of as a whole, and so which of them report one event.
class Stories {
  public:
    /// `threads`: that may work at once; the result does not depend on it.
    Stories(DocumentTerms documents, const TermWeights& weights, unsigned threads);

    /// Both name somebody, and nobody in common.
    bool strangers(std::uint32_t a, std::uint32_t b) const;
    bool holds(std::uint32_t document, TermId term) const;
    /// Cosine of the two documents' words, each once, by rarity, names before other words: 0..most, for which
    /// whatever is more is given.
    double overlap(std::uint32_t a, std::uint32_t b, double most = 1) const;
    /// Days between the two documents' publication; 0 where one is unknown.
    std::int32_t days_apart(std::uint32_t a, std::uint32_t b) const;

  private:
    void measure(std::size_t document);
    double square(TermId form) const;

    std::vector<DocumentTerms::Lists> lists_;  // sorted, each term once
    const TermWeights& weights_;
    std::vector<double> norms_;
    std::vector<TermSignature<512>> signatures_;
};

}  // namespace hearsay
