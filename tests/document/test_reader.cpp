// SPDX-License-Identifier: Apache-2.0
// GCC 12 warns wrongly inside Boost's gzip compressor (GCC bug 105651).
#pragma GCC diagnostic ignored "-Wrestrict"
#include <gmock/gmock.h>

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <sstream>

#include "hearsay/document/reader.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
namespace io = boost::iostreams;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string gzipped(const std::string& bytes) {
    std::istringstream in(bytes);
    io::filtering_istream packed;
    packed.push(io::gzip_compressor());
    packed.push(in);
    return {std::istreambuf_iterator<char>(packed), {}};
}

class Reader : public ::testing::Test {
  protected:
    std::vector<RawDocument> read(const std::vector<fs::path>& inputs, std::string standard_input = "") {
        std::istringstream in(std::move(standard_input));
        DocumentReader reader(
            inputs, [this](const Skipped& s) { skipped_.push_back(relative(s.where).append(": ").append(s.cause)); },
            &in);
        std::vector<RawDocument> found;
        while (auto document = reader.next()) found.push_back(std::move(*document));
        EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
        return found;
    }
    std::vector<std::string> ids(const std::vector<fs::path>& inputs, std::string standard_input = "") {
        std::vector<std::string> found;
        for (const RawDocument& document : read(inputs, std::move(standard_input))) found.push_back(document.id);
        return found;
    }
    std::string relative(std::string where) const {
        const std::string folder = (folder_.path() / "").generic_string();
        return where.starts_with(folder) ? where.substr(folder.size()) : where;
    }
    fs::path path(const std::string& name = "") const { return name.empty() ? folder_.path() : folder_.path() / name; }

    test::TemporaryFolder folder_;
    std::vector<std::string> skipped_;
};

TEST_F(Reader, WalksFoldersInNameOrder) {
    folder_.write("b.txt", "B.");
    folder_.write("a/z.txt", "Z.");
    folder_.write("a/y.jsonl", "{\"id\":\"y1\",\"text\":\"Y.\"}\n{\"text\":\"Y.\"}");
    folder_.write("c.md", "not for folders");
    EXPECT_THAT(ids({path()}), ElementsAre("y1", "a/y:2", "a/z", "b"));
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Reader, ReadsFieldsAndKeepsTheOthers) {
    folder_.write("a.jsonl",
                  "\xEF\xBB\xBF{\"id\":7,\"text\":\"T.\",\"publisher\":\"P\",\"published\":\"2024\",\"url\":\"u\","
                  "\"title\":null,\"desk\":[1]}\n");
    const auto found = read({path("a.jsonl")});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].id, "7");
    EXPECT_EQ(found[0].line, 1U);
    EXPECT_EQ(found[0].publisher.value, "P");
    EXPECT_EQ(found[0].publisher.evidence, Evidence::field);
    EXPECT_EQ(found[0].published.value, "2024");
    EXPECT_FALSE(found[0].title);
    EXPECT_TRUE(found[0].fields.contains("desk"));
    EXPECT_FALSE(found[0].fields.contains("title"));
}

TEST_F(Reader, ReadsGzippedLines) {
    folder_.write("a.jsonl.gz",
                  gzipped("{\"id\":\"a\",\"text\":\"A.\"}\n") + gzipped("{\"id\":\"b\",\"text\":\"B.\"}\n"));
    EXPECT_THAT(ids({path("a.jsonl.gz")}), ElementsAre("a", "b"));
}

TEST_F(Reader, KeepsWhatCameBeforeDamagedGzipData) {
    std::string lines;
    for (int i = 0; i < 5000; ++i)
        lines.append("{\"id\":\"").append(std::to_string(i * 7919 % 5000)).append("\",\"text\":\"T.\"}\n");
    const std::string packed = gzipped(lines);
    folder_.write("a.jsonl.gz", packed.substr(0, packed.size() / 2));
    const auto found = ids({path("a.jsonl.gz")});
    EXPECT_GT(found.size(), 100U);
    EXPECT_LT(found.size(), 5000U);
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("the gzip data end too early")));
    skipped_.clear();
    folder_.write("b.jsonl.gz", "no gzip at all");
    EXPECT_THAT(ids({path("b.jsonl.gz")}), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre("b.jsonl.gz:1:1: malformed JSON: syntax error"));
}

TEST_F(Reader, ReadsStandardInputAsJsonLines) {
    EXPECT_THAT(ids({"-"}, "{\"text\":\"A.\"}\n\n{\"id\":\"b\",\"text\":\"B.\"}"), ElementsAre("-:1", "b"));
    EXPECT_THAT(ids({"-"}, "{]"), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre("standard input:1:2: malformed JSON: syntax error"));
}

TEST_F(Reader, ReadsAFileNamedOutrightWhateverItsEnding) {
    folder_.write("article", "A.");
    folder_.write("notes.md", "B.");
    EXPECT_THAT(ids({path("article"), path("notes.md")}), ElementsAre("article", "notes"));
}

