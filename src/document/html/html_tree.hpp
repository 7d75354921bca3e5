// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>

#include "hearsay/document/input_options.hpp"

namespace hearsay {

/// A page as HTML 5 parses it (gumbo), in UTF-8.
///
///   const HtmlTree tree(page, limits);
///   walk(tree.root(), [](const GumboNode& node) { return true; }, [](const GumboNode&) {});
///
/// The tree lies in memory of its own that is freed at once and bounded by four times `document_bytes`: hostile pages
/// can make a tree grow with the square of their length, and gumbo's own clean-up is recursive.
class HtmlTree {
  public:
    /// Throws BrokenInput beyond the limits. `html` must outlive the tree.
    HtmlTree(std::string_view html, const InputLimits& limits);
    ~HtmlTree();
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;
    const GumboNode& root() const { return *output_->root; }

  private:
    class Arena;
    std::unique_ptr<Arena> arena_;
    GumboOutput* output_ = nullptr;
};

bool is_element(const GumboNode& node, GumboTag tag);
/// The element's attribute; empty where it has none.
std::string_view attribute(const GumboNode& element, const char* name);
bool has_attribute(const GumboNode& element, const char* name);
/// All text in a node, as it stands.
std::string text_of(const GumboNode& node);

const GumboVector* children_of(const GumboNode& node);

/// Visits a tree in its order, without recursion: `enter(node)` tells whether to go into the node, `leave(node)` is
/// called after all that is in it.
template <class Enter, class Leave>
void walk(const GumboNode& root, const Enter& enter, const Leave& leave) {
    for (const GumboNode* node = &root;;) {
        const GumboVector* children = children_of(*node);
        if (enter(*node) && children && children->length > 0) {
            node = static_cast<const GumboNode*>(children->data[0]);
            continue;
        }
        leave(*node);
        while (node != &root && node->index_within_parent + 1 >= children_of(*node->parent)->length) {
            node = node->parent;
            leave(*node);
        }
        if (node == &root) return;
        node = static_cast<const GumboNode*>(children_of(*node->parent)->data[node->index_within_parent + 1]);
    }
}

}  // namespace hearsay
