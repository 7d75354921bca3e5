// SPDX-License-Identifier: Apache-2.0
#include "attribution/complaint_cases.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <set>
#include <stdexcept>

namespace hearsay::test {

namespace json = boost::json;

namespace {

std::string text_of(const json::value& value) { return json::value_to<std::string>(value); }

std::vector<std::string> texts_of(const json::object& object, const char* key) {
    const json::value* list = object.if_contains(key);
    return list ? json::value_to<std::vector<std::string>>(*list) : std::vector<std::string>{};
}

Stance stance_of(const std::string& name) {
    for (const Stance stance : {Stance::asserts, Stance::confirms, Stance::denies, Stance::doubts})
        if (to_string(stance) == name) return stance;
    throw std::invalid_argument("no stance: " + name);
}

Expected expected_of(const json::object& given) {
    Expected expected;
    if (!given.at("source").is_null()) expected.source = text_of(given.at("source"));
    expected.cue = text_of(given.at("cue"));
    expected.content = texts_of(given, "content");
    if (const json::value* stance = given.if_contains("stance")) expected.stance = stance_of(text_of(*stance));
    return expected;
}

using Tokens = std::set<std::uint32_t>;

Tokens tokens_of(const TokenizedText& text, const Spans& spans) {
    Tokens tokens;
    for (const Span span : spans)
        for (TokenRange range = text.tokens_in(span); !range.empty(); ++range.begin) tokens.insert(range.begin);
    return tokens;
}

Tokens tokens_of(const TokenizedText& text, const std::vector<std::string>& parts) {
    Tokens tokens;
    for (const std::string& part : parts) {
        const std::size_t at = text.text().utf8().find(part);
        if (at == std::string_view::npos) throw std::invalid_argument("not in its text: " + part);
        const std::uint32_t begin = Text::decode(text.text().utf8().substr(0, at)).size();
        tokens.merge(tokens_of(text, Spans{{begin, begin + Text::decode(part).size()}}));
    }
    return tokens;
}

std::vector<std::string> words_of(const TokenizedText& text) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i != text.tokens().size(); ++i) words.emplace_back(text.norm(i));
    return words;
}
std::vector<std::string> words_of(const std::string& text) { return words_of(tokenize(Text::decode(text))); }

bool names(const std::string& source, const std::string& wanted) {
    if (wanted.empty()) return source.empty();
    const auto words = words_of(source), name = words_of(wanted);
    return std::ranges::search(words, name).begin() != words.end();
}

bool share_a_word(const std::string& cue, const std::string& wanted) {
    if (cue.empty() || wanted.empty()) return true;
    const auto words = words_of(cue), others = words_of(wanted);
    return std::ranges::find_first_of(words, others) != words.end();
}

std::size_t common(const Tokens& a, const Tokens& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](std::uint32_t token) { return b.contains(token); }));
}

class Judge {
  public:
    Judge(const ComplaintCase& wanted, const Document& document, const std::vector<Attribution>& found)
        : wanted_(wanted), document_(document), found_(found) {}

    bool content() const {
        if (wanted_.expected.empty() && wanted_.not_asserted.empty()) return found_.empty();
        return std::ranges::all_of(wanted_.expected, [this](const Expected& e) { return is_found(e); }) &&
               std::ranges::none_of(wanted_.not_asserted,
                                    [this](const std::string& text) { return is_asserted(text); });
    }

  private:
    /// A long quotation may come as one attribution or as one a paragraph, so all of one source count together, and
    /// what is expected of others besides is no mistake.
    bool is_found(const Expected& expected) const {
        const Tokens wanted = tokens_of(document_.tokens, expected.content), others = expected_besides(expected);
        Tokens ascribed;
        for (const Attribution& attribution : found_)
            if (fits(attribution, expected)) ascribed.merge(tokens_of(document_.tokens, attribution.content));
        std::erase_if(ascribed, [&](std::uint32_t t) { return others.contains(t) && !wanted.contains(t); });
        const std::size_t both = common(wanted, ascribed);
        return both > 0 && 2 * both >= wanted.size() + ascribed.size() - both;
    }
    Tokens expected_besides(const Expected& expected) const {
        Tokens tokens;
        for (const Expected& other : wanted_.expected)
            if (&other != &expected) tokens.merge(tokens_of(document_.tokens, other.content));
        return tokens;
    }
    bool fits(const Attribution& attribution, const Expected& expected) const {
        const Text& text = document_.text();
        return (!expected.source || names(text.slice(attribution.source), *expected.source)) &&
               share_a_word(text.slice(attribution.cue), expected.cue) &&
               (!expected.stance || attribution.stance == *expected.stance);
    }
    bool is_asserted(const std::string& content) const {
        const Tokens wanted = tokens_of(document_.tokens, std::vector{content});
        return std::ranges::any_of(found_, [&](const Attribution& a) {
            return a.stance == Stance::asserts &&
                   2 * common(wanted, tokens_of(document_.tokens, a.content)) >= wanted.size();
        });
    }

    const ComplaintCase& wanted_;
    const Document& document_;
    const std::vector<Attribution>& found_;
};

}  // namespace

std::vector<ComplaintCase> complaint_cases(const std::filesystem::path& file) {
    std::ifstream lines(file);
    std::vector<ComplaintCase> cases;
    for (std::string line; std::getline(lines, line);) {
        const json::object given = json::parse(line).as_object();
        ComplaintCase one{
            text_of(given.at("complaint")), text_of(given.at("text")), {}, texts_of(given, "not_asserted")};
        for (const json::value& expected : given.at("attributions").as_array())
            one.expected.push_back(expected_of(expected.as_object()));
        cases.push_back(std::move(one));
    }
    return cases;
}

bool is_right(const ComplaintCase& wanted, const Document& document, const std::vector<Attribution>& found) {
    return Judge(wanted, document, found).content();
}

}  // namespace hearsay::test
