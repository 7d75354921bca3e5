// SPDX-License-Identifier: Apache-2.0
#include "attribution/features.hpp"

#include <algorithm>

namespace hearsay {

namespace {

using learn::feature;

/// Where a token stands in its quotation: outside, opening mark, inside, closing mark.
std::uint64_t quote_place(const AnnotatedText& e, std::uint32_t i) {
    if (!e.quoted(i)) return e.mark(i) ? 4 : 0;
    const TokenRange q = e.quotations[e.quotation[i]];
    if (i == q.begin) return 1;
    return i + 1 == q.end ? 3 : 2;
}

std::uint64_t bucket(std::uint32_t distance) {
    if (distance < 4) return distance;
    if (distance < 6) return 4;
    if (distance < 10) return 5;
    if (distance < 20) return 6;
    return distance < 40 ? 7 : 8;
}

}  // namespace

void role_features(const AnnotatedText& e, TokenRange range, learn::FeatureSequence& out) {
    const std::uint32_t n = e.size();
    for (std::uint32_t i = range.begin; i != range.end; ++i) {
        const auto sentence = e.text.sentences()[e.text.tokens()[i].sentence].tokens;
        const auto at = [&](int d) -> std::uint32_t {
            const std::int64_t k = static_cast<std::int64_t>(i) + d;
            return k < sentence.begin || k >= sentence.end ? AnnotatedText::kNone : static_cast<std::uint32_t>(k);
        };
        const std::uint32_t h = e.head(i);
        const std::uint64_t w = e.norm(i), t = e.tag(i), r = e.relation(i), q = quote_place(e, i);
        std::uint64_t name = 500;
        const auto add = [&](auto... values) { out.add(feature(name++, values...)); };
        add(0);
        add(w);
        add(w, t);
        add(e.shape(i), t);
        add(t, r);
        add(e.entity(i), t);
        add(e.norm(at(-2)));
        add(e.norm(at(-1)));
        add(e.norm(at(1)));
        add(e.tag(at(-1)), t);
        add(e.norm(at(-1)), t);
        add(e.norm(at(1)), t);
        add(e.norm(at(-1)), w);
        add(w, e.norm(at(1)));
        add(e.tag(at(-2)), e.tag(at(-1)), t);
        add(e.tag(at(-1)), t, e.tag(at(1)));
        add(q, quote_place(e, at(-1)), quote_place(e, at(1)));
        add(q, t);
        add(q, w);
        add(q, e.norm(at(-1)), e.norm(at(1)));
        add(i == sentence.begin, w);
        // Syntax: head, grandparent, edges of the subtrees that begin or end here.
        add(r, e.norm(h));
        add(r, e.relation(h), t);
        add(r, e.relation(h), e.norm(h));
        add(h == kRoot ? 0 : h < i ? 1 : 2, r, bucket(h == kRoot ? 0 : h < i ? i - h : h - i));
        std::uint32_t top = i, last = i;  // highest token whose subtree begins, or ends, at i
        for (std::uint32_t a = i, steps = 0; a != kRoot && steps != 8; a = e.head(a), ++steps) {
            if (e.lowest[a] == i) top = a;
            if (e.highest[a] == i) last = a;
        }
        add(e.relation(top), e.norm(e.head(top)), 1);
        add(e.relation(top), e.relation(e.head(top)), w);
        add(e.relation(last), e.norm(e.head(last)), 2);
        // Ancestors: on what side of which verb, and by which relation.
        std::uint32_t child = i;
        int verbs = 0;
        for (std::uint32_t a = h, steps = 0; a != kRoot && steps != 12 && verbs != 3; child = a, a = e.head(a), ++steps) {
            const std::uint64_t rc = e.relation(child);
            const bool left = child < a;
            const bool verb = e.lowest[a] != a || e.highest[a] != a;
            if (!verb) continue;
            out.add(feature(620, e.norm(a), rc, left));
            out.add(feature(624, e.fine(a), rc, left));
            if (verbs == 0)
                out.add(feature(622, e.tag(a), rc, left, e.lowest[child] == i, e.highest[child] == i));
            ++verbs;
        }
        // Children, which tell a reporting verb from another.
        std::uint64_t frame = 0;
        const auto note = [&](std::uint32_t c) { frame |= std::uint64_t{1} << (e.relation(c) & 63); };
        for (std::uint32_t c = e.lowest[i]; c <= e.highest[i] && c < n; ++c)
            if (e.head(c) == i) {
                note(c);
                out.add(feature(630, w, e.relation(c)));
                out.add(feature(633, e.fine(i), e.relation(c)));
                out.add(feature(634, t, e.relation(c), e.fine(c)));
            }
        add(frame, t);
        // Words of like use: what is learnt of "said" holds for "quipped".
        const std::uint64_t f = e.fine(i);
        add(f, t);
        add(f, r);
        add(f, q);
        add(e.coarse(i), t, frame);
        add(f, e.fine(at(1)));
        add(e.fine(at(-1)), f);
        add(e.fine(at(-1)), t);
        add(e.fine(at(1)), t);
        add(r, e.fine(h));
        add(r, e.fine(h), t);
        add(e.relation(top), e.fine(e.head(top)), 1);
        add(e.relation(last), e.fine(e.head(last)), 2);
        add(e.coarse(at(-1)), e.coarse(i), e.coarse(at(1)));
        out.close();
    }
}

namespace {

/// The way from a token up, across and down to the cue, for the tokens of one window.
class Paths {
  public:
    Paths(const AnnotatedText& e, std::uint32_t cue) : e_(e) {
        for (std::uint32_t a = cue, k = 0; a != kRoot && k != 12; a = e.head(a), ++k) spine_.push_back(a);
    }
    struct Path {
        std::uint64_t full = 0;       // hash of the relations on the way
        std::uint32_t below = kRoot;  // last token before the spine
        std::uint32_t depth = 99;     // how far up the spine they meet
        std::uint32_t steps = 99;
    };
    Path to(std::uint32_t i) const {
        Path p;
        std::uint64_t up = 0;  // hash of the relations up to where they meet
        std::uint32_t last = kRoot;
        for (std::uint32_t a = i, steps = 0; a != kRoot && steps != 24; last = a, a = e_.head(a), ++steps) {
            const auto met = std::find(spine_.begin(), spine_.end(), a);
            if (met == spine_.end()) {
                if (steps < 4) up = feature(1, up, e_.relation(a));
                continue;
            }
            p.below = last;
            p.steps = steps;
            p.depth = static_cast<std::uint32_t>(met - spine_.begin());
            p.full = feature(2, up);
            for (auto s = spine_.begin(); s != met; ++s) p.full = feature(3, p.full, e_.relation(*s));
            return p;
        }
        return p;
    }

