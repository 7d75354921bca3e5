// SPDX-License-Identifier: Apache-2.0
// The whole program on real articles, where there are some.
#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "cli/recorded_run.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using testing::Contains;

fs::path data() {
    const char* given = std::getenv("HEARSAY_DATA");
    return given ? fs::path(given) : fs::path(HEARSAY_SOURCE_DIR) / "../shared/data";
}

class FiveArticlesOnOneEvent : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::is_directory(data() / "seeds")) GTEST_SKIP() << "no real articles: set HEARSAY_DATA";
        const auto shown = test::run({"analyze", (data() / "seeds").string(), "--out", folder_.path().string()});
        ASSERT_EQ(shown.code, cli::ExitCode::success) << shown.err;
        analysis_ = json::parse(folder_.read("analysis.json"));
    }
    const json::array& list(const char* name) const { return analysis_.at(name).as_array(); }
    std::string name_of(const json::value& source) const {
        for (const auto& candidate : list("sources"))
            if (candidate.at("id") == source) return candidate.at("name").as_string().c_str();
        return {};
    }
    std::vector<std::string> chains() const {
        std::vector<std::string> found;
        for (const auto& attribution : list("attributions")) {
            std::string chain;
            for (const auto& hop : attribution.at("chain").as_array())
                chain += (chain.empty() ? "" : " > ") + name_of(hop);
            found.push_back(chain);
        }
        return found;
    }

    test::TemporaryFolder folder_;
    json::value analysis_;
};

TEST_F(FiveArticlesOnOneEvent, AreAllRead) { EXPECT_EQ(list("documents").size(), 5U); }

TEST_F(FiveArticlesOnOneEvent, HoldTwoVersionsOfOneStory) {
    const auto versions = std::ranges::count_if(
        list("documents"), [](const json::value& document) { return !document.at("version_of").is_null(); });
    EXPECT_EQ(versions, 1);
}

TEST_F(FiveArticlesOnOneEvent, HoldTheKnownChains) {
    EXPECT_THAT(chains(), Contains("Kyiv Post > Kim Yong-hyun > Yonhap News > Bloomberg"));
    EXPECT_THAT(chains(), Contains("Kim Yong-hyun > Politico > Firstpost"));
    EXPECT_THAT(chains(), Contains("North Korea > Korean Central News Agency > Bloomberg"));
}

TEST_F(FiveArticlesOnOneEvent, HaveOneManBehindTheMainClaimAndOneWhoDisputesIt) {
    const auto says_so = [](const json::value& mention) {
        return mention.at("text").as_string().find("likely to deploy troops") != json::string::npos;
    };
    const auto likely = std::ranges::find_if(list("claims"), [&](const json::value& claim) {
        return std::ranges::any_of(claim.at("mentions").as_array(), says_so);
    });
    ASSERT_NE(likely, list("claims").end());
    EXPECT_EQ(likely->at("independent_origins"), 1);
    EXPECT_EQ(name_of(likely->at("origins").as_array().front().at("source")), "Kim Yong-hyun");
    EXPECT_TRUE(likely->at("disputed").as_bool());
}

}  // namespace
}  // namespace hearsay
