// SPDX-License-Identifier: Apache-2.0
#include "attribution/passage_reader.hpp"

#include <algorithm>
#include <iterator>

namespace hearsay {

PassageReader::PassageReader(PassageMemory& memory, const TokenizedText& text, const std::vector<Word>& words)
    : memory_(memory), text_(text), words_(words) {
    for (const TokenRange tokens : passages_of(text)) {
        const PassageKey key = key_of(text, words, tokens);
        passages_.push_back({tokens, key, memory.find(key)});
    }
}

Annotation PassageReader::annotate(const SyntaxModels& models) const {
    Annotation syntax;
    syntax.resize(words_.size());
    std::vector<TokenRange> unread;
    for (const Passage& passage : passages_)
        if (passage.kept)
            passage.kept->copy_syntax(passage.tokens, syntax);
        else
            unread.push_back(passage.tokens);
    Annotator(models).annotate(text_, words_, unread, syntax);
    return syntax;
}

std::vector<FoundAttribution> PassageReader::find_attributions(const AttributionModels& models,
                                                               const AnnotatedText& e) {
    std::vector<TokenRange> unread;
    for (const Passage& passage : passages_)
        if (!passage.kept || !passage.kept->alone()) unread.push_back(passage.tokens);
    std::vector<PassageAttributions> read = AttributionReader(models).read(e, unread);
    std::vector<FoundAttribution> all;
    auto next = read.begin();
    for (const Passage& passage : passages_) {
        if (passage.kept && passage.kept->alone()) {
            std::ranges::move(passage.kept->attributions(passage.tokens), std::back_inserter(all));
            continue;
        }
        if (!passage.kept && PassageMemory::takes(passage.tokens))
            memory_.keep(passage.key, std::make_shared<PassageReading>(e.syntax, passage.tokens, *next));
        std::ranges::move(next->found, std::back_inserter(all));
        ++next;
    }
    return all;
}

}  // namespace hearsay
