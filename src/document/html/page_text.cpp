// SPDX-License-Identifier: Apache-2.0
#include "document/html/page_text.hpp"

#include <algorithm>
#include <map>

#include "document/html/blocks.hpp"

namespace hearsay {

namespace {

constexpr long kLabel = 30,
               kLinks = 100;  // what a label or a list of links between paragraphs costs, in bytes of prose
constexpr std::size_t kLongestByline = 120;  // bytes

using PageBlocks = std::vector<const PageBlock*>;

std::size_t prose_in(const PageBlocks& blocks) {
    std::size_t bytes = 0;
    for (const PageBlock* block : blocks) bytes += block->is_prose() ? block->text.size() : 0;
    return bytes;
}

bool holds_content(const PageBlocks& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const PageBlock* block) { return block->is_content(); });
}

PageBlocks those(const std::vector<PageBlock>& blocks, const auto& wanted) {
    PageBlocks found;
    for (const PageBlock& block : blocks)
        if (wanted(block)) found.push_back(&block);
    return found;
}

long value_of(const PageBlock& block) {
    if (block.is_prose()) return static_cast<long>(block.text.size());
    return block.linked * 2 > block.text.size() ? -kLinks : -kLabel;
}

bool is_byline(const PageBlock& block) { return block.text.starts_with("By ") && block.text.size() <= kLongestByline; }

/// A short paragraph such as stands above an article: a point of its summary, a dateline of its own.
bool is_summary(const PageBlock& block) { return block.is_content() && !block.heading; }

/// The run of blocks with the greatest value (Kadane's algorithm), and byline and summary above it.
PageBlocks best_run(const std::vector<PageBlock>& blocks) {
    std::size_t first = 0, best_first = 0, best_end = 0;
    long sum = 0, best = 0;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (sum <= 0) first = i;
        sum = std::max(sum, 0L) + value_of(blocks[i]);
        if (sum <= best) continue;
        best = sum;
        best_first = first;
        best_end = i + 1;
    }
    while (best_first > 0 && (is_byline(blocks[best_first - 1]) || is_summary(blocks[best_first - 1]))) --best_first;
    PageBlocks run;
    for (std::size_t i = best_first; i < best_end; ++i) run.push_back(&blocks[i]);
    return run;
}

std::uint32_t fullest_article(const std::vector<PageBlock>& blocks) {
    std::map<std::uint32_t, std::size_t> prose;
    for (const PageBlock& block : blocks)
        if (block.article) prose[block.article] += block.is_prose() ? block.text.size() : 0;
    const auto fullest =
        std::max_element(prose.begin(), prose.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return fullest == prose.end() ? 0 : fullest->first;
}

/// By the page's own marks or, where these hold less than half of the running text, by the text itself.
PageBlocks article_in(const std::vector<PageBlock>& blocks) {
    const PageBlocks run = best_run(blocks);
    const std::size_t enough = prose_in(run) / 2;
    const std::uint32_t article = fullest_article(blocks);
    const PageBlocks marked[] = {those(blocks, [](const PageBlock& b) { return b.in_body; }),
                                 those(blocks, [&](const PageBlock& b) { return article && b.article == article; }),
                                 those(blocks, [](const PageBlock& b) { return b.in_main; })};
    const auto* found = std::find_if(std::begin(marked), std::end(marked),
                                     [&](const PageBlocks& b) { return holds_content(b) && prose_in(b) >= enough; });
    return found == std::end(marked) ? run : *found;
}

/// Without links, and without labels before the first and after the last paragraph, but for a byline and for lines that
/// can credit a source.
PageBlocks trimmed(const PageBlocks& blocks) {
    const auto begins = [](const PageBlock* block) { return is_summary(*block) || is_byline(*block); };
    const auto is_prose = [](const PageBlock* block) { return block->is_prose(); };
    auto first = std::find_if(blocks.begin(), blocks.end(), begins);
    auto last = std::find_if(blocks.rbegin(), std::make_reverse_iterator(first), is_prose).base();
    while (last != blocks.end() && (*last)->linked == 0 && !(*last)->heading) ++last;
    PageBlocks kept;
    std::copy_if(first, last, std::back_inserter(kept),
                 [](const PageBlock* b) { return b->linked * 3 < b->text.size() * 2 || b->is_prose(); });
    return kept;
}

std::string joined(const PageBlocks& blocks) {
    std::string text;
    for (const PageBlock* block : blocks) text.append(text.empty() ? "" : "\n\n").append(block->text);
    return text;
}

PageBlocks without_title(PageBlocks blocks, const PageMetadata& metadata) {
    std::erase_if(blocks, [&](const PageBlock* block) {
        const std::string text = squeezed(block->text);
        return block->heading && (text == metadata.title || text == metadata.heading);
    });
    return blocks;
}

}  // namespace

bool holds_markup(std::string_view text) {
    constexpr std::string_view kMarks[] = {"</p>", "<p>", "<br", "</div>", "</P>", "<P>", "<BR"};
    return std::any_of(std::begin(kMarks), std::end(kMarks),
                       [&](std::string_view mark) { return text.find(mark) != text.npos; });
}

std::string fragment_text(std::string_view html, const InputLimits& limits) {
    const HtmlTree tree(html, limits);
    const std::vector<PageBlock> blocks = blocks_of(tree, Leave::scripts);
    return joined(those(blocks, [](const PageBlock& block) { return block.linked < block.text.size(); }));
}

std::string article_text(const HtmlTree& page, const PageMetadata& metadata) {
    std::vector<PageBlock> blocks = blocks_of(page, Leave::asides);
    PageBlocks article = trimmed(without_title(article_in(blocks), metadata));
    if (article.empty()) {  // the page's classes mislead
        blocks = blocks_of(page, Leave::scripts);
        article = trimmed(without_title(article_in(blocks), metadata));
    }
    if (metadata.body.size() > 2 * prose_in(article)) return metadata.body;
    return joined(article);
}

}  // namespace hearsay
