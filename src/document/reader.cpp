// SPDX-License-Identifier: Apache-2.0
#include "hearsay/document/reader.hpp"

#include <algorithm>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <fstream>
#include <istream>
#include <unordered_map>
#include <variant>

#include "document/inputs.hpp"
#include "document/json_document.hpp"

namespace hearsay {

namespace fs = std::filesystem;
namespace io = boost::iostreams;

namespace {

constexpr std::size_t kLongestText = std::size_t{1} << 29;  // bytes; beyond it offsets and memory would not hold out
constexpr std::size_t kSample = 8192;                       // bytes that are looked at to tell text from binary

/// Why these bytes are no text; empty where they are.
std::string binary_cause(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kSample);
    if (sample.starts_with("\xFF\xFE") || sample.starts_with("\xFE\xFF")) return "is UTF-16, not UTF-8";
    if (sample.find('\0') != sample.npos) return "is a binary file";
    const auto control = [](unsigned char c) { return c < 32 && c != 27 && !(c >= '\t' && c <= '\r'); };
    const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), control));
    return controls * 10 > sample.size() ? "is a binary file" : "";
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n\v\f") == line.npos; }

}  // namespace

struct DocumentReader::State {
    State(const std::vector<fs::path>& inputs, OnSkipped on_skipped, std::istream* standard_input)
        : skipped(std::move(on_skipped)), standard(standard_input), files(list_inputs(inputs, skipped)) {
        for (const InputFile& file : files) total += file.bytes;
    }

    std::optional<RawDocument> next() {
        for (; at < files.size(); close()) {
            const InputFile& file = files[at];
            std::optional<RawDocument> document = file.kind == FileKind::text ? read_text(file) : read_line(file);
            if (!document) continue;
            apply(file.manifest, *document);
            make_unique(document->id);
            if (file.kind == FileKind::text) close();
            return document;
        }
        return std::nullopt;
    }

    std::optional<RawDocument> read_text(const InputFile& file) {
        if (file.bytes > kLongestText) return skip(file, "is longer than 512 MiB");
        std::ifstream stream(file.path, std::ios::binary);
        RawDocument document;
        document.text.resize(file.bytes);
        if (!stream || (file.bytes > 0 && !stream.read(document.text.data(), static_cast<std::streamsize>(file.bytes))))
            return skip(file, "can't be read");
        if (const std::string cause = binary_cause(document.text); !cause.empty()) return skip(file, cause);
        if (is_blank(document.text)) return skip(file, "is empty");
        document.id = file.id;
        document.path = file.path.generic_string();
        return document;
    }

    std::optional<RawDocument> read_line(const InputFile& file) {
        if (!input && !open(file)) return std::nullopt;
        std::string bytes;
        while (std::getline(*input, bytes)) {
            ++line;
            if (line == 1 && bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
            if (is_blank(bytes)) continue;
            if (auto document = parse(file, bytes)) return document;
        }
        if (input->bad())
            skip(file, "breaks off after line " + std::to_string(line) + ": damaged gzip data, or a read error");
        if (line == 0 && !input->bad()) skip(file, "is empty");
        return std::nullopt;
    }
    std::optional<RawDocument> parse(const InputFile& file, std::string_view bytes) {
        if (bytes.size() > kLongestText) return skip_line(file, {"is longer than 512 MiB"});
        auto parsed = parse_json_document(bytes);
        if (const auto* problem = std::get_if<JsonProblem>(&parsed)) return skip_line(file, *problem);
        auto& document = std::get<RawDocument>(parsed);
        if (is_blank(document.text)) return skip_line(file, {"\"text\" is empty"});
        const bool standard_input = file.kind == FileKind::standard_input;
        if (document.id.empty()) document.id = file.id + ":" + std::to_string(line);
        document.path = standard_input ? std::string() : file.path.generic_string();
        document.line = line;
        return std::move(document);
    }

    bool open(const InputFile& file) {
        line = 0;
        if (file.kind == FileKind::standard_input) {
            if (standard) input = std::make_unique<std::istream>(standard->rdbuf());
            return standard || skip(file, "is not at hand");
        }
        source = std::make_unique<std::ifstream>(file.path, std::ios::binary);
        if (!*source) return skip(file, "can't be read").has_value();
        auto stream = std::make_unique<io::filtering_istream>();
        if (file.kind == FileKind::json_lines_gz) stream->push(io::gzip_decompressor());
        stream->push(*source);
        input = std::move(stream);
        return true;
    }
    void close() {
        done += files[at].bytes;
        input.reset();
        source.reset();
        ++at;
    }

    std::string name(const InputFile& file) const {
        return file.kind == FileKind::standard_input ? "standard input" : file.path.generic_string();
    }
    std::optional<RawDocument> skip(const InputFile& file, const std::string& cause) {
        skipped({name(file), cause});
        return std::nullopt;
    }
    std::optional<RawDocument> skip_line(const InputFile& file, const JsonProblem& problem) {
        std::string where = name(file) + ":" + std::to_string(line);
        if (problem.column) where.append(":").append(std::to_string(problem.column));
        skipped({std::move(where), problem.cause});
        return std::nullopt;
    }
    /// The second "a" becomes "a#2".
    void make_unique(std::string& id) {
        const std::string wanted = id;
        for (std::size_t n = ++seen[wanted]; n > 1; n = ++seen[wanted]) {
            id = wanted;
            id.append("#").append(std::to_string(n));
            if (++seen[id] == 1) return;
        }
    }

    OnSkipped skipped;
    std::istream* standard;
    std::vector<InputFile> files;
    std::size_t at = 0;
    std::unique_ptr<std::ifstream> source;
    std::unique_ptr<std::istream> input;  // reads from source
    std::uint64_t line = 0, done = 0, total = 0;
    std::unordered_map<std::string, std::size_t> seen;  // how often an id was asked for
};

DocumentReader::DocumentReader(std::vector<fs::path> inputs, OnSkipped skipped, std::istream* standard_input)
    : state_(std::make_unique<State>(
          inputs, skipped ? std::move(skipped) : [](const Skipped&) {}, standard_input)) {}

DocumentReader::~DocumentReader() = default;

std::optional<RawDocument> DocumentReader::next() { return state_->next(); }

std::uint64_t DocumentReader::bytes_read() const {
    std::uint64_t here = 0;
    if (state_->source)
        if (const auto position = state_->source->tellg(); position > 0) here = static_cast<std::uint64_t>(position);
    return std::min(state_->done + here, state_->total);
}

std::uint64_t DocumentReader::bytes_total() const { return state_->total; }

}  // namespace hearsay
