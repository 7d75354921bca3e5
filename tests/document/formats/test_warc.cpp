// SPDX-License-Identifier: Apache-2.0
#include "document/pack.hpp"
#include "document/reader_fixture.hpp"

namespace hearsay {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string page(const std::string& who) {
    return "<html><head><title>T</title></head><body><article><p>" + who +
           " said on Monday that the old bridge at Arlen would be closed to lorries for a year from May on.</p>"
           "<p>Nobody at the ministry could be reached to say what would become of it after "
           "that.</p></article></body></html>";
}

std::string record(const std::string& block, const std::string& type = "response",
                   const std::string& url = "http://a.example/") {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
           "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: " + std::to_string(block.size()) +
           "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& more = "", const std::string& status = "200 OK") {
    return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=\"utf-8\"\r\n" + more + "\r\n" + body;
}

std::string chunked(const std::string& body) {
    std::string out;
    for (std::size_t at = 0; at < body.size(); at += 50) {
        const std::string part = body.substr(at, 50);
        out +=
            (part.size() == 50 ? "32;x=y"
                               : std::string(part.size() < 16 ? "0" : "") + "0123456789abcdef"[part.size() / 16 % 16] +
                                     "0123456789abcdef"[part.size() % 16]);
        out += "\r\n" + part + "\r\n";
    }
    return out + "0\r\n\r\n";
}

class Warc : public test::ReaderFixture {
  protected:
    std::vector<std::string> speakers(const std::string& bytes) {
        std::vector<std::string> found;
        for (const std::string& text : texts(read_file("a.warc", bytes)))
            found.push_back(text.substr(0, text.find(' ')));
        return found;
    }
};

TEST_F(Warc, TakesOnlyPagesThatWereFound) {
    EXPECT_THAT(speakers(record(answer(page("Ann"))) + record(answer(page("Bob")), "request") +
                         record(answer(page("Cid"), "", "404 Not Found")) + record(answer(page("Dan")), "revisit") +
                         record("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n" + page("Eve")) +
                         record("no http") + record(answer(page("Fay")))),
                ElementsAre("Ann", "Fay"));
    EXPECT_THAT(skipped_, IsEmpty());
}

TEST_F(Warc, NamesPagesByTheirAddressAndCountsRecords) {
    const auto found =
        read_file("a.warc", record("x", "warcinfo") + record(answer(page("Ann")), "response", "http://b.example/1"));
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].id, "http://b.example/1");
    EXPECT_EQ(found[0].url.value, "http://b.example/1");
    EXPECT_EQ(found[0].line, 2U);
}

TEST_F(Warc, UndoesChunksAndPacking) {
    const std::string zipped = test::packed(page("Bob"), "gzip");
    EXPECT_THAT(speakers(record(answer(chunked(page("Ann")), "Transfer-Encoding: chunked\r\n")) +
                         record(answer(zipped, "Content-Encoding: gzip\r\n")) +
                         record(answer(chunked(zipped), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")) +
                         record(answer(page("Dan"), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"))),
                ElementsAre("Ann", "Bob", "Bob", "Dan"));
    EXPECT_THAT(speakers(record(answer(page("Ann"), "Content-Encoding: br\r\n"))), IsEmpty());
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.warc:1: is packed with Brotli")));
}

TEST_F(Warc, ReadsTheCharacterSetOfTheAnswer) {
    std::string latin = answer(page("Andr\xE9"));
    latin.replace(latin.find("utf-8"), 5, "iso-8859-1");
    EXPECT_THAT(speakers(record(latin)), ElementsAre("André"));
}

TEST_F(Warc, ReadsAMemberForEveryRecord) {
    std::string members;
    for (const char* name : {"Ann", "Bob", "Cid"}) members += test::packed(record(answer(page(name))), "gzip");
    EXPECT_THAT(read_file("a.warc.gz", members), SizeIs(3));
    EXPECT_THAT(read_file("b.warc.gz", members.substr(0, members.size() - 50)), SizeIs(2));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("b.warc.gz:3: breaks off here")));
}

TEST_F(Warc, GoesOnBehindADamagedRecord) {
    std::string bad = record(answer(page("Bob")));
    bad.replace(bad.find("Content-Length: "), 18, "Content-Length: ?9");
    EXPECT_THAT(speakers(bad + record(answer(page("Ann")))), ElementsAre("Ann"));
    EXPECT_THAT(skipped_, ElementsAre("a.warc:1: is a record without a length, passed over to the next"));
}

TEST_F(Warc, SaysWhereItBreaksOff) {
    const std::string whole = record(answer(page("Ann"))) + record(answer(page("Bob")));
    EXPECT_THAT(speakers(whole.substr(0, whole.size() - 100)), ElementsAre("Ann"));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.warc:2: breaks off here: a record is shorter than it says")));
}

TEST_F(Warc, PassesOverPagesBeyondTheLimitsAndWithoutText) {
    options_.limits.document_bytes = 5000;
    options_.limits.ratio = 10;
    const std::string bomb = test::packed(std::string(3'000'000, ' '), "gzip");
    EXPECT_THAT(
        speakers(record(answer(std::string(6000, ' '))) + record(answer(bomb, "Content-Encoding: gzip\r\n")) +
                 record(answer("<html><body><a href='/'>Home</a></body></html>")) + record(answer(page("Ann")))),
        ElementsAre("Ann"));
    EXPECT_THAT(skipped_, ElementsAre(HasSubstr("a.warc:1: is longer than 5000 bytes; raise --max-document"),
                                      HasSubstr("a.warc:2: "), HasSubstr("a.warc:3: holds no article")));
}

}  // namespace
}  // namespace hearsay
