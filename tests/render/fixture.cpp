// SPDX-License-Identifier: Apache-2.0
#include "render/fixture.hpp"

#include <random>
#include <utility>

namespace hearsay::fixture {
namespace {

/// Builds an Analysis by names; figures are set by hand.
class Builder {
  public:
    SourceId source(std::string name, SourceKind kind, std::string role = "") {
        Source added;
        added.name = std::move(name);
        added.kind = kind;
        added.role = std::move(role);
        analysis.sources.push_back(std::move(added));
        analysis.metrics.emplace_back();
        return SourceId(analysis.sources.size() - 1);
    }

    DocumentId document(std::string id, SourceId publisher, std::string published, std::string title) {
        DocumentRecord added;
        added.id = std::move(id);
        added.path = "articles/" + added.id + ".txt";
        added.publisher = {analysis.sources[static_cast<std::size_t>(publisher)].name, Evidence::manifest};
        if (!published.empty()) added.published = {std::move(published), Evidence::dateline};
        if (!title.empty()) added.title = {std::move(title), Evidence::manifest};
        added.language = "en";
        analysis.documents.push_back(std::move(added));
        analysis.publishers.push_back(publisher);
        analysis.copies.emplace_back();
        return DocumentId(analysis.documents.size() - 1);
    }

    Claim& claim(std::string text) {
        analysis.claims.push_back({std::move(text), {}});
        analysis.corroboration.emplace_back();
        return analysis.claims.back();
    }

    Mention& mention(DocumentId document, Chain chain, Stance stance, std::string sentence) {
        Mention added;
        added.document = document;
        added.spans = {{10, 52}};
        added.text = analysis.claims.back().text;
        added.sentence = std::move(sentence);
        added.stance = stance;
        if (chain.size() > 1) added.attribution = attribution(document, chain, stance, added.text);
        added.chain = std::move(chain);
        analysis.claims.back().mentions.push_back(std::move(added));
        return analysis.claims.back().mentions.back();
    }

    Corroboration& figures() { return analysis.corroboration.back(); }

    Analysis analysis;

  private:
    /// The source, relays that were told it elsewhere, the publisher.
    static std::vector<AnalyzedHop> hops(const AnalyzedAttribution& attribution) {
        std::vector<AnalyzedHop> hops(attribution.chain.size());
        for (AnalyzedHop& hop : hops)
            hop = {{HopRule::told, Naming::name, {60, 72}}, "told the wire", "She told the wire so."};
        hops.front() = {{HopRule::source, Naming::office, {0, 4}}, attribution.source_text, ""};
        hops.back() = {{HopRule::publisher, Naming::name, {}}, "", ""};
        return hops;
    }

