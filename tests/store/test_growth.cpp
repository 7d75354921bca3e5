// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>

#include <atomic>
#include <random>

#include "store/run_memory.hpp"
#include "store/runs.hpp"

namespace hearsay {
namespace {

using test::article;
using test::articles;
using test::content_of;
using test::is_sound;
using test::number_in;
using test::TemporaryFolder;
namespace fs = std::filesystem;

void change(const fs::path& run, const std::string& sql) {
    Database(run / "hearsay.sqlite", Database::Access::write).run(sql);
}

/// Every row of every table but the memory itself, whose pieces tell how the run grew.
std::vector<std::string> rows_of(const fs::path& run) {
    std::vector<std::string> rows;
    Database database(run / "hearsay.sqlite", Database::Access::read);
    Query tables(database,
                 "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('memory') "
                 "AND name NOT LIKE 'statement_search_%' AND name NOT LIKE 'sqlite_%' ORDER BY name");
    while (tables.next()) {
        const std::string table(tables.text(0));
        Query columns(database,
                      "SELECT group_concat('quote(' || '\"' || name || '\")', '||''|''||') FROM "
                      "pragma_table_info(?)");
        columns.bind(table).next();
        Query query(database, "SELECT " + std::string(columns.text(0)) + " FROM " + table);
        while (query.next()) rows.push_back(table + ": " + std::string(query.text(0)));
    }
    std::ranges::sort(rows);
    return rows;
}

bool remembers(const fs::path& run) {
    Database database(run / "hearsay.sqlite", Database::Access::read);
    return read_memory(database).has_value();
}

/// A run and what it is compared with: the same steps without anything remembered from one to the next, and with all
/// results written anew.
class Grown {
  public:
    explicit Grown(const TemporaryFolder& folder) : folder_(folder) {}

    void add(const std::string& lines, unsigned threads = 2) {
        const auto input = folder_.write("in.jsonl", lines);
        if (fs::exists(forgetful()))
            change(forgetful(), "DELETE FROM memory; UPDATE ranks SET telling_digest = 0, source_digest = 0");
        run_batch({input}, run(), {.pipeline = {.threads = threads}});
        run_batch({input}, forgetful(), {.pipeline = {.threads = 1}});
    }
    fs::path run() const { return folder_.path() / "run"; }
    fs::path forgetful() const { return folder_.path() / "forgetful"; }

