// SPDX-License-Identifier: Apache-2.0
#include "document/html/blocks.hpp"

#include <algorithm>
#include <utility>

#include "document/html/page_parts.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kShortestProse = 40;  // bytes
constexpr std::size_t kTwoSentences = 120;  // bytes in which a full stop is more than an abbreviation's
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f'; }

std::size_t leading_space(std::string_view text) {
    return is_space(text[0]) ? 1 : text.starts_with(kNoBreakSpace) ? kNoBreakSpace.size() : 0;
}

std::size_t end_of_word(std::string_view text) {
    return static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_space) - text.begin());
}

/// Elements that stand in a line of text; all others break it.
bool is_inline(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_A:
        case GUMBO_TAG_ABBR:
        case GUMBO_TAG_ACRONYM:
        case GUMBO_TAG_B:
        case GUMBO_TAG_BDI:
        case GUMBO_TAG_BDO:
        case GUMBO_TAG_BIG:
        case GUMBO_TAG_BR:
        case GUMBO_TAG_CITE:
        case GUMBO_TAG_CODE:
        case GUMBO_TAG_DATA:
        case GUMBO_TAG_DEL:
        case GUMBO_TAG_DFN:
        case GUMBO_TAG_EM:
        case GUMBO_TAG_FONT:
        case GUMBO_TAG_I:
        case GUMBO_TAG_IMG:
        case GUMBO_TAG_INS:
        case GUMBO_TAG_KBD:
        case GUMBO_TAG_LABEL:
        case GUMBO_TAG_MARK:
        case GUMBO_TAG_Q:
        case GUMBO_TAG_S:
        case GUMBO_TAG_SAMP:
        case GUMBO_TAG_SMALL:
        case GUMBO_TAG_SPAN:
        case GUMBO_TAG_STRIKE:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_SUB:
        case GUMBO_TAG_SUP:
        case GUMBO_TAG_TIME:
        case GUMBO_TAG_TT:
        case GUMBO_TAG_U:
        case GUMBO_TAG_UNKNOWN:
        case GUMBO_TAG_VAR:
        case GUMBO_TAG_WBR:
            return true;
        default:
            return false;
    }
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

class BlockReader {
  public:
    explicit BlockReader(Leave leave) : leave_(leave) {}

    bool enter(const GumboNode& node) {
        switch (node.type) {
            case GUMBO_NODE_DOCUMENT:
                return true;
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
            case GUMBO_NODE_WHITESPACE:
                add(node.v.text.text);
                return false;
            case GUMBO_NODE_ELEMENT:
                return enter_element(node);
            default:
                return false;
        }
    }
    void leave(const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return;
        if (!is_inline(node.v.element.tag)) end_block();
        count(node, -1);
        if (is_element(node, GUMBO_TAG_ARTICLE) && !articles_.empty()) articles_.pop_back();
    }
    std::vector<PageBlock> finish() {
        end_block();
        return std::move(blocks_);
    }

  private:
    bool enter_element(const GumboNode& node) {
        const GumboTag tag = node.v.element.tag;
        if (!is_inline(tag)) end_block();
        if (is_element(node, GUMBO_TAG_ARTICLE)) articles_.push_back(++article_);
        count(node, 1);
        if (tag == GUMBO_TAG_BR) add_break();
        return !PageParts::is_never_text(node) && !(leave_ == Leave::asides && is_aside(node));
    }
    /// A <header> is a page's, unless it heads the article.
    bool is_aside(const GumboNode& node) const {
        const bool page_header = is_element(node, GUMBO_TAG_HEADER) && articles_.empty() && main_ == 0 && body_ == 0;
        return page_header || PageParts::get().is_aside(node);
    }
    void count(const GumboNode& node, int by) {
        const GumboTag tag = node.v.element.tag;
        links_ += tag == GUMBO_TAG_A ? by : 0;
        headings_ += is_heading(tag) ? by : 0;
        paragraphs_ += tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_BLOCKQUOTE ? by : 0;
        main_ += tag == GUMBO_TAG_MAIN ? by : 0;
        if (!is_inline(tag) && PageParts::get().is_body(node)) body_ += by;
    }

    void add(std::string_view text) {
        while (!text.empty()) {
            if (const std::size_t width = leading_space(text)) {
                text.remove_prefix(width);
                space_ = true;
                continue;
            }
            const std::size_t word = end_of_word(text);
            const std::size_t end = std::min(text.substr(0, word).find(kNoBreakSpace), word);
            const bool blank = space_ && !block_.text.empty() && block_.text.back() != '\n';
            if (blank) block_.text += ' ';
            block_.text.append(text, 0, end);
            if (links_ > 0) block_.linked += end + blank;
            text.remove_prefix(end);
            space_ = false;
        }
    }
    /// One break is a new line, two are a new paragraph.
    void add_break() {
        space_ = false;
        if (block_.text.ends_with('\n')) return end_block();
        if (!block_.text.empty()) block_.text += '\n';
    }
    void end_block() {
        space_ = false;
        PageBlock block = std::exchange(block_, {});
        while (block.text.ends_with('\n')) block.text.pop_back();
        if (block.text.empty()) return;
        block.heading = headings_ > 0;
        block.paragraph = paragraphs_ > 0;
        block.in_body = body_ > 0;
        block.in_main = main_ > 0;
        block.article = articles_.empty() ? 0 : articles_.back();
        blocks_.push_back(std::move(block));
    }

    Leave leave_;
    std::vector<PageBlock> blocks_;
    PageBlock block_{};
    bool space_ = false;
    int links_ = 0, headings_ = 0, paragraphs_ = 0, main_ = 0, body_ = 0;  // elements of a kind that are open
    std::uint32_t article_ = 0;
    std::vector<std::uint32_t> articles_;  // that are open
};

}  // namespace

bool PageBlock::is_prose() const {
    if (heading || text.size() < kShortestProse || linked * 2 > text.size()) return false;
    const std::string_view end = std::string_view(text).substr(text.size() - 4);
    return end.find_first_of(".!?") != end.npos || (text.size() >= kTwoSentences && text.find(". ") != text.npos);
}

std::vector<PageBlock> blocks_of(const HtmlTree& page, Leave leave) {
    BlockReader reader(leave);
    walk(
        page.root(), [&](const GumboNode& node) { return reader.enter(node); },
        [&](const GumboNode& node) { reader.leave(node); });
    return reader.finish();
}

}  // namespace hearsay
