// SPDX-License-Identifier: Apache-2.0
#include "analysis_builder.hpp"

#include <algorithm>
#include <future>
#include <utility>

#include "hop_texts.hpp"

namespace hearsay {

namespace {

DocumentRecord record_of(Document& document) {
    return {.id = std::move(document.id),
            .path = std::move(document.path),
            .publisher = std::move(document.publisher),
            .published = std::move(document.published),
            .url = std::move(document.url),
            .title = std::move(document.title),
            .language = std::move(document.language),
            .boilerplate = std::move(document.boilerplate),
            .replacements = document.text().replacements(),
            .fields = std::move(document.fields)};
}

AnalyzedAttribution with_texts(const Text& text, Attribution attribution) {
    AnalyzedAttribution result;
    result.source_text = text.slice(attribution.source);
    result.cue_text = text.slice(attribution.cue);
    result.content_text = text.slice(attribution.content);
    result.attribution = std::move(attribution);
    return result;
}

Chain chain_in_run(const std::vector<std::uint32_t>& local, const std::vector<SourceId>& sources) {
    Chain chain(local.size());
    std::ranges::transform(local, chain.begin(), [&](std::uint32_t hop) { return sources.at(hop); });
    return chain;
}

/// Indices in the extractor's list become indices in the run's.
std::optional<std::uint32_t> parent_in_run(std::optional<std::uint32_t> parent,
                                           const std::vector<std::optional<AttributionId>>& run_ids) {
    if (!parent || *parent >= run_ids.size() || !run_ids[*parent]) return std::nullopt;
    return static_cast<std::uint32_t>(*run_ids[*parent]);
}

/// Puts items[order[i]] at i. In place, for this is where most memory is held: every cycle of the order is a chain of
/// moves.
template <class T>
void reorder(std::vector<T>& items, std::vector<ClaimId> order) {
    const auto from = [&](std::size_t i) { return static_cast<std::size_t>(order.at(i)); };
    for (std::size_t begin = 0; begin != items.size(); ++begin) {
        if (from(begin) == begin) continue;
        T first = std::move(items[begin]);
        std::size_t at = begin;
        for (std::size_t next = from(at); next != begin; next = from(at)) {
            items[at] = std::move(items[next]);
            order[at] = ClaimId{static_cast<std::uint32_t>(at)};
            at = next;
        }
        items[at] = std::move(first);
        order[at] = ClaimId{static_cast<std::uint32_t>(at)};
    }
}

/// "[did not] take bribes", "[has never] been there"
bool begins_negated(std::string_view verb) {
    constexpr std::size_t kAuxiliary = 12;  // bytes of " should not "
    verb = verb.substr(0, kAuxiliary);
    return verb.find(" not ") != verb.npos || verb.find(" never ") != verb.npos || verb.find("n't ") != verb.npos;
}

/// "[We] didn't threaten anybody", "[he] never took bribes", denied "reports that [he] is dead": whom others name where
/// they say it of him.
std::string with_speaker(const std::string& text, const Source& speaker, bool denied) {
    constexpr std::size_t kReports = 40;  // bytes of "the latest reports" before its clause
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const std::string_view that = "that ";
    auto first = std::ranges::find_if(text, is_letter);
    if (std::string_view(first, text.end()).starts_with(that)) {
        first += static_cast<std::ptrdiff_t>(that.size());
    } else if (const auto clause = text.find(" that "); denied && clause < kReports) {
        first = text.begin() + static_cast<std::ptrdiff_t>(clause + 1 + that.size());
    }
    const auto end = std::find_if_not(first, text.end(), is_letter);
    const std::string_view word(first, end);
    const bool first_person = word == "I" || word == "We" || word == "we";
    const bool person = word == "he" || word == "she";
    const bool of_himself = (denied && (person || word == "it")) || (person && begins_negated({end, text.end()}));
    if (speaker.unnamed || (!first_person && !of_himself)) return text;
    return speaker.name + std::string(end, text.end());
}

/// The people and firms whom a document names as its sources.
std::string named_sources(const DocumentSources& found) {
    std::string names;
    for (const Source& source : found.sources)
        if (!source.unnamed && (source.kind == SourceKind::person || source.kind == SourceKind::organization))
            names.append(source.name).append(" ");
    return names;
}

}  // namespace

DocumentFindings findings_of(Document document, const Extractor& extractor, const ChainResolver& resolver) {
    DocumentFindings found;
    auto attributions = extractor.extract(document);
    found.sources = resolver.resolve(document, attributions);
    found.statements = statements_of(document, attributions, found.sources);
    found.sketch = sketch(document);
    for (Attribution& attribution : attributions)
        found.attributions.push_back(with_texts(document.text(), std::move(attribution)));
    for (const ResolvedAttribution& resolved : found.sources.attributions)
        quote_evidence(document, resolved, found.attributions.at(resolved.attribution));
    found.record = record_of(document);
    return found;
}

void tokenize_texts(DocumentFindings& found) {
    const DocumentSources& sources = found.sources;
    found.source_names = ClaimMatcher::tokens_of(named_sources(sources));
    if (found.known) return;
    for (const Statement& statement : found.statements) {
        const ResolvedAttribution* const said =
            statement.resolved ? &sources.attributions.at(*statement.resolved) : nullptr;
        const Source& speaker = sources.sources.at(said ? said->chain.front() : sources.publisher);
        found.statement_texts.push_back(
            ClaimMatcher::tokens_of(with_speaker(statement.text, speaker, said && said->stance == Stance::denies)));
    }
}

AnalysisBuilder::AnalysisBuilder(const Gazetteer& gazetteer, const std::filesystem::path& lexicons, unsigned threads,
                                 Keep keep, Growth growth, const PairModels& models)
    : registry_(std::in_place, gazetteer),
      settled_(growth.settled),
      loose_(LooseSources::load(lexicons)),
      threads_(threads),
      keep_(keep) {
    RunMemory memory = std::move(growth.memory).value_or(RunMemory{});
    matcher_.emplace(lexicons, threads, std::move(memory.claims), models);
    known_copies_ = std::move(memory.copies);
}

void AnalysisBuilder::read(DocumentFindings& found) {
    if (read_++ == settled_) matcher_->settle_names();
    found.read = true;
    found.in_run = registry_->add(found.sources);
    if (!found.source_names) tokenize_texts(found);
    found.source_words = matcher_->words_of(*std::exchange(found.source_names, {}));
    for (std::size_t s = 0; s < found.statement_texts.size(); ++s) {
        const Statement& statement = found.statements[s];
        const Voice voice = voice_of(statement.resolved.has_value(), statement.quoted);
        found.statements_read.push_back(matcher_->read(found.statement_texts[s], voice));
    }
    found.statement_texts = {};
}

void AnalysisBuilder::add(DocumentFindings found) {
    if (built_.analysis.publishers.size() == settled_) matcher_->settle_weights();
    if (!found.read) read(found);
    const std::vector<SourceId> sources = std::move(found.in_run);
    built_.identities.insert(built_.identities.end(), sources.begin(), sources.end());
    const RunIds run_ids = number_attributions(found.sources);
    if (keep_ == Keep::everything) add_attributions(found, sources, run_ids);
    matcher_->add_sources(document(), std::move(found.source_words));
    for (std::size_t s = 0; s < found.statements.size(); ++s) add_mention(s, found, sources, run_ids);
    copies_->add(std::move(found.sketch));
    built_.analysis.publishers.push_back(sources.at(found.sources.publisher));
    built_.analysis.voices.push_back(sources.at(found.sources.voice));
    if (keep_ == Keep::everything) built_.analysis.documents.push_back(std::move(found.record));
}

AnalysisBuilder::RunIds AnalysisBuilder::number_attributions(const DocumentSources& found) {
    RunIds run_ids;
    const auto make_room = [&](std::uint32_t index) {
        run_ids.resize(std::max<std::size_t>(run_ids.size(), index + 1));
    };
    for (const ResolvedAttribution& resolved : found.attributions) {
        make_room(std::max(resolved.attribution, resolved.about.value_or(0)));
        run_ids[resolved.attribution] = AttributionId{attributions_++};
    }
    return run_ids;
}

void AnalysisBuilder::add_attributions(DocumentFindings& found, const std::vector<SourceId>& sources,
                                       const RunIds& run_ids) {
    for (const ResolvedAttribution& resolved : found.sources.attributions) {
        AnalyzedAttribution attribution = std::move(found.attributions[resolved.attribution]);
        attribution.document = document();
        attribution.attribution.stance = resolved.stance;
        attribution.attribution.parent = parent_in_run(attribution.attribution.parent, run_ids);
        attribution.chain = chain_in_run(resolved.chain, sources);
        built_.analysis.attributions.push_back(std::move(attribution));
    }
}

void AnalysisBuilder::add_mention(std::size_t index, DocumentFindings& found, const std::vector<SourceId>& sources,
                                  const RunIds& run_ids) {
    Statement& statement = found.statements[index];
    Mention mention;
    mention.document = document();
    mention.text = std::move(statement.text);
    mention.spans = std::move(statement.spans);
    mention.hedged = statement.hedged;
    mention.quoted = statement.quoted;
    mention.judges = statement.judges;
    mention.judges_last = statement.judges_last;
    mention.stance = statement.stance;
    mention.chain = own_chain(sources[found.sources.voice], sources[found.sources.publisher]);
    if (statement.resolved) {
        const ResolvedAttribution& resolved = found.sources.attributions.at(*statement.resolved);
        mention.attribution = run_ids[resolved.attribution];
        mention.chain = chain_in_run(resolved.chain, sources);
        mention.unattributed = loose_.is_unattributed(found.sources.sources.at(resolved.chain.front()));
        if (resolved.about) mention.about = run_ids.at(*resolved.about);
    }
    const std::string& published = found.record.published.value;
    if (found.known)
        matcher_->add_known(mention, published);
    else
        matcher_->add(mention, std::move(found.statements_read.at(index)), published);
    if (keep_ == Keep::no_texts) return lean_mentions_.add(mention);
    mention.sentence = std::move(statement.sentence);
    mentions_.push_back(std::move(mention));
}

BuiltAnalysis AnalysisBuilder::finish(const std::function<void(const BuiltAnalysis&)>& sources_known) {
    const auto beside = threads_ > 1 ? std::launch::async : std::launch::deferred;
    auto sources = std::async(beside, [&] {
        finish_sources();
        if (sources_known) sources_known(built_);
    });
    std::future<std::vector<CopyOf>> copies;
    const auto find_copies = [this] {
        std::vector<CopyOf> found = copies_->finish(known_copies_);
        copies_.reset();
        return found;
    };
    const bool remembers = keep_ == Keep::no_texts;
    ClaimMemory memory;
    built_.matched = matcher_->finish(remembers ? &memory : nullptr, [&] { copies = std::async(beside, find_copies); });
    matcher_.reset();
    std::future<MemoryBlocks> remembered;
    if (remembers)
        remembered = std::async(beside, [memory = std::move(memory)]() mutable {
            MemoryBlocks blocks;
            encode(std::exchange(memory, {}), blocks);
            return blocks;
        });
    sources.get();
    finish_claims();
    built_.analysis.copies = copies.get();
    measure();
    if (remembers) {
        built_.memory = remembered.get();
        encode(std::exchange(known_copies_, {}), built_.memory);
    }
    return std::move(built_);
}

void AnalysisBuilder::finish_sources() {
    renumber(registry_->finish());
    built_.analysis.sources = registry_->sources();
    registry_.reset();
}

void AnalysisBuilder::finish_claims() {
    if (keep_ == Keep::no_texts) mentions_ = lean_mentions_.take();
    built_.analysis.claims = claims_of(built_.matched, std::move(mentions_));
    mentions_ = {};
}

void AnalysisBuilder::renumber(const std::vector<SourceId>& last) {
    const auto update = [&](Chain& chain) {
        for (SourceId& hop : chain) hop = last[static_cast<std::size_t>(hop)];
    };
    update(built_.identities);
    update(built_.analysis.publishers);
    update(built_.analysis.voices);
    for (AnalyzedAttribution& attribution : built_.analysis.attributions) update(attribution.chain);
    update(lean_mentions_.hops());
    for (Mention& mention : mentions_) update(mention.chain);
}

/// `order`: the claims' former ids, by rank.
void AnalysisBuilder::renumber_variants(const std::vector<ClaimId>& order) {
    std::vector<ClaimId> now(order.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank)
        now[static_cast<std::size_t>(order[rank])] = ClaimId{rank};
    for (Claim& claim : built_.analysis.claims) {
        for (Claim::Variant& variant : claim.variants) variant.claim = now[static_cast<std::size_t>(variant.claim)];
        std::ranges::sort(claim.variants, {}, &Claim::Variant::claim);
    }
}

void AnalysisBuilder::measure() {
    Analysis& analysis = built_.analysis;
    const GraphInput input{analysis.sources, analysis.claims, analysis.publishers, analysis.copies};
    analysis.corroboration = corroborate(input, loose_, threads_);
    const std::vector<ClaimId> order = rank_claims(analysis.claims, analysis.corroboration);
    reorder(analysis.claims, order);
    reorder(analysis.corroboration, order);
    reorder(built_.matched, order);
    renumber_variants(order);
    analysis.metrics = source_metrics(input);
    if (keep_ == Keep::everything) analysis.graph = build_citation_graph(input);
}

}  // namespace hearsay
