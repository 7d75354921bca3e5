// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <sstream>
#include <string>
#include <vector>

#include "hearsay/batch.hpp"
#include "hearsay/render/analysis_json.hpp"
#include "hearsay/store/run_reader.hpp"
#include "store/database.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::test {

/// Article number `n` as a JSON line: a minister's sentence that three outlets carry, each time with another town, and
/// a denial now and then. Dates rise with the numbers.
inline std::string article(int n) {
    static const char* const kOutlets[] = {"Reuters", "Arlen Herald", "Valley News"};
    static const char* const kTowns[] = {"Arlen", "Brackwater", "Sandvik", "Lindmark", "Kestrel"};
    const std::string town = kTowns[n / 3 % 5], number = std::to_string(10 + n);
    const std::string day = std::to_string(101 + n % 28).substr(1), year = std::to_string(2030 + n / 28 % 60);
    std::ostringstream line;
    line << R"({"id": "n)" << 1000 + n << R"(", "publisher": ")" << kOutlets[n % 3] << R"(", "published": ")" << year
         << "-04-" << day << R"(", "text": "The old bridge at )" << town
         << " will be closed to all traffic in May, Transport Minister Ann Lee "
         << (n % 3 ? "told Reuters" : "said on Monday") << R"(.\n\n\"The bridge is no longer safe,\" Lee added. Some )"
         << number << " lorries cross the river there every hour.";
    if (n % 4 == 3)
        line << R"(\n\nThe mayor of )" << town << ", Tom Hale, denied that the bridge will be closed in May.";
    line << "\"}\n";
    return line.str();
}

/// Articles `first` to before `last`.
inline std::string articles(int first, int last) {
    std::string lines;
    for (int n = first; n < last; ++n) lines += article(n);
    return lines;
}

/// All that a run says, in an order that is the same however it came about.
inline std::string content_of(const std::filesystem::path& run) {
    std::ostringstream out;
    write_analysis_json(read_run(run), out);
    std::string text = out.str();
    // Where an article lay is no part of what it says.
    for (std::size_t at = 0; (at = text.find("\"path\": \"", at)) != text.npos;) {
        at += 9;
        text.erase(at, text.find('"', at) - at);
    }
    return text;
}

inline std::int64_t number_in(const std::filesystem::path& run, const std::string& sql) {
    Database database(run / "hearsay.sqlite", Database::Access::read);
    return database.integer(sql);
}

/// Whether SQLite finds nothing wrong with the file and with its references.
inline bool is_sound(const std::filesystem::path& run) {
    Database database(run / "hearsay.sqlite", Database::Access::read);
    Query integrity(database, "PRAGMA integrity_check"), references(database, "PRAGMA foreign_key_check");
    return integrity.next() && integrity.text(0) == "ok" && !references.next();
}

}  // namespace hearsay::test
