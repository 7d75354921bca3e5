// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/source/gazetteer.hpp"
#include "hearsay/text/string_map.hpp"

namespace hearsay {

/// The letter of U+00C0 to U+017F that stands first, in UTF-8, without its accent; 0 where none stands there.
char plain_latin(std::string_view bytes);

/// A name as it is compared: lower case, no leading "the", no accents, no dots or apostrophes, hyphens as blanks.
/// Beside it, whether that article was there, and one bit for each word (the first 32 of them): which have a capital,
/// which have no lower-case letter, which have an apostrophe.
class NameKey {
  public:
    NameKey() = default;
    explicit NameKey(std::string_view name);
    /// An empty key, to be filled word by word.
    static NameKey begun(bool after_article);
    void append(std::string_view bytes, bool new_word);

    std::string_view text() const { return key_; }
    bool article() const { return article_; }
    std::uint32_t capitals() const { return capitals_; }
    std::uint32_t apostrophes() const { return apostrophes_; }
    std::uint32_t upper() const { return ~lower_; }
    /// The words that are written as short acronyms: two to four letters, all upper case.
    std::uint32_t acronyms() const;

  private:
    void put(char letter);
    std::uint32_t bit() const { return word_ < 32 ? 1u << word_ : 0; }

    std::string key_;
    std::uint32_t word_ = 0, capitals_ = 0, lower_ = 0, apostrophes_ = 0;
    bool article_ = false;
};

/// One written form of one entry.
struct NameUse {
    enum class Table : std::uint8_t { outlet, body, country };
    Table table;
    NameForm form;
    bool common_word;
    std::uint32_t entry;
    // How the form is written in the table; NameIndex::add sets them.
    std::uint32_t capitals = 0, acronyms = 0, apostrophes = 0;
    bool article = false;

    /// Whether `key` is written closely enough like this form: "Hill" is not "The Hill", nor is "time's" "the Times".
    bool written_in(const NameKey& key) const {
        if (common_word && article && !key.article()) return false;
        return !(capitals & ~key.capitals()) && !(acronyms & ~key.upper()) && !(key.apostrophes() & ~apostrophes);
    }
};

/// From keys to the entries that they name. Every beginning of a name that ends with a word is a node, so that a text
/// can be followed word by word.
class NameIndex {
  public:
    struct Node {
        std::vector<NameUse> uses;
        std::vector<const GazetteerEntry*> candidates;  ///< of short forms, in table order
        bool prefix = false;                            ///< a longer name begins like this

        /// The first use that the capitals of `key` allow, one that is certain before a shared short form; or null.
        const NameUse* written_in(const NameKey& key) const;
    };
    void add(std::string_view name, NameUse use, const GazetteerEntry* candidate);
    const Node* find(std::string_view key) const;
    std::size_t longest_key() const { return longest_key_; }

  private:
    StringMap<Node> nodes_;
    std::size_t longest_key_ = 0;
};

}  // namespace hearsay
