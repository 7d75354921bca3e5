// SPDX-License-Identifier: Apache-2.0
#include "store/facts.hpp"

#include <bit>

#include "store/byte_stream.hpp"

namespace hearsay {

namespace {

constexpr std::uint64_t kMostAttributions = std::uint64_t{1} << 24;  // of one document; damaged bytes may say anything
constexpr std::uint64_t kLongestDocument = std::uint64_t{1} << 31;   // code points

void write_source(ByteWriter& out, const Source& source) {
    out.text(source.name);
    out.number(static_cast<std::uint64_t>(source.kind));
    out.list(source.aliases, [&](const std::string& alias) { out.text(alias); });
    out.number(source.reliability.has_value());
    if (source.reliability) out.fixed(std::bit_cast<std::uint64_t>(*source.reliability));
    for (const std::string* text : {&source.country, &source.owner, &source.role, &source.office, &source.wikidata})
        out.text(*text);
    out.number(source.unnamed);
    out.list(source.members, [&](SourceId member) { out.number(static_cast<std::uint64_t>(member)); });
    out.list(source.merges, [&](const SourceMerge& merge) {
        out.text(merge.name);
        out.number(static_cast<std::uint64_t>(merge.rule));
    });
}

Source read_source(ByteReader& in, std::uint64_t sources) {
    Source source;
    source.name = in.text();
    source.kind = static_cast<SourceKind>(in.index(static_cast<std::uint64_t>(SourceKind::social) + 1));
    source.aliases = in.list([&] { return in.text(); });
    if (in.index(2)) source.reliability = std::bit_cast<double>(in.fixed<std::uint64_t>());
    for (std::string* text : {&source.country, &source.owner, &source.role, &source.office, &source.wikidata})
        *text = in.text();
    source.unnamed = in.index(2);
    source.members = in.list([&] { return static_cast<SourceId>(in.index(sources)); });
    source.merges = in.list([&] {
        std::string name = in.text();
        const auto rule = static_cast<MergeRule>(in.index(static_cast<std::uint64_t>(MergeRule::publisher) + 1));
        return SourceMerge{std::move(name), rule, 0};
    });
    return source;
}

void write_attribution(ByteWriter& out, const ResolvedAttribution& attribution) {
    out.number(attribution.attribution);
    out.list(attribution.chain, [&](std::uint32_t hop) { out.number(hop); });
    out.number(static_cast<std::uint64_t>(attribution.stance));
    out.optional(attribution.about);
}

ResolvedAttribution read_attribution(ByteReader& in, std::uint64_t sources) {
    ResolvedAttribution attribution;
    attribution.attribution = in.index(kMostAttributions);
    attribution.chain = in.list([&] { return in.index(sources); });
    if (attribution.chain.empty()) ByteReader::fail();
    attribution.stance = static_cast<Stance>(in.index(static_cast<std::uint64_t>(Stance::doubts) + 1));
    attribution.about = in.optional(kMostAttributions);
    return attribution;
}

void write_sketch(ByteWriter& out, const DocumentSketch& sketch) {
    out.number(sketch.shingles.size());
    for (const std::uint32_t shingle : sketch.shingles) out.fixed(shingle);
    out.text(sketch.publisher);
    out.list(sketch.credited, [&](const std::string& name) { out.text(name); });
    out.number(sketch.updated);
}

DocumentSketch read_sketch(ByteReader& in) {
    DocumentSketch sketch;
    sketch.shingles = in.list([&] { return in.fixed<std::uint32_t>(); });
    sketch.publisher = in.text();
    sketch.credited = in.list([&] { return in.text(); });
    sketch.updated = in.index(2);
    return sketch;
}

}  // namespace

std::string encode_facts(const DocumentFindings& found) {
    ByteWriter out;
    out.text(found.sketch.published);
    out.number(found.sources.sources.size());
    for (const Source& source : found.sources.sources) write_source(out, source);
    out.number(found.sources.publisher);
    out.number(found.sources.voice);
    out.list(found.sources.attributions, [&](const ResolvedAttribution& a) { write_attribution(out, a); });
    out.list(found.statements, [&](const Statement& statement) {
        out.optional(statement.resolved);
        out.number(statement.hedged);
        out.number(statement.quoted);
        out.number(static_cast<std::size_t>(statement.stance));
        out.number(statement.judges);
        out.number(statement.judges_last);
        const Span extent = statement.spans.empty() ? Span{} : hull(statement.spans);
        out.number(extent.begin);
        out.number(extent.size());
    });
    write_sketch(out, found.sketch);
    return out.take();
}

DocumentFindings decode_facts(std::string_view bytes) {
    ByteReader in(bytes);
    DocumentFindings found;
    std::string published = in.text();
    found.sources.sources.resize(in.index(bytes.size() + 1));
    for (Source& source : found.sources.sources) source = read_source(in, found.sources.sources.size());
    found.sources.publisher = in.index(found.sources.sources.size());
    found.sources.voice = in.index(found.sources.sources.size());
    found.sources.attributions = in.list([&] { return read_attribution(in, found.sources.sources.size()); });
    found.statements = in.list([&] {
        Statement statement;
        statement.resolved = in.optional(found.sources.attributions.size());
        statement.hedged = in.index(2);
        statement.quoted = in.index(2);
        statement.stance = static_cast<Stance>(in.index(4));
        statement.judges = in.index(2);
        statement.judges_last = in.index(2);
        const auto begin = static_cast<std::uint32_t>(in.index(kLongestDocument));
        statement.spans = {{begin, begin + static_cast<std::uint32_t>(in.index(kLongestDocument))}};
        return statement;
    });
    found.sketch = read_sketch(in);
    found.sketch.published = published;
    found.record.published.value = std::move(published);
    if (!in.empty()) ByteReader::fail();
    return found;
}

}  // namespace hearsay