    AttributionId attribution(DocumentId document, const Chain& chain, Stance stance, std::string content) {
        AnalyzedAttribution added;
        added.document = document;
        added.attribution.source = {{0, 4}};
        added.attribution.cue = {{5, 9}};
        added.attribution.content = {{10, 52}};
        added.attribution.stance = stance;
        added.attribution.confidence = 0.9;
        added.source_text = analysis.sources[static_cast<std::size_t>(chain.front())].name;
        added.cue_text = "said";
        added.content_text = std::move(content);
        added.chain = chain;
        added.sentence = added.source_text + " said " + added.content_text;
        added.hops = hops(added);
        analysis.attributions.push_back(std::move(added));
        return AttributionId(analysis.attributions.size() - 1);
    }
};

void set(Corroboration& figures, std::uint32_t documents, std::uint32_t publishers, double belief,
         std::string explanation) {
    figures.documents = documents;
    figures.publishers = publishers;
    figures.belief = belief;
    figures.explanation = std::move(explanation);
    for (const Origin& origin : figures.origins) figures.independent_origins += origin.counted;
    figures.effective_sources = figures.independent_origins;
    figures.disjoint_paths = figures.independent_origins;
    figures.uncertainty = 0.8;
    figures.admiralty = "F3";
    for (const Origin& origin : figures.origins)
        if (origin.counted && figures.independent_origins == 1) figures.bottlenecks = {origin.source};
}

struct Cast {
    SourceId ilves, courier, ledger, harbour, northwire, meridian, media, unnamed_paper, brandt, geodesy, official;
};

Cast add_cast(Builder& b) {
    using enum SourceKind;
    Cast cast{};
    cast.ilves = b.source("Marta Ilves", person, "interior minister of Sundmark");
    cast.courier = b.source("Coastal Courier", outlet);
    cast.ledger = b.source("Daily Ledger", outlet);
    cast.harbour = b.source("Harbour Post", outlet);
    cast.northwire = b.source("Northwire", outlet, "news agency");
    cast.meridian = b.source("Meridian", outlet);
    cast.media = b.source("local media", group);
    cast.unnamed_paper = b.source("(dam-4)", outlet);
    cast.brandt = b.source("Oskar Brandt", person, "spokesman of the waterworks");
    cast.geodesy = b.source("Geodetic Institute", organization);
    cast.official = b.source("a senior official", anonymous);
    auto& sources = b.analysis.sources;
    sources[static_cast<std::size_t>(cast.ilves)].aliases = {"Ilves", "the minister"};
    sources[static_cast<std::size_t>(cast.media)].members = {cast.harbour};
    sources[static_cast<std::size_t>(cast.official)].unnamed = true;
    sources[static_cast<std::size_t>(cast.unnamed_paper)].unnamed = true;
    sources[static_cast<std::size_t>(cast.northwire)].country = "NO";
    sources[static_cast<std::size_t>(cast.meridian)].reliability = 0.8;
    return cast;
}

struct Articles {
    DocumentId ledger, meridian, update, fourth, courier, harbour;
};

Articles add_articles(Builder& b, const Cast& cast) {
    Articles articles{};
    articles.ledger = b.document("dam-1", cast.ledger, "2023-05-11", "Minister warns over Kolga dam");
    articles.meridian =
        b.document("dam-2", cast.meridian, "2023-05-10", "Sundmark says Kolga dam may have to be opened");
    articles.update =
        b.document("dam-3", cast.meridian, "2023-05-10", "Sundmark says Kolga dam may have to be opened (update)");
    articles.fourth = b.document("dam-4", cast.unnamed_paper, "", "");
    articles.courier = b.document("dam-5", cast.courier, "2023-05-12", "Water still rising at Kolga");
    articles.harbour = b.document("dam-6", cast.harbour, "2023-05-09", "Cracks seen at Kolga dam");
    b.analysis.copies[static_cast<std::size_t>(articles.update)].version_of = articles.meridian;
    return articles;
}

void add_main_claim(Builder& b, const Cast& cast, const Articles& articles) {
    using enum Stance;
    b.claim("the Kolga dam will probably have to be opened before the end of the week");
    b.mention(
        articles.ledger, {cast.ilves, cast.courier, cast.ledger}, asserts,
        "The dam will probably have to be opened before the end of the week, a Courier report quoted Ilves as saying.");
    b.mention(articles.meridian, {cast.harbour, cast.ilves, cast.northwire, cast.meridian}, confirms,
              "The minister said a recent report on the dam is likely true, according to Northwire.");
    b.mention(articles.update, {cast.harbour, cast.ilves, cast.northwire, cast.meridian}, confirms,
              "The minister said a recent report on the dam is likely true, according to Northwire.");
    b.mention(articles.meridian, {cast.brandt, cast.meridian}, denies, "“Nobody plans to open the dam,” Brandt said.");
    b.mention(articles.fourth, {cast.media, cast.ilves, cast.unnamed_paper}, confirms,
              "As local media reported, Ilves said so.");
    Corroboration& figures = b.figures();
    figures.origins = {{cast.ilves, asserts, true, ""},
                       {cast.harbour, asserts, false, "its report is counted with the minister who confirms it"},
                       {cast.media, asserts, false, "a group that contains the Harbour Post"},
                       {cast.brandt, denies, false, "denies it"}};
    figures.confirmed_by = {cast.ilves};
    figures.denied_by = {cast.brandt};
    figures.disputed = true;
    set(figures, 4, 3, 0.6666666666666666,
        "four articles lead back to one origin, Marta Ilves; two of them are versions of one story");
}

void add_other_claims(Builder& b, const Cast& cast, const Articles& articles) {
    using enum Stance;
    b.claim("two cracks run through the eastern wall");
    b.mention(articles.courier, {cast.geodesy, cast.courier}, asserts,
              "Two cracks run through the eastern wall, the institute said.");
    b.mention(articles.harbour, {cast.harbour}, asserts, "Two cracks run through the eastern wall.");
    b.figures().origins = {{cast.geodesy, asserts, true, ""}, {cast.harbour, asserts, true, ""}};
    set(b.figures(), 2, 2, 0.75, "two origins that do not depend on one another");
    b.claim("the lake is a popular place to swim");
    b.mention(articles.harbour, {cast.harbour}, asserts, "The lake is a popular place to swim.");
    b.figures().origins = {{cast.harbour, asserts, true, ""}};
    set(b.figures(), 1, 1, 0.5, "one article, on its own authority");
    b.claim("the army has been asked for help");
    b.mention(articles.ledger, {cast.official, cast.ledger}, asserts,
              "The army has been asked for help, a senior official said.");
    b.mention(articles.courier, {cast.brandt, cast.courier}, doubts, "Brandt doubted that the army was asked.");
    b.figures().origins = {{cast.official, asserts, true, ""}, {cast.brandt, doubts, false, "doubts it"}};
    b.figures().doubted_by = {cast.brandt};
    b.figures().disputed = true;
    set(b.figures(), 2, 2, 0.4, "an unnamed source counts as the Daily Ledger's own");
}

/// The figures that the metrics stage would give, so that the golden files have something to show.
void add_metrics(Analysis& analysis) {
    for (const Claim& claim : analysis.claims)
        for (const Mention& mention : claim.mentions) {
            ++analysis.metrics[static_cast<std::size_t>(mention.chain.front())].claims_originated;
            ++analysis.metrics[static_cast<std::size_t>(mention.chain.back())].claims_published;
        }
    for (SourceMetrics& metrics : analysis.metrics)
        metrics.pagerank = 1.0 / static_cast<double>(analysis.metrics.size());
}

std::string name(std::string prefix, std::uint32_t number) { return prefix.append(std::to_string(number)); }

}  // namespace

Analysis dam() {
    Builder b;
    const Cast cast = add_cast(b);
    const Articles articles = add_articles(b, cast);
    add_main_claim(b, cast, articles);
    add_other_claims(b, cast, articles);
    add_metrics(b.analysis);
    b.analysis.documents[0].boilerplate = {{{0, 10}, BoilerplateKind::dateline}, {{900, 950}, BoilerplateKind::credit}};
    b.analysis.documents[0].fields["section"] = "home";
    b.analysis.skipped.push_back({"articles/broken.jsonl:3:17", "malformed JSON: a comma is missing"});
    return std::move(b.analysis);
}

std::string poison() {
    std::string text =
        "=1+1 <script>alert('x')</script> ]]> \"quoted\" \\N \\G \\E \\l & &amp; &foo; &#0; &#x1; {a|<b>c} -- "
        "\xE2\x80\xAE"
        "evil\xE2\x81\xA9 "
        "\xFF\xC0\x80 \xEF\xBF\xBE \x1b[31mred\x1b]0;title\x07 ";
    for (char c = 0; c < 0x20; ++c) text += c;
    return text + "\x7F " + std::string(300, 'w') + "\\";
}

Analysis hostile() {
    Builder b;
    const SourceId paper = b.source(poison(), SourceKind::outlet, poison());
    const SourceId person = b.source(poison().insert(0, 1, '-'), SourceKind::person, poison());
    const DocumentId article = b.document(poison(), paper, poison(), poison());
    b.claim(poison());
    b.mention(article, {person, paper}, Stance::denies, poison());
    b.figures().origins = {{person, Stance::denies, true, poison()}};
    b.figures().denied_by = {person};
    b.figures().disputed = true;
    set(b.figures(), 1, 1, 0.5, poison());
    b.analysis.skipped.push_back({poison(), poison()});
    return std::move(b.analysis);
}

Analysis crowd(std::uint32_t sources) {
    Builder b;
    std::vector<DocumentId> articles;
    for (std::uint32_t i = 0; i < 100; ++i)
        articles.push_back(b.document(name("a", i), b.source(name("Paper ", i), SourceKind::outlet), "", ""));
    for (std::uint32_t i = 0; i < sources; ++i) {
        const SourceId speaker = b.source(name("Speaker ", i), SourceKind::person);
        const std::size_t at = (i * 37u) % articles.size();
        const bool reply = i % 10 == 9;
        if (!reply) {
            b.claim(name("the quantity that has gone up in the last year, more than everybody had expected, is number ",
                         i));
            set(b.figures(), 1, 1, 0.5, "one origin");
        }
        b.mention(articles[at], {speaker, b.analysis.publishers[at]}, reply ? Stance::denies : Stance::asserts,
                  "A sentence.");
        b.figures().origins.push_back({speaker, reply ? Stance::denies : Stance::asserts, !reply, ""});
        if (reply) b.figures().denied_by.push_back(speaker);
    }
    return std::move(b.analysis);
}

Analysis random_run(std::uint32_t seed) {
    Builder b;
    std::minstd_rand random(seed + 1);
    const auto below = [&random](std::size_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    for (std::uint32_t i = 0; i < 6; ++i) b.source(name("Source ", i), static_cast<SourceKind>(below(8)));
    const std::uint32_t documents = 1 + below(6);
    for (std::uint32_t i = 0; i < documents; ++i) {
        b.document(name("article ", i), SourceId{below(6)}, "", "");
        if (i > 0 && below(2))
            b.analysis.copies[i].reprint_of = DocumentId{below(i)};
        else if (i > 0 && below(2))
            b.analysis.copies[i].version_of = DocumentId{below(i)};
    }
    for (std::uint32_t i = 0; i < 3; ++i) {
        b.claim(name("claim ", i));
        for (std::uint32_t m = 0; m < 1 + below(8); ++m) {
            const DocumentId document{below(documents)};
            Chain chain;
            for (std::uint32_t hop = below(4); hop > 0; --hop) chain.push_back(SourceId{below(6)});
            chain.push_back(b.analysis.publishers[static_cast<std::size_t>(document)]);
            b.figures().origins.push_back({chain.front(), Stance::asserts, below(2) == 0, ""});
            b.mention(document, chain, static_cast<Stance>(below(4)), "A sentence.");
        }
        if (b.analysis.claims.back().mentions.empty())
            b.mention(DocumentId{0}, {b.analysis.publishers[0]}, Stance::asserts, "");
    }
    return std::move(b.analysis);
}

}  // namespace hearsay::fixture
