// SPDX-License-Identifier: Apache-2.0
#include "document/formats/json_scan.hpp"
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Json : public test::ReaderFixture {};

TEST_F(Json, ReadsAnArrayAnObjectAndSeveralInARow) {
    EXPECT_THAT(texts(read_file("a.json", "[\n {\"text\":\"A.\"},\n {\"text\":\"B.\"}\n]")), ElementsAre("A.", "B."));
    EXPECT_THAT(texts(read_file("b.json", "{\n\"text\":\"A.\"\n}\n{\n\"text\":\"B.\"\n}")), ElementsAre("A.", "B."));
    EXPECT_THAT(texts(read_file("c.json", "[{\"text\":\"A.\"},{\"text\":\"B.\"}]")), ElementsAre("A.", "B."));
    EXPECT_THAT(texts(read_file("d.json", "[[{\"text\":\"A.\"}],\n[{\"text\":\"B.\"}]]")), ElementsAre("A.", "B."));
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Json, FindsTheListOfArticlesHoweverDeep) {
    const std::vector<std::string> answers = {
        R"({"status":"ok","articles":[{"text":"A."},{"text":"B."}],"more":true})",
        R"({"response":{"total":2,"results":[{"text":"A."},{"text":"B."}]}})",
        R"({"articles":{"results":[{"text":"A."},{"text":"B."}],"pages":1},"x":[1,2]})",
        R"({"meta":{"hits":2},"data":[{"text":"A."},{"text":"B."}]})"};
    for (const std::string& answer : answers) {
        EXPECT_THAT(texts(read_file("line.jsonl", answer + "\n")), ElementsAre("A.", "B.")) << answer;
        std::string spread;
        for (const char c : answer) spread.append(c == ',' || c == '{' ? std::string(1, c) + "\n" : std::string(1, c));
        EXPECT_THAT(texts(read_file("spread.json", spread)), ElementsAre("A.", "B.")) << spread;
    }
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Json, TakesAnArticleWithAListInItForAnArticle) {
    const std::string article = "{\n\"text\":\"A.\",\n\"articles\":[{\"text\":\"related\"}]}";
    EXPECT_THAT(texts(read_file("a.json", article)), ElementsAre("A."));
    EXPECT_THAT(texts(read_file("a.jsonl", "{\"items\":[{\"x\":1}],\"text\":\"A.\"}\n")), ElementsAre("A."));
}

TEST_F(Json, DoesNotHoldAListWhole) {
    options_.limits.document_bytes = 200;
    std::string list = "{\"status\":\"ok\",\n\"articles\":[";
    for (int i = 0; i < 1000; ++i) list += "{\"text\":\"Article number " + std::to_string(i) + ".\"},\n";
    list += "{\"text\":\"" + std::string(300, 'x') + "\"}]}";
    EXPECT_THAT(read_file("a.json", list), SizeIs(1000));
    EXPECT_THAT(skipped_, ElementsAre("a.json:1002: is longer than 200 bytes; raise --max-document to read it"));
}

TEST_F(Json, NamesLineAndColumnOfAMistakeAndReadsOn) {
    const auto found =
        read_file("a.json", "[\n{\"text\":\"A.\"},\n{\"text\":\n  nonsense},\n7, \"x\",\n{\"text\":\"B.\"}\n]");
    EXPECT_THAT(texts(found), ElementsAre("A.", "B."));
    EXPECT_EQ(found[1].line, 6U);
    EXPECT_THAT(skipped_, ElementsAre("a.json:4:3: malformed JSON: syntax error",
                                      "a.json:5: is no JSON object, and others like it are passed over"));
}

TEST_F(Json, KeepsWhatCameBeforeTheBreak) {
    EXPECT_THAT(texts(read_file("a.json", "[\n{\"text\":\"A.\"},\n{\"text\":\"B")), ElementsAre("A."));
    EXPECT_THAT(texts(read_file("b.json", "[\n{\"text\":\"A.\"},\n")), ElementsAre("A."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.json:3: breaks off here: the object of line 3 is not closed"),
                                      HasSubstr("b.json:3: breaks off here: a list is not closed")));
}

TEST_F(Json, PassesOverWhatIsNestedTooDeep) {
    const std::string deep = "{\"x\":" + std::string(300, '[') + std::string(300, ']') + ",\n\"text\":\"deep\"}";
    EXPECT_THAT(texts(read_file("a.json", "[\n" + deep + ",\n{\"text\":\"A.\"}]")), ElementsAre("A."));
    EXPECT_THAT(skipped_, ElementsAre("a.json:2: is nested deeper than 256 levels; raise --max-depth to read it"));
    options_.limits.depth = 400;
    EXPECT_THAT(texts(read({path("a.json")})), ElementsAre("deep", "A."));
    skipped_.clear();
    EXPECT_THAT(read_file("b.json", std::string(10'000'000, '[')), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("--max-depth")));
}

TEST_F(Json, IsNotSeenInTextThatBeginsWithABracket) {
    const auto found = read_file("a.txt", "[Editor's note: {this} is text.]\nIt says nothing.");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].id, "a");
}

TEST_F(Json, IgnoresAByteOrderMark) {
    EXPECT_THAT(texts(read_file("a", "\xEF\xBB\xBF[{\"text\":\"A.\"}]")), ElementsAre("A."));
    EXPECT_THAT(texts(read_file("b", "\xEF\xBB\xBF{\"text\":\"A.\"}\n{\"text\":\"B.\"}")), ElementsAre("A.", "B."));
}

TEST(ObjectScan, FindsTheEndBeyondBracketsInStrings) {
    const std::string object = R"({"a":"}\"]{","b":[{},"\\"]})";
    ObjectScan scan(nullptr);
    for (std::size_t i = 0; i + 1 < object.size(); ++i) ASSERT_EQ(scan.feed(object[i]), ObjectScan::Step::more) << i;
    EXPECT_EQ(scan.feed('}'), ObjectScan::Step::closed);
    EXPECT_EQ(scan.deepest(), 3U);
}

}  // namespace
}  // namespace hearsay
