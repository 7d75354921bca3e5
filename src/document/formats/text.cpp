// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "document/formats/format.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kSample = 8192;  // bytes that are looked at to tell text from binary

/// Files that people take for text or archives of articles; why they are not read, and what to do.
std::string foreign_cause(std::string_view bytes) {
    constexpr std::pair<std::string_view, std::string_view> kMagic[] = {
        {"%PDF-", "is a PDF file; convert it to text or HTML"},
        {"7z\xBC\xAF\x27\x1C", "is a 7z archive; pack it as zip or tar"},
        {"Rar!", "is a RAR archive; pack it as zip or tar"},
        {"\xD0\xCF\x11\xE0", "is an old Office file; save it as text or HTML"},
        {"<?xml", "is XML, but neither RSS, Atom, NewsML-G2, NITF nor XHTML; convert it to one of them"},
        {"{\\rtf", "is an RTF file; save it as text or HTML"}};
    const auto* found = std::find_if(std::begin(kMagic), std::end(kMagic),
                                     [&](const auto& magic) { return bytes.starts_with(magic.first); });
    return found == std::end(kMagic) ? std::string() : std::string(found->second);
}

/// Why these bytes are no text; empty where they are.
std::string binary_cause(std::string_view bytes) {
    if (std::string foreign = foreign_cause(bytes); !foreign.empty()) return foreign;
    const std::string_view sample = bytes.substr(0, kSample);
    if (sample.find('\0') != sample.npos) return "is a binary file";
    const auto control = [](unsigned char c) { return c < 32 && c != 27 && !(c >= '\t' && c <= '\r'); };
    const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), control));
    return controls * 10 > sample.size() ? "is a binary file" : "";
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n\v\f") == line.npos; }

/// One article, as given.
class TextFile final : public DocumentStream {
  public:
    using DocumentStream::DocumentStream;

    std::optional<RawDocument> next() override {
        if (done_) return std::nullopt;
        done_ = true;
        if (std::string cause = binary_cause(bytes().peek(kSample)); !cause.empty()) return refuse(cause);
        RawDocument document;
        if (!read_all(bytes(), document.text, limits().document_bytes)) return refuse(too_long());
        if (is_blank(document.text)) return refuse("is empty");
        document.id = input().id;
        document.path = input().path;
        return document;
    }

  private:
    std::optional<RawDocument> refuse(const std::string& cause) const {
        skip(cause);
        return std::nullopt;
    }
    bool done_ = false;
};

}  // namespace

/// Nothing but its being nothing else tells plain text.
bool is_text(const Sample&) { return false; }

std::unique_ptr<DocumentStream> open_text(Input input, const InputContext& context) {
    return std::make_unique<TextFile>(std::move(input), context);
}

}  // namespace hearsay
