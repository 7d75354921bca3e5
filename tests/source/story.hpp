// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/resources.hpp"
#include "hearsay/source/chain_resolver.hpp"

namespace hearsay::test {

using Names = std::vector<std::string>;

inline const Gazetteer& gazetteer() {
    static const Gazetteer loaded = Gazetteer::load(resource_directory() / "lexicons");
    return loaded;
}

inline const ChainResolver& resolver() {
    static const ChainResolver made{gazetteer()};
    return made;
}

/// An article of our own writing with its attributions marked by hand, one paragraph a line.
///
///   Story story("Gazette", "Mayor Ann Lee said taxes will rise.\n\"No,\" she added.\n");
///   story.said("Mayor Ann Lee", "said", "taxes will rise");
///   EXPECT_EQ(story.chain(0), (Names{"Ann Lee", "Gazette"}));
class Story {
  public:
    Story(std::string_view publisher, std::string_view text) : text_(text) {
        document.id = "story";
        document.publisher = {std::string(publisher), publisher.empty() ? Evidence::none : Evidence::manifest};
        document.tokens = tokenize(Text::decode(text));
    }

    /// The next paragraph that holds all three parts; ASCII only, so that bytes are code points.
    Story& said(std::string_view source, std::string_view cue, std::string_view content, Voice voice = Voice::indirect,
                Stance stance = Stance::asserts) {
        for (std::size_t end; paragraph_ < text_.size(); paragraph_ = end + 1) {
            end = std::min(text_.find('\n', paragraph_), text_.size());
            const Span line{static_cast<std::uint32_t>(paragraph_), static_cast<std::uint32_t>(end)};
            Attribution a;
            a.voice = voice;
            a.stance = stance;
            if (find(line, content, {}, a.content) && find(line, cue, a.content, a.cue) &&
                find(line, source, a.content, a.source)) {
                attributions.push_back(a);
                return *this;
            }
        }
        throw std::logic_error("no paragraph holds: " + std::string(content));
    }

    DocumentSources resolve() {
        nest();
        return resolver().resolve(document, attributions);
    }
    /// Names of the hops of the attribution that was marked as number `attribution`; empty where it was folded away.
    Names chain(std::uint32_t attribution) {
        const DocumentSources found = resolve();
        Names names;
        for (const auto& a : found.attributions)
            if (a.attribution == attribution)
                for (const auto hop : a.chain) names.push_back(found.sources[hop].name);
        return names;
    }
    std::string origin(std::uint32_t attribution) { return chain(attribution).at(0); }
    Source source(std::uint32_t attribution) {
        const DocumentSources found = resolve();
        return found.sources.at(at(found, attribution).chain.at(0));
    }
    ResolvedAttribution resolved(std::uint32_t attribution) { return at(resolve(), attribution); }

    Document document;
    std::vector<Attribution> attributions;

  private:
    static ResolvedAttribution at(const DocumentSources& found, std::uint32_t attribution) {
        const auto same = [&](const ResolvedAttribution& a) { return a.attribution == attribution; };
        const auto here = std::ranges::find_if(found.attributions, same);
        if (here == found.attributions.end()) throw std::logic_error("folded away");
        return *here;
    }

    bool find(Span line, std::string_view part, const Spans& outside, Spans& spans) const {
        if (part.empty()) return true;
        for (auto at = text_.find(part, line.begin); at != text_.npos && at + part.size() <= line.end;
             at = text_.find(part, at + 1)) {
            const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
            if (std::ranges::any_of(outside, [&](Span s) { return s.overlaps(span); })) continue;
            spans = {span};
            return true;
        }
        return false;
    }

    void nest() {
        for (std::uint32_t inner = 0; inner < attributions.size(); ++inner)
            for (std::uint32_t outer = 0; outer < attributions.size(); ++outer) {
                const Span around = hull(attributions[outer].content);
                const Span parent =
                    attributions[inner].parent ? hull(attributions[*attributions[inner].parent].content) : Span{0, ~0u};
                const bool holds = around.contains(hull(attributions[inner].content)) &&
                                   around.contains(hull(attributions[inner].cue));
                if (outer != inner && holds && around.size() < parent.size()) attributions[inner].parent = outer;
            }
    }

    std::string text_;
    std::size_t paragraph_ = 0;
};

}  // namespace hearsay::test
