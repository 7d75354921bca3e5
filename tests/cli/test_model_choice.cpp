// SPDX-License-Identifier: Apache-2.0
#include "cli/model_choice.hpp"

#include <gmock/gmock.h>

#include <sstream>

#include "cli/recorded_run.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::cli {
namespace {

namespace fs = std::filesystem;
using test::run;
using testing::HasSubstr;
using testing::IsEmpty;

/// What is chosen for --model `name`, and what is said.
struct Choice {
    fs::path encoder;
    std::string said;
};

Choice choose(const std::string& name, const std::vector<fs::path>& inputs, bool quiet = false) {
    std::istringstream in;
    std::ostringstream out, err;
    Console console{in, out, err};
    ReadingOptions options;
    options.model = name;
    options.inputs = inputs;
    options.quiet = quiet;
    const fs::path encoder = encoder_for(options, console);
    return {encoder, err.str()};
}

const fs::path kAccurate = resource_directory() / "encoder" / "accurate.model";

class ModelChoice : public testing::Test {
  protected:
    void SetUp() override {
        if (!fs::exists(kAccurate)) GTEST_SKIP() << "no " << kAccurate;
    }
    std::string file_of(std::size_t bytes) {
        return folder_.write("article.txt", std::string(bytes, 'x')).string();
    }
    test::TemporaryFolder folder_;
};

TEST_F(ModelChoice, IsFastUnlessTold) {
    EXPECT_EQ(ReadingOptions().model, "fast");
    EXPECT_EQ(choose("fast", {}).encoder, "");
}

TEST_F(ModelChoice, TakesWhatIsNamed) {
    EXPECT_EQ(choose("accurate", {}).encoder, kAccurate);
    const auto other = file_of(10);
    EXPECT_EQ(choose(other, {}).encoder, other);
    EXPECT_THROW(choose("no/such.model", {}), UsageError);
    EXPECT_THAT(choose("accurate", {}).said, IsEmpty());
}

TEST_F(ModelChoice, IsAutomaticByTheSizeOfTheInput) {
    const Choice few = choose("auto", {file_of(1000)});
    EXPECT_EQ(few.encoder, kAccurate);
    EXPECT_THAT(few.said, HasSubstr("accurate, since there is little to read"));
    const Choice many = choose("auto", {file_of(kFewBytes + 1)});
    EXPECT_EQ(many.encoder, "");
    EXPECT_THAT(many.said, HasSubstr("fast, since there is much to read"));
    EXPECT_EQ(choose("auto", {folder_.path()}).encoder, "") << "a folder is as large as what lies in it";
    EXPECT_THAT(choose("auto", {"-"}).said, HasSubstr("fast, since standard input may be long"));
    EXPECT_THAT(choose("auto", {file_of(1000)}, true).said, IsEmpty());
}

TEST_F(ModelChoice, LeavesMissingInputToTheReader) { EXPECT_EQ(choose("auto", {"no/such/file"}).encoder, kAccurate); }

TEST_F(ModelChoice, ReadsWithTheEncoder) {
    const auto article = folder_.write("a.txt", "The bridge will close in May, the mayor said on Monday.\n").string();
    const auto done = run({"extract", "--model", "accurate", article});
    EXPECT_EQ(done.code, ExitCode::success);
    EXPECT_THAT(done.out, HasSubstr("\"text\": \"the mayor\""));
}

TEST_F(ModelChoice, RefusesWhatIsNoEncoder) {
    const auto article = folder_.write("a.txt", "The bridge will close in May, the mayor said on Monday.\n").string();
    const auto done = run({"extract", "--model", article, article});
    EXPECT_EQ(done.code, ExitCode::failure);
    EXPECT_THAT(done.err, HasSubstr("is no hearsay model of this kind"));
    EXPECT_EQ(run({"extract", "--model", "", article}).code, ExitCode::wrong_usage);
}

TEST_F(ModelChoice, OfARunIsOneForGood) {
    const auto article = folder_.write("a.txt", "The bridge will close in May, the mayor said on Monday.\n").string();
    const auto runs = (folder_.path() / "run").string();
    EXPECT_EQ(run({"batch", article, "--run", runs, "--model", "auto"}).code, ExitCode::wrong_usage);
    EXPECT_EQ(run({"batch", article, "--run", runs, "-q"}).code, ExitCode::success);
    const auto other = run({"batch", article, "--run", runs, "-q", "--model", "accurate"});
    EXPECT_EQ(other.code, ExitCode::failure);
    EXPECT_THAT(other.err, HasSubstr("was begun with another --model"));
}

}  // namespace
}  // namespace hearsay::cli
