// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/text/tokenizer.hpp"

namespace hearsay {

/// A name or description as an alias shows it: white space and line breaks collapsed, without leading articles, without
/// a trailing "'s" and stray punctuation. "the  Kyiv\nPost’s" -> "Kyiv Post".
std::string display_form(std::string_view text);

/// The words by which two spellings of a name meet: lower case, no accents, "defence" as "defense", apostrophes
/// straight, hyphens and points dropped or split. "Kim Yong-hyun" -> {"kim", "yong", "hyun"}, "U.S." -> {"us"}.
std::vector<std::string> name_words(std::string_view text);

/// name_words, joined by blanks: the key under which a name is looked up.
std::string name_key(std::string_view text);

/// American spelling of the few words that offices and bodies differ in.
std::string fold_spelling(std::string_view lower_case_word);

/// The tokens' text as written, display_form applied.
std::string text_of(const TokenizedText& text, TokenRange tokens);

}  // namespace hearsay
