// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <vector>

#include "attribution/annotated_text.hpp"
#include "learn/sequence_decoder.hpp"

namespace hearsay {

/// A stretch that may introduce an attribution, and how likely it does.
struct CueCandidate {
    TokenRange tokens;
    float probability;
};

/// What is known of an attribution when its confidence is judged.
struct LinkedCue {
    CueCandidate cue;
    std::vector<TokenRange> source, content;
    float empty;   ///< probability that the cue has neither source nor content
    float whole;   ///< probability of just this source and content
    float begins;  ///< ... of a content that begins where this one does
};

/// First reading of a document: the role of every token, whosever source or content it is, and where a cue may be.
struct RoleReading {
    std::vector<learn::Label> roles;
    std::vector<CueCandidate> cues;
};

class RoleReader {
  public:
    explicit RoleReader(const learn::LinearModel& model) : decoder_(model) {}
    /// Reads the whole document, one paragraph after the other.
    RoleReading read(const AnnotatedText& e);
    /// ... or only these passages of it, in order.
    RoleReading read(const AnnotatedText& e, std::span<const TokenRange> passages);
    /// Reads a content by itself for the attributions within it, after read() of the same document; adds their cues to
    /// `reading` and puts their roles in place.
    void read_within(TokenRange content, RoleReading& reading);

  private:
    void read_part(TokenRange range, RoleReading& reading);

    learn::SequenceDecoder decoder_;
    learn::FeatureSequence features_;
};

/// Second reading: the source and the content of one cue.
class Linker {
  public:
    explicit Linker(const learn::LinearModel& model) : decoder_(model) {}
    /// The likeliest reading in which the cue has a content; `window` bounds where it may lie.
    LinkedCue link(const AnnotatedText& e, std::span<const learn::Label> roles, CueCandidate cue, TokenRange window);

  private:
    learn::SequenceDecoder decoder_;
    learn::FeatureSequence features_;
};

/// Features of whether a linked cue is an attribution.
inline constexpr char kConfidenceFeatures[] = "confidence/1";
void confidence_features(const AnnotatedText& e, std::span<const learn::Label> roles, const LinkedCue& linked,
                         learn::FeatureSequence& out);

}  // namespace hearsay
