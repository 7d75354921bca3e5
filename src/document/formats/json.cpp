// SPDX-License-Identifier: Apache-2.0
#include <limits>
#include <string>

#include "document/formats/format.hpp"
#include "document/formats/json_scan.hpp"
#include "document/formats/json_shape.hpp"
#include "document/formats/json_value.hpp"

namespace hearsay {

namespace json = boost::json;

namespace {

constexpr char kEnd = std::numeric_limits<char>::min();
constexpr std::string_view kBetween = " \t\r\n,";

/// JSON values over any lines: an article, an array of them, an object with a list of them however deep, or several of
/// these. Holds one article at a time, so that memory does not depend on the length of a list.
class JsonFile final : public DocumentStream {
  public:
    using DocumentStream::DocumentStream;

    std::optional<RawDocument> next() override {
        if (bytes().peek(3).starts_with("\xEF\xBB\xBF")) bytes().skip(3);
        for (char c = ahead(); c != kEnd; c = ahead()) {
            if (in_object() && !value_ahead_) {
                read_member(c);
            } else if (c == '{') {
                if (auto document = read_object()) return document;
            } else {
                read_element(c);
            }
        }
        if (open_.empty()) return std::nullopt;
        throw BrokenInput("breaks off here: a list is not closed; get the file anew for the rest");
    }
    std::string place() const override { return numbered(line_); }

  private:
    bool in_object() const { return !open_.empty() && open_.back() == '{'; }
    char take() {
        const std::string_view next = bytes().peek(1);
        if (next.empty()) return kEnd;
        const char c = next[0];
        line_ += c == '\n';
        bytes().skip(1);
        return c;
    }
    /// The next character that means something, without taking it.
    char ahead() {
        for (;;) {
            const std::string_view next = bytes().peek(1);
            if (next.empty()) return kEnd;
            if (kBetween.find(next[0]) == kBetween.npos) return next[0];
            take();
        }
    }

    /// In an array, or outside of everything. Of many that are no objects only the first is worth a word.
    void read_element(char c) {
        value_ahead_ = false;
        if (c == '[') return open(take());
        if (!open_.empty() && (c == ']' || c == '}')) return close();
        if (open_.empty()) throw BrokenInput("malformed JSON: an object or an array was expected here");
        if (!complained_) skip("is no JSON object, and others like it are passed over");
        complained_ = true;
        pass_over();
    }
    /// In an object around a list, where only lists are of interest.
    void read_member(char c) {
        if (c == '}' || c == ']') return close();
        const std::string key = c == '"' ? read_string() : std::string();
        if (c != '"' || ahead() != ':') throw BrokenInput("malformed JSON: a name and a colon were expected here");
        take();
        const char first = ahead();
        value_ahead_ = context().names.is_list(key) && (first == '{' || first == '[');
        if (!value_ahead_) pass_over();
    }
    void open(char bracket) {
        if (open_.size() >= limits().depth) throw BrokenInput(too_deep());
        open_ += bracket;
    }
    void close() {
        take();
        open_.pop_back();
    }

    std::optional<RawDocument> read_object() {
        value_ahead_ = false;
        const std::uint64_t line = line_;
        ObjectScan scan(&context().names);
        const auto step = capture(scan, limits().document_bytes);
        if (step == ObjectScan::Step::closed) return parse(scan, line);
        if (step == ObjectScan::Step::more)
            throw BrokenInput("breaks off here: the object of line " + std::to_string(line) +
                              " is not closed; get the file anew for the rest");
        open('{');
        if (scan.in_list()) open('[');
        value_ahead_ = !scan.in_list();
        return std::nullopt;
    }
    /// Takes the bytes of an object into text_, as far as they are within the limits; `more` where they break off.
    ObjectScan::Step capture(ObjectScan& scan, std::uint64_t limit) {
        text_.clear();
        length_ = 0;
        for (;;) {
            const std::string_view chunk = bytes().peek(1);
            if (chunk.empty()) return ObjectScan::Step::more;
            auto step = ObjectScan::Step::more;
            std::size_t used = 0;
            for (; used < chunk.size() && step == ObjectScan::Step::more; ++used) {
                step = scan.feed(chunk[used]);
                line_ += chunk[used] == '\n';
            }
            if (step == ObjectScan::Step::list) --used;
            length_ += used;
            if (length_ <= limit) text_.append(chunk, 0, used);
            bytes().skip(used);
            if (step != ObjectScan::Step::more) return step;
        }
    }
    std::optional<RawDocument> parse(const ObjectScan& scan, std::uint64_t line) {
        if (length_ > limits().document_bytes) return complain(line, 0, too_long());
        if (scan.deepest() > limits().depth) return complain(line, 0, too_deep());
        auto parsed = parse_json(text_, limits().depth);
        if (const auto* problem = std::get_if<JsonProblem>(&parsed))
            return complain(line + problem->line, problem->line ? problem->column : 0, problem->cause);
        auto* object = std::get<json::value>(parsed).if_object();
        if (!object) return complain(line, 0, "is no JSON object");
        auto document = context().names.document_of(std::move(*object), limits());
        if (const auto* cause = std::get_if<std::string>(&document)) return complain(line, 0, *cause);
        return placed(std::move(std::get<RawDocument>(document)), line);
    }
    std::optional<RawDocument> complain(std::uint64_t line, std::size_t column, const std::string& cause) const {
        std::string where = numbered(line);
        if (column) where.append(":").append(std::to_string(column));
        context().skipped({std::move(where), cause});
        return std::nullopt;
    }

    std::string read_string() {
        std::string text;
        take();
        for (char c = take(); c != '"' && c != kEnd; c = take()) {
            if (c == '\\') take();
            if (text.size() < 200) text += c;
        }
        return text;
    }
    /// A value that nobody asks for.
    void pass_over() {
        const char c = ahead();
        ObjectScan scan(nullptr);
        if (c == '{' || c == '[') return void(capture(scan, 0));
        if (c == '"') return void(read_string());
        for (char next = take(); next != kEnd; next = take()) {
            const std::string_view after = bytes().peek(1);
            if (after.empty() || std::string_view(" \t\r\n,]}").find(after[0]) != std::string_view::npos) return;
        }
    }

    std::string open_;          // the brackets around what is read, outermost first
    bool value_ahead_ = false;  // in an object, but behind the name of a list
    bool complained_ = false;
    std::uint64_t line_ = 1, length_ = 0;
    std::string text_;
};

}  // namespace

bool is_json(const Sample& sample) { return json_shape(sample) == JsonShape::document; }

std::unique_ptr<DocumentStream> open_json(Input input, const InputContext& context) {
    return std::make_unique<JsonFile>(std::move(input), context);
}

}  // namespace hearsay
