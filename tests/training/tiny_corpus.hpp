// SPDX-License-Identifier: Apache-2.0
// A corpus small enough to train on within a test: articles.txt as the two files that training reads.
#pragma once
#include <array>
#include <boost/iostreams/copy.hpp>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "support/temporary_folder.hpp"

namespace hearsay::test {

inline std::string gzip(const std::string& bytes) {
    std::istringstream in(bytes);
    std::ostringstream out;
    boost::iostreams::filtering_istream compressed;
    compressed.push(boost::iostreams::gzip_compressor());
    compressed.push(in);
    boost::iostreams::copy(compressed, out);
    return out.str();
}

/// train.jsonl and the lines of train.conll.gz.
struct TinyCorpus {
    std::string lines, conll;

    static TinyCorpus load() {
        TinyCorpus corpus;
        std::ifstream in(HEARSAY_SOURCE_DIR "/tests/training/articles.txt");
        Article article;
        for (std::string line; std::getline(in, line);) {
            if (line.starts_with('#')) continue;
            if (!line.empty()) article.add(line);
            if (line.empty()) corpus.add(article), article = {};
        }
        corpus.add(article);
        return corpus;
    }

    void write(const TemporaryFolder& folder) const {
        folder.write("corpus/train.jsonl", lines);
        folder.write("corpus/train.conll.gz", gzip(conll));
    }

  private:
    struct Article {
        std::string text, conll, attributions;

        void add(const std::string& sentence) {
            std::array<std::string, 3> spans;  // of source, cue, content
            std::istringstream words(sentence);
            int number = 0;
            if (!text.empty()) text += "\n\n";
            bool spaced = false;
            for (std::string word; words >> word;) {
                std::array<std::string, 6> f;
                for (std::size_t i = 0, at = 0; i != f.size(); ++i) {
                    const std::size_t slash = word.find('/', at);
                    f[i] = word.substr(at, slash - at);
                    at = slash + 1;
                }
                const bool closes = f[1] == "." || f[1] == "," || f[1] == "''";
                if (spaced && !closes) text += ' ';
                const std::size_t begin = text.size();
                text += f[0];
                spaced = f[1] != "``";
                conll += std::to_string(++number) + '\t' + f[0] + '\t' + f[0] + '\t' + f[1] + '\t' + f[2] + '\t' +
                         f[3] + '\t' + f[4] + '\t' + std::to_string(begin) + '\t' + std::to_string(text.size()) + '\n';
                if (const std::size_t role = std::string("SCT").find(f[5]); role != std::string::npos)
                    extend(spans[role], begin, text.size());
            }
            conll += '\n';
            if (spans[1].empty()) return;
            if (!attributions.empty()) attributions += ", ";
            attributions +=
                "{\"source\": [" + spans[0] + "], \"cue\": [" + spans[1] + "], \"content\": [" + spans[2] + "]}";
        }

        static void extend(std::string& span, std::size_t begin, std::size_t end) {
            const std::string from = span.empty() ? "[" + std::to_string(begin) : span.substr(0, span.find(','));
            span = from + ", " + std::to_string(end) + ']';
        }
    };

    void add(const Article& article) {
        const std::string id = "article-" + std::to_string(++articles_);
        std::string escaped;
        for (const char c : article.text)
            if (c == '\n')
                escaped += "\\n";
            else if (c == '"')
                escaped += "\\\"";
            else
                escaped += c;
        lines += "{\"id\": \"" + id + "\", \"text\": \"" + escaped + "\", \"attributions\": [" + article.attributions +
                 "]}\n";
        conll += "# doc = " + id + "\n" + article.conll;
    }

    int articles_ = 0;
};

}  // namespace hearsay::test
