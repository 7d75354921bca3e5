// SPDX-License-Identifier: Apache-2.0
#include "render/picture_builder.hpp"

#include <algorithm>

#include "render/legible.hpp"
#include "render/names.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kNameLength = 60, kTitleLength = 80, kClaimLength = 120, kTooltipLength = 400, kNoteLength = 800;
constexpr unsigned kNameColumns = 24, kTitleColumns = 30, kClaimColumns = 40;

std::vector<std::string> lines(std::string_view text, std::size_t limit, unsigned columns) {
    return wrap(shorten(legible(text), limit), columns);
}

std::string_view kind_name(const Source& source) {
    return source.unnamed && source.kind == SourceKind::person ? to_string(SourceKind::anonymous)
                                                               : to_string(source.kind);
}

}  // namespace

void Picture::add_note(std::string_view text) { notes.push_back(to_utf8(shorten(legible(text), kNoteLength))); }

std::pair<std::uint32_t, bool> PictureBuilder::vertex(NodeKind kind, std::uint32_t index, std::string name) {
    const auto next = static_cast<std::uint32_t>(picture_.vertices.size());
    const auto [at, added] = vertex_of_.try_emplace({kind, index}, next);
    if (added) picture_.vertices.emplace_back().name = std::move(name);
    return {at->second, added};
}

std::uint32_t PictureBuilder::source(SourceId id) {
    const auto [at, added] = vertex(NodeKind::source, static_cast<std::uint32_t>(id), name_of(id));
    if (!added) return at;
    const Source& source = analysis_.sources[static_cast<std::size_t>(id)];
    Picture::Vertex& drawn = picture_.vertices[at];
    const std::string name = shown_name(source);
    drawn.kind = kind_name(source);
    drawn.heading = lines(name, kNameLength, kNameColumns);
    if (source.role != source.name) drawn.text = lines(source.role, kNameLength, kTitleColumns);
    drawn.tooltip = to_utf8(shorten(legible(name), kTitleLength)) + ": " +
                    (source.role.empty() ? std::string(to_string(source.kind))
                                         : to_utf8(shorten(legible(source.role), kTooltipLength)));
    return at;
}

std::uint32_t PictureBuilder::article(DocumentId id) {
    const auto [at, added] = vertex(NodeKind::document, static_cast<std::uint32_t>(id), name_of(id));
    if (!added) return at;
    const DocumentRecord& document = analysis_.documents[static_cast<std::size_t>(id)];
    Picture::Vertex& drawn = picture_.vertices[at];
    const std::string_view title = document.title ? std::string_view(document.title.value) : document.id;
    drawn.kind = "article";
    drawn.text = lines(title, kTitleLength, kTitleColumns);
    if (document.published) drawn.text.push_back(to_utf8(shorten(legible(document.published.value), kTitleColumns)));
    drawn.tooltip =
        to_utf8(shorten(legible(document.id), kTitleLength)) + ": " + to_utf8(shorten(legible(title), kTooltipLength));
    return at;
}

std::uint32_t PictureBuilder::claim(ClaimId id) {
    const auto index = static_cast<std::uint32_t>(id);
    const auto [at, added] = vertex(NodeKind::claim, index, name_of(id));
    if (!added) return at;
    const Corroboration& figures = analysis_.corroboration[index];
    Picture::Vertex& drawn = picture_.vertices[at];
    drawn.kind = "claim";
    drawn.heading = {"Claim " + std::to_string(index + 1) + ": " +
                     counted(figures.independent_origins, "independent origin") + " in " +
                     counted(figures.documents, "article")};
    if (figures.disputed) drawn.heading.emplace_back("disputed");
    drawn.text = lines(analysis_.claims[index].text, kClaimLength, kClaimColumns);
    drawn.tooltip = to_utf8(
        shorten(legible("Claim " + std::to_string(index + 1) + ": " + analysis_.claims[index].text), kTooltipLength));
    if (!figures.explanation.empty())
        drawn.tooltip += " Why: " + to_utf8(shorten(legible(figures.explanation), kNoteLength));
    return at;
}

