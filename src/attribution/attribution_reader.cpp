// SPDX-License-Identifier: Apache-2.0
#include "attribution/attribution_reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "attribution/features.hpp"
#include "attribution/passage.hpp"
#include "hearsay/error.hpp"

namespace hearsay {

namespace {

// Windows hold two tokens for each of the text on average. Where they come to eight, the passage is none of an article,
// and they are kept narrow, so that time stays in proportion.
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

std::vector<FoundAttribution> AttributionReader::read(const AnnotatedText& e) {
    std::vector<FoundAttribution> all;
    for (PassageAttributions& passage : read(e, passages_of(e.text)))
        std::ranges::move(passage.found, std::back_inserter(all));
    return all;
}

std::vector<PassageAttributions> AttributionReader::read(const AnnotatedText& e, std::span<const TokenRange> passages) {
    RoleReading reading = roles_.read(e, passages);
    const std::vector<CueCandidate> cues = std::exchange(reading.cues, {});
    std::vector<PassageAttributions> result;
    auto next = cues.begin();
    for (const TokenRange passage : passages) {
        const auto first = next;
        while (next != cues.end() && next->tokens.begin < passage.end) ++next;
        result.push_back(read_passage(e, passage, {first, next}, reading));
    }
    return result;
}

PassageAttributions AttributionReader::read_passage(const AnnotatedText& e, TokenRange passage,
                                                    std::span<const CueCandidate> cues, RoleReading& reading) {
    spent_ = 0;
    passage_ = passage;
    PassageAttributions result;
    std::vector<FoundAttribution>& found = result.found;
    link(e, reading.roles, cues, passage, kThreshold, result);
    std::vector<bool> cue(passage.size(), false);
    for (const FoundAttribution& f : found)
        for (auto t = f.linked.cue.tokens.begin; t != f.linked.cue.tokens.end; ++t) cue[t - passage.begin] = true;
    // The corpus gives a token one role, so a cue within a content is seen only when the content is read by itself.
    // What stands in quotation marks is the speaker's and not the article's reporting.
    const auto known = [&](const CueCandidate& c) {
        return cue[c.tokens.begin - passage.begin] || e.quoted(c.tokens.begin);
    };
    const std::size_t outer = found.size();
    for (std::size_t f = 0; f != outer; ++f)
        for (const TokenRange content : std::vector(found[f].linked.content)) {
            reading.cues.clear();
            roles_.read_within(content, reading);
            std::erase_if(reading.cues, known);
            link(e, reading.roles, reading.cues, content, kNested, result);
        }
    return result;
}

TokenRange AttributionReader::window_for(const AnnotatedText& e, TokenRange cue, TokenRange bounds) {
    TokenRange window = window_of(e, cue);
    if (spent_ + window.size() > kWindowTokens * (cue.end - passage_.begin) + kWindowReserve)
        window = {std::max(window.begin, cue.begin - std::min(cue.begin, kNarrow)),
                  std::min(window.end, cue.end + kNarrow)};
    window = {std::max(window.begin, bounds.begin), std::min(window.end, bounds.end)};
    spent_ += window.size();
    return window;
}

void AttributionReader::link(const AnnotatedText& e, std::span<const learn::Label> roles,
                             std::span<const CueCandidate> cues, TokenRange bounds, float threshold,
                             PassageAttributions& result) {
    for (const CueCandidate& cue : cues) {
        const TokenRange window = window_for(e, cue.tokens, bounds);
        if (window.size() == cue.tokens.size()) continue;
        // The features of a link see the words on both sides of its cue.
        result.alone = result.alone && cue.tokens.begin != passage_.begin && cue.tokens.end != passage_.end;
        LinkedCue linked = linker_.link(e, roles, cue, window);
        features_.clear();
        confidence_features(e, roles, linked, features_);
        confidence_.read(features_);
        const float right = confidence_.marginals()[1];
        if (right >= threshold) result.found.push_back({std::move(linked), right});
    }
}

}  // namespace hearsay
