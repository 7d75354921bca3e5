// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "claim/articles.hpp"
#include "hearsay/claim/matcher.hpp"
#include "hearsay/claim/near_duplicates.hpp"
#include "hearsay/document/reader.hpp"
#include "hearsay/source/gazetteer.hpp"

namespace hearsay {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

fs::path data_folder() {
    const char* given = std::getenv("HEARSAY_DATA");
    return given ? fs::path(given) : fs::path(HEARSAY_SOURCE_DIR).parent_path() / "shared" / "data";
}

std::vector<json::value> lines_of(const fs::path& file) {
    std::vector<json::value> found;
    std::ifstream input(file);
    for (std::string line; std::getline(input, line);)
        if (!line.empty()) found.push_back(json::parse(line));
    return found;
}

std::string field(const json::value& value, const char* name) {
    const json::value* found = value.as_object().if_contains(name);
    return found && found->is_string() ? std::string(found->as_string()) : std::string();
}

/// Groups of articles that are copies of one another, as pairs.
class Groups {
  public:
    void join(const std::string& a, const std::string& b) {
        const std::string to = root(a), from = root(b);
        if (to != from) parent_[from] = to;
    }
    std::set<std::pair<std::string, std::string>> pairs() {
        std::map<std::string, std::set<std::string>> groups;
        for (const auto& [article, parent] : std::map(parent_)) groups[root(article)].insert(article);
        std::set<std::pair<std::string, std::string>> found;
        for (const auto& [top, members] : groups)
            for (const auto& a : members)
                for (const auto& b : members)
                    if (a < b) found.emplace(a, b);
        return found;
    }

  private:
    std::string root(const std::string& article) {
        auto found = parent_.emplace(article, article).first;
        while (found->second != found->first) found = parent_.find(found->second);
        return found->first;
    }
    std::map<std::string, std::string> parent_;
};

TEST(RealNews, CopiesAreFoundAsAnnotated) {
    const fs::path gold_file = data_folder() / "emergent" / "dev.gold.jsonl";
    if (!fs::exists(gold_file)) GTEST_SKIP() << "no " << gold_file << "; set HEARSAY_DATA";
    Groups annotated;
    std::set<std::string> wanted;
    for (const json::value& claim : lines_of(gold_file))
        for (const json::value& document : claim.at("documents").as_array()) {
            wanted.insert(field(document, "doc"));
            if (const auto original = field(document, "near_duplicate_of"); !original.empty())
                annotated.join(field(document, "doc"), original);
        }
    const auto gazetteer = Gazetteer::load(lexicons());
    NearDuplicates copies;
    std::vector<std::string> ids;
    for (const json::value& article : lines_of(data_folder() / "emergent" / "dev.jsonl")) {
        if (!wanted.contains(field(article, "id"))) continue;
        RawDocument raw;
        raw.text = field(article, "text");
        copies.add(sketch(
            prepare_document(std::move(raw), [&](std::string_view n) { return gazetteer.outlet(n) != nullptr; })));
        ids.push_back(field(article, "id"));
    }
    Groups found;
    const auto links = copies.finish();
    for (std::size_t i = 0; i < links.size(); ++i)
        if (const auto original = links[i].version_of ? links[i].version_of : links[i].reprint_of)
            found.join(ids[i], ids[static_cast<std::size_t>(*original)]);
    const auto want = annotated.pairs(), got = found.pairs();
    std::size_t right = 0;
    for (const auto& pair : got) right += want.contains(pair);
    const double f1 = 200.0 * static_cast<double>(right) / static_cast<double>(want.size() + got.size());
    RecordProperty("duplicates_f1", static_cast<int>(f1));
    EXPECT_GE(f1, 85);
}

TEST(RealNews, EvidenceForOneAnnotatedClaimMostlyMeets) {
    const fs::path gold_file = data_folder() / "emergent" / "dev.gold.jsonl";
    if (!fs::exists(gold_file)) GTEST_SKIP() << "no " << gold_file << "; set HEARSAY_DATA";
    ClaimMatcher matcher{lexicons()};
    std::vector<Mention> mentions;
    std::vector<std::size_t> claim_of_document;
    std::size_t number = 0;
    for (const json::value& claim : lines_of(gold_file)) {
        for (const json::value& document : claim.at("documents").as_array()) {
            for (const json::value& piece : document.at("evidence").as_array()) {
                Mention mention;
                mention.document = DocumentId{static_cast<std::uint32_t>(claim_of_document.size())};
                mention.text = std::string(piece.as_string());
                matcher.add(mention, "");
                mentions.push_back(std::move(mention));
            }
            claim_of_document.push_back(number);
        }
        ++number;
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> together;
    for (const Claim& claim : claims_of(matcher.finish(), std::move(mentions)))
        for (const Mention& a : claim.mentions)
            for (const Mention& b : claim.mentions)
                if (a.document < b.document)
                    together.emplace(static_cast<std::uint32_t>(a.document), static_cast<std::uint32_t>(b.document));
    std::size_t right = 0, want = 0;
    for (const auto& [a, b] : together) right += claim_of_document[a] == claim_of_document[b];
    for (std::size_t a = 0; a < claim_of_document.size(); ++a)
        for (std::size_t b = a + 1; b < claim_of_document.size(); ++b)
            want += claim_of_document[a] == claim_of_document[b];
    EXPECT_GE(static_cast<double>(right), 0.97 * static_cast<double>(together.size()));
    EXPECT_GE(static_cast<double>(right), 0.5 * static_cast<double>(want));
}

}  // namespace
}  // namespace hearsay
