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
    std::vector<std::int64_t> anchors{0};  // by claim, which here are numbered by them
    standings_.emplace_back();
    Query claims(database, "SELECT anchor, independent_origins FROM claim_rows ORDER BY anchor");
    while (claims.next()) {
        anchors.push_back(claims.integer(0));
        standings_.push_back({claims.as<std::uint32_t>(1), 0, 0});
    }
    const auto claim_at = [&](const Query& query, int column) {
        return std::ranges::lower_bound(anchors, query.integer(column)) - anchors.begin();
    };
    Query denials(database, "SELECT anchor, count(*) FROM endorsement_rows WHERE stance = 'denies' GROUP BY anchor");
    while (denials.next())
        standings_.at(static_cast<std::size_t>(claim_at(denials, 0))).denials = denials.as<std::uint32_t>(1);
    Query mentions(database, "SELECT statement, anchor FROM mention_rows WHERE NOT in_part");
    while (mentions.next()) {
        const auto statement = mentions.as<std::size_t>(0);
        if (statement >= claims_.size()) claims_.resize(std::max(statement + 1, 2 * claims_.size()));
        claims_[statement] = static_cast<std::uint32_t>(claim_at(mentions, 1));
        ++standings_.at(claims_[statement]).mentions;
    }
}

std::uint32_t FormerResults::claim_of(std::int64_t statement) const {
    const auto index = static_cast<std::size_t>(statement);
    return index < claims_.size() ? claims_[index] : 0;
}

/// One claim beside those that its statements made up before.
struct FormerResults::Comparison {
    std::uint32_t claims = 0;                ///< how many these were
    std::uint32_t origins = 0, denials = 0;  ///< of the strongest of them
    std::uint32_t whole_origins = 0;         ///< of the strongest that is in the claim with all its statements
    bool grown = false;                      ///< the claim holds a statement that is new
};

FormerResults::Comparison FormerResults::beside(const MatchedClaim& claim,
                                                const std::vector<std::int64_t>& statements) const {
    std::vector<std::uint32_t> former;
    for (const auto& member : claim.members)
        if (!member.in_part) former.push_back(claim_of(statements.at(member.mention)));
    std::ranges::sort(former);
    Comparison found{.grown = former.front() == 0};
    for (auto first = std::ranges::upper_bound(former, 0U); first != former.end();) {
        const auto last = std::upper_bound(first, former.end(), *first);
        const Standing& was = standings_.at(*first);
        ++found.claims;
        found.origins = std::max(found.origins, was.origins);
        found.denials = std::max(found.denials, was.denials);
        if (last - first == was.mentions) found.whole_origins = std::max(found.whole_origins, was.origins);
        first = last;
    }
    return found;
}

std::vector<ClaimChange> FormerResults::compare(const RunResults& results) const {
    std::vector<ClaimChange> changes;
    if (standings_.size() == 1) return changes;
    std::vector<std::int64_t> statements;
    for (const StoredPlace& place : results.places)
        for (std::uint32_t i = 0; i < place.statements; ++i) statements.push_back(place.first_statement + i);
    for (std::uint32_t c = 0; c < results.built.matched.size(); ++c) {
        const Comparison was = beside(results.built.matched[c], statements);
        if (was.claims == 0) continue;
        const Corroboration& now = results.built.analysis.corroboration[c];
        const auto denials = static_cast<std::uint32_t>(now.denied_by.size());
        const auto add = [&](bool applies, ChangeKind kind, std::uint32_t before, std::uint32_t after) {
            if (applies) changes.push_back({kind, ClaimId{c}, before, after});
        };
        const std::uint32_t origins = now.independent_origins;
        add(was.grown && origins > was.origins, ChangeKind::corroborated, was.origins, origins);
        add(denials > 0 && was.denials == 0, ChangeKind::denied, 0, denials);
        add(origins < was.whole_origins, ChangeKind::origins_merged, was.whole_origins, origins);
        add(was.claims > 1, ChangeKind::claims_merged, was.claims, 1);
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
