// SPDX-License-Identifier: Apache-2.0
#include "document/html/html_guard.hpp"

#include <gumbo.h>

#include <algorithm>
#include <vector>

#include "document/bytes/byte_stream.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kAttributes = 1024;  // of one element
constexpr std::size_t kFormatting = 8;     // times the depth: formatting elements that may be left open

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool is_void(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_AREA, GUMBO_TAG_BASE, GUMBO_TAG_BR, GUMBO_TAG_COL, GUMBO_TAG_EMBED, GUMBO_TAG_HR,
                           GUMBO_TAG_IMG, GUMBO_TAG_INPUT, GUMBO_TAG_KEYGEN, GUMBO_TAG_LINK, GUMBO_TAG_META,
                           GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE, GUMBO_TAG_TRACK, GUMBO_TAG_WBR});
}

/// Closed by whatever follows, so that they nest no deeper than what holds them.
bool closes_itself(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_P, GUMBO_TAG_LI, GUMBO_TAG_TD, GUMBO_TAG_TH, GUMBO_TAG_TR, GUMBO_TAG_DT,
                           GUMBO_TAG_DD, GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT, GUMBO_TAG_OPTION,
                           GUMBO_TAG_OPTGROUP, GUMBO_TAG_COLGROUP, GUMBO_TAG_HTML, GUMBO_TAG_HEAD, GUMBO_TAG_BODY});
}

bool is_formatting(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_A, GUMBO_TAG_B, GUMBO_TAG_BIG, GUMBO_TAG_CODE, GUMBO_TAG_EM, GUMBO_TAG_FONT,
                           GUMBO_TAG_I, GUMBO_TAG_NOBR, GUMBO_TAG_S, GUMBO_TAG_SMALL, GUMBO_TAG_STRIKE,
                           GUMBO_TAG_STRONG, GUMBO_TAG_TT, GUMBO_TAG_U});
}

bool is_raw_text(GumboTag tag) {
    return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TITLE});
}

class Guard {
  public:
    Guard(std::string_view html, const InputLimits& limits) : html_(html), limits_(limits) {}

    void check() {
        for (at_ = html_.find('<'); at_ < html_.size(); at_ = html_.find('<', at_)) {
            if (html_.substr(at_).starts_with("<!--")) {
                pass("-->", at_ + 4);
            } else {
                read_tag();
            }
        }
    }

  private:
    void pass(std::string_view end, std::size_t from) {
        const std::size_t found = html_.find(end, from);
        at_ = found == html_.npos ? html_.size() : found + end.size();
    }
    void read_tag() {
        const bool closing = html_.substr(at_ + 1).starts_with('/');
        const std::size_t begin = at_ + 1 + closing;
        const std::size_t end = std::min(html_.find_first_of(" \t\r\n\f/>", begin), html_.size());
        const std::string_view name = html_.substr(begin, end - begin);
        const bool letter = !name.empty() && ((name[0] | 32) >= 'a' && (name[0] | 32) <= 'z');
        at_ = letter ? end : begin;
        if (!letter) return;
        const GumboTag tag = gumbo_tagn_enum(name.data(), static_cast<unsigned>(name.size()));
        pass_attributes();
        if (closing) return close(tag, name);
        const bool ended = html_.substr(0, at_).ends_with("/>");
        open(tag, name, ended);
        if (is_raw_text(tag)) pass_raw(name);
    }
    /// To behind the tag's end. A quotation mark begins a value only behind an equals sign.
    void pass_attributes() {
        std::size_t attributes = 0;
        for (char before = ' '; at_ < html_.size() && html_[at_] != '>'; ++at_) {
            const char c = html_[at_];
            const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (before == '=' && (c == '"' || c == '\'')) at_ = std::min(html_.find(c, at_ + 1), html_.size() - 1);
            attributes += !space && (before == ' ' || before == '"' || before == '/');
            if (attributes > kAttributes)
                throw BrokenInput("is no page: it has an element of more than " + std::to_string(kAttributes) +
                                  " attributes");
            if (!space || before != '=') before = space ? ' ' : before == '=' && (c == '"' || c == '\'') ? '"' : c;
        }
        at_ = std::min(at_ + 1, html_.size());
    }
    /// To the end tag of an element whose content is not markup.
    void pass_raw(std::string_view name) {
        for (at_ = html_.find("</", at_); at_ < html_.size(); at_ = html_.find("</", at_ + 2)) {
            const std::string_view rest = html_.substr(at_ + 2, name.size());
            if (std::equal(rest.begin(), rest.end(), name.begin(), name.end(),
                           [](char a, char b) { return (a | 32) == (b | 32); }))
                return;
        }
    }

    void open(GumboTag tag, std::string_view name, bool ended) {
        const bool foreign = !open_.empty() && open_.back().foreign;
        if (is_void(tag) || closes_itself(tag) || (ended && foreign && tag == GUMBO_TAG_UNKNOWN)) return;
        if (is_formatting(tag) && ++formatting_ > kFormatting * limits_.depth) refuse();
        const bool integrates = name == "foreignObject" || name == "foreignobject" || name == "desc";
        open_.push_back({tag, tag == GUMBO_TAG_UNKNOWN ? name : std::string_view(),
                         tag == GUMBO_TAG_SVG || tag == GUMBO_TAG_MATH || (foreign && !integrates)});
        if (open_.size() > limits_.depth) refuse();
    }
    void close(GumboTag tag, std::string_view name) {
        if (is_formatting(tag) && formatting_ > 0) --formatting_;
        const std::string_view unknown = tag == GUMBO_TAG_UNKNOWN ? name : std::string_view();
        const auto found = std::find_if(open_.rbegin(), open_.rend(),
                                        [&](const Open& o) { return o.tag == tag && o.unknown == unknown; });
        if (found != open_.rend()) open_.erase(found.base() - 1, open_.end());
    }
    [[noreturn]] void refuse() const {
        throw BrokenInput("is nested deeper than " + std::to_string(limits_.depth) +
                          " elements; raise --max-depth to read it");
    }

    struct Open {
        GumboTag tag;
        std::string_view unknown;  ///< the name of a tag that HTML does not know
        bool foreign;              ///< in SVG or MathML, where "/>" closes
    };
    std::string_view html_;
    const InputLimits& limits_;
    std::size_t at_ = 0, formatting_ = 0;
    std::vector<Open> open_;
};

}  // namespace

void check_html(std::string_view html, const InputLimits& limits) { Guard(html, limits).check(); }

}  // namespace hearsay
