// SPDX-License-Identifier: Apache-2.0
#include "document/pack.hpp"
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string gzipped(const std::string& bytes) { return test::packed(bytes, "gzip"); }

class Reader : public test::ReaderFixture {};

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

TEST_F(Reader, TakesFilesOfOtherNamesFromFoldersOnlyWhenTheirContentIsPlain) {
    folder_.write("page",
                  "<!DOCTYPE html><title>T</title><p>" + std::string(20, 'A') +
                      " said on Monday that the bridge would be closed to all traffic in the coming month.</p>");
    folder_.write("notes.md", "# Notes\n\nNothing to see here, but for a few words about the bridge.\n");
    folder_.write("settings.ini", "{\"text\":\"A.\"}");
    folder_.write("._a.txt", "what another system keeps beside a.txt");
    EXPECT_THAT(ids({path()}), ElementsAre("page"));
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Reader, ReadsATableCalledCorpusThatNamesNoFiles) {
    folder_.write("corpus.csv", "title,body\nBridge,It will close.\n");
    EXPECT_THAT(ids({path()}), ElementsAre("corpus:2"));
    EXPECT_THAT(ids({path("corpus.csv")}), ElementsAre("corpus:2"));
}

TEST_F(Reader, ReadsWideTextWithItsMark) {
    using namespace std::string_literals;
    EXPECT_THAT(texts(read_file("little.txt", "\xFF\xFEH\0i\0 \0\xE9\0=\xD8\0\xDE"s)),
                ElementsAre("\xEF\xBB\xBFHi \xC3\xA9\xF0\x9F\x98\x80"));
    EXPECT_THAT(texts(read_file("big.txt", "\xFE\xFF\0H\xD8\0\0i\0"s)), ElementsAre("\xEF\xBB\xBFH\xEF\xBF\xBDi"));
}

TEST_F(Reader, SaysWhatToDoWithFilesOfOtherPrograms) {
    EXPECT_THAT(read_file("a.pdf", "%PDF-1.7 ..."), IsEmpty());
    EXPECT_THAT(read_file("a.xml", "<?xml version=\"1.0\"?><sitemap/>"), IsEmpty());
    EXPECT_THAT(skipped_,
                ElementsAre("a.pdf: is a PDF file; convert it to text or HTML",
                            "a.xml: is XML, but neither RSS, Atom, NewsML-G2 nor NITF: it begins with <sitemap>"));
}

TEST_F(Reader, SkipsALongLineAndFileAtTheLimitAndReadsOn) {
    options_.limits.document_bytes = 1000;
    folder_.write("a.jsonl", "{\"text\":\"" + std::string(3'000'000, 'a') + "\"}\n{\"text\":\"B.\"}\n");
    folder_.write("b.txt", std::string(1001, 'a'));
    folder_.write("c.txt", std::string(1000, 'a'));
    EXPECT_THAT(ids({path()}), ElementsAre("a:2", "c"));
    EXPECT_THAT(skipped_, ElementsAre("a.jsonl:1: is longer than 1000 bytes; raise --max-document to read it",
                                      "b.txt: is longer than 1000 bytes; raise --max-document to read it"));
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

TEST_F(Reader, ReadsAFileOnceHoweverOftenItIsNamed) {
    folder_.write("a.txt", "A.");
    folder_.write("b.txt", "B.");
    EXPECT_THAT(ids({path("a.txt"), path("./a.txt"), path("b.txt"), path("")}), ElementsAre("a", "b"));
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
    EXPECT_THAT(skipped_,
                ElementsAre("missing.txt: is not there", "bad.jsonl:2:8: malformed JSON: syntax error",
                            "bad.jsonl:3: is no JSON object",
                            "bad.jsonl:4: has no \"text\"; name the field that holds the text with --map text=FIELD",
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
