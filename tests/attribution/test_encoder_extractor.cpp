// SPDX-License-Identifier: Apache-2.0
// The extractor with the shipped encoder; skipped where that file is not there.
#include <gmock/gmock.h>

#include <filesystem>

#include "attribution/read.hpp"
#include "hearsay/error.hpp"
#include "support/any_bytes.hpp"

namespace hearsay::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::filesystem::path kEncoder = resource_directory() / "encoder" / "accurate.model";

class EncoderExtractor : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(kEncoder)) GTEST_SKIP() << "no " << kEncoder;
    }
    static const TrainedExtractor& accurate() {
        static const TrainedExtractor instance = TrainedExtractor::load(resource_directory(), kEncoder);
        return instance;
    }
    static std::vector<std::string> found_in(const std::string& text) { return read(text, accurate()); }
};

TEST_F(EncoderExtractor, FindsWhoSaysWhat) {
    EXPECT_THAT(found_in("The harbour master said the crane had been checked in May."),
                ElementsAre("The harbour master | said | the crane had been checked in May"));
}

TEST_F(EncoderExtractor, LeavesToTheArticleWhatNobodySaid) {
    const Document d = document("The ministry did not say when the bridge would open. It said the bridge was safe.");
    const auto found = accurate().extract(d);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_FALSE(found[0].reports);
    EXPECT_TRUE(found[1].reports);
}

TEST_F(EncoderExtractor, ReadsQuotationsLongerThanItsWindow) {
    std::string quotation = "We looked at the crane in May";
    for (int year = 1950; year != 1990; ++year) quotation += ", and then again in the May of " + std::to_string(year);
    EXPECT_THAT(found_in('"' + quotation + ",\" the harbour master said."),
                ElementsAre("the harbour master | said | \"" + quotation + ",\""));
}

TEST_F(EncoderExtractor, TakesBothPartsOfAnInterruptedQuotation) {
    EXPECT_THAT(found_in("“We counted twice,” Anna Berg said, “and the boxes were gone.”"),
                ElementsAre("Anna Berg | said | “We counted twice,” “and the boxes were gone.”"));
}

TEST_F(EncoderExtractor, FindsNothingWhereNobodySpeaks) {
    EXPECT_THAT(found_in("The crane stood on the north quay. It rained all week."), IsEmpty());
}

TEST_F(EncoderExtractor, GivesConfidencesThatAreProbabilities) {
    const Document d = document("The mayor said the bridge was safe, but engineers warned that it might not last.");
    for (const Attribution& a : accurate().extract(d)) {
        EXPECT_GE(a.confidence, 0);
        EXPECT_LE(a.confidence, 1);
    }
}

TEST_F(EncoderExtractor, ReadsAnyBytes) {
    const Document d = document(any_bytes(4000));
    for (const Attribution& a : accurate().extract(d)) EXPECT_LE(hull(a.content).end, d.text().size());
}

TEST_F(EncoderExtractor, NamesAFileThatIsMissing) {
    EXPECT_THROW(TrainedExtractor::load(resource_directory(), "no/such.model"), ResourceError);
}

}  // namespace
}  // namespace hearsay::test
