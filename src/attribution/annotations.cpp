// SPDX-License-Identifier: Apache-2.0
#include "hearsay/attribution/annotations.hpp"

#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <fstream>
#include <istream>
#include <string_view>
#include <unordered_map>

#include "attribution/annotation_line.hpp"
#include "hearsay/error.hpp"

namespace hearsay {

namespace fs = std::filesystem;
namespace io = boost::iostreams;

namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\v\f") == line.npos; }

}  // namespace

struct AnnotationReader::State {
    State(fs::path given, AnnotationKind wanted, std::istream* standard_input) : file(std::move(given)), kind(wanted) {
        if (file == "-" && standard_input)
            input = std::make_unique<std::istream>(standard_input->rdbuf());
        else
            open();
    }

    void open() {
        if (!fs::exists(file)) fail("is not there");
        if (fs::is_directory(file)) fail("is a folder, not a file");
        source.open(file, std::ios::binary);
        if (!source) fail("can't be read");
        auto stream = std::make_unique<io::filtering_istream>();
        if (file.extension() == ".gz") stream->push(io::gzip_decompressor());
        stream->push(source);
        input = std::move(stream);
    }

    std::optional<AnnotatedDocument> next() {
        for (std::string bytes; std::getline(*input, bytes);) {
            ++line;
            if (line == 1 && bytes.starts_with("\xEF\xBB\xBF")) bytes.erase(0, 3);
            if (!is_blank(bytes)) return parse(bytes);
        }
        if (input->bad()) fail("breaks off: damaged gzip data, or a read error");
        return std::nullopt;
    }

    AnnotatedDocument parse(std::string_view bytes) try {
        AnnotatedDocument document = parse_annotated_line(bytes, kind);
        document.line = line;
        const auto [known, added] = lines.emplace(document.id, line);
        if (!added) throw LineFault{"has the id \"" + document.id + "\" of line " + std::to_string(known->second)};
        return document;
    } catch (const LineFault& fault) {
        fail(fault.cause, fault.column);
    }

    [[noreturn]] void fail(const std::string& cause, std::size_t column = 0) const {
        std::string message = file == "-" ? "standard input" : file.generic_string();
        for (const std::uint64_t number : {line, std::uint64_t{column}})
            if (number) message.append(":").append(std::to_string(number));
        throw AnnotationError(message + ": " + cause);
    }

    fs::path file;
    AnnotationKind kind;
    std::ifstream source;
    std::unique_ptr<std::istream> input;  // reads from source
    std::uint64_t line = 0;
    std::unordered_map<std::string, std::uint64_t> lines;  // by id
};

AnnotationReader::AnnotationReader(fs::path file, AnnotationKind kind, std::istream* standard_input)
    : state_(std::make_unique<State>(std::move(file), kind, standard_input)) {}

AnnotationReader::~AnnotationReader() = default;

std::optional<AnnotatedDocument> AnnotationReader::next() { return state_->next(); }

}  // namespace hearsay
