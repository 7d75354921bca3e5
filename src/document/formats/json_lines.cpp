// SPDX-License-Identifier: Apache-2.0
#include <deque>

#include "document/formats/format.hpp"
#include "document/formats/json_shape.hpp"
#include "document/formats/json_value.hpp"

namespace hearsay {

namespace json = boost::json;

namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n\v\f") == line.npos; }

/// One article a line; a line may also be an array of them, or a service's answer that holds such an array. What is
/// wrong with a line concerns that line alone.
class JsonLines final : public DocumentStream {
  public:
    using DocumentStream::DocumentStream;

    std::optional<RawDocument> next() override {
        for (;;) {
            while (!records_.empty()) {
                json::value record = std::move(records_.front());
                records_.pop_front();
                if (auto document = read(std::move(record))) return document;
            }
            const Line kind = read_line(bytes(), text_, limits().document_bytes);
            if (kind == Line::none) return std::nullopt;
            ++line_;
            if (kind == Line::too_long) complain(too_long(), 0);
            if (kind == Line::whole) parse();
        }
    }
    std::string place() const override { return numbered(line_ + 1); }

  private:
    void parse() {
        if (line_ == 1 && text_.starts_with("\xEF\xBB\xBF")) text_.erase(0, 3);
        if (is_blank(text_)) return;
        auto parsed = parse_json(text_, limits().depth);
        if (const auto* problem = std::get_if<JsonProblem>(&parsed)) return complain(problem->cause, problem->column);
        unfold(std::move(std::get<json::value>(parsed)));
    }
    /// The articles in arrays, and in arrays within objects that are no articles themselves.
    void unfold(json::value value) {
        if (auto* array = value.if_array(); array && holds_objects(*array)) {
            for (json::value& element : *array) records_.push_back(std::move(element));
            return;
        }
        auto* object = value.if_object();
        json::value* inner = object ? find_list(*object, context().names) : nullptr;
        if (inner) return unfold(std::move(*inner));
        records_.push_back(std::move(value));
    }
    std::optional<RawDocument> read(json::value record) {
        if (!record.is_object()) return complain("is no JSON object", 0), std::nullopt;
        auto document = context().names.document_of(std::move(record.get_object()), limits());
        if (const auto* cause = std::get_if<std::string>(&document)) return complain(*cause, 0), std::nullopt;
        return placed(std::move(std::get<RawDocument>(document)), line_);
    }
    void complain(const std::string& cause, std::size_t column) const {
        std::string where = numbered(line_);
        if (column) where.append(":").append(std::to_string(column));
        context().skipped({std::move(where), cause});
    }

    std::string text_;
    std::uint64_t line_ = 0;
    std::deque<json::value> records_;  // of the present line
};

}  // namespace

bool is_json_lines(const Sample& sample) { return json_shape(sample) == JsonShape::lines; }

std::unique_ptr<DocumentStream> open_json_lines(Input input, const InputContext& context) {
    return std::make_unique<JsonLines>(std::move(input), context);
}

}  // namespace hearsay
