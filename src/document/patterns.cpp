// SPDX-License-Identifier: Apache-2.0
#include "document/patterns.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kGap = 8;          // tokens that "*" may stand for
constexpr std::uint32_t kLongestName = 6;  // tokens of an outlet's or person's name
constexpr std::uint32_t kLongestEnd = 16;  // tokens of a pattern at the end of a paragraph

template <class Enum, std::size_t N>
Enum by_name(const std::pair<std::string_view, Enum> (&names)[N], std::string_view name) {
    const auto* found = std::find_if(names, names + N, [&](const auto& n) { return n.first == name; });
    if (found == names + N) throw ResourceError("boilerplate.tsv: unknown word " + std::string(name));
    return found->second;
}

BoilerplateKind kind_of(std::string_view name) {
    using enum BoilerplateKind;
    constexpr std::pair<std::string_view, BoilerplateKind> kNames[] = {
        {"header", header}, {"credit", credit},   {"caption", caption},         {"advertisement", advertisement},
        {"link", link},     {"related", related}, {"update_note", update_note}, {"copyright", copyright}};
    return by_name(kNames, name);
}

PatternPlace place_of(std::string_view name) {
    using enum PatternPlace;
    constexpr std::pair<std::string_view, PatternPlace> kNames[] = {
        {"line", line},       {"paragraph", paragraph}, {"sentence", sentence}, {"end", end},
        {"caption", caption}, {"fragment", fragment},   {"heading", heading}};
    return by_name(kNames, name);
}

OutletRole role_of(std::string_view name) {
    using enum OutletRole;
    constexpr std::pair<std::string_view, OutletRole> kNames[] = {
        {"", none}, {"publisher", publisher}, {"source", source}};
    return by_name(kNames, name);
}

std::vector<std::string> split_blanks(std::string_view pattern) {
    std::vector<std::string> elements;
    while (!pattern.empty()) {
        const std::size_t blank = std::min(pattern.find(' '), pattern.size());
        if (blank > 0) elements.emplace_back(pattern.substr(0, blank));
        pattern.remove_prefix(std::min(blank + 1, pattern.size()));
    }
    return elements;
}

void check(const std::vector<std::string>& elements, std::string_view pattern) {
    const auto wrong = [](const std::string& e) { return e.size() > 1 && e.find('*') != e.npos; };
    if (elements.empty() || std::any_of(elements.begin(), elements.end(), wrong))
        throw ResourceError("boilerplate.tsv: can't be a pattern: '" + std::string(pattern) + "'");
}

std::string start_key(PatternPlace place, std::string_view word) {
    std::string key(1, static_cast<char>('0' + static_cast<int>(place)));
    return key.append(word);
}

bool is_variable(std::string_view element) {
    return element == "*" || element == "#" || element == "^" || element.front() == '<' ||
           (element.size() > 1 && element.back() == '?');
}

/// Matches one pattern at one place of a text.
class Matcher {
  public:
    Matcher(const TokenizedText& text, const BoilerplatePattern& pattern, TokenRange range, bool to_end,
            const KnownOutlet& known_outlet)
        : text_(text),
          elements_(pattern.elements),
          first_(range.begin),
          last_(range.end),
          to_end_(to_end),
          known_outlet_(known_outlet) {}

    /// One past the last token matched.
    std::optional<std::uint32_t> match(std::uint32_t at, std::size_t element = 0) {
        if (element == elements_.size()) return finish(at);
        const std::string& want = elements_[element];
        if (want == "^") return at == first_ ? match(at, element + 1) : std::nullopt;
        if (want == "*") return stretch(at, element, 0, kGap, [](std::uint32_t) { return true; });
        if (want == "<name>") return stretch(at, element, 1, kLongestName, [&](auto end) { return is_name(end - 1); });
        if (want == "<outlet>") return outlet(at, element);
        if (want.size() > 1 && want.back() == '?')
            if (const auto end = match(at, element + 1)) return end;
        return at < last_ && is(at, want) ? match(at + 1, element + 1) : std::nullopt;
    }
    TokenRange outlet() const { return outlet_; }

