// SPDX-License-Identifier: Apache-2.0
#include "document/patterns.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>
#include <utility>

#include "document/pattern_matcher.hpp"
#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "text/split.hpp"

namespace hearsay {

namespace {

constexpr std::uint32_t kLongestEnd = 16;    // tokens at the end of a paragraph where a pattern may begin
constexpr std::uint32_t kLongestStart = 40;  // tokens at the start where a pattern's key word may stand
constexpr std::uint32_t kClosing = 4;        // closing punctuation that a line may have beyond the pattern

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

std::vector<PatternElement> parse(std::string_view pattern) {
    std::vector<PatternElement> elements;
    for (const std::string_view part : items(pattern, ' ')) elements.emplace_back(part);
    if (elements.empty()) throw ResourceError("boilerplate.tsv: an empty pattern");
    return elements;
}

bool from_start(PatternPlace place) {
    return place != PatternPlace::end && place != PatternPlace::caption && place != PatternPlace::fragment;
}

/// The part of `range` where a pattern of this place may have its words.
TokenRange window(PatternPlace place, TokenRange range) {
    if (from_start(place)) return {range.begin, std::min(range.end, range.begin + kLongestStart)};
    if (place == PatternPlace::fragment || range.size() <= kLongestEnd) return range;
    return {range.end - kLongestEnd, range.end};
}

/// The word that a text must hold for the pattern to match: its longest, since long words are rare.
const PatternElement* key_of(const BoilerplatePattern& pattern) {
    const auto length = [](const PatternElement& e) {
        const auto shorter = [](const std::string& a, const std::string& b) { return a.size() < b.size(); };
        return e.words.empty() || e.optional ? 0 : std::min_element(e.words.begin(), e.words.end(), shorter)->size();
    };
    const auto less = [&](const PatternElement& a, const PatternElement& b) { return length(a) < length(b); };
    const auto key = std::max_element(pattern.elements.begin(), pattern.elements.end(), less);
    return length(*key) == 0 ? nullptr : &*key;
}

}  // namespace

PatternElement::PatternElement(std::string_view written) {
    optional = written.size() > 1 && written.back() == '?';
    if (optional) written.remove_suffix(1);
    constexpr std::pair<std::string_view, Kind> kVariables[] = {
        {"#", Kind::number}, {"*", Kind::gap}, {"<name>", Kind::name}, {"<outlet>", Kind::outlet}, {"^", Kind::start}};
    for (const auto& [name, variable] : kVariables)
        if (written == name) kind = variable;
    if (kind != Kind::word) return;
    if (written.size() > 1 && written.find('*') != written.npos)
        throw ResourceError("boilerplate.tsv: '*' must stand alone, not in " + std::string(written));
    if (written == "|") words = {"|"};
    for (const std::string_view word : items(written, '|')) words.emplace_back(word);
}

std::uint32_t PatternElement::longest() const {
    switch (kind) {
        case Kind::start:
            return 0;
        case Kind::gap:
            return 8;
        case Kind::name:
            return 6;
        case Kind::outlet:
            return 6;
        default:
            return 1;
    }
}

BoilerplatePatterns::BoilerplatePatterns() {
    read_table(
        resource_directory() / "lexicons" / "boilerplate.tsv", {"kind", "place", "outlet", "pattern"},
        [&](const auto& row) {
            auto elements = parse(row[3]);
            const auto longest = std::accumulate(elements.begin(), elements.end(), 0U,
                                                 [](auto sum, const auto& e) { return sum + e.longest(); });
            patterns_.push_back({kind_of(row[0]), place_of(row[1]), role_of(row[2]), std::move(elements), longest});
        });
    for (std::uint32_t i = 0; i < patterns_.size(); ++i) index(i);
}

void BoilerplatePatterns::index(std::uint32_t pattern) {
    Index& index = indices_[static_cast<std::size_t>(patterns_[pattern].place)];
    const PatternElement* key = key_of(patterns_[pattern]);
    if (!key) return index.wordless.push_back(pattern);
    for (const std::string& word : key->words) index.by_word[word].push_back(pattern);
}

const BoilerplatePatterns& BoilerplatePatterns::get() {
    static const BoilerplatePatterns patterns;
    return patterns;
}

/// Patterns worth trying, in the order of the table.
std::vector<std::uint32_t> BoilerplatePatterns::candidates(PatternPlace place, const TokenizedText& text,
                                                           TokenRange window) const {
    const Index& index = indices_[static_cast<std::size_t>(place)];
    std::vector<std::uint32_t> found = index.wordless;
    for (std::uint32_t i = window.begin; i < window.end; ++i)
        if (const auto entry = index.by_word.find(text.norm(i)); entry != index.by_word.end())
            found.insert(found.end(), entry->second.begin(), entry->second.end());
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::optional<PatternMatch> BoilerplatePatterns::find(PatternPlace place, const TokenizedText& text, TokenRange range,
                                                      const KnownOutlet& known_outlet) const {
    const TokenRange within = window(place, range);
    const std::uint32_t last = from_start(place) ? within.begin + 1 : within.end;
    std::optional<PatternMatch> best;
    for (const std::uint32_t candidate : candidates(place, text, within)) {
        const BoilerplatePattern& pattern = patterns_[candidate];
        const bool whole = from_start(place) && reaches_end(place);
        if (range.empty() || (whole && range.size() > pattern.longest + kClosing)) continue;
        PatternMatcher matcher(text, range, pattern, known_outlet);
        for (std::uint32_t at = within.begin; at < (best ? best->tokens.begin : last); ++at)
            if (const auto match = matcher.at(at)) {
                best = match;
                break;
            }
    }
    return best;
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