void PictureBuilder::mark_origin(const Mention& mention, const ClaimVoices& voices) {
    if (voices.counted(mention)) picture_.vertices[source(mention.chain.front())].origin = true;
}

void PictureBuilder::arc(std::uint32_t from, std::uint32_t to, std::string_view kind, const Mention& mention,
                         bool labelled) {
    const auto next = static_cast<std::uint32_t>(picture_.arcs.size());
    const auto [at, added] = arc_of_.try_emplace({from, to, std::string(kind)}, next);
    if (added) picture_.arcs.push_back({from, to, std::string(kind), 0, false, false, tooltip(from, to, mention)});
    Picture::Arc& drawn = picture_.arcs[at->second];
    ++drawn.mentions;
    drawn.labelled |= labelled;
}

std::string PictureBuilder::tooltip(std::uint32_t from, std::uint32_t to, const Mention& mention) const {
    const auto label = [this](std::uint32_t at) {
        const std::string& tip = picture_.vertices[at].tooltip;
        return tip.substr(0, tip.find(": "));
    };
    const std::string& sentence = mention.sentence.empty() ? mention.text : mention.sentence;
    return label(from) + " → " + label(to) + ": " + to_utf8(shorten(legible(sentence), kTooltipLength));
}

/// Arrows between those drawn articles that copy one another.
void PictureBuilder::copies() {
    for (std::uint32_t i = 0; i < analysis_.copies.size(); ++i) {
        if (!has(NodeKind::document, i)) continue;
        const CopyOf& found = analysis_.copies[i];
        if (found.version_of) copy(*found.version_of, DocumentId{i}, "version_of");
        if (found.reprint_of) copy(*found.reprint_of, DocumentId{i}, "reprint_of");
    }
}

void PictureBuilder::copy(DocumentId of, DocumentId copy, std::string_view kind) {
    if (!has(NodeKind::document, static_cast<std::uint32_t>(of))) return;
    const std::string what = kind == "version_of" ? "another version of " : "a reprint of ";
    const std::string tip = to_utf8(legible(analysis_.documents[static_cast<std::size_t>(copy)].id + " is " + what +
                                            analysis_.documents[static_cast<std::size_t>(of)].id));
    picture_.arcs.push_back({article(of), article(copy), std::string(kind), 1, true, true, tip});
}

ClaimVoices::ClaimVoices(const Analysis& analysis, ClaimId claim) : analysis_(analysis) {
    const Corroboration& figures = analysis.corroboration[static_cast<std::size_t>(claim)];
    for (const Origin& origin : figures.origins)
        if (origin.counted) counted_.insert(origin.source);
    confirming_.insert(figures.confirmed_by.begin(), figures.confirmed_by.end());
    denying_.insert(figures.denied_by.begin(), figures.denied_by.end());
    doubting_.insert(figures.doubted_by.begin(), figures.doubted_by.end());
}

bool ClaimVoices::counted(const Mention& mention) const {
    const SourceId front = mention.chain.front();
    if (counted_.contains(front) || joint_and_counted(front)) return true;
    const bool unnamed = analysis_.sources[static_cast<std::size_t>(front)].unnamed;
    return unnamed && mention.chain.size() > 1 && counted_.contains(mention.chain[1]);
}

bool ClaimVoices::joint_and_counted(SourceId source) const {
    const Source& joint = analysis_.sources[static_cast<std::size_t>(source)];
    if (joint.members.size() < 2 || joint.name.find(" and ") == std::string::npos) return false;
    return std::any_of(joint.members.begin(), joint.members.end(),
                       [&](SourceId member) { return counted_.contains(member); });
}

std::size_t ClaimVoices::speaker(const Mention& mention) const {
    if (mention.stance == Stance::asserts) return 0;
    const auto& speakers = mention.stance == Stance::confirms ? confirming_
                           : mention.stance == Stance::denies ? denying_
                                                              : doubting_;
    const auto found = std::find_if(mention.chain.begin(), mention.chain.end(),
                                    [&](SourceId source) { return speakers.contains(source); });
    return found == mention.chain.end() ? 0 : static_cast<std::size_t>(found - mention.chain.begin());
}

}  // namespace hearsay
