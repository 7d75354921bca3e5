// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <sstream>

#include "hearsay/attribution/annotations.hpp"
#include "hearsay/error.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::test {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;

std::vector<AnnotatedDocument> read(const std::string& lines, AnnotationKind kind = AnnotationKind::gold) {
    std::istringstream in(lines);
    AnnotationReader reader("-", kind, &in);
    std::vector<AnnotatedDocument> documents;
    while (auto document = reader.next()) documents.push_back(std::move(*document));
    return documents;
}

std::string complaint(const std::string& lines, AnnotationKind kind = AnnotationKind::gold) {
    try {
        read(lines, kind);
    } catch (const AnnotationError& error) {
        return error.what();
    }
    return "none";
}

/// A gold line whose only attribution has these fields.
std::string line(const std::string& fields) {
    return R"({"id": "a", "text": "", "attributions": [{}, {)" + fields + "}]}";
}

TEST(AnnotationReader, TakesRolesAsListsOrObjectsOrNot) {
    const auto documents = read(
        R"({"id": "a", "text": "é said", "attributions": [{"source": [[0, 1]], "cue": {"spans": [[2, 4], [5, 6]], "text": "x"}, "content": null, "confidence": 0.25}, {}]})");
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents[0].text.size(), 6U);
    const auto& attributions = documents[0].attributions;
    ASSERT_EQ(attributions.size(), 2U);
    EXPECT_THAT(attributions[0].source, ElementsAre(Span{0, 1}));
    EXPECT_THAT(attributions[0].cue, ElementsAre(Span{2, 4}, Span{5, 6}));
    EXPECT_THAT(attributions[0].content, IsEmpty());
    EXPECT_EQ(attributions[0].confidence, 0.25);
    EXPECT_EQ(attributions[1].confidence, 1);
}

TEST(AnnotationReader, WantsNeitherTextNorAttributionsInAPrediction) {
    const auto documents = read("{\"id\": 7}\n\n  \n{\"id\": \"b\", \"text\": 3}\n", AnnotationKind::predicted);
    ASSERT_EQ(documents.size(), 2U);
    EXPECT_EQ(documents[0].id, "7");
    EXPECT_EQ(documents[1].line, 4U);
}

TEST(AnnotationReader, CutsOffsetsToWhatASpanHolds) {
    const auto documents = read(line(R"("cue": [[-5, 3], [1, 99999999999], [2, 18446744073709551615]])"));
    const std::uint32_t last = ~0U;
    EXPECT_THAT(documents[0].attributions[1].cue, ElementsAre(Span{0, 3}, Span{1, last}, Span{2, last}));
}

TEST(AnnotationReader, NamesLineColumnAndCause) {
    const std::string good = line("") + "\n";
    EXPECT_EQ(complaint(good + "{\"id\": \"b\", \"text\": }"), "standard input:2:21: malformed JSON: syntax error");
    EXPECT_EQ(complaint("{} {}"), "standard input:1:4: malformed JSON: more text after the object");
    EXPECT_EQ(complaint("[]"), "standard input:1: is no JSON object");
    EXPECT_EQ(complaint(R"({"text": ""})"), "standard input:1: has no \"id\"");
    EXPECT_THAT(complaint(R"({"id": [], "text": ""})"), EndsWith("\"id\" is no string that says something"));
    EXPECT_THAT(complaint(R"({"id": "a"})"), EndsWith("has no \"text\", or one that is no string"));
    EXPECT_THAT(complaint(R"({"id": "a", "text": ""})"), EndsWith("has no \"attributions\", or some that are no list"));
    EXPECT_EQ(complaint(good + "\n" + good), "standard input:3: has the id \"a\" of line 1");
}

TEST(AnnotationReader, NamesTheAttributionThatIsWrong) {
    const std::string pairs = " is no list of [begin, end] pairs of whole numbers";
    EXPECT_EQ(complaint(line(R"("cue": 3)")), "standard input:1: attribution 2: \"cue\"" + pairs);
    for (const char* spans : {R"([3])", R"([[1, 2, 3]])", R"([[1, "2"]])", R"([[1, 2.5]])", R"({"spans": "all"})"})
        EXPECT_THAT(complaint(line(std::string(R"("content": )") + spans)),
                    EndsWith("attribution 2: \"content\"" + pairs));
    for (const char* confidence : {"2", "-0.1", "\"high\"", "1e999"})
        EXPECT_THAT(complaint(line(std::string(R"("confidence": )") + confidence)),
                    EndsWith("attribution 2: \"confidence\" is no number from 0 to 1"));
    EXPECT_THAT(complaint(R"({"id": "a", "attributions": [1]})", AnnotationKind::predicted),
                EndsWith("attribution 1: is no JSON object"));
}

TEST(AnnotationReader, NamesAFileThatCantBeRead) {
    const TemporaryFolder folder;
    const auto why = [&](const std::string& name) -> std::string {
        try {
            AnnotationReader(folder.path() / name, AnnotationKind::gold).next();
        } catch (const AnnotationError& error) {
            return error.what();
        }
        return "none";
    };
    folder.write("damaged.jsonl.gz", "this was never compressed");
    EXPECT_THAT(why("missing.jsonl"), EndsWith("missing.jsonl: is not there"));
    EXPECT_THAT(why(""), EndsWith("is a folder, not a file"));
    EXPECT_THAT(why("damaged.jsonl.gz"), EndsWith("breaks off: damaged gzip data, or a read error"));
}

}  // namespace
}  // namespace hearsay::test
