// SPDX-License-Identifier: Apache-2.0
#include "claim/stemmer.hpp"

#include <libstemmer.h>

#include <new>

namespace hearsay {

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete) {
    if (!stemmer_) throw std::bad_alloc();
}

std::string Stemmer::stem(std::string_view word) {
    if (word.size() > 64) return std::string(word);  // no English word; the stemmer counts lengths in int
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (!stem) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace hearsay
