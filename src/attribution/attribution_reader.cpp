// SPDX-License-Identifier: Apache-2.0
#include "attribution/attribution_reader.hpp"

#include <algorithm>

#include "attribution/features.hpp"
#include "hearsay/error.hpp"

namespace hearsay {

namespace {

// Windows hold two tokens for each of the text on average. Where they come to eight, the text is no article, and they are
// kept narrow, so that time stays in proportion.
constexpr std::uint64_t kWindowTokens = 8, kWindowReserve = 20'000;
constexpr std::uint32_t kNarrow = 30;

}  // namespace

AttributionModels AttributionModels::load(const std::filesystem::path& folder) {
    using learn::LinearModel;
    return {LinearModel::load(folder / "roles.model", kRoleFeatures),
            LinearModel::load(folder / "links.model", kLinkFeatures),
            LinearModel::load(folder / "confidence.model", kConfidenceFeatures)};
}

void AttributionModels::save(const std::filesystem::path& folder) const {
    roles.save(folder / "roles.model");
    links.save(folder / "links.model");
    confidence.save(folder / "confidence.model");
}

std::vector<FoundAttribution> AttributionReader::read(const AnnotatedText& e, float threshold, float nested) {
    spent_ = 0;
    RoleReading reading = roles_.read(e);
    std::vector<FoundAttribution> found;
    link(e, reading, 0, {0, e.size()}, threshold, found);
    std::vector<bool> cue(e.size(), false);
    for (const FoundAttribution& f : found)
        std::fill(cue.begin() + f.linked.cue.tokens.begin, cue.begin() + f.linked.cue.tokens.end, true);
    // The corpus gives a token one role, so a cue within a content is seen only when the content is read by itself. What
    // stands in quotation marks is the speaker's and not the article's reporting.
    const std::size_t outer = found.size();
    for (std::size_t f = 0; f != outer; ++f)
        for (const TokenRange content : std::vector(found[f].linked.content)) {
            const std::size_t first = reading.cues.size();
            roles_.read_within(content, reading);
            const auto known = [&](const CueCandidate& c) { return cue[c.tokens.begin] || e.quoted(c.tokens.begin); };
            const auto added = reading.cues.begin() + static_cast<std::ptrdiff_t>(first);
            reading.cues.erase(std::remove_if(added, reading.cues.end(), known), reading.cues.end());
            link(e, reading, first, content, nested, found);
        }
    return found;
}

TokenRange AttributionReader::window_for(const AnnotatedText& e, TokenRange cue, TokenRange bounds) {
    TokenRange window = window_of(e, cue);
    if (spent_ + window.size() > kWindowTokens * cue.end + kWindowReserve)
        window = {std::max(window.begin, cue.begin - std::min(cue.begin, kNarrow)), std::min(window.end, cue.end + kNarrow)};
    window = {std::max(window.begin, bounds.begin), std::min(window.end, bounds.end)};
    spent_ += window.size();
    return window;
}

void AttributionReader::link(const AnnotatedText& e, const RoleReading& reading, std::size_t first, TokenRange bounds,
                             float threshold, std::vector<FoundAttribution>& found) {
    for (std::size_t c = first; c != reading.cues.size(); ++c) {
        const CueCandidate& cue = reading.cues[c];
        const TokenRange window = window_for(e, cue.tokens, bounds);
        if (window.size() == cue.tokens.size()) continue;
        LinkedCue linked = linker_.link(e, reading.roles, cue, window);
        features_.clear();
        confidence_features(e, reading.roles, linked, features_);
        confidence_.read(features_);
        const float right = confidence_.marginals()[1];
        if (right >= threshold) found.push_back({std::move(linked), right});
    }
}

}  // namespace hearsay
