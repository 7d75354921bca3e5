// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "attribution/annotated_text.hpp"
#include "learn/features.hpp"
#include "learn/sequence_decoder.hpp"

namespace hearsay {

/// Extractor and trainer share these, so that they can't drift apart.
inline constexpr char kRoleFeatures[] = "roles/2";
inline constexpr char kLinkFeatures[] = "links/2";

/// Roles of tokens regardless of what belongs to whom.
enum class RoleLabel : learn::Label { none, source_begin, source, cue_begin, cue, content_begin, content };
inline const std::vector<std::string> kRoleNames{"O", "B-SOURCE", "I-SOURCE", "B-CUE", "I-CUE", "B-CONTENT", "I-CONTENT"};

/// Features of the role of every token of the range.
void role_features(const AnnotatedText& e, TokenRange range, learn::FeatureSequence& out);

/// Roles of tokens towards one cue.
enum class LinkLabel : learn::Label {
    none, cue,
    source_begin, source, source_end, source_only,
    content_begin, content, content_end, content_only
};
inline const std::vector<std::string> kLinkNames{"O", "CUE", "B-SOURCE", "I-SOURCE", "E-SOURCE", "S-SOURCE",
                                                 "B-CONTENT", "I-CONTENT", "E-CONTENT", "S-CONTENT"};

/// The tokens among which a cue's source and content are looked for: its sentence, and sentences around it as long as
/// quotations may reach over.
TokenRange window_of(const AnnotatedText& e, TokenRange cue);

/// Features of the tokens of the window towards the cue; `roles` are the document's, as first guessed.
void link_features(const AnnotatedText& e, std::span<const learn::Label> roles, TokenRange cue, TokenRange window,
                   learn::FeatureSequence& out);

}  // namespace hearsay
