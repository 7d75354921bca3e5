// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "content_words.hpp"
#include "mentions.hpp"

namespace hearsay {

/// That an attribution confirms, denies or doubts what somebody else reported.
struct Endorsement {
    Stance stance = Stance::confirms;
    std::optional<std::uint32_t> about;  ///< the attribution whose report it is
    Hop reporter = {};                   ///< whose report it is, where it begins the chain
};

/// Resolves "a recent report", "Hunter's claim", "reports from Ukrainian media", "the death" and "as Ukrainian media
/// reported last week" to those whose report it is.
class EndorsementFinder {
  public:
    EndorsementFinder(const SourceReading& reading, const std::vector<Attribution>& attributions,
                      const std::vector<EntityId>& sources, MentionResolver& mentions);
    /// `counts` tells which attributions are reported of their own.
    std::optional<Endorsement> find(std::uint32_t attribution, const std::function<bool(std::uint32_t)>& counts);

  private:
    struct Report {  // the noun phrase that stands for a report
        TokenRange phrase;
        std::uint32_t noun = 0;
        ReportNoun kind = ReportNoun::report;
    };
    struct EarlierReport {  // "as Ukrainian media reported last week"
        std::uint32_t token;
        Hop reporter;
    };

    std::optional<Report> report_in(std::uint32_t attribution) const;
    std::optional<Stance> verdict(std::uint32_t attribution, const Report& report) const;
    std::optional<std::uint32_t> told_within(std::uint32_t attribution,
                                             const std::function<bool(std::uint32_t)>& meant) const;
    bool only_points(std::uint32_t attribution, const Report& report) const;
    std::optional<Endorsement> of_report(std::uint32_t attribution, const Report& report,
                                         const std::function<bool(std::uint32_t)>& counts);
    std::optional<Endorsement> of_event(std::uint32_t attribution) const;
    std::optional<Endorsement> of_statement(std::uint32_t attribution,
                                            const std::function<bool(std::uint32_t)>& counts) const;
    std::optional<std::uint32_t> said_right_before(std::uint32_t attribution,
                                                   const std::function<bool(std::uint32_t)>& meant) const;
    std::optional<Endorsement> of_accusation(std::uint32_t attribution,
                                             const std::function<bool(std::uint32_t)>& counts) const;
    std::optional<Endorsement> as_reported(std::uint32_t attribution) const;
    Identified named_reporter(std::uint32_t attribution, const Report& report);
    TokenRange earlier_reporter(std::uint32_t as) const;
    std::optional<std::uint32_t> meant(std::uint32_t attribution, const Report& report, EntityId reporter,
                                       const std::function<bool(std::uint32_t)>& counts) const;
    bool media(EntityId id) const;
    bool same_sentence(std::uint32_t a, std::uint32_t b) const;

    SourceReading in_;
    const std::vector<Attribution>& attributions_;
    const std::vector<EntityId>& sources_;
    MentionResolver& mentions_;
    const ContentWords& said(std::uint32_t attribution) const;

    std::vector<EarlierReport> earlier_reports_;             // in text order
    mutable std::vector<std::optional<ContentWords>> said_;  // by attribution, where somebody asked
};

}  // namespace hearsay
