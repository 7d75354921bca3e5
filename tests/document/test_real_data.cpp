// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <map>

#include "document/prepare.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

fs::path data_folder() {
    const char* chosen = std::getenv("HEARSAY_DATA");
    return chosen && *chosen ? fs::path(chosen) : fs::path(HEARSAY_SOURCE_DIR) / ".." / "shared" / "data";
}

/// The share of `span` that boilerplate covers, in code points.
double covered(const Document& document, Span span) {
    std::uint32_t both = 0;
    for (const Boilerplate& b : document.boilerplate)
        if (b.span.overlaps(span)) both += std::min(b.span.end, span.end) - std::max(b.span.begin, span.begin);
    return static_cast<double>(both) / span.size();
}

class RealData : public ::testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(data_folder() / "chains" / "seeds.boilerplate.json"))
            GTEST_SKIP() << "no articles in " << data_folder() << "; set HEARSAY_DATA to their folder";
        gold_ = json::parse(test::read_file(data_folder() / "chains" / "seeds.boilerplate.json"));
        for (const auto& entry : fs::directory_iterator(data_folder() / "seeds"))
            if (entry.path().extension() == ".txt")
                seeds_.emplace(entry.path().stem().string(), test::prepared(test::read_file(entry.path())));
    }
    const Document& seed(const json::object& of) const { return seeds_.at(json::value_to<std::string>(of.at("doc"))); }

    json::value gold_;
    std::map<std::string, Document> seeds_;
};

TEST_F(RealData, EveryAnnotatedPieceOfBoilerplateIsMarked) {
    std::map<std::string, std::uint32_t> annotated;
    for (const json::value& value : gold_.at("boilerplate").as_array()) {
        const Document& document = seed(value.as_object());
        const auto text = json::value_to<std::string>(value.at("text"));
        const std::size_t byte = document.text().utf8().find(text);
        ASSERT_NE(byte, std::string_view::npos);
        const Span span{Text::decode(document.text().utf8().substr(0, byte)).size(),
                        Text::decode(document.text().utf8().substr(0, byte + text.size())).size()};
        EXPECT_GT(covered(document, span), 0.85) << text;
        annotated[json::value_to<std::string>(value.at("doc"))] += span.size();
    }
    for (const auto& [id, document] : seeds_) {
        std::uint32_t marked = 0;
        for (const Boilerplate& b : document.boilerplate) marked += b.span.size();
        EXPECT_LE(marked, annotated[id] + 5) << "too much is marked in " << id;
    }
}

TEST_F(RealData, PublisherAndDateAreReadFromTheTextAlone) {
    for (const json::value& value : gold_.at("metadata").as_array()) {
        const Document& document = seed(value.as_object());
        const auto text = [&](std::string_view key) {
            return value.at(key).is_null() ? std::string() : json::value_to<std::string>(value.at(key));
        };
        EXPECT_EQ(document.publisher.value, text("publisher")) << document.id;
        EXPECT_EQ(document.published.value, text("published")) << document.id;
    }
}

TEST_F(RealData, HardlyAnyNewsTextIsMarked) {
    DocumentReader reader({data_folder() / "news" / "web.jsonl.gz"}, nullptr);
    std::size_t marked = 0, all = 0;
    for (int i = 0; i < 300; ++i) {
        auto raw = reader.next();
        ASSERT_TRUE(raw);
        const Document document = prepare_document(std::move(*raw), test::known_outlet);
        all += document.text().size();
        for (const Boilerplate& b : document.boilerplate) marked += b.span.size();
    }
    EXPECT_GT(marked * 200, all);
    EXPECT_LT(marked * 20, all);
}

}  // namespace
}  // namespace hearsay
