// SPDX-License-Identifier: Apache-2.0
#include "claim/lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kShortestBeginning = 4;  // letters of what spellings.tsv replaces
constexpr std::size_t kShortestRoot = 4;       // letters before "-ise": "rise", "devise"

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (end > at) words.emplace_back(line.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

WordKind word_kind(std::string_view name) {
    constexpr std::pair<std::string_view, WordKind> kNames[] = {
        {"function", WordKind::function}, {"hedge", WordKind::hedge},       {"reporting", WordKind::reporting},
        {"vague", WordKind::vague},       {"negation", WordKind::negation}, {"failure", WordKind::failure},
        {"clause", WordKind::clause}};
    const auto* found = std::find_if(std::begin(kNames), std::end(kNames), [&](auto& n) { return n.first == name; });
    if (found == std::end(kNames)) throw ResourceError("stopwords.tsv: unknown kind " + std::string(name));
    return found->second;
}

}  // namespace

ClaimLexicon::ClaimLexicon(const std::filesystem::path& lexicons) : gazetteer_(Gazetteer::load(lexicons)) {
    read_table(lexicons / "stopwords.tsv", {"word", "kind"},
               [&](const auto& row) { stopwords_.emplace(row[0], word_kind(row[1])); });
    read_table(lexicons / "spellings.tsv", {"british", "american"}, [&](const auto& row) {
        spellings_.emplace(row[0], row[1]);
        longest_beginning_ = std::max(longest_beginning_, row[0].size());
    });
    read_table(lexicons / "stem_traps.tsv", {"words"}, [&](const auto& row) {
        const auto words = american_words(row[0]);
        for (const std::string& word : words) class_by_word_.emplace(word, words.front());
    });
    read_synonyms(lexicons / "synonyms.tsv");
    read_antonyms(lexicons / "antonyms.tsv");
    read_phrases(lexicons / "phrases.tsv");
    read_frequencies(lexicons / "word_frequency.tsv");
}

WordKind ClaimLexicon::kind(std::string_view lower) const {
    const auto found = stopwords_.find(lower);
    return found == stopwords_.end() ? WordKind::content : found->second;
}

/// "colours" is "colors", "organised" is "organized".
std::string ClaimLexicon::american(std::string_view lower) const {
    for (std::size_t length = std::min(lower.size(), longest_beginning_); length >= kShortestBeginning; --length)
        if (const auto found = spellings_.find(lower.substr(0, length)); found != spellings_.end())
            return found->second + std::string(lower.substr(length));
    std::string spelled(lower);
    static constexpr std::array<std::string_view, 9> kEndings{"ise",   "ised",    "ises",     "ising",    "iser",
                                                              "isers", "isation", "isations", "isational"};
    for (const std::string_view ending : kEndings) {
        if (!lower.ends_with(ending) || lower.size() < ending.size() + kShortestRoot) continue;
        const char before = lower[lower.size() - ending.size() - 1];  // raise, noise, bruise, likewise
        if (std::string_view("aeiouw").find(before) == std::string_view::npos)
            spelled[lower.size() - ending.size() + 1] = 'z';
    }
    return spelled;
}

std::vector<std::string> ClaimLexicon::american_words(std::string_view line) const {
    std::vector<std::string> words = words_of(line);
    for (std::string& word : words) word = american(word);
    return words;
}

/// Forms come before stems: "forces" are troops, though "force" is not.
std::string ClaimLexicon::class_of(const std::string& word, const std::string& stem) const {
    if (const auto found = class_by_word_.find(word); found != class_by_word_.end()) return found->second;
    const auto found = class_by_stem_.find(stem);
    return found == class_by_stem_.end() ? stem : found->second;
}

ClaimLexicon::Canonical ClaimLexicon::canonical(std::string_view lower) {
    const std::string word = american(lower);
    std::string stem = stemmer_.stem(word), term = class_of(word, stem);
    const auto opposite = contrary_.find(term);
    if (opposite == contrary_.end()) return {std::move(term), std::move(stem), false};
    return {opposite->second, std::move(stem), true};
}

std::pair<std::string_view, std::size_t> ClaimLexicon::phrase(const std::vector<std::string_view>& words,
                                                              std::size_t from) const {
    const auto candidates = phrases_.find(words[from]);
    if (candidates == phrases_.end()) return {{}, 0};
    for (const auto& [phrase, word] : candidates->second) {
        const bool fits = from + phrase.size() <= words.size() &&
                          std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(from));
        if (fits) return {word, phrase.size()};
    }
    return {{}, 0};
}

double ClaimLexicon::articles(const std::string& term) const {
    const auto found = articles_.find(term);
    return found == articles_.end() ? 0 : found->second;
}

void ClaimLexicon::read_synonyms(const std::filesystem::path& file) {
    read_table(file, {"words"}, [&](const auto& row) {
        const auto words = american_words(row[0]);
        for (const std::string& word : words) {
            class_by_word_.emplace(word, words.front());
            class_by_stem_.emplace(stemmer_.stem(word), words.front());
        }
    });
}

void ClaimLexicon::read_antonyms(const std::filesystem::path& file) {
    read_table(file, {"words", "opposites", "relation"}, [&](const auto& row) {
        const auto words = american_words(row[0]), opposites = american_words(row[1]);
        const auto class_of_word = [this](const std::string& word) { return class_of(word, stemmer_.stem(word)); };
        if (words.empty() || opposites.empty()) throw ResourceError(file.string() + ": a side is empty");
        if (row[2] == "exclusive") {
            for (const std::string& opposite : opposites)
                exclusive_.emplace_back(class_of_word(words[0]), class_of_word(opposite));
            return;
        }
        const std::string term = class_of_word(words[0]);
        for (const std::string& word : words) class_by_word_[word] = term, class_by_stem_[stemmer_.stem(word)] = term;
        for (const std::string& opposite : opposites) contrary_.emplace(class_of_word(opposite), term);
    });
}

void ClaimLexicon::read_phrases(const std::filesystem::path& file) {
    read_table(file, {"phrase", "word"}, [&](const auto& row) {
        auto words = words_of(row[0]);
        if (words.empty()) throw ResourceError(file.string() + ": a phrase is empty");
        const std::string first = words.front();
        phrases_[first].emplace_back(std::move(words), std::string(row[1]));
    });
    for (auto& [first, candidates] : phrases_)
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
}

void ClaimLexicon::read_frequencies(const std::filesystem::path& file) {
    constexpr double kAll = 10000;
    read_table(file, {"word", "articles"}, [&](const auto& row) {
        unsigned count = 0;
        const auto end = row[1].data() + row[1].size();
        if (std::from_chars(row[1].data(), end, count).ptr != end)
            throw ResourceError(file.string() + ": no number: " + std::string(row[1]));
        const Country* country = gazetteer_.country(row[0]);
        double& sum = articles_[country ? "country:" + country->code : "form:" + stemmer_.stem(american(row[0]))];
        sum = std::min(kAll, sum + count);
    });
}

}  // namespace hearsay