  private:
    const AnnotatedText& e_;
    std::vector<std::uint32_t> spine_;
};

/// The token of the cue whose head lies outside it.
std::uint32_t head_of(const AnnotatedText& e, TokenRange cue) {
    for (auto i = cue.begin; i != cue.end; ++i)
        if (const std::uint32_t h = e.head(i); h < cue.begin || h >= cue.end) return i;
    return cue.begin;
}

std::uint32_t sentence_of(const AnnotatedText& e, std::uint32_t i) { return e.text.tokens()[i].sentence; }

}  // namespace

TokenRange window_of(const AnnotatedText& e, TokenRange cue) {
    constexpr std::uint32_t kBefore = 3, kAfter = 6;
    const auto sentences = e.text.sentences();
    const std::uint32_t home = sentence_of(e, cue.begin);
    std::uint32_t first = home, last = sentence_of(e, cue.end - 1);
    const auto touches_quote = [&](std::uint32_t s) {
        const TokenRange t = sentences[s].tokens;
        return e.quoted(t.begin) || e.quoted(t.end - 1) || (t.size() > 1 && e.quoted(t.end - 2));
    };
    while (first > 0 && home - first < kBefore && touches_quote(first) && touches_quote(first - 1)) --first;
    while (last + 1 < sentences.size() && last - home < kAfter && touches_quote(last + 1)) ++last;
    TokenRange window{sentences[first].tokens.begin, sentences[last].tokens.end};
    constexpr std::uint32_t kReach = 300;  // tokens
    window.begin = std::max(window.begin, cue.begin > kReach ? cue.begin - kReach : 0);
    window.end = std::min(window.end, cue.end + kReach);
    return window;
}

void link_features(const AnnotatedText& e, std::span<const learn::Label> roles, TokenRange cue, TokenRange window,
                   learn::FeatureSequence& out) {
    const std::uint32_t c = head_of(e, cue), home = sentence_of(e, cue.begin);
    const Paths paths(e, c);
    const std::uint64_t wc = e.norm(c), fc = e.fine(c), tc = e.tag(c), first = e.norm(cue.begin), last = e.norm(cue.end - 1);
    const auto role = [&](std::uint32_t i) -> std::uint64_t {
        return i < window.begin || i >= window.end ? 9 : roles[i];
    };
    const std::uint64_t before_cue = e.tag(cue.begin ? cue.begin - 1 : AnnotatedText::kNone), after_cue = e.norm(cue.end);
    // Counted outwards from the cue: commas, quotation marks and other cues on the way.
    std::vector<std::uint32_t> commas(window.size()), marks(window.size()), cues(window.size());
    const auto walk = [&](std::uint32_t i, std::uint32_t from) {
        const auto k = i - window.begin, f = from - window.begin;
        commas[k] = commas[f] + (e.text.norm(from) == ",");
        marks[k] = marks[f] + e.mark(from);
        cues[k] = cues[f] + (!(from >= cue.begin && from < cue.end) && roles[from] == static_cast<learn::Label>(RoleLabel::cue_begin));
    };
    for (auto i = cue.end; i < window.end; ++i) walk(i, i == cue.end ? cue.end - 1 : i - 1);
    for (auto i = cue.begin; i-- > window.begin;) walk(i, i + 1);
    for (auto i = window.begin; i != window.end; ++i) {
        const auto k = i - window.begin;
        if (i >= cue.begin && i < cue.end) {
            out.add(feature(700, 0));
            out.close();
            continue;
        }
        const std::uint32_t si = sentence_of(e, i);
        const auto sentence = e.text.sentences()[si].tokens;
        const auto at = [&](int d) -> std::uint32_t {
            const std::int64_t p = static_cast<std::int64_t>(i) + d;
            return p < sentence.begin || p >= sentence.end ? AnnotatedText::kNone : static_cast<std::uint32_t>(p);
        };
        const std::uint64_t side = si < home ? 0 : si > home ? 3 : i < cue.begin ? 1 : 2;
        const std::uint32_t gap = i < cue.begin ? cue.begin - i : i - cue.end + 1;
        const std::uint64_t d = bucket(gap), q = quote_place(e, i), w = e.norm(i), t = e.tag(i);
        const std::uint64_t nc = std::min<std::uint32_t>(commas[k], 3), nm = std::min<std::uint32_t>(marks[k], 3),
                            nq = std::min<std::uint32_t>(cues[k], 2);
        const Paths::Path p = si == home ? paths.to(i) : Paths::Path{};
        const std::uint64_t rb = e.relation(p.below), depth = std::min<std::uint32_t>(p.depth, 4);
        const bool opens = p.below != kRoot && e.lowest[p.below] == i, closes = p.below != kRoot && e.highest[p.below] == i;
        std::uint64_t name = 710;
        const auto add = [&](auto... values) { out.add(feature(name++, values...)); };
        add(side, d);
        add(side, role(i), nq);
        add(side, role(i - 1), role(i), role(i + 1));
        add(side, role(i), role(i + 1), wc);
        add(side, role(i), d);
        add(side, nc, nm, nq);
        add(side, q, nm, nc);
        add(side, q, nm, t);
        add(side, t, e.tag(at(1)), nq);
        add(side, t, e.tag(at(-1)), nq);
        add(side, e.norm(at(-1)), t);
        add(side, e.norm(at(1)), t);
        add(side, w, e.norm(at(1)));
        add(side, e.tag(at(-1)), t, e.tag(at(1)));
        add(side, t, e.tag(at(1)), e.tag(at(2)), d);
        add(side, e.shape(i), d);
        add(side, i == sentence.begin, i + 1 == sentence.end, q, si > home ? si - home : home - si);
        add(side, i + 2 == sentence.end, q, t);
        // Towards the cue.
        add(wc, side);
        add(wc, side, d);
        add(tc, rb, depth, side, opens, closes);
        add(wc, rb, depth, opens, closes);
        add(rb, depth, w, side);
        add(p.full, side);
        add(p.full, side, t);
        add(depth, std::min<std::uint32_t>(p.steps, 5), side, q);
        add(last, side, gap == 1, t);
        add(first, side, gap == 1, t);
        add(side, before_cue, d);
        add(side, after_cue, d);
        add(side, tc, after_cue, t, d);
        add(side, rb, depth, nc, q);
        add(fc, rb, depth, side);
        add(fc, p.full);
        add(side, d, e.fine(i));
        add(rb, depth, e.fine(i), side);
        add(side, e.fine(at(-1)), t);
        add(side, t, e.fine(at(1)));
        std::uint32_t top = i, bottom = i;
        for (std::uint32_t a = i, steps = 0; a != kRoot && steps != 8; a = e.head(a), ++steps) {
            if (e.lowest[a] == i) top = a;
            if (e.highest[a] == i) bottom = a;
        }
        add(e.relation(top), e.tag(e.head(top)), side, t, depth);
        add(e.relation(bottom), e.tag(e.head(bottom)), side, t, depth);
        add(e.relation(top), e.head(top) == c, side, q);
        add(e.relation(bottom), e.head(bottom) == c, side, q);
        const std::uint32_t next = at(1);  // where the following token is attached: does the phrase go on?
        if (next != AnnotatedText::kNone) {
            const bool mine = e.head(next) == i || e.head(i) == next;
            const Paths::Path pn = si == home ? paths.to(next) : Paths::Path{};
            add(side, pn.below == p.below, e.tag(next), t);
            add(side, pn.below == p.below, e.relation(pn.below), rb, depth);
            add(side, mine, e.tag(next), role(i), role(next));
        }
        out.close();
    }
}

}  // namespace hearsay
