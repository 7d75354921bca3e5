// SPDX-License-Identifier: Apache-2.0
#include "hearsay/render/ranking.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "hearsay/error.hpp"
#include "render/legible.hpp"
#include "render/names.hpp"

namespace hearsay {
namespace {

enum class Style { plain, strong, faint, good, bad, unsure };

std::string_view escape_sequence(Style style) {
    switch (style) {
        case Style::strong:
            return "\x1b[1m";
        case Style::faint:
            return "\x1b[2m";
        case Style::good:
            return "\x1b[32m";
        case Style::bad:
            return "\x1b[31m";
        case Style::unsure:
            return "\x1b[33m";
        case Style::plain:
            break;
    }
    return "";
}

Style style_of(Stance stance) {
    switch (stance) {
        case Stance::confirms:
            return Style::good;
        case Stance::denies:
            return Style::bad;
        case Stance::doubts:
            return Style::unsure;
        case Stance::asserts:
            break;
    }
    return Style::plain;
}

std::string right_aligned(std::string text, std::size_t columns) {
    return text.size() < columns ? text.insert(0, columns - text.size(), ' ') : text;
}

/// The table: a rank, a count and a wide column of text.
class RankingPrinter {
  public:
    RankingPrinter(const Analysis& analysis, std::ostream& out, const RankingOptions& options)
        : analysis_(analysis), out_(out), options_(options), shown_(std::min(options.claims, analysis.claims.size())) {
        for (std::size_t i = 0; i < shown_; ++i) count_columns_ = std::max(count_columns_, count(i).size());
        rank_columns_ = std::max<std::size_t>(name_of(ClaimId(shown_)).size(), 4);
        indent_ = rank_columns_ + count_columns_ + 4;
    }

    void print() {
        out_ << counted(analysis_.claims.size(), "claim") << " in " << counted(analysis_.documents.size(), "article")
             << ", best corroborated first. The figures are independent origins / articles.\n";
        for (std::size_t i = 0; i < shown_; ++i) print_claim(i);
        print_rest();
    }

  private:
    std::string count(std::size_t index) const {
        const Corroboration& figures = analysis_.corroboration[index];
        return std::to_string(figures.independent_origins) + " / " + std::to_string(figures.documents);
    }

    void print_claim(std::size_t index) {
        const Corroboration& figures = analysis_.corroboration[index];
        out_ << '\n'
             << styled(right_aligned(name_of(ClaimId(index)), rank_columns_), Style::faint) << "  "
             << styled(right_aligned(count(index), count_columns_), Style::strong) << "  ";
        const auto lines = wrap(legible(analysis_.claims[index].text), columns_left(0));
        for (std::size_t i = 0; i < lines.size(); ++i)
            out_ << (i > 0 ? margin(0) : "") << styled(lines[i], Style::strong) << '\n';
        if (lines.empty()) out_ << '\n';
        if (figures.disputed) print_text("disputed" + opponents(figures), 0, Style::bad);
        print_chains(analysis_.claims[index]);
        if (!figures.explanation.empty()) print_text("why: " + figures.explanation, 0, Style::faint);
    }

    void print_chains(const Claim& claim) {
        const auto chains = distinct_chains(claim);
        const std::size_t shown = std::min(chains.size(), options_.chains);
        for (std::size_t i = 0; i < shown; ++i) print_chain(chains[i]);
        if (shown < chains.size()) print_text("and " + counted(chains.size() - shown, "more chain"), 2, Style::faint);
    }

    void print_chain(const StancedChain& stanced) {
        std::string text = join_names(stanced.chain, analysis_.sources, " → ");
        if (stanced.stance != Stance::asserts)
            text.append(" [").append(to_string(stanced.stance)).append("]");
        else if (stanced.chain.size() == 1)
            text += " [on its own authority]";
        print_text(text, 2, style_of(stanced.stance));
    }

    std::string opponents(const Corroboration& figures) const {
        std::string text;
        if (!figures.denied_by.empty()) text += "; denied by " + join_names(figures.denied_by, analysis_.sources, ", ");
        if (!figures.doubted_by.empty())
            text += "; doubted by " + join_names(figures.doubted_by, analysis_.sources, ", ");
        return text;
    }

    void print_rest() {
        if (analysis_.claims.size() <= shown_) return;
        out_ << "\nand " << counted(analysis_.claims.size() - shown_, "more claim");
        out_ << (options_.rest.empty() ? "" : ", in " + to_utf8(legible(options_.rest))) << '\n';
    }

    void print_text(std::string_view text, std::size_t deeper, Style style) {
        for (const std::string& line : wrap(legible(text), columns_left(deeper)))
            out_ << margin(deeper) << styled(line, style) << '\n';
    }

    std::string margin(std::size_t deeper) const { return std::string(indent_ + deeper, ' '); }

    unsigned columns_left(std::size_t deeper) const {
        const std::size_t columns = std::max(options_.columns, 40u);
        return static_cast<unsigned>(std::max<std::size_t>(columns - std::min(columns, indent_ + deeper), 20));
    }

    std::string styled(std::string_view text, Style style) const {
        if (!options_.color || style == Style::plain) return std::string(text);
        return std::string(escape_sequence(style)).append(text).append("\x1b[0m");
    }

    const Analysis& analysis_;
    std::ostream& out_;
    const RankingOptions& options_;
    std::size_t shown_, rank_columns_ = 4, count_columns_ = 5, indent_ = 0;
};

}  // namespace

void print_ranking(const Analysis& analysis, std::ostream& out, const RankingOptions& options) {
    RankingPrinter(analysis, out, options).print();
    if (!out) throw OutputError("the ranking could not be printed: the output was closed");
}

}  // namespace hearsay
