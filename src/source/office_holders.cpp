// SPDX-License-Identifier: Apache-2.0
#include "office_holders.hpp"

#include <algorithm>

namespace hearsay {

namespace {

constexpr std::ptrdiff_t kBefore = 32, kAfter = 16;  // mentions looked at: bounds the cost of a look-up

}  // namespace

OfficeHolders::OfficeHolders(const SourceReading& reading) : entities_(&reading.entities) {
    for (const NameMention& name : reading.names.all()) {
        const auto& offices = reading.entities[name.entity].offices;
        for (std::size_t i = 0; i < offices.size(); ++i) {
            const auto same = [&](const Office& o) { return o.role == offices[i].role; };
            if (std::any_of(offices.begin(), offices.begin() + static_cast<std::ptrdiff_t>(i), same)) continue;
            by_role_[offices[i].role].emplace_back(name.tokens.begin, name.entity);
        }
    }
}

double OfficeHolders::fit_of(const Office& office, EntityId id) const {
    double best = 0;
    for (const Office& held : (*entities_)[id].offices) best = std::max(best, fit(office, held));
    const std::string& country = (*entities_)[id].source.country;
    const bool foreign = !office.country.empty() && !country.empty() && country != office.country;
    return foreign ? 0 : best;
}

EntityId OfficeHolders::holder(const Office& office, std::uint32_t token) const {
    const auto found = by_role_.find(office.role);
    if (found == by_role_.end()) return kNoEntity;
    const auto& named = found->second;
    const auto here = std::ranges::lower_bound(named, token, {}, &Named::first);
    EntityId best = kNoEntity;
    double most = 0;
    const auto consider = [&](const Named& candidate) {
        const double fits = fit_of(office, candidate.second);
        if (fits <= most) return;
        most = fits;
        best = candidate.second;
    };
    const auto first = here - named.begin() > kBefore ? here - kBefore : named.begin();
    const auto last = named.end() - here > kAfter ? here + kAfter : named.end();
    for (auto at = here; at != first;) consider(*--at);
    std::for_each(here, last, consider);
    return best;
}

}  // namespace hearsay