TEST_F(Reader, LetsTheManifestOverride) {
    folder_.write("corpus.csv", "path,publisher,published\na.txt,Village Herald,2024-10-09\nin/b.txt,Daily Gazette,\n");
    folder_.write("a.txt", "A.");
    folder_.write("in/b.txt", "B.");
    const auto found = read({path()});
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].publisher.value, "Village Herald");
    EXPECT_EQ(found[0].published.evidence, Evidence::manifest);
    EXPECT_EQ(found[1].publisher.value, "Daily Gazette");
    EXPECT_FALSE(found[1].published);
}

TEST_F(Reader, PrefersTheManifestOfTheInnerFolder) {
    folder_.write("corpus.csv", "path,publisher\nin/a.txt,Outer\n");
    folder_.write("in/corpus.csv", "path,publisher\na.txt,Inner\n");
    folder_.write("in/a.txt", "A.");
    EXPECT_EQ(read({path()})[0].publisher.value, "Inner");
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Reader, ReadsTheFilesThatAManifestNamedOutrightLists) {
    folder_.write("corpus.csv", "path,publisher\nb.txt,Village Herald\n");
    folder_.write("a.txt", "A.");
    folder_.write("b.txt", "B.");
    EXPECT_THAT(ids({path("corpus.csv")}), ElementsAre("b"));
    EXPECT_EQ(read({path("corpus.csv")})[0].publisher.value, "Village Herald");
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Reader, MakesEqualIdsUnique) {
    folder_.write("a.jsonl",
                  "{\"id\":\"x\",\"text\":\"1\"}\n{\"id\":\"x#2\",\"text\":\"2\"}\n{\"id\":\"x\",\"text\":\"3\"}\n{"
                  "\"id\":\"x\",\"text\":\"4\"}\n");
    EXPECT_THAT(ids({path("a.jsonl")}), ElementsAre("x", "x#2", "x#3", "x#4"));
}

TEST_F(Reader, NamesWhatItCannotReadAndReadsTheRest) {
    folder_.write("bad.jsonl",
                  "{\"text\":\"A.\"}\n{\"é\":1 x}\n[]\n{\"a\":1}\n{\"text\":5}\n{\"text\":\" \"}\n{\"text\":\"B.\"}\n");
    folder_.write("binary.txt", std::string("\0\1\2\3", 4));
    folder_.write("empty.txt", "\r\n");
    folder_.write("nothing.jsonl", "");
    folder_.write("wide.txt", std::string("H\0i\0", 4));
    folder_.write("z.txt", "Z.");
    EXPECT_THAT(ids({path(), path("missing.txt")}), ElementsAre("bad:1", "bad:7", "z"));
    EXPECT_THAT(skipped_, ElementsAre("missing.txt: is not there", "bad.jsonl:2:8: malformed JSON: syntax error",
                                      "bad.jsonl:3: is no JSON object", "bad.jsonl:4: has no \"text\"; name the field that holds the text with --map text=FIELD",
                                      "bad.jsonl:5: \"text\" is no string", "bad.jsonl:6: \"text\" is empty",
                                      "binary.txt: is a binary file", "empty.txt: is empty", "nothing.jsonl: is empty",
                                      "wide.txt: is a binary file"));
}

TEST_F(Reader, NamesManifestRowsWithoutAFile) {
    folder_.write("corpus.csv", "path,publisher\na.txt,x\nmissing.txt,y\n");
    folder_.write("a.txt", "A.");
    EXPECT_THAT(ids({path()}), ElementsAre("a"));
    EXPECT_THAT(skipped_, ElementsAre("corpus.csv:3: names missing.txt, which is not there"));
}

TEST_F(Reader, StopsAtAFolderThatLeadsBack) {
    folder_.write("in/a.txt", "A.");
    fs::create_directory_symlink(path(), path("in/loop"));
    fs::create_symlink(path("gone"), path("in/z.txt"));
    EXPECT_THAT(ids({path()}), ElementsAre("in/a"));
    EXPECT_THAT(skipped_, ElementsAre("in/loop: leads back to a folder that holds it", HasSubstr("in/z.txt: ")));
}

TEST_F(Reader, NamesAFolderWithoutArticles) {
    fs::create_directory(path("empty"));
    EXPECT_THAT(ids({path("empty")}), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre("empty: holds no file that can be read as articles"));
}

TEST_F(Reader, TakesDeepNestingForAnErrorOfItsLineOnly) {
    std::string lines(100000, '[');
    lines.append("\n{\"text\":\"A.\",\"x\":").append(5000, '[').append("}\n{\"text\":\"B.\"}\n");
    folder_.write("a.jsonl", lines);
    EXPECT_THAT(ids({path()}), ElementsAre("a:3"));
    EXPECT_THAT(skipped_, SizeIs(2));
}

TEST_F(Reader, KeepsInvalidBytesOfTheTextAndMendsTheOtherFields) {
    folder_.write("a.jsonl", "{\"text\":\"A\xFF.\",\"id\":\"i\xFF\"}\n");
    const auto found = read({path()});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text, "A\xFF.");
    EXPECT_EQ(found[0].id, "i\xEF\xBF\xBD");
}

TEST_F(Reader, ReadsALongSingleLine) {
    folder_.write("a.txt", std::string(20'000'000, 'a'));
    const auto found = read({path()});
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].text.size(), 20'000'000U);
}

}  // namespace
}  // namespace hearsay
