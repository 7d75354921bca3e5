// SPDX-License-Identifier: Apache-2.0
#include "hearsay/render/claims_csv.hpp"

#include <array>
#include <charconv>
#include <ostream>

#include "hearsay/error.hpp"
#include "hearsay/render/selection.hpp"
#include "render/figures.hpp"
#include "render/legible.hpp"
#include "render/names.hpp"

namespace hearsay {
namespace {

constexpr std::string_view kHeader =
    "rank,id,text,documents,publishers,independent_origins,effective_sources,disjoint_paths,belief,uncertainty,"
    "admiralty,"
    "disputed,origins,bottlenecks,confirmed_by,denied_by,doubted_by,variants,chains,explanation\r\n";

/// One cell, harmless to spreadsheets and quoted where RFC 4180 wants it.
std::string cell(std::string_view text) {
    std::string content = to_utf8(legible(text));
    if (!content.empty() && std::string_view("=+-@").find(content.front()) != std::string_view::npos)
        content.insert(0, 1, '\'');
    if (content.find_first_of(",\"") == std::string::npos) return content;
    std::string quoted = "\"";
    for (const char c : content) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

std::string three_decimals(double value) {
    std::array<char, 64> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 3).ptr;
    return {digits.data(), end};
}

class ClaimsTable {
  public:
    ClaimsTable(const Analysis& analysis, std::ostream& out) : analysis_(analysis), out_(out) {}

    void write_row(std::size_t index) {
        const Claim& claim = analysis_.claims[index];
        const Corroboration& figures = analysis_.corroboration[index];
        out_ << index + 1 << ',' << name_of(ClaimId(index)) << ',' << cell(claim.text);
        write_figures(figures);
        for (const std::string& text :
             {origins(figures.origins, claim), names(figures.bottlenecks), names(figures.confirmed_by),
              names(figures.denied_by), names(figures.doubted_by), variants(claim), chains(claim), figures.explanation})
            out_ << ',' << cell(text);
        out_ << "\r\n";
    }

  private:
    void write_figures(const Corroboration& figures) {
        out_ << ',' << figures.documents << ',' << figures.publishers << ',' << figures.independent_origins << ','
             << three_decimals(figures.effective_sources) << ',' << figures.disjoint_paths << ','
             << three_decimals(figures.belief) << ',' << three_decimals(figures.uncertainty) << ','
             << cell(figures.admiralty) << ',' << (figures.disputed ? "true" : "false");
    }

    std::string names(const std::vector<SourceId>& ids) const { return join_names(ids, analysis_.sources, "; "); }

    std::string origins(const std::vector<Origin>& origins, const Claim& claim) const {
        std::string joined;
        for (const Origin& origin : origins) {
            if (!joined.empty()) joined += "; ";
            joined += name_of_origin(origin, claim, analysis_.sources);
            if (origin.stance != Stance::asserts) joined.append(" [").append(to_string(origin.stance)).append("]");
            if (!origin.reason.empty()) joined.append(" (not counted: ").append(origin.reason).append(")");
        }
        return joined;
    }

    std::string variants(const Claim& claim) const {
        std::string joined;
        for (const std::string& variant : variants_in_words(analysis_, claim))
            joined.append(joined.empty() ? "" : "; ").append(variant);
        return joined;
    }

    std::string chains(const Claim& claim) const {
        std::string joined;
        for (const StancedChain& stanced : distinct_chains(claim)) {
            if (!joined.empty()) joined += " | ";
            joined += join_names(stanced.chain, analysis_.sources, " > ");
            if (stanced.stance != Stance::asserts) joined.append(" [").append(to_string(stanced.stance)).append("]");
        }
        return joined;
    }

    const Analysis& analysis_;
    std::ostream& out_;
};

}  // namespace

void write_claims_csv(const Analysis& analysis, const std::vector<ClaimId>& claims, std::ostream& out) {
    out << kHeader;
    ClaimsTable table(analysis, out);
    for (const ClaimId claim : claims) table.write_row(static_cast<std::size_t>(claim));
    if (!out) throw OutputError("the table of claims could not be written: the disk may be full");
}

void write_claims_csv(const Analysis& analysis, std::ostream& out) {
    write_claims_csv(analysis, select_claims(analysis, {}), out);
}

}  // namespace hearsay
