// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <boost/json/object.hpp>

#include "document/csv.hpp"
#include "document/formats/format.hpp"

namespace hearsay {

namespace {

constexpr std::array<char, 3> kSeparators = {'\t', ',', ';'};

std::string_view first_line(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes = bytes.substr(0, bytes.find('\n'));
    if (bytes.ends_with('\r')) bytes.remove_suffix(1);
    return bytes;
}

/// What separates the most cells of the header.
char separator_of(std::string_view header) {
    const auto count = [&](char c) { return std::count(header.begin(), header.end(), c); };
    return *std::max_element(kSeparators.begin(), kSeparators.end(),
                             [&](char a, char b) { return count(a) < count(b); });
}

std::vector<std::string> columns_of(std::string_view header) {
    ByteStream stream(std::make_unique<MemorySource>(std::string(header)));
    try {
        auto record = CsvStream(stream, separator_of(header), header.size()).next();
        return record ? std::move(record->fields) : std::vector<std::string>();
    } catch (const BrokenInput&) {
        return {};
    }
}

/// One article a row, under a header that names the columns as the fields of a JSON object.
class Table final : public DocumentStream {
  public:
    Table(Input input, const InputContext& context)
        : DocumentStream(std::move(input), context),
          table_(bytes(), separator_of(first_line(bytes().peek(1))), limits().document_bytes) {
        if (bytes().peek(3).starts_with("\xEF\xBB\xBF")) bytes().skip(3);
    }

    std::optional<RawDocument> next() override {
        while (!no_text_) {
            const std::uint64_t line = table_.line();
            auto record = table_.next();
            if (!record) return finish();
            any_row_ = any_row_ || !columns_.empty();
            if (record->too_long) {
                context().skipped({numbered(line), too_long()});
            } else if (columns_.empty()) {
                take_header(std::move(record->fields));
            } else if (auto document = read(std::move(*record))) {
                return document;
            }
        }
        return std::nullopt;
    }
    std::string place() const override { return numbered(table_.line()); }

  private:
    std::optional<RawDocument> finish() {
        if (!any_row_) context().skipped({input().name(), "is a table without rows"});
        any_row_ = true;
        return std::nullopt;
    }
    void take_header(std::vector<std::string> columns) {
        columns_ = std::move(columns);
        for (std::string& column : columns_) column = Text::decode(column).utf8();
        no_text_ = std::none_of(columns_.begin(), columns_.end(),
                                [&](const std::string& column) { return context().names.is_text(column); });
        if (no_text_) context().skipped({numbered(1), "has no column for the text; name it with --map text=COLUMN"});
    }
    std::optional<RawDocument> read(CsvRecord record) {
        boost::json::object fields;
        for (std::size_t i = 0; i < std::min(columns_.size(), record.fields.size()); ++i)
            if (!record.fields[i].empty()) fields.emplace(columns_[i], std::move(record.fields[i]));
        auto document = context().names.document_of(std::move(fields), limits());
        if (const auto* cause = std::get_if<std::string>(&document)) {
            context().skipped({numbered(record.line), *cause});
            return std::nullopt;
        }
        return placed(std::move(std::get<RawDocument>(document)), record.line);
    }

    CsvStream table_;
    std::vector<std::string> columns_;
    bool no_text_ = false, any_row_ = false;
};

}  // namespace

/// Two columns or more, one for the text and another that is known as well.
bool is_table(const Sample& sample) {
    const auto columns = columns_of(first_line(sample.bytes));
    const auto is_text = [&](const std::string& column) { return sample.names.is_text(column); };
    const auto is_known = [&](const std::string& column) { return sample.names.is_known(column); };
    return columns.size() > 1 && std::any_of(columns.begin(), columns.end(), is_text) &&
           std::count_if(columns.begin(), columns.end(), is_known) > 1;
}

std::unique_ptr<DocumentStream> open_table(Input input, const InputContext& context) {
    return std::make_unique<Table>(std::move(input), context);
}

}  // namespace hearsay
