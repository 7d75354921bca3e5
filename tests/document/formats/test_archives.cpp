// SPDX-License-Identifier: Apache-2.0
#include "document/pack.hpp"
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Archives : public test::ReaderFixture {};

TEST_F(Archives, NameTheirDocumentsByTheirPlace) {
    const auto found = read_file(
        "dump.tar.gz",
        test::packed(
            test::tar({{"2025/b.txt", "B."}, {"2025/a.jsonl", "{\"text\":\"A.\"}\n"}, {"2025/caf\xC3\xA9.txt", "C."}}),
            "gzip"));
    EXPECT_THAT(skipped_, IsEmpty());
    ASSERT_THAT(found, SizeIs(3));
    EXPECT_EQ(found[0].id, "dump/2025/b");
    EXPECT_EQ(relative(found[0].path), "dump.tar.gz/2025/b.txt");
    EXPECT_EQ(found[1].id, "dump/2025/a:1");
    EXPECT_EQ(found[1].line, 1U);
    EXPECT_EQ(found[2].id, "dump/2025/caf\xC3\xA9");
}

TEST_F(Archives, PassOverWhatFoldersPassOver) {
    const auto bytes =
        test::zip({{"readme.md", "# Read me"},
                   {"__MACOSX/._a.txt", "\0\5\x16\7"},
                   {"logo.png", "\x89PNG\r\n\x1A\n"},
                   {"a.txt", "A."},
                   {"feed", "<rss><channel><item><description>F.</description></item></channel></rss>"}});
    EXPECT_THAT(texts(read_file("a.zip", bytes)), ElementsAre("A.", "F."));
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Archives, LetOneBadMemberBeAndReadTheRest) {
    const auto bytes = test::tar({{"a.txt", "A."}, {"b.txt", ""}, {"c.jsonl", "{]\n"}, {"d.txt", "D."}});
    EXPECT_THAT(texts(read_file("a.tar", bytes)), ElementsAre("A.", "D."));
    EXPECT_THAT(skipped_, ElementsAre("a.tar/b.txt: is empty", "a.tar/c.jsonl:1:2: malformed JSON: syntax error"));
}

TEST_F(Archives, KeepWhatCameBeforeTheBreakAndSayItOnce) {
    test::Members members;
    std::uint64_t random = 1;
    for (int i = 0; i < 40; ++i) {
        std::string text;
        while (text.size() < 20'000) text += std::to_string(random = random * 6364136223846793005U + 1) + ' ';
        members.emplace_back(std::to_string(100 + i) + ".txt", text);
    }
    for (const std::string& whole :
         {test::zip(members), test::tar(members), test::packed(test::tar(members), "zstd")}) {
        skipped_.clear();
        const auto found = read_file("a.archive", whole.substr(0, whole.size() / 2 + 1000));
        EXPECT_GE(found.size(), 10U);
        EXPECT_LT(found.size(), 40U);
        EXPECT_THAT(skipped_, ElementsAre(HasSubstr("breaks off here: ")));
    }
}

TEST_F(Archives, GoDownAsDeepAsAllowed) {
    const auto twice = test::zip({{"b.zip", test::zip({{"c.txt", "C."}})}, {"d.txt", "D."}});
    const auto thrice = test::zip({{"a.zip", twice}, {"e.txt", "E."}});
    EXPECT_THAT(ids({folder_.write("x.zip", twice)}), ElementsAre("x/b/c", "x/d"));
    EXPECT_THAT(ids({folder_.write("y.zip", thrice)}), ElementsAre("y/a/d", "y/e"));
    EXPECT_THAT(skipped_, ElementsAre("y.zip/a.zip/b.zip: is an archive in 2 others; raise --max-archives to read it"));
    options_.limits.archive_depth = 3;
    EXPECT_THAT(ids({path("y.zip")}), ElementsAre("y/a/b/c", "y/a/d", "y/e"));
    std::string packed = "A.";
    for (int i = 0; i < 9; ++i) packed = test::packed(packed, "gzip");
    skipped_.clear();
    EXPECT_THAT(read_file("z.txt.gz", packed), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("z.txt.gz: is packed more than 3 times over; raise --max-archives")));
}

TEST_F(Archives, StopAtTheNumberOfMembers) {
    options_.limits.members = 2;
    const auto bytes = test::zip({{"a.txt", "A."}, {"b.png", "B."}, {"c.txt", "C."}});
    EXPECT_THAT(texts(read_file("a.zip", bytes)), ElementsAre("A."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.zip/c.txt: is one file more than the 2")));
    EXPECT_THAT(skipped_[0], HasSubstr("--max-members"));
}

TEST_F(Archives, StopABombWhetherOrNotItsMembersAreRead) {
    options_.limits.document_bytes = 100'000;
    options_.limits.ratio = 50;
    const std::string zeros(30'000'000, '0');
    for (const char* name : {"bomb.txt", "bomb.bin"}) {
        skipped_.clear();
        const auto found = read_file("a.zip", test::zip({{"a.txt", "A."}, {name, zeros}, {"z.txt", "Z."}}));
        EXPECT_THAT(texts(found), ElementsAre("A.")) << name;
        EXPECT_THAT(skipped_.back(), HasSubstr("--max-ratio")) << name;
    }
}

TEST_F(Archives, TakeAnEmptyOneForNothing) {
    EXPECT_THAT(read_file("a.zip", test::zip({})), IsEmpty());
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Archives, SayThatAManifestInOneDoesNotCount) {
    EXPECT_THAT(texts(read_file("a.zip", test::zip({{"corpus.csv", "path\na.txt\n"}, {"a.txt", "A."}}))),
                ElementsAre("A."));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.zip/corpus.csv: is a manifest")));
}

TEST_F(Archives, TakeTheManifestBesideThem) {
    folder_.write("corpus.csv", "path,publisher\na.zip,Village Herald\n");
    folder_.write("a.zip", test::zip({{"a.txt", "A."}}));
    EXPECT_EQ(read({path()})[0].publisher.value, "Village Herald");
}

}  // namespace
}  // namespace hearsay
