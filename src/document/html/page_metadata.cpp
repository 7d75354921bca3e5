// SPDX-License-Identifier: Apache-2.0
#include "document/html/page_metadata.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "document/html/json_ld.hpp"
#include "document/html/page_text.hpp"
#include "hearsay/resources.hpp"

namespace hearsay {

namespace {

constexpr std::string_view kSpace = " \t\r\n\f\v";

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

/// The names of meta elements (page_fields.tsv).
class MetaNames {
  public:
    enum Field { title, publisher, published, url, kFields };
    struct Meaning {
        Field field = kFields;
        std::size_t rank = 0;
    };
    static const MetaNames& get() {
        static const MetaNames names;
        return names;
    }
    Meaning meaning(std::string_view name) const {
        const auto found = by_name_.find(lower(name));
        return found == by_name_.end() ? Meaning{} : found->second;
    }

  private:
    MetaNames() {
        constexpr std::array<std::string_view, kFields> kNames = {"title", "publisher", "published", "url"};
        read_table(resource_directory() / "lexicons" / "page_fields.tsv", {"field", "names"}, [&](const auto& row) {
            const auto field = std::find(kNames.begin(), kNames.end(), row[0]) - kNames.begin();
            std::string_view names = row[1];
            for (std::size_t rank = 0; !names.empty(); ++rank) {
                const std::size_t end = std::min(names.find('|'), names.size());
                by_name_.emplace(names.substr(0, end), Meaning{static_cast<Field>(field), rank});
                names.remove_prefix(std::min(end + 1, names.size()));
            }
        });
    }
    std::unordered_map<std::string, Meaning> by_name_;
};

class MetadataReader {
  public:
    MetadataReader(std::size_t depth, PageMetadata& found) : depth_(depth), found_(found) {}

    bool enter(const GumboNode& node) {
        if (node.type != GUMBO_NODE_ELEMENT) return node.type == GUMBO_NODE_DOCUMENT;
        switch (node.v.element.tag) {
            case GUMBO_TAG_SCRIPT:
                return read_script(node);
            case GUMBO_TAG_META:
                read_meta(node);
                break;
            case GUMBO_TAG_LINK:
                read_link(node);
                break;
            case GUMBO_TAG_TITLE:
                take(page_title_, text_of(node));
                break;
            case GUMBO_TAG_H1:
                take(found_.heading, text_of(node));
                break;
            case GUMBO_TAG_TIME:
                read_time(node);
                break;
            default:
                read_property(node);
        }
        return true;
    }
    /// The meta elements say what the JSON-LD left open, the rest of the page what both did.
    void finish() {
        std::string* const fields[] = {&found_.title, &found_.publisher, &found_.published, &found_.url};
        for (std::size_t i = 0; i < MetaNames::kFields; ++i)
            if (fields[i]->empty()) *fields[i] = metas_[i].value;
        take(found_.url, canonical_);
        take(found_.published, time_);
        take(found_.title, found_.heading);
        take(found_.title, page_title_);
        for (std::string* field : {&found_.title, &found_.publisher, &found_.heading}) *field = squeezed(*field);
    }

  private:
    struct Meta {
        std::string value;
        std::size_t rank = 0;
    };
    static void take(std::string& field, std::string_view value) {
        if (field.empty()) field = value;
    }
    bool read_script(const GumboNode& node) {
        if (lower(attribute(node, "type")) == "application/ld+json") read_json_ld(text_of(node), depth_, found_);
        return false;
    }
    void read_meta(const GumboNode& node) {
        for (const char* name : {"property", "name", "itemprop"})
            if (has_attribute(node, name)) offer(attribute(node, name), attribute(node, "content"));
    }
    void offer(std::string_view name, std::string_view value) {
        const auto [field, rank] = MetaNames::get().meaning(name);
        if (field == MetaNames::kFields || value.find_first_not_of(kSpace) == value.npos) return;
        Meta& meta = metas_[field];
        if (meta.value.empty() || rank < meta.rank) meta = {std::string(value), rank};
    }
    void read_link(const GumboNode& node) {
        if (lower(attribute(node, "rel")) == "canonical") take(canonical_, attribute(node, "href"));
    }
    void read_time(const GumboNode& node) {
        if (attribute(node, "itemprop").empty()) take(time_, attribute(node, "datetime"));
        offer(attribute(node, "itemprop"), attribute(node, "datetime"));
    }
    /// Microdata: its value is an attribute, or else the element's text.
    void read_property(const GumboNode& node) {
        const std::string_view name = attribute(node, "itemprop");
        if (MetaNames::get().meaning(name).field == MetaNames::kFields) return;
        const std::string_view content = attribute(node, "content");
        if (name != "publisher" || !content.empty())
            offer(name, content.empty() ? std::string_view(text_of(node)) : content);
    }

    std::size_t depth_;
    PageMetadata& found_;
    std::array<Meta, MetaNames::kFields> metas_;
    std::string canonical_, time_, page_title_;
};

}  // namespace

PageMetadata read_metadata(const HtmlTree& page, std::size_t depth) {
    PageMetadata found;
    MetadataReader reader(depth, found);
    walk(
        page.root(), [&](const GumboNode& node) { return reader.enter(node); }, [](const GumboNode&) {});
    reader.finish();
    return found;
}

std::string squeezed(std::string_view text) {
    std::string out;
    for (std::size_t at = text.find_first_not_of(kSpace); at != text.npos;) {
        const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
        if (!out.empty()) out += ' ';
        out.append(text, at, end - at);
        at = text.find_first_not_of(kSpace, end);
    }
    return out;
}

}  // namespace hearsay
