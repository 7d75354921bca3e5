// SPDX-License-Identifier: Apache-2.0
#include "hearsay/document/document.hpp"

#include <algorithm>
#include <array>

#include "document/self_description.hpp"
#include "hearsay/document/reader.hpp"
#include "hearsay/text/language.hpp"

namespace hearsay {

std::string_view to_string(Evidence evidence) {
    constexpr std::array<std::string_view, 8> kNames = {"manifest",  "field", "dateline", "credit",
                                                        "copyright", "url",   "header",   "none"};
    return kNames.at(static_cast<std::size_t>(evidence));
}

std::string_view to_string(BoilerplateKind kind) {
    constexpr std::array<std::string_view, 9> kNames = {
        "header", "dateline", "credit", "caption", "advertisement", "link", "related", "update_note", "copyright"};
    return kNames.at(static_cast<std::size_t>(kind));
}

bool Document::is_boilerplate(Span span) const {
    const auto after = std::lower_bound(boilerplate.begin(), boilerplate.end(), span.begin,
                                        [](const Boilerplate& b, std::uint32_t at) { return b.span.end <= at; });
    return after != boilerplate.end() && after->span.overlaps(span);
}

std::vector<TokenRange> Document::content_sentences() const {
    std::vector<TokenRange> content;
    auto next = boilerplate.begin();
    for (const Sentence& sentence : tokens.sentences()) {
        TokenRange part{sentence.tokens.begin, sentence.tokens.begin};
        for (; part.end < sentence.tokens.end; ++part.end) {
            const Span span = tokens.tokens()[part.end].span;
            while (next != boilerplate.end() && next->span.end <= span.begin) ++next;
            if (next == boilerplate.end() || !next->span.overlaps(span)) continue;
            if (!part.empty()) content.push_back(part);
            part.begin = part.end + 1;
        }
        if (!part.empty()) content.push_back(part);
    }
    return content;
}

namespace {

/// In text order and without overlaps; of two that overlap the longer one stays.
std::vector<Boilerplate> tidy(std::vector<Boilerplate> found) {
    std::sort(found.begin(), found.end(), [](const Boilerplate& a, const Boilerplate& b) {
        return std::pair(a.span.begin, b.span.end) < std::pair(b.span.begin, a.span.end);
    });
    std::vector<Boilerplate> kept;
    for (const Boilerplate& b : found) {
        if (!kept.empty() && kept.back().span.overlaps(b.span))
            kept.back().span.end = std::max(kept.back().span.end, b.span.end);
        else
            kept.push_back(b);
    }
    return kept;
}

}  // namespace

Document prepare_document(RawDocument raw, const std::function<bool(std::string_view)>& known_outlet) {
    Document document;
    document.id = std::move(raw.id);
    document.path = std::move(raw.path);
    document.line = raw.line;
    document.publisher = std::move(raw.publisher);
    document.published = std::move(raw.published);
    document.url = std::move(raw.url);
    document.title = std::move(raw.title);
    document.fields = std::move(raw.fields);
    document.tokens = tokenize(Text::decode(raw.text));
    document.language = detect_language(document.tokens);
    SelfDescription reading;
    read_header(document.tokens, known_outlet, reading);
    read_boilerplate(document.tokens, known_outlet, reading);
    if (!document.publisher) read_own_name(document.tokens, known_outlet, reading);
    settle_metadata(document, reading);
    document.boilerplate = tidy(std::move(reading.boilerplate));
    return document;
}

}  // namespace hearsay
