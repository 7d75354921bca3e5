// SPDX-License-Identifier: Apache-2.0
// Whatever comes in, `hearsay extract` ends and writes JSON whose spans lie in the text that came in.
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <random>

#include "cli/recorded_run.hpp"
#include "hearsay/text/text.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::cli {
namespace {

namespace json = boost::json;

/// Enough English for the language to be plain, with an attribution on either side of what is hostile.
std::string article_around(const std::string& hostile) {
    std::string text;
    for (int i = 0; i < 20; ++i) text += "The old bridge will be closed in May, the minister said on Monday. ";
    return text + hostile + "\n\n" + text;
}

std::string random_bytes(std::size_t size) {
    std::mt19937 random(20241009);
    std::string bytes(size, ' ');
    for (char& byte : bytes) byte = static_cast<char>(1 + random() % 255);
    return bytes;
}

std::string repeat(const std::string& piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += piece;
    return text;
}

const std::vector<std::string> kHostile{
    random_bytes(2000),
    std::string(200'000, '"'),
    std::string(200'000, 'x'),
    repeat("“he said ‘", 10'000) + repeat("so’ it is” ", 10'000),
    repeat("said ", 20'000),
    repeat("\xff\xc0\xed\xa0\x80", 200),
    repeat("\\u0000 \\ \" \x1b \x7f \u2028 \U0001F600", 200),
};

void expect_sound(const json::value& line, const std::string& given) {
    const auto size = Text::decode(given).size();
    EXPECT_FALSE(line.at("attributions").as_array().empty());
    for (const json::value& attribution : line.at("attributions").as_array())
        for (const char* role : {"source", "cue", "content"})
            for (const json::value& span : attribution.at(role).at("spans").as_array()) {
                ASSERT_LT(span.at(0).as_int64(), span.at(1).as_int64());
                ASSERT_LE(span.at(1).as_int64(), size);
            }
}

TEST(Extract, WritesSoundJsonWhateverComesIn) {
    const test::TemporaryFolder folder;
    for (std::size_t i = 0; i < kHostile.size(); ++i)
        folder.write(std::to_string(i) + ".txt", article_around(kHostile[i]));
    const auto shown = test::run({"extract", folder.path().string(), "--strict"});
    EXPECT_EQ(shown.code, ExitCode::success) << shown.err;
    std::istringstream lines(shown.out);
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        expect_sound(json::parse(line), article_around(kHostile.at(count)));
    EXPECT_EQ(count, kHostile.size());
}

}  // namespace
}  // namespace hearsay::cli
