// SPDX-License-Identifier: Apache-2.0
#include "hearsay/document/reader.hpp"

#include <algorithm>
#include <istream>

#include "document/inputs.hpp"
#include "document/unique_ids.hpp"

namespace hearsay {

namespace fs = std::filesystem;

struct DocumentReader::State {
    State(const std::vector<fs::path>& inputs, OnSkipped skipped, std::istream* standard_input,
          const InputOptions& options)
        : context{options, FieldNames(options.fields), std::move(skipped)},
          standard(standard_input),
          files(list_inputs(inputs, context)) {
        for (const InputFile& file : files) total += file.bytes;
    }

    std::optional<RawDocument> next() {
        for (; at < files.size(); close()) {
            std::optional<RawDocument> document = read();
            if (!document) continue;
            apply(files[at].manifest, *document);
            ids.make_unique(document->id);
            return document;
        }
        return std::nullopt;
    }

    /// From the present file, to its end; what breaks off is reported.
    std::optional<RawDocument> read() {
        try {
            if (!opened) open(files[at]);
            if (stream) return stream->next();
        } catch (const BrokenInput& error) {
            context.skipped({stream ? stream->place() : input_name(files[at].path), error.what()});
        }
        return std::nullopt;
    }
    void open(const InputFile& file) {
        opened = true;
        const bool is_standard = file.path == "-";
        std::unique_ptr<ByteSource> source;
        if (!is_standard)
            source = std::make_unique<FileSource>(file.path, &here);
        else if (standard)
            source = std::make_unique<IstreamSource>(*standard);
        else
            return context.skipped({input_name(file.path), "is not at hand"});
        const std::string path = is_standard ? std::string() : file.path.generic_string();
        Input input{std::make_unique<ByteStream>(std::move(source)), file.id, path,
                    is_standard ? "-" : ending_of(path)};
        stream = open_documents(std::move(input), context);
    }
    void close() {
        done += files[at].bytes;
        here = 0;
        stream.reset();
        opened = false;
        ++at;
    }

    InputContext context;
    std::istream* standard;
    std::vector<InputFile> files;
    std::size_t at = 0;
    std::unique_ptr<DocumentStream> stream;  // of the present file
    bool opened = false;
    std::uint64_t here = 0, done = 0, total = 0;  // bytes of the present file, of those before it, of all
    UniqueIds ids;
};

DocumentReader::DocumentReader(std::vector<fs::path> inputs, OnSkipped skipped, std::istream* standard_input,
                               InputOptions options)
    : state_(std::make_unique<State>(
          inputs, skipped ? std::move(skipped) : [](const Skipped&) {}, standard_input, options)) {}

DocumentReader::~DocumentReader() = default;

std::optional<RawDocument> DocumentReader::next() { return state_->next(); }

std::uint64_t DocumentReader::bytes_read() const { return std::min(state_->done + state_->here, state_->total); }

std::uint64_t DocumentReader::bytes_total() const { return state_->total; }

}  // namespace hearsay
