// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/bytes/byte_stream.hpp"
#include "document/formats/record.hpp"
#include "hearsay/document/reader.hpp"

namespace hearsay {

/// What all inputs of a run share.
struct InputContext {
    InputOptions options;
    FieldNames names;
    DocumentReader::OnSkipped skipped;
};

/// One thing to read: a file, standard input, a member of an archive.
struct Input {
    std::unique_ptr<ByteStream> bytes;
    std::string id;         ///< its documents' ids begin with it
    std::string path;       ///< "dump.zip/a/b.html"; empty on standard input
    std::string ending{};   ///< "html", in lower case, without those of packings; or empty
    std::size_t depth = 0;  ///< archives that it lies in
    std::string charset{};  ///< as a protocol states it, or empty

    std::string name() const { return path.empty() ? "standard input" : path; }
};

/// The documents in one input, one after the other.
class DocumentStream {
  public:
    DocumentStream(Input input, const InputContext& context) : input_(std::move(input)), context_(context) {}
    virtual ~DocumentStream() = default;
    DocumentStream(const DocumentStream&) = delete;
    DocumentStream& operator=(const DocumentStream&) = delete;

    /// Reports what is wrong with a single document and goes on; throws BrokenInput where nothing more can be had.
    virtual std::optional<RawDocument> next() = 0;
    /// Where it stands: "FILE:LINE".
    virtual std::string place() const { return input_.name(); }

  protected:
    ByteStream& bytes() { return *input_.bytes; }
    const Input& input() const { return input_; }
    std::unique_ptr<ByteStream> take_bytes() { return std::move(input_.bytes); }
    const InputContext& context() const { return context_; }
    const InputLimits& limits() const { return context_.options.limits; }
    void skip(const std::string& cause) const { context_.skipped({place(), cause}); }
    std::string too_long() const;
    std::string too_deep() const;
    std::string numbered(std::uint64_t number) const { return input_.name() + ":" + std::to_string(number); }
    /// With id, path and line, where a record has no id of its own.
    RawDocument placed(RawDocument document, std::uint64_t line) const;

  private:
    Input input_;
    const InputContext& context_;
};

/// The first bytes of an input, by which its format is told, and its ending as a hint.
struct Sample {
    std::string_view bytes;
    std::string_view ending;
    bool whole;  ///< the bytes are all there are
    const FieldNames& names;
};

/// One format of input.
struct Format {
    std::string_view name;
    std::vector<std::string_view> endings;
    bool (*recognises)(const Sample& sample);
    std::unique_ptr<DocumentStream> (*open)(Input input, const InputContext& context);
    /// No other file looks like it, so that it is also read from folders and archives under an ending that is not ours.
    bool unmistakable = false;
};

/// All formats, in the order in which they are tried. Plain text is the last and takes anything.
const std::vector<Format>& formats();

/// Unpacks the input and opens it by its content; null, after a report, where it can't be read.
std::unique_ptr<DocumentStream> open_documents(Input input, const InputContext& context);

/// The ending of a format that is known by it, without those of packings ("json" of "a.json.gz"), or empty; and the
/// name without all of them.
std::string ending_of(std::string_view name);
std::string without_ending(std::string_view name);
/// Bytes that tell whether a file is unmistakable.
constexpr std::size_t kFirstBytes = 4096;
/// Whether a file met in a folder or archive is one to read, by its name or else its first bytes.
bool is_input_name(std::string_view name);
bool is_unmistakable(std::string_view first_bytes, const FieldNames& names);

// One for each file in this folder.
bool is_text(const Sample& sample);
std::unique_ptr<DocumentStream> open_text(Input input, const InputContext& context);
bool is_json_lines(const Sample& sample);
std::unique_ptr<DocumentStream> open_json_lines(Input input, const InputContext& context);
bool is_json(const Sample& sample);
std::unique_ptr<DocumentStream> open_json(Input input, const InputContext& context);
bool is_table(const Sample& sample);
std::unique_ptr<DocumentStream> open_table(Input input, const InputContext& context);
bool is_html(const Sample& sample);
std::unique_ptr<DocumentStream> open_html(Input input, const InputContext& context);
bool is_news_xml(const Sample& sample);
std::unique_ptr<DocumentStream> open_news_xml(Input input, const InputContext& context);
bool is_warc(const Sample& sample);
std::unique_ptr<DocumentStream> open_warc(Input input, const InputContext& context);
bool is_zip(const Sample& sample);
std::unique_ptr<DocumentStream> open_zip(Input input, const InputContext& context);
bool is_tar(const Sample& sample);
std::unique_ptr<DocumentStream> open_tar(Input input, const InputContext& context);

}  // namespace hearsay
