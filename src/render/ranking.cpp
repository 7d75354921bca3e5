// SPDX-License-Identifier: Apache-2.0
#include "hearsay/render/ranking.hpp"

#include <algorithm>
#include <ostream>
#include <string_view>

#include "hearsay/error.hpp"
#include "render/figures.hpp"
#include "render/legible.hpp"
#include "render/names.hpp"
#include "render/terminal.hpp"

namespace hearsay {
namespace {

std::string right_aligned(std::string text, std::size_t columns) {
    return text.size() < columns ? text.insert(0, columns - text.size(), ' ') : text;
}

/// The table: a rank, a count and a wide column of text.
class RankingPrinter {
  public:
    RankingPrinter(const Analysis& analysis, const std::vector<ClaimId>& claims, std::ostream& out,
                   const RankingOptions& options)
        : analysis_(analysis),
          claims_(claims),
          out_(out),
          text_(out, {.columns = options.columns, .color = options.color}),
          options_(options),
          shown_(std::min(options.claims, claims.size())) {
        for (std::size_t i = 0; i < shown_; ++i) {
            count_columns_ = std::max(count_columns_, count(claims[i]).size());
            rank_columns_ = std::max(name_of(claims[i]).size(), rank_columns_);
        }
        indent_ = rank_columns_ + count_columns_ + 4;
    }

    void print() {
        if (claims_.size() < analysis_.claims.size()) out_ << claims_.size() << " of ";
        out_ << counted(analysis_.claims.size(), "claim") << " in " << counted(analysis_.documents.size(), "article")
             << ", " << options_.order << ". The figures are independent origins / articles.\n";
        for (std::size_t i = 0; i < shown_; ++i) print_claim(claims_[i]);
        print_rest();
    }

  private:
    const Corroboration& figures_of(ClaimId id) const { return analysis_.corroboration[static_cast<std::size_t>(id)]; }

    std::string count(ClaimId id) const {
        const Corroboration& figures = figures_of(id);
        return std::to_string(figures.independent_origins) + " / " + std::to_string(figures.documents);
    }

    void print_claim(ClaimId id) {
        const Corroboration& figures = figures_of(id);
        const Claim& claim = analysis_.claims[static_cast<std::size_t>(id)];
        out_ << '\n'
             << text_.styled(right_aligned(name_of(id), rank_columns_), Style::faint) << "  "
             << text_.styled(right_aligned(count(id), count_columns_), Style::strong) << "  ";
        text_.rest_of_line(indent_, claim.text, Style::strong);
        if (figures.disputed) text_.paragraph(indent_, "disputed" + opponents(figures), Style::bad);
        for (const Claim::Variant& variant : claim.variants)
            if (variant.exclusive) text_.paragraph(indent_, in_words(analysis_, variant), Style::bad);
        print_chains(claim);
        if (!figures.explanation.empty()) text_.paragraph(indent_, "why: " + figures.explanation, Style::faint);
        if (options_.figures) text_.paragraph(indent_, in_words(figures), Style::faint);
    }

    void print_chains(const Claim& claim) {
        const auto chains = distinct_chains(claim);
        const std::size_t shown = std::min(chains.size(), options_.chains);
        for (std::size_t i = 0; i < shown; ++i) print_chain(chains[i]);
        if (shown < chains.size())
            text_.paragraph(indent_ + 2, "and " + counted(chains.size() - shown, "more chain"), Style::faint);
    }

    void print_chain(const StancedChain& stanced) {
        std::string text = join_names(stanced.chain, analysis_.sources, " → ");
        if (stanced.stance != Stance::asserts)
            text.append(" [").append(to_string(stanced.stance)).append("]");
        else if (stanced.chain.size() == 1)
            text += " [on its own authority]";
        text_.paragraph(indent_ + 2, text, style_of(stanced.stance));
    }

    std::string opponents(const Corroboration& figures) const {
        std::string text;
        if (!figures.denied_by.empty()) text += "; denied by " + join_names(figures.denied_by, analysis_.sources, ", ");
        if (!figures.doubted_by.empty())
            text += "; doubted by " + join_names(figures.doubted_by, analysis_.sources, ", ");
        return text;
    }

    void print_rest() {
        if (claims_.size() <= shown_) return;
        out_ << "\nand " << counted(claims_.size() - shown_, "more claim");
        out_ << (options_.rest.empty() ? "" : ", in " + to_utf8(legible(options_.rest))) << '\n';
    }

    const Analysis& analysis_;
    const std::vector<ClaimId>& claims_;
    std::ostream& out_;
    TerminalText text_;
    const RankingOptions& options_;
    std::size_t shown_, rank_columns_ = 4, count_columns_ = 5, indent_ = 0;
};

}  // namespace

void print_ranking(const Analysis& analysis, const std::vector<ClaimId>& claims, std::ostream& out,
                   const RankingOptions& options) {
    RankingPrinter(analysis, claims, out, options).print();
    if (!out) throw OutputError("the ranking could not be printed: the output was closed");
}

void print_ranking(const Analysis& analysis, std::ostream& out, const RankingOptions& options) {
    print_ranking(analysis, select_claims(analysis, {}), out, options);
}

}  // namespace hearsay
