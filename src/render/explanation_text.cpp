// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <utility>

#include "hearsay/error.hpp"
#include "render/explanation.hpp"
#include "render/figures.hpp"
#include "render/hop_wording.hpp"
#include "render/names.hpp"
#include "render/terminal.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kIndent = 4;

/// "[denies, hedged]"
std::string how_told(const ExplainedStatement& statement) {
    const bool hedged = statement.attribution && statement.attribution->attribution.hedged;
    const bool aside = statement.mention && statement.mention->restates;
    const bool in_part = statement.mention && statement.mention->in_part;
    return " [" + std::string(to_string(statement.stance)) + (hedged ? ", hedged" : "") +
           (in_part ? ", among other things" : "") + (aside ? ", shown but not weighed]" : "]");
}

std::string in_brackets(Stance stance) { return " [" + std::string(to_string(stance)) + "]"; }

class ExplanationPrinter {
  public:
    ExplanationPrinter(const Analysis& analysis, std::ostream& out, const ExplainOptions& options)
        : analysis_(analysis), out_(out), text_(out, {.columns = options.columns, .color = options.color}) {}

    void print(ClaimId id) {
        const Claim& claim = analysis_.claims[static_cast<std::size_t>(id)];
        const Corroboration& figures = analysis_.corroboration[static_cast<std::size_t>(id)];
        out_ << text_.styled(name_of(id), Style::strong) << ": "
             << counted(figures.independent_origins, "independent origin") << " in "
             << counted(figures.documents, "article") << " of " << counted(figures.publishers, "publisher") << '\n';
        text_.paragraph(kIndent, claim.text, Style::strong);
        text_.paragraph(kIndent, "why: " + figures.explanation);
        text_.paragraph(kIndent, in_words(figures), Style::faint);
        for (const std::string& variant : variants_in_words(analysis_, claim)) text_.paragraph(kIndent, variant);
        out_ << "\norigins\n";
        for (const Origin& origin : figures.origins) print_origin(origin, claim);
        out_ << "\nmentions\n";
        std::vector<ExplainedStatement> statements;
        for (const Mention& mention : claim.mentions) statements.push_back(explained(analysis_, mention));
        for (const ExplainedStatement& statement : statements) print_statement(statement);
        print_sources(statements);
    }

    void print(AttributionId id) {
        const ExplainedStatement statement = explained(analysis_, id);
        const Attribution& attribution = statement.attribution->attribution;
        print_statement(statement);
        text_.paragraph(kIndent,
                        std::string(to_string(attribution.voice)) + " voice, confidence " +
                            two_decimals(attribution.confidence) + ", cue: “" + statement.attribution->cue_text + "”",
                        Style::faint);
        if (const auto claim = claim_of(analysis_, statement.mention)) print_claim("in claim ", *claim);
        for (const auto& [claim, stance] : stated_in_part(analysis_, id))
            print_claim("also in claim ", claim, in_brackets(stance));
        print_sources({statement});
    }

  private:
    void print_claim(const std::string& where, ClaimId id, const std::string& how = {}) {
        text_.paragraph(kIndent,
                        where + name_of(id) + how + ": " + analysis_.claims[static_cast<std::size_t>(id)].text);
    }

    void print_origin(const Origin& origin, const Claim& claim) {
        std::string text = name_of_origin(origin, claim, analysis_.sources) + in_brackets(origin.stance);
        if (!origin.counted) text += ": not counted, " + (origin.reason.empty() ? "no reason given" : origin.reason);
        text_.paragraph(kIndent, text, style_of(origin.stance));
    }

    void print_statement(const ExplainedStatement& statement) {
        out_ << '\n';
        text_.paragraph(statement.mention ? kIndent / 2 : 0, head_of(statement), Style::strong);
        const std::string& sentence = statement.sentence();
        if (sentence.find(statement.text()) == std::string::npos) text_.paragraph(kIndent, "says: " + statement.text());
        text_.paragraph(kIndent, "in: " + sentence);
        text_.paragraph(kIndent, join_names(*statement.chain, analysis_.sources, " → ") + how_told(statement),
                        style_of(statement.stance));
        if (statement.mention && statement.mention->basis)
            text_.paragraph(kIndent + 2,
                            "rests on " + name_of(*statement.mention->basis) + ", which the article attributes");
        for (std::size_t i = 0; i < statement.hops.size(); ++i) print_hop(statement, i);
        if (statement.mention && statement.mention->about) print_subject(*statement.mention->about);
    }

    /// The statement that this one confirms, denies or doubts.
    void print_subject(AttributionId id) {
        const AnalyzedAttribution& subject = analysis_.attributions[static_cast<std::size_t>(id)];
        text_.paragraph(kIndent + 2, "about " + name_of(id) + ", where " + name(subject.chain.front()) +
                                         " says: " + subject.content_text);
    }

    std::string head_of(const ExplainedStatement& statement) const {
        std::string text = statement.document->id + ": " + name(statement.chain->back());
        if (!statement.document->published.value.empty()) text += ", " + statement.document->published.value;
        if (!statement.document->title.value.empty()) text += ", “" + statement.document->title.value + "”";
        if (statement.id) return text + ", " + name_of(*statement.id);
        const bool credits = statement.mention && !statement.mention->basis && statement.chain->size() > 1;
        return text + (credits ? ", which credits " + name(statement.chain->front()) : ", on its own authority");
    }

    void print_hop(const ExplainedStatement& statement, std::size_t index) {
        const AnalyzedHop& hop = statement.hops[index];
        text_.paragraph(kIndent + 2, name((*statement.chain)[index]) + ": " + why(hop, *statement.document));
        if (!hop.sentence.empty()) text_.paragraph(kIndent + 4, "in: " + hop.sentence, Style::faint);
    }

    /// What is known of the sources beyond their names.
    void print_sources(const std::vector<ExplainedStatement>& statements) {
        bool first = true;
        for (const SourceId id : sources_of(statements)) {
            const std::string more = known_of(analysis_.sources[static_cast<std::size_t>(id)]);
            if (more.empty()) continue;
            if (std::exchange(first, false)) out_ << "\nsources\n";
            text_.paragraph(kIndent, name(id) + more);
        }
    }

    std::string known_of(const Source& source) const {
        std::string text;
        if (!source.role.empty()) text += ", " + source.role;
        if (!source.owner.empty())
            text += (source.kind == SourceKind::person ? ", speaks for " : ", belongs to ") + source.owner;
        if (!source.wikidata.empty()) text += ", Wikidata " + source.wikidata;
        if (source.reliability) text += ", reliability " + two_decimals(*source.reliability);
        for (const SourceMerge& merge : source.merges)
            text += "; is also “" + merge.name + "” in " + analysis_.documents[merge.document].id + " (" +
                    std::string(in_words(merge.rule)) + ")";
        return text;
    }

    std::string name(SourceId id) const { return shown_name(analysis_.sources[static_cast<std::size_t>(id)]); }

    const Analysis& analysis_;
    std::ostream& out_;
    TerminalText text_;
};

}  // namespace

void print_explanation(const Analysis& analysis, const Explained& what, std::ostream& out,
                       const ExplainOptions& options) {
    ExplanationPrinter printer(analysis, out, options);
    std::visit([&](auto id) { printer.print(id); }, what);
    if (!out) throw OutputError("the explanation could not be printed: the output was closed");
}

}  // namespace hearsay
