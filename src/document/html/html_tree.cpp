// SPDX-License-Identifier: Apache-2.0
#include "document/html/html_tree.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdlib>
#include <utility>

#include "document/bytes/byte_stream.hpp"
#include "document/bytes/unpack.hpp"
#include "document/html/html_guard.hpp"

namespace hearsay {

/// Memory that is given out piece by piece and freed as a whole. Where it ends it leaves gumbo, which can't be told to
/// stop, by longjmp: only C functions lie between.
class HtmlTree::Arena {
  public:
    explicit Arena(std::uint64_t limit) : limit_(limit) {}
    ~Arena() {
        while (last_) std::free(std::exchange(last_, last_->before));
    }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    static void* give(void* arena, std::size_t bytes) { return static_cast<Arena*>(arena)->give(bytes); }
    static void keep(void*, void*) {}

    /// Null where the memory does not suffice.
    GumboOutput* parse(const GumboOptions& options, std::string_view html) {
        if (setjmp(full_) != 0) return nullptr;
        return gumbo_parse_with_options(&options, html.data(), html.size());
    }

  private:
    struct alignas(std::max_align_t) Chunk {
        Chunk* before;
    };
    void* give(std::size_t bytes) {
        constexpr std::size_t kStep = alignof(std::max_align_t), kChunk = std::size_t{1} << 18;
        bytes = (bytes + kStep - 1) / kStep * kStep;
        if (bytes > left_) add_chunk(std::max(bytes, kChunk));
        left_ -= bytes;
        return std::exchange(next_, next_ + bytes);
    }
    void add_chunk(std::size_t bytes) {
        used_ += bytes;
        auto* chunk = used_ > limit_ ? nullptr : static_cast<Chunk*>(std::malloc(sizeof(Chunk) + bytes));
        if (!chunk) std::longjmp(full_, 1);
        chunk->before = last_;
        last_ = chunk;
        next_ = reinterpret_cast<char*>(chunk + 1);
        left_ = bytes;
    }

    std::uint64_t limit_, used_ = 0;
    Chunk* last_ = nullptr;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    std::jmp_buf full_;
};

HtmlTree::HtmlTree(std::string_view html, const InputLimits& limits) {
    check_html(html, limits);
    constexpr std::uint64_t kPerByte = 4, kLeast = std::uint64_t{1} << 20;
    const std::uint64_t most = std::max(kPerByte * limits.document_bytes, kLeast);
    arena_ = std::make_unique<Arena>(most);
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Arena::give;
    options.deallocator = Arena::keep;
    options.userdata = arena_.get();
    options.max_errors = 0;
    output_ = arena_->parse(options, html);
    if (!output_)
        throw BrokenInput("takes more than " + written_size(most) + " as a page; raise --max-document to read it");
}

HtmlTree::~HtmlTree() = default;

bool is_element(const GumboNode& node, GumboTag tag) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

std::string_view attribute(const GumboNode& element, const char* name) {
    const GumboAttribute* found =
        element.type == GUMBO_NODE_ELEMENT ? gumbo_get_attribute(&element.v.element.attributes, name) : nullptr;
    return found ? found->value : std::string_view();
}

bool has_attribute(const GumboNode& element, const char* name) {
    return element.type == GUMBO_NODE_ELEMENT && gumbo_get_attribute(&element.v.element.attributes, name);
}

const GumboVector* children_of(const GumboNode& node) {
    if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE ? &node.v.element.children : nullptr;
}

std::string text_of(const GumboNode& node) {
    std::string text;
    const auto add = [&](const GumboNode& inner) {
        const bool is_text =
            inner.type == GUMBO_NODE_TEXT || inner.type == GUMBO_NODE_WHITESPACE || inner.type == GUMBO_NODE_CDATA;
        if (is_text) text.append(inner.v.text.text);
        return true;
    };
    walk(node, add, [](const GumboNode&) {});
    return text;
}

}  // namespace hearsay
