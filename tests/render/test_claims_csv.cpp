// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <sstream>
#include <vector>

#include "hearsay/error.hpp"
#include "hearsay/render/claims_csv.hpp"
#include "render/fixture.hpp"
#include "render/golden.hpp"

namespace hearsay {
namespace {

std::string csv_of(const Analysis& analysis) {
    std::ostringstream out;
    write_claims_csv(analysis, out);
    return out.str();
}

/// A reader by the letter of RFC 4180; cells by row.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool inside = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inside && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            rows.back().back() += text[++i];
        else if (c == '"')
            inside = !inside;
        else if (!inside && c == ',')
            rows.back().emplace_back();
        else if (!inside && c == '\n')
            rows.push_back({""});
        else if (inside || c != '\r')
            rows.back().back() += c;
    }
    rows.pop_back();
    return rows;
}

std::string text_cell(const std::string& claim) {
    Analysis analysis = fixture::dam();
    analysis.claims[0].text = claim;
    return read_csv(csv_of(analysis)).at(1).at(2);
}

TEST(ClaimsCsv, IsTheContractByteForByte) { expect_golden("claims.csv", csv_of(fixture::dam())); }

TEST(ClaimsCsv, DescribesPeopleForWhomAnOutletVouches) {
    Analysis analysis;
    analysis.sources.resize(2);
    analysis.sources[0].name = "two officials", analysis.sources[0].kind = SourceKind::anonymous;
    analysis.sources[0].unnamed = true;
    analysis.sources[1].name = "Gazette", analysis.sources[1].kind = SourceKind::outlet;
    analysis.documents.resize(1);
    analysis.publishers = {SourceId{1}};
    Mention mention;
    mention.chain = {SourceId{0}, SourceId{1}};
    analysis.claims.push_back({"The dam leaks", {mention}, {}});
    analysis.corroboration.emplace_back().origins.push_back({SourceId{1}, Stance::asserts, true, {}});
    EXPECT_THAT(csv_of(analysis), testing::HasSubstr("two officials (through Gazette)"));
    analysis.claims[0].mentions.push_back(mention);
    analysis.claims[0].mentions[1].chain = {SourceId{1}};  // the Gazette on its own authority as well
    EXPECT_THAT(csv_of(analysis), testing::Not(testing::HasSubstr("(through Gazette)")));
}

TEST(ClaimsCsv, HasAsManyCellsInEveryRowWhateverTheArticlesHold) {
    for (const Analysis& analysis : {fixture::dam(), fixture::hostile()}) {
        const auto rows = read_csv(csv_of(analysis));
        ASSERT_EQ(rows.size(), analysis.claims.size() + 1);
        for (const auto& row : rows) EXPECT_EQ(row.size(), 20u);
    }
}

TEST(ClaimsCsv, KeepsCommasAndQuotationMarks) { EXPECT_EQ(text_cell("so, \"he\" said"), "so, \"he\" said"); }

TEST(ClaimsCsv, DisarmsFormulas) {
    EXPECT_EQ(text_cell("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
    EXPECT_EQ(text_cell("+1"), "'+1");
    EXPECT_EQ(text_cell("-1"), "'-1");
    EXPECT_EQ(text_cell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(text_cell("\t=1"), "'=1");
    EXPECT_EQ(text_cell("\r\n=1"), "'=1");
    EXPECT_EQ(text_cell("1 = 1"), "1 = 1");
}

TEST(ClaimsCsv, DisarmsFormulasThatStartInANameOrAChain) {
    Analysis analysis = fixture::dam();
    analysis.sources[0].name = "=1+1";
    const auto row = read_csv(csv_of(analysis)).at(1);
    EXPECT_THAT(row.at(12), testing::StartsWith("'=1+1"));
    EXPECT_THAT(row.at(18), testing::StartsWith("'=1+1 > "));
}

TEST(ClaimsCsv, NamesOtherFigures) {
    Analysis analysis = fixture::dam();
    analysis.claims[0].variants = {{ClaimId{2}, false}, {ClaimId{1}, true}};
    EXPECT_EQ(read_csv(csv_of(analysis)).at(1).at(17),
              "c2 excludes this: two cracks run through the eastern wall; "
              "c3 has another figure: the lake is a popular place to swim");
}

TEST(ClaimsCsv, ReportsAStreamThatFails) {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_THROW(write_claims_csv(fixture::dam(), out), OutputError);
}

}  // namespace
}  // namespace hearsay
