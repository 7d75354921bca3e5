// SPDX-License-Identifier: Apache-2.0
#include "attribution/linker.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "attribution/features.hpp"
#include "learn/log_odds.hpp"

namespace hearsay {

namespace {

using learn::Label;

constexpr float kLeastLikelyCue = 0.15F;

constexpr Label label(RoleLabel role) { return static_cast<Label>(role); }
constexpr Label label(LinkLabel link) { return static_cast<Label>(link); }

/// The runs of tokens that a labelling gives to one role, cut where a new one begins.
std::vector<TokenRange> runs(std::span<const Label> labels, Label begin, Label only, std::uint32_t offset) {
    std::vector<TokenRange> found;
    for (std::uint32_t i = 0; i != labels.size(); ++i) {
        if (labels[i] < begin || labels[i] > only) continue;
        if (labels[i] == begin || labels[i] == only || found.empty()) found.push_back({offset + i, offset + i});
        found.back().end = offset + i + 1;
    }
    return found;
}

// No sane paragraph comes near this; "said said said" would take a link for every word.
constexpr std::uint32_t kTokensPerCue = 8, kCuesAtLeast = 6;

/// Of the cues from `first` on, at most so many.
void keep_likeliest(std::vector<CueCandidate>& cues, std::size_t first, std::size_t most) {
    if (cues.size() - first <= most) return;
    const auto begin = cues.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(most);
    std::ranges::stable_sort(begin, cues.end(), std::greater<>(), &CueCandidate::probability);
    cues.erase(end, cues.end());
    std::ranges::sort(begin, cues.end(), {}, [](const CueCandidate& cue) { return cue.tokens.begin; });
}

TokenRange paragraph_at(const TokenizedText& text, std::uint32_t token) {
    return text.paragraphs()[text.sentences()[text.tokens()[token].sentence].paragraph].tokens;
}

std::uint64_t step(float probability) {
    return static_cast<std::uint64_t>(std::lround(learn::log_odds(probability) * 1.5F) + 20);
}

}  // namespace

RoleReading RoleReader::read(const AnnotatedText& e) {
    const TokenRange all{0, e.size()};
    return read(e, std::span(&all, 1));
}

RoleReading RoleReader::read(const AnnotatedText& e, std::span<const TokenRange> passages) {
    RoleReading reading;
    reading.roles.resize(e.size());
    decoder_.read({});
    std::uint32_t scored = 0;
    for (const TokenRange passage : passages) {
        features_.clear();
        for (; scored != passage.begin; ++scored) features_.close();  // tokens between passages have no features
        role_features(e, passage, features_);
        decoder_.read_on(features_);
        scored = passage.end;
    }
    for (const TokenRange passage : passages)
        for (auto t = passage.begin; t != passage.end;) {
            const TokenRange paragraph = paragraph_at(e.text, t);
            read_part(paragraph, reading);
            t = paragraph.end;
        }
    return reading;
}

void RoleReader::read_within(TokenRange content, RoleReading& reading) { read_part(content, reading); }

void RoleReader::read_part(TokenRange range, RoleReading& reading) {
    decoder_.select(range.begin, range.size());
    std::vector<Label>& roles = reading.roles;
    std::ranges::copy(decoder_.decode(), roles.begin() + range.begin);
    const auto marginals = decoder_.marginals();
    const std::size_t first = reading.cues.size();
    const auto probability = [&](std::uint32_t i, RoleLabel role) {
        return marginals[(i - range.begin) * kRoleNames.size() + label(role)];
    };
    for (auto i = range.begin; i < range.end; ++i) {
        const bool decoded = roles[i] == label(RoleLabel::cue_begin);
        if (!decoded && (roles[i] == label(RoleLabel::cue) || probability(i, RoleLabel::cue_begin) < kLeastLikelyCue)) continue;
        auto end = i + 1;
        if (decoded)
            while (end < range.end && roles[end] == label(RoleLabel::cue)) ++end;
        else
            while (end < range.end && probability(end, RoleLabel::cue) > probability(i, RoleLabel::cue_begin) / 2) ++end;
        reading.cues.push_back({{i, end}, probability(i, RoleLabel::cue_begin)});
        i = end - 1;
    }
    keep_likeliest(reading.cues, first, range.size() / kTokensPerCue + kCuesAtLeast);
}

LinkedCue Linker::link(const AnnotatedText& e, std::span<const Label> roles, CueCandidate cue, TokenRange window) {
    features_.clear();
    link_features(e, roles, cue.tokens, window, features_);
    decoder_.read(features_);
    const auto marginals = decoder_.marginals();
    const auto begins = [&](std::size_t i) {
        const auto at = marginals.subspan(i * kLinkNames.size(), kLinkNames.size());
        return at[label(LinkLabel::content_begin)] + at[label(LinkLabel::content_only)];
    };
    std::vector<Label> nothing(window.size(), label(LinkLabel::none));
    std::fill(nothing.begin() + (cue.tokens.begin - window.begin), nothing.begin() + (cue.tokens.end - window.begin),
              label(LinkLabel::cue));
    LinkedCue linked{cue, {}, {}, 0, 0, 0};
    linked.empty = static_cast<float>(std::exp(decoder_.log_probability(nothing)));
    auto labels = decoder_.decode();
    const auto has_content = [](Label l) { return l >= label(LinkLabel::content_begin); };
    if (std::ranges::none_of(labels, has_content)) {
        const std::size_t cue_begin = cue.tokens.begin - window.begin, cue_end = cue.tokens.end - window.begin;
        std::size_t likeliest = cue_begin == 0 ? cue_end : 0;
        for (std::size_t i = likeliest; i < window.size(); ++i)
            if ((i < cue_begin || i >= cue_end) && begins(i) > begins(likeliest)) likeliest = i;
        if (likeliest >= window.size()) likeliest = 0;  // there is nothing but the cue
        const auto at = marginals.subspan(likeliest * kLinkNames.size(), kLinkNames.size());
        labels = decoder_.decode_with(likeliest, at[label(LinkLabel::content_begin)] >= at[label(LinkLabel::content_only)]
                                                     ? label(LinkLabel::content_begin)
                                                     : label(LinkLabel::content_only));
    }
    linked.whole = static_cast<float>(std::exp(decoder_.log_probability(labels)));
    linked.source = runs(labels, label(LinkLabel::source_begin), label(LinkLabel::source_only), window.begin);
    linked.content = runs(labels, label(LinkLabel::content_begin), label(LinkLabel::content_only), window.begin);
    if (!linked.content.empty()) linked.begins = begins(linked.content.front().begin - window.begin);
    return linked;
}

void confidence_features(const AnnotatedText& e, std::span<const Label> roles, const LinkedCue& linked,
                         learn::FeatureSequence& out) {
    using learn::feature;
    const std::uint64_t cue = step(linked.cue.probability), empty = step(linked.empty), whole = step(linked.whole),
                        begins = step(linked.begins), source = !linked.source.empty();
    const TokenRange tokens = linked.cue.tokens;
    const std::uint64_t seen = roles[tokens.begin] == label(RoleLabel::cue_begin);
    std::uint32_t length = 0;
    for (const TokenRange r : linked.content) length += r.size();
    const std::uint64_t size = std::min<std::uint32_t>(length, 6), parts = std::min<std::size_t>(linked.content.size(), 3);
    const bool quoted = !linked.content.empty() && e.quoted(linked.content.front().begin);
    std::uint64_t name = 900;
    const auto add = [&](auto... values) { out.add(feature(name++, values...)); };
    add(0);
    add(cue);
    add(empty);
    add(whole);
    add(begins);
    add(source, size);
    add(seen, source);
    add(quoted, source, parts);
    add(cue / 2, empty / 2);
    add(cue / 2, whole / 2);
    add(cue / 3, empty / 3, begins / 3);
    out.close();
}

}  // namespace hearsay
