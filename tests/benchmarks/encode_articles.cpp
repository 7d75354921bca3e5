// SPDX-License-Identifier: Apache-2.0
// What the encoder alone takes: reads articles, a JSON line each with "id" and "text", and writes what it finds.
//
//   encode_articles MODEL [single|whole] [THREADS] [all|layers|pieces] < articles.jsonl > found.jsonl
//
// With `layers`, the encoder and the cue head run and nothing is found; with `pieces`, the word pieces instead, to be
// compared with the reference tokenizer's. Tells on standard error how long it took.
#include <atomic>
#include <boost/json.hpp>
#include <chrono>
#include <cstring>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "encoder/attribution_encoder.hpp"
#include "encoder/model.hpp"

namespace {

using namespace hearsay;
namespace json = boost::json;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

json::array pairs(const Spans& spans) {
    json::array result;
    for (const Span s : spans) result.push_back(json::array{s.begin, s.end});
    return result;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> given(arguments + 1, arguments + count);
    if (given.empty()) return 2;
    const auto precision =
        given.size() > 1 && given[1] == "single" ? encoder::Precision::single : encoder::Precision::whole;
    const unsigned threads = given.size() > 2 ? static_cast<unsigned>(std::stoul(given[2])) : 1;
    std::vector<std::string> ids, results;
    std::vector<Text> texts;
    for (std::string line; std::getline(std::cin, line);) {
        const json::value article = json::parse(line);
        ids.emplace_back(article.at("id").as_string());
        texts.push_back(Text::decode(article.at("text").as_string()));
    }
    results.resize(ids.size());
    auto begin = Clock::now();
    auto model = encoder::AttributionModel::load(given[0], precision);
    const encoder::WordPieces word_pieces = model.pieces;
    const std::string mode = given.size() > 3 ? given[3] : "all";
    if (mode == "layers") model.cue_threshold = 2;  // more than any chance
    const encoder::AttributionEncoder reader(std::move(model));
    std::cerr << "loaded in " << since(begin) << " s\n";
    begin = Clock::now();
    std::size_t pieces = 0;
    for (const Text& text : texts) pieces += word_pieces.read(text).size();
    std::cerr << pieces << " pieces in " << since(begin) << " s\n";
    begin = Clock::now();
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i; (i = next++) < ids.size();) {
            json::array found;
            if (mode == "pieces") {
                for (const auto& p : word_pieces.read(texts[i]))
                    found.push_back(json::array{p.id, p.span.begin, p.span.end, p.shape});
            } else {
                for (const auto& a : reader.read(texts[i]))
                    found.push_back(json::object{{"source", pairs(a.source)},
                                                 {"cue", pairs({a.cue})},
                                                 {"content", pairs(a.content)},
                                                 {"cue_chance", a.cue_chance},
                                                 {"link_chance", a.link_chance},
                                                 {"confidence", a.confidence}});
            }
            results[i] = json::serialize(json::object{{"id", ids[i]}, {"attributions", std::move(found)}});
        }
    };
    std::vector<std::jthread> workers;
    for (unsigned t = 0; t != threads; ++t) workers.emplace_back(work);
    workers.clear();
    const double took = since(begin);
    std::cerr << ids.size() << " articles in " << took << " s, " << static_cast<double>(pieces) / took
              << " pieces a second\n";
    for (const std::string& line : results) std::cout << line << '\n';
}
