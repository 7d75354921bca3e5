// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "document/dates.hpp"
#include "document/patterns.hpp"
#include "hearsay/document/document.hpp"

namespace hearsay {

/// What a text says of itself: which stretches are no article content, and the outlets and dates read there, in text
/// order. A copyright notice only counts for the publisher where nothing else names one.
struct SelfDescription {
    struct Date {
        CalendarDate date;
        Evidence evidence;
    };
    std::vector<Boilerplate> boilerplate;
    std::vector<Metadatum> publishers;  ///< outlets of datelines, credits and copyright notices
    std::vector<std::string> sources;   ///< outlets that the story is said to go back to
    std::vector<Date> dates;
    std::string own_name;  ///< of the outlet that the story says it is of: "TMZ has learned"

    void add_publisher(std::string_view name, Evidence evidence) {
        if (!is_platform(name)) publishers.push_back({std::string(name), evidence});
    }
    void mark(const TokenizedText& text, TokenRange range, BoilerplateKind kind) {
        if (!range.empty()) boilerplate.push_back({text.span(range), kind});
    }
};

/// Reads what stands before the story: datelines, "date 2024-10-09", bylines, lines that are only a date.
void read_header(const TokenizedText& text, const KnownOutlet& known_outlet, SelfDescription& reading);

/// Reads by which name the story speaks of its own outlet.
void read_own_name(const TokenizedText& text, const KnownOutlet& known_outlet, SelfDescription& reading);

/// Reads what stands in and after it: credits, copyright notices, captions, advertisements, links, related headlines.
void read_boilerplate(const TokenizedText& text, const KnownOutlet& known_outlet, SelfDescription& reading);

/// Settles publisher, date and credited outlets from the fields, which are set, and the reading.
void settle_metadata(Document& document, const SelfDescription& reading);

}  // namespace hearsay