  private:
    /// A line may still end in closing punctuation.
    std::optional<std::uint32_t> finish(std::uint32_t at) const {
        if (!to_end_) return at;
        while (at < last_ && text_.tokens()[at].kind != TokenKind::word && text_.tokens()[at].kind != TokenKind::number)
            ++at;
        return at == last_ ? std::optional(at) : std::nullopt;
    }
    template <class Allowed>
    std::optional<std::uint32_t> stretch(std::uint32_t at, std::size_t element, std::uint32_t least, std::uint32_t most,
                                         Allowed allowed) {
        for (std::uint32_t n = 0; n <= most && at + n <= last_; ++n) {
            if (n > 0 && !allowed(at + n)) break;
            if (n < least) continue;
            if (const auto end = match(at + n, element + 1)) return end;
        }
        return std::nullopt;
    }
    std::optional<std::uint32_t> outlet(std::uint32_t at, std::size_t element) {
        for (std::uint32_t n = std::min(kLongestName, last_ - std::min(at, last_)); n > 0; --n) {
            if (!known_outlet_ || !known_outlet_(words(text_, {at, at + n}))) continue;
            if (const auto end = match(at + n, element + 1)) {
                outlet_ = {at, at + n};
                return end;
            }
        }
        return std::nullopt;
    }
    bool is_name(std::uint32_t i) const {
        const Token& token = text_.tokens()[i];
        const char first = text_.word(i).front();
        return (token.kind == TokenKind::word && token.capitalized) || first == '@' || first == '.' || first == '-';
    }
    /// `want` is alternatives "a|b", perhaps optional "a|b?", or "#" for a number.
    bool is(std::uint32_t i, std::string_view want) const {
        if (want.size() > 1 && want.back() == '?') want.remove_suffix(1);
        if (want == "#") return text_.tokens()[i].kind == TokenKind::number;
        const std::string_view norm = text_.norm(i);
        for (std::size_t bar; (bar = want.find('|')) != want.npos && bar > 0; want.remove_prefix(bar + 1))
            if (want.substr(0, bar) == norm) return true;
        return want == norm;
    }

    const TokenizedText& text_;
    const std::vector<std::string>& elements_;
    std::uint32_t first_, last_;
    bool to_end_;
    const KnownOutlet& known_outlet_;
    TokenRange outlet_;
};

bool reaches_end(PatternPlace place) {
    return place != PatternPlace::paragraph && place != PatternPlace::sentence && place != PatternPlace::fragment;
}
bool from_start(PatternPlace place) {
    return place != PatternPlace::end && place != PatternPlace::caption && place != PatternPlace::fragment;
}

}  // namespace

BoilerplatePatterns::BoilerplatePatterns() {
    read_table(resource_directory() / "lexicons" / "boilerplate.tsv", {"kind", "place", "outlet", "pattern"},
               [&](const auto& row) {
                   patterns_.push_back({kind_of(row[0]), place_of(row[1]), role_of(row[2]), split_blanks(row[3])});
                   check(patterns_.back().elements, row[3]);
               });
    for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
        const auto& [kind, place, names, elements] = patterns_[i];
        const std::string& first = elements.front();
        if (is_variable(first)) {
            by_start_[start_key(place, "")].push_back(i);
            continue;
        }
        std::string_view rest = first;
        for (std::size_t bar; (bar = rest.find('|')) != rest.npos && bar > 0; rest.remove_prefix(bar + 1))
            by_start_[start_key(place, rest.substr(0, bar))].push_back(i);
        by_start_[start_key(place, rest)].push_back(i);
    }
}

const BoilerplatePatterns& BoilerplatePatterns::get() {
    static const BoilerplatePatterns patterns;
    return patterns;
}

std::optional<PatternMatch> BoilerplatePatterns::find(PatternPlace place, const TokenizedText& text, TokenRange range,
                                                      const KnownOutlet& known_outlet) const {
    if (range.empty()) return std::nullopt;
    const bool near_end = place == PatternPlace::end || place == PatternPlace::caption;
    const std::uint32_t nearest = near_end && range.size() > kLongestEnd ? range.end - kLongestEnd : range.begin;
    const std::uint32_t furthest = from_start(place) ? range.begin + 1 : range.end;
    for (std::uint32_t at = nearest; at < furthest; ++at)
        for (const std::string_view start : {text.norm(at), std::string_view()}) {
            const auto bucket = by_start_.find(start_key(place, start));
            if (bucket == by_start_.end()) continue;
            for (const std::uint32_t index : bucket->second) {
                Matcher matcher(text, patterns_[index], range, reaches_end(place), known_outlet);
                if (const auto end = matcher.match(at))
                    return PatternMatch{&patterns_[index], {at, *end}, matcher.outlet()};
            }
        }
    return std::nullopt;
}

bool is_platform(std::string_view name) {
    static const auto platforms = [] {
        std::unordered_set<std::string> names;
        read_table(resource_directory() / "lexicons" / "platforms.tsv", {"name"},
                   [&](const auto& row) { names.emplace(row[0]); });
        return names;
    }();
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return platforms.contains(lower);
}

std::string_view words(const TokenizedText& text, TokenRange range) {
    if (range.empty()) return {};
    const std::uint32_t begin = text.tokens()[range.begin].byte_begin;
    return text.text().utf8().substr(begin, text.tokens()[range.end - 1].byte_end - begin);
}

}  // namespace hearsay
