// SPDX-License-Identifier: Apache-2.0
#include "store/changes.hpp"

#include <algorithm>

namespace hearsay {

std::string_view to_string(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::corroborated:
            return "corroborated";
        case ChangeKind::denied:
            return "denied";
        case ChangeKind::origins_merged:
            return "origins_merged";
        case ChangeKind::claims_merged:
            return "claims_merged";
    }
    return "";
}

FormerResults::FormerResults(Database& database) {
    Query claims(database, "SELECT claim, independent_origins FROM claims ORDER BY claim");
    standings_.emplace_back();
    while (claims.next()) standings_.push_back({claims.as<std::uint32_t>(1), 0});
    Query denials(database, "SELECT claim, count(*) FROM endorsements WHERE stance = 'denies' GROUP BY claim");
    while (denials.next()) standings_.at(denials.as<std::size_t>(0)).denials = denials.as<std::uint32_t>(1);
    Query mentions(database, "SELECT statement, claim FROM mentions");
    while (mentions.next()) {
        const auto statement = mentions.as<std::size_t>(0);
        if (statement >= claims_.size()) claims_.resize(std::max(statement + 1, 2 * claims_.size()));
        claims_[statement] = mentions.as<std::uint32_t>(1);
    }
}

std::uint32_t FormerResults::claim_of(std::int64_t statement) const {
    const auto index = static_cast<std::size_t>(statement);
    return index < claims_.size() ? claims_[index] : 0;
}

/// One claim beside those that its statements made up before.
struct FormerResults::Comparison {
    std::vector<std::uint32_t> former;  // claims
    bool grown = false;                 // holds a statement that is new

    void note(std::uint32_t claim) {
        grown |= claim == 0;
        if (claim != 0) former.push_back(claim);
    }
    void finish() {
        std::ranges::sort(former);
        const auto rest = std::ranges::unique(former);
        former.erase(rest.begin(), rest.end());
    }
};

std::vector<ClaimChange> FormerResults::compare(const RunResults& results) const {
    std::vector<ClaimChange> changes;
    if (standings_.size() == 1) return changes;
    std::vector<std::int64_t> statements;
    for (const StoredPlace& place : results.places)
        for (std::uint32_t i = 0; i < place.statements; ++i) statements.push_back(place.first_statement + i);
    for (std::size_t c = 0; c < results.built.matched.size(); ++c) {
        Comparison comparison;
        for (const auto& member : results.built.matched[c].members)
            comparison.note(claim_of(statements.at(member.mention)));
        comparison.finish();
        if (comparison.former.empty()) continue;
        Standing was;
        for (const std::uint32_t claim : comparison.former) {
            was.origins = std::max(was.origins, standings_.at(claim).origins);
            was.denials = std::max(was.denials, standings_.at(claim).denials);
        }
        const Corroboration& figures = results.built.analysis.corroboration[c];
        const auto denials = static_cast<std::uint32_t>(figures.denied_by.size());
        const auto add = [&](ChangeKind kind, std::uint32_t before, std::uint32_t now) {
            changes.push_back({kind, ClaimId{static_cast<std::uint32_t>(c)}, before, now});
        };
        if (comparison.grown && figures.independent_origins > was.origins)
            add(ChangeKind::corroborated, was.origins, figures.independent_origins);
        if (denials > 0 && was.denials == 0) add(ChangeKind::denied, 0, denials);
        if (figures.independent_origins < was.origins)
            add(ChangeKind::origins_merged, was.origins, figures.independent_origins);
        if (comparison.former.size() > 1)
            add(ChangeKind::claims_merged, static_cast<std::uint32_t>(comparison.former.size()), 1);
    }
    return changes;
}

void write_changes(Database& database, const std::vector<ClaimChange>& changes) {
    database.run("DELETE FROM changes");
    Query insert(database, "INSERT INTO changes(kind, claim, was, now) VALUES(?,?,?,?)");
    for (const ClaimChange& change : changes)
        insert.execute(to_string(change.kind), static_cast<std::int64_t>(change.claim) + 1, change.was, change.now);
}

}  // namespace hearsay
