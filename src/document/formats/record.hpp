// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <variant>
#include <vector>

#include "hearsay/document/input_options.hpp"
#include "hearsay/document/reader.hpp"

namespace hearsay {

/// What the fields of a record are called: those that the user named, else the usual ones.
///
///   const FieldNames names({{"text", "body"}});
///   auto article = names.document_of(std::move(object), limits);
class FieldNames {
  public:
    /// Throws ResourceError where the table of usual names is missing or damaged.
    explicit FieldNames(const FieldMap& chosen);

    /// The record as a document, or why it is none. Fields that nobody asks for stay in `fields`.
    std::variant<RawDocument, std::string> document_of(boost::json::object record, const InputLimits& limits) const;
    /// Whether a field of this name may hold the text, at the top of a record.
    bool is_text(std::string_view name) const;
    /// Whether a table with such a column surely holds articles, for telling it from other text.
    bool is_known(std::string_view name) const;
    /// Whether an array (or object) of this name holds articles.
    bool is_list(std::string_view name) const;

  private:
    enum Role { id, text, publisher, published, url, title, kRoles };
    struct Candidate {
        Role role;
        std::size_t rank;               ///< the lower the more trusted
        std::vector<std::string> rest;  ///< the way on into the field
    };
    struct Found;
    void add(Role role, std::string_view name, std::size_t rank);
    std::vector<Found> find(boost::json::object& record) const;
    std::string no_text(const boost::json::object& record) const;

    std::unordered_map<std::string, std::vector<Candidate>> candidates_;  // by the folded name's first part
    std::unordered_set<std::string> lists_;
    std::string text_name_ = "text";
};

}  // namespace hearsay