  private:
    const TemporaryFolder& folder_;
};

/// Articles on a few matters that cite, copy, deny and reword each other at random, so that what is added ties together
/// what was apart.
std::string random_articles(std::mt19937& random, int first, int last) {
    static const char* const kOutlets[] = {"Reuters", "Arlen Herald", "Valley News", "Harbour Gazette", "The Tribune"};
    static const char* const kTowns[] = {"Arlen", "Brackwater", "Sandvik", "Lindmark"};
    static const char* const kDeeds[] = {
        "will be closed to all traffic in May",       "must be repaired before the winter",
        "is to be sold to a private company",         "was damaged by the flood in March",
        "has been closed to traffic since the flood", "will not be sold this year"};
    static const char* const kWho[] = {
        "Transport Minister Ann Lee", "Mayor Tom Hale",     "the transport minister",
        "a police spokesman",         "Ann B. Lee",         "engineers of the Kelder Group",
        "a person familiar with it",  "the Harbour Gazette"};
    const auto any = [&](const auto& list) { return std::string(list[random() % std::size(list)]); };
    std::string lines;
    for (int n = first; n < last; ++n) {
        std::string text;
        for (unsigned s = 0, sentences = 2 + random() % 4; s < sentences; ++s) {
            const std::string claim = "the old bridge at " + any(kTowns) + " " + any(kDeeds);
            switch (random() % 5) {
                case 0:
                    text += claim + ", " + any(kWho) + " said on Monday, and " + std::to_string(20 + random() % 3) +
                            " lorries cross it every hour. ";
                    break;
                case 1:
                    text += any(kWho) + " told " + any(kOutlets) + " that " + claim + ". ";
                    break;
                case 2:
                    text += any(kWho) + " denied that " + claim + ". ";
                    break;
                case 3:
                    text += claim + " and the river Tarn rose by " + std::to_string(random() % 4) + " metres. ";
                    break;
                default:
                    text +=
                        "\\n\\nThe report that " + claim + " is a hoax. \\\"It is false,\\\" " + any(kWho) + " said. ";
            }
            if (text.front() == 't') text.front() = 'T';
        }
        const std::string day = std::to_string(101 + random() % 28).substr(1);
        lines += R"({"id": "r)" + std::to_string(n) + R"(", "publisher": ")" + any(kOutlets) +
                 R"(", "published": "2031-04-)" + day + R"(", "text": ")" + text + "\"}\n";
    }
    return lines;
}

TEST(Growth, FindsTheSameWhetherItRemembersOrNot) {
    for (const unsigned seed : {1U, 2U, 3U}) {
        const TemporaryFolder folder;
        std::mt19937 random(seed);
        Grown grown(folder);
        grown.add(random_articles(random, 0, 120));
        int known = 120;
        for (int step = 0; step < 3; ++step) {
            const int added = 1 + static_cast<int>(random() % 4);
            grown.add(random_articles(random, known, known + added), 1 + static_cast<unsigned>(random() % 3));
            known += added;
            EXPECT_EQ(number_in(grown.run(), "SELECT value FROM run WHERE name = 'settled'"), 120);
            EXPECT_EQ(rows_of(grown.run()), rows_of(grown.forgetful())) << "seed " << seed << ", step " << step;
            EXPECT_TRUE(is_sound(grown.run()));
            EXPECT_TRUE(remembers(grown.run()));
        }
    }
}

TEST(Growth, RemembersStatementsThatAreListedWithSeveralClaims) {
    const TemporaryFolder folder;
    Grown grown(folder);
    grown.add(articles(0, 10));
    change(grown.run(),
           "INSERT INTO mention_rows SELECT (SELECT max(anchor) FROM ranks), 99, statement, stance, basis, restates, 1 "
           "FROM mention_rows LIMIT 1");
    EXPECT_TRUE(remembers(grown.run()));
    change(grown.run(), "DELETE FROM mention_rows WHERE position = 0");
    EXPECT_FALSE(remembers(grown.run()));
}

TEST(Growth, LeavesWhatWasThereInItsPlace) {
    const TemporaryFolder folder;
    Grown grown(folder);
    grown.add(articles(4, 64));
    grown.add(articles(0, 4));  // earlier by date
    const Analysis analysis = read_run(grown.run());
    EXPECT_EQ(analysis.documents.front().id, "n1004");
    EXPECT_EQ(analysis.documents.at(60).id, "n1000");
    EXPECT_EQ(rows_of(grown.run()), rows_of(grown.forgetful()));
}

TEST(Growth, EqualsTheWholeOnceMoreThanATenthIsNew) {
    const TemporaryFolder folder;
    Grown grown(folder);
    for (const auto& [first, last] : {std::pair{7, 57}, {57, 60}, {3, 7}}) grown.add(articles(first, last));
    EXPECT_EQ(number_in(grown.run(), "SELECT value FROM run WHERE name = 'settled'"), 57);
    run_batch({folder.write("all.jsonl", articles(3, 60))}, folder.path() / "whole", {});
    EXPECT_EQ(content_of(grown.run()), content_of(folder.path() / "whole"));
}

TEST(Growth, EqualsTheWholeWhereItIsAskedTo) {
    const TemporaryFolder folder;
    Grown grown(folder);
    grown.add(articles(2, 60));
    const auto rest = folder.write("rest.jsonl", articles(0, 2));
    run_batch({rest}, grown.run(), {});
    run_batch({folder.write("all.jsonl", articles(0, 60))}, folder.path() / "whole", {});
    EXPECT_NE(content_of(grown.run()), content_of(folder.path() / "whole"));
    run_batch({rest}, grown.run(), {.afresh = true});
    EXPECT_EQ(content_of(grown.run()), content_of(folder.path() / "whole"));
}

TEST(Growth, GoesOnWhereItWasStopped) {
    const TemporaryFolder folder;
    Grown grown(folder);
    grown.add(articles(0, 60));
    const auto rest = folder.write("rest.jsonl", articles(60, 66));
    std::atomic<bool> stop = false;
    BatchOptions options{.stop = &stop, .progress = [&](const BatchProgress& p) { stop = p.stored >= 2; }};
    options.pipeline.threads = 1;
    EXPECT_EQ(run_batch({rest}, grown.run(), options).end, BatchEnd::stopped);
    run_batch({rest}, grown.run(), {});
    run_batch({rest}, grown.forgetful(), {});
    EXPECT_EQ(rows_of(grown.run()), rows_of(grown.forgetful()));
}

TEST(Growth, DoesWithoutADamagedMemory) {
    static const char* const kDamages[] = {
        "UPDATE memory SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE part = 'pairs'",
        "UPDATE memory SET bytes = CAST(replace(bytes, x'02', x'03') AS BLOB) WHERE part = 'contents'",
        "UPDATE memory SET bytes = x'' WHERE part = 'terms'",
        "DELETE FROM memory WHERE part = 'copies'",
        "DELETE FROM memory WHERE part = 'mentions'",
        "UPDATE memory SET part = 'pairs', block = 99 WHERE part = 'joined'"};
    const TemporaryFolder folder;
    Grown grown(folder);
    int known = 60;
    grown.add(articles(0, known));
    for (const char* const damage : kDamages) {
        change(grown.run(), damage);
        grown.add(article(known++));
        EXPECT_EQ(rows_of(grown.run()), rows_of(grown.forgetful())) << damage;
        EXPECT_EQ(number_in(grown.run(), "SELECT count(DISTINCT part) FROM memory"), 6) << damage;
    }
}

}  // namespace
}  // namespace hearsay
