// SPDX-License-Identifier: Apache-2.0
// How a user's words lead to a claim or an attribution.
#include <algorithm>
#include <charconv>
#include <functional>
#include <vector>

#include "hearsay/error.hpp"
#include "hearsay/render/explain.hpp"
#include "render/legible.hpp"
#include "render/names.hpp"

namespace hearsay {
namespace {

constexpr std::size_t kMostListed = 12;    // claims that a message lists
constexpr std::size_t kListedLength = 90;  // code points of each

std::string folded(std::string_view text) {
    std::string plain = to_utf8(legible(text));
    std::ranges::transform(plain, plain.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return plain;
}

std::string quoted(std::string_view text) { return "'" + to_utf8(shorten(legible(text), kListedLength)) + "'"; }

std::string listed(const Analysis& analysis, const std::vector<std::size_t>& claims) {
    std::string text;
    for (std::size_t i = 0; i < std::min(claims.size(), kMostListed); ++i)
        text += "\n  " + name_of(ClaimId(claims[i])) + "  " +
                to_utf8(shorten(legible(analysis.claims[claims[i]].text), kListedLength));
    if (claims.size() > kMostListed) text += "\n  and " + std::to_string(claims.size() - kMostListed) + " more";
    return text;
}

std::string first_to_last(char letter, std::size_t size, std::string_view thing) {
    if (size == 0) return "no " + std::string(thing) + "s";
    if (size == 1) return "one " + std::string(thing) + ", " + numbered(letter, 0);
    return std::string(thing) + "s " + numbered(letter, 0) + " to " + numbered(letter, size - 1);
}

std::string what_there_is(const Analysis& analysis) {
    return "there are " + first_to_last('c', analysis.claims.size(), "claim") + ", and " +
           first_to_last('a', analysis.attributions.size(), "attribution");
}

/// The index that "c3", "C3" or "3" gives to a claim; nothing where the text is no such id.
std::optional<std::size_t> numbered_by(std::string_view text, char letter, bool bare) {
    if (!text.empty() && (text.front() == letter || text.front() == letter - 'a' + 'A'))
        text.remove_prefix(1);
    else if (!bare)
        return std::nullopt;
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    if (text.empty() || std::from_chars(text.data(), end, number).ptr != end) return std::nullopt;
    return number - 1;  // of 0 and of what is too large: beyond any
}

std::vector<std::size_t> claims_where(const Analysis& analysis, const std::function<bool(const Claim&)>& fits) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < analysis.claims.size(); ++i)
        if (fits(analysis.claims[i])) found.push_back(i);
    return found;
}

ClaimId by_words(const Analysis& analysis, std::string_view what) {
    const std::string words = folded(what);
    const auto holds = [&](const std::string& text) { return folded(text).find(words) != std::string::npos; };
    auto found = claims_where(analysis, [&](const Claim& claim) { return folded(claim.text) == words; });
    if (found.empty()) found = claims_where(analysis, [&](const Claim& claim) { return holds(claim.text); });
    if (found.empty())
        found = claims_where(analysis, [&](const Claim& claim) {
            return std::ranges::any_of(claim.mentions, [&](const Mention& mention) { return holds(mention.text); });
        });
    if (found.size() == 1) return ClaimId(found.front());
    if (!found.empty())
        throw ResultError(quoted(what) + " stands in " + std::to_string(found.size()) +
                          " claims; name one of them by its id:" + listed(analysis, found));
    throw ResultError("no claim has the words " + quoted(what) + "; " + what_there_is(analysis) + ":" +
                      listed(analysis, claims_where(analysis, [](const Claim&) { return true; })));
}

}  // namespace

Explained find_explained(const Analysis& analysis, std::string_view what) {
    if (const auto claim = numbered_by(what, 'c', true)) {
        if (*claim < analysis.claims.size()) return ClaimId(*claim);
        throw ResultError("there is no claim " + quoted(what) + "; " + what_there_is(analysis));
    }
    if (const auto attribution = numbered_by(what, 'a', false)) {
        if (*attribution < analysis.attributions.size()) return AttributionId(*attribution);
        throw ResultError("there is no attribution " + quoted(what) + "; " + what_there_is(analysis));
    }
    if (folded(what).empty()) throw ResultError("no claim was named; " + what_there_is(analysis));
    return by_words(analysis, what);
}

}  // namespace hearsay
