// SPDX-License-Identifier: Apache-2.0
#include "document/pattern_matcher.hpp"

#include <algorithm>

namespace hearsay {

using Kind = PatternElement::Kind;

bool reaches_end(PatternPlace place) {
    return place != PatternPlace::paragraph && place != PatternPlace::sentence && place != PatternPlace::fragment;
}

std::optional<PatternMatch> PatternMatcher::at(std::uint32_t begin) {
    outlet_ = {};
    const End end = match(begin, 0);
    if (!end) return std::nullopt;
    return PatternMatch{&pattern_, {begin, *end}, outlet_};
}

PatternMatcher::End PatternMatcher::match(std::uint32_t at, std::size_t element) {
    if (element == pattern_.elements.size()) return finish(at);
    const PatternElement& want = pattern_.elements[element];
    if (want.optional)
        if (const End end = match(at, element + 1)) return end;
    switch (want.kind) {
        case Kind::start:
            return at == range_.begin ? match(at, element + 1) : std::nullopt;
        case Kind::gap:
        case Kind::name:
            return stretch(at, element);
        case Kind::outlet:
            return outlet(at, element);
        default:
            return at < range_.end && is(at, want) ? match(at + 1, element + 1) : std::nullopt;
    }
}

/// A gap may be empty, a name has at least one token.
PatternMatcher::End PatternMatcher::stretch(std::uint32_t at, std::size_t element) {
    const PatternElement& want = pattern_.elements[element];
    const bool name = want.kind == Kind::name;
    for (std::uint32_t n = 0; n <= want.longest() && at + n <= range_.end; ++n) {
        if (n > 0 && name && !may_name(at + n - 1)) break;
        if (n == 0 && name) continue;
        if (const End end = match(at + n, element + 1)) return end;
    }
    return std::nullopt;
}

PatternMatcher::End PatternMatcher::outlet(std::uint32_t at, std::size_t element) {
    if (at >= range_.end || !known_outlet_) return std::nullopt;
    const bool host = text_.word(at).find('.') != std::string_view::npos;
    if (!may_name(at) && !host && text_.word(at).front() > '9') return std::nullopt;
    for (std::uint32_t n = std::min(pattern_.elements[element].longest(), range_.end - at); n > 0; --n) {
        // The rest of the pattern is cheaper to check than the name.
        const End end = match(at + n, element + 1);
        if (!end || !known_outlet_(words(text_, {at, at + n}))) continue;
        outlet_ = {at, at + n};
        return end;
    }
    return std::nullopt;
}

/// A line may still end in closing punctuation.
PatternMatcher::End PatternMatcher::finish(std::uint32_t at) const {
    if (!reaches_end(pattern_.place)) return at;
    const auto closing = [&](std::uint32_t i) {
        const TokenKind kind = text_.tokens()[i].kind;
        return kind != TokenKind::word && kind != TokenKind::number;
    };
    while (at < range_.end && closing(at)) ++at;
    return at == range_.end ? End(at) : std::nullopt;
}

bool PatternMatcher::is(std::uint32_t token, const PatternElement& element) const {
    if (element.kind == Kind::number) return text_.tokens()[token].kind == TokenKind::number;
    const std::string_view norm = text_.norm(token);
    return std::find(element.words.begin(), element.words.end(), norm) != element.words.end();
}

bool PatternMatcher::may_name(std::uint32_t token) const {
    const Token& t = text_.tokens()[token];
    const char first = text_.word(token).front();
    return (t.kind == TokenKind::word && t.capitalized) || first == '@' || first == '.' || first == '-';
}

}  // namespace hearsay
