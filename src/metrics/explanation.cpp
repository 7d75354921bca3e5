// SPDX-License-Identifier: Apache-2.0
#include "metrics/explanation.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "metrics/provenance.hpp"
#include "metrics/wording.hpp"
#include "text/ascii.hpp"

namespace hearsay {

namespace {

constexpr std::size_t kFew = 3;  // names in a note beside the main point

constexpr std::string_view kUnnamedPublisher = "an unnamed publisher";

std::string name(Speaker speaker, const TestimonyReader& reader) {
    const Source& source = reader.source(speaker.source);
    const bool nameless_publisher =
        source.unnamed && source.kind == SourceKind::outlet && source.name.starts_with(kUnknownPublisher);
    const std::string shown = nameless_publisher    ? std::string(kUnnamedPublisher)
                              : source.name.empty() ? "an unnamed source"
                                                    : source.name;
    return speaker.unnamed ? "an unnamed source of " + shown : shown;
}

/// How a witness of Standing::group is told of: a loose group; a state or a company, for which others speak; or
/// somebody else who is counted with them, such as by another spelling of his name.
struct GroupWords {
    std::string_view between, behind, reason;
};
GroupWords words_for(const Witness& witness, const TestimonyReader& reader) {
    const Source& source = reader.source(witness.speaker.source);
    if (!source.members.empty()) return {" only adds to ", "", "a group that contains "};
    const bool body = source.kind == SourceKind::government || source.kind == SourceKind::organization;
    if (body) return {" speaks through ", "", "speaks through "};
    return {" and ", " count as one", "counts as one with "};
}

/// Whether nobody would take the two for two: "Obama" and "Barack Obama", "al-Sisi" and "Al-Sisi".
bool is_plain(std::string_view name, std::string_view other) {
    const std::string a = ascii_lower(name), b = ascii_lower(other);
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos || b.starts_with("an unnamed source");
}

/// "an unnamed publisher" three times becomes "3 unnamed publishers".
std::vector<std::string> with_unnamed_counted(std::vector<std::string> names) {
    const auto count = std::count(names.begin(), names.end(), kUnnamedPublisher);
    if (count < 2) return names;
    *std::find(names.begin(), names.end(), kUnnamedPublisher) = std::to_string(count) + " unnamed publishers";
    std::erase(names, kUnnamedPublisher);
    return names;
}

std::string names(const std::vector<Speaker>& speakers, const TestimonyReader& reader, std::size_t limit = 5) {
    std::vector<std::string> result;
    for (const Speaker s : speakers) result.push_back(name(s, reader));
    return list_names(with_unnamed_counted(std::move(result)), limit);
}

std::string others(const Witness& witness, const TestimonyReader& reader) {
    if (witness.because.size() < Witness::kReasons) return names(witness.because, reader);
    return names({witness.because.begin(), witness.because.end() - 1}, reader) + " and others";
}

/// People without a name are described, and who vouches for them is told.
std::string name(const Witness& witness, const TestimonyReader& reader) {
    if (!witness.speaker.unnamed) return name(witness.speaker, reader);
    return name(Speaker{witness.described}, reader) + " (through " + name(Speaker{witness.speaker.source}, reader) +
           ')';
}

std::string names(const std::vector<Witness>& witnesses, const TestimonyReader& reader, std::size_t limit = 5) {
    std::vector<std::string> result;
    for (const Witness& witness : witnesses) result.push_back(name(witness, reader));
    return list_names(with_unnamed_counted(std::move(result)), limit);
}

std::vector<Witness> with_standing(const Hearing& hearing, Standing standing) {
    std::vector<Witness> result;
    std::copy_if(hearing.witnesses.begin(), hearing.witnesses.end(), std::back_inserter(result),
                 [standing](const Witness& witness) { return witness.standing == standing; });
    return result;
}

/// The sentence's parts, in the order in which a sceptical reader asks.
class Explanation {
  public:
    explicit Explanation(const Findings& findings)
        : f_(findings), origins_(with_standing(f_.asserting, Standing::origin)) {}
    std::string text();

  private:
    void add(std::string part) {
        if (!part.empty()) text_ += (text_.empty() ? "" : "; ") + part;
    }
    std::size_t documents() const;
    std::size_t documents_that_count() const;
    std::string versions() const;
    std::string verdict() const;
    std::string no_origin() const;
    std::string one_origin() const;
    std::string via() const;
    std::string circles() const;
    std::string bottleneck() const;
    std::string reservations() const;
    void add_uncounted();
    void add_confirmations();
    std::string by(std::string_view verb, const Hearing& hearing) const;
    std::vector<Witness> mere_relays() const;
    bool anybody(Standing standing) const {
        return std::ranges::find(f_.asserting.witnesses, standing, &Witness::standing) != f_.asserting.witnesses.end();
    }
    std::string name_of(const auto& who) const { return name(who, f_.reader); }

    const Findings& f_;
    std::vector<Witness> origins_;
    std::string text_;
};

std::string Explanation::text() {
    add(count_of(documents(), "article"));
    add(versions());
    add(verdict());
    add(bottleneck());
    add(reservations());
    add_uncounted();
    add_confirmations();
    add(by("denied by ", f_.denying));
    add(by("doubted by ", f_.doubting));
    return text_ + '.';
}

std::size_t Explanation::documents() const {
    std::vector<DocumentId> ids;
    for (const Mention& mention : f_.claim.mentions) ids.push_back(mention.document);
    sort_unique(ids);
    return ids.size();
}

/// Those that say the like of what is shown.
std::size_t Explanation::documents_that_count() const {
    std::set<DocumentId> documents;
    for (const Mention& mention : f_.claim.mentions)
        if (!mention.restates) documents.insert(mention.document);
    return documents.size();
}

/// Rule (a), where it applies: how many of the articles are one story.
std::string Explanation::versions() const {
    std::map<DocumentId, std::vector<DocumentId>> stories;
    for (const Mention& mention : f_.claim.mentions)
        stories[f_.reader.story(mention.document)].push_back(mention.document);
    std::size_t shared = 0, articles = 0;
    bool one_publisher = true;
    SourceId publisher{};
    const auto& publishers = f_.reader.input().publishers;
    for (auto& [original, copies] : stories) {
        sort_unique(copies);
        if (copies.size() < 2) continue;
        ++shared;
        articles += copies.size();
        publisher = publishers[static_cast<std::size_t>(original)];
        for (const DocumentId copy : copies) one_publisher &= publishers[static_cast<std::size_t>(copy)] == publisher;
    }
    if (shared == 0) return {};
    const std::string what = one_publisher ? " are versions of " : " are copies of ";
    if (shared > 1) return std::to_string(articles) + what + std::to_string(shared) + " stories";
    std::string whose = f_.reader.source(publisher).unnamed ? "" : name_of(Speaker{publisher}) + ' ';
    if (whose.starts_with("The ")) whose.erase(0, 4);
    return std::to_string(articles) + what + "one " + whose + "story";
}

std::string Explanation::verdict() const {
    if (origins_.empty()) return no_origin();
    if (origins_.size() == 1) return one_origin();
    return std::to_string(origins_.size()) + " independent origins: " + names(origins_, f_.reader);
}

std::string Explanation::no_origin() const {
    if (f_.asserting.witnesses.empty()) return "nobody asserts it";
    if (!f_.asserting.circles.empty()) return circles() + ", so it has no origin";
    return "nobody is named who stands behind it";
}

std::string Explanation::one_origin() const {
    const auto& said = f_.testimony.asserting;
    const bool own = std::all_of(said.begin(), said.end(), [](const Testimony& t) { return t.own_voice; });
    if (own) return "stated by " + name_of(origins_.front()) + " on its own authority";
    std::vector<DocumentId> asserting;
    for (const Testimony& t : said) asserting.push_back(t.document);
    sort_unique(asserting);
    const bool all =
        asserting.size() == documents() && !anybody(Standing::unattributed) && !anybody(Standing::inferred);
    std::string subject = all && asserting.size() > 1 ? "all lead" : "it leads";
    if (asserting.size() == 2 && all) subject = "both lead";
    return subject + " back to " + name_of(origins_.front()) + via();
}

/// Those whom the origin's words passed through, or a relay's that has them from him, on their way to a publisher.
std::string Explanation::via() const {
    std::set<Speaker> first{origins_.front().speaker};
    for (const Witness& relay : with_standing(f_.asserting, Standing::relay)) first.insert(relay.speaker);
    std::vector<std::string> relays;
    std::set<SourceId> named{origins_.front().speaker.source};
    for (const Testimony& t : f_.testimony.asserting) {
        if (!first.contains(t.hops.front())) continue;
        for (std::size_t i = 1; i + 1 < t.hops.size(); ++i)
            if (named.insert(t.hops[i].source).second) relays.push_back(name_of(Speaker{t.hops[i].source}));
    }
    return relays.empty() ? "" : " (via " + list_names(std::move(relays), kFew) + ')';
}

std::string Explanation::circles() const {
    const auto& circles = f_.asserting.circles;
    const auto largest = std::max_element(circles.begin(), circles.end(),
                                          [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::vector<Speaker> members;
    for (const SourceId id : *largest) members.push_back({id});
    return names(members, f_.reader) + (members.size() == 2 ? " cite each other" : " cite one another in a circle");
}

/// Several origins may still hang on somebody in between.
std::string Explanation::bottleneck() const {
    const auto& everybody = f_.asserting.paths.bottlenecks;
    if (origins_.size() < 2 || everybody.empty() || documents() < 2) return {};
    return "every path runs through " + names(everybody, f_.reader, kFew);
}

/// How far those who say it stand behind it.
std::string Explanation::reservations() const {
    const auto& said = f_.testimony.asserting;
    const bool hedged = std::all_of(said.begin(), said.end(), [](const Testimony& t) { return t.hedged; });
    if (!said.empty() && hedged) return "told only as hearsay";
    const auto& mentions = f_.claim.mentions;
    const bool rests =
        std::any_of(mentions.begin(), mentions.end(), [](const Mention& m) { return m.basis.has_value(); });
    return rests && !anybody(Standing::inferred) ? "what is said in an article's own voice rests on whom it quotes"
                                                 : "";
}

/// What might look like a further source and is none.
void Explanation::add_uncounted() {
    if (origins_.empty()) return;
    for (const Witness& witness : f_.asserting.witnesses) {
        if (witness.standing != Standing::group) continue;
        const GroupWords words = words_for(witness, f_.reader);
        std::string name = name_of(witness);
        const std::string other = others(witness, f_.reader);
        if (is_plain(name, other)) continue;
        add(name.append(words.between).append(other).append(words.behind));
        break;
    }
    if (!f_.asserting.circles.empty()) add(circles());
    const auto add_all = [this](const std::vector<Witness>& some, std::string_view one, std::string_view several) {
        if (!some.empty()) add(names(some, f_.reader, kFew).append(some.size() == 1 ? one : several));
    };
    if (origins_.size() > 1) add_all(mere_relays(), " only passes it on", " only pass it on");
    add_all(with_standing(f_.asserting, Standing::echo), " has it in the same words", " have it in the same words");
    if (anybody(Standing::unattributed)) add("unattributed reports are not counted");
    add_all(with_standing(f_.asserting, Standing::inferred), " is quoted beside it, and not counted",
            " are quoted beside it, and not counted");
    const std::size_t beside = documents() - documents_that_count();
    if (beside > 0)
        add(count_of(beside, "article") + (beside == 1 ? " tells" : " tell") + " something else of the matter, and " +
            (beside == 1 ? "is" : "are") + " not counted");
}

/// Those who pass it on and vouch for nobody.
std::vector<Witness> Explanation::mere_relays() const {
    auto relays = with_standing(f_.asserting, Standing::relay);
    std::set<Speaker> vouching;
    for (const Confirmation& e : f_.testimony.confirmations) vouching.insert(e.by);
    for (const Witness& origin : origins_) vouching.insert(Speaker{origin.speaker.source});
    std::erase_if(relays, [&vouching](const Witness& witness) { return vouching.contains(witness.speaker); });
    return relays;
}

void Explanation::add_confirmations() {
    std::vector<std::string> said;
    for (const Confirmation& e : f_.testimony.confirmations) {
        if (!e.whose || *e.whose == e.by.source) continue;
        const std::string what = name_of(e.by) + ' ' + reason(e, f_.reader);
        if (std::find(said.begin(), said.end(), what) == said.end()) said.push_back(what);
        if (said.size() == kFew) break;
    }
    for (std::string& what : said) add(std::move(what));
}

std::string Explanation::by(std::string_view verb, const Hearing& hearing) const {
    const auto origins = with_standing(hearing, Standing::origin);
    return origins.empty() ? "" : std::string(verb) + names(origins, f_.reader);
}

}  // namespace

std::string reason(const Witness& witness, const TestimonyReader& reader) {
    switch (witness.standing) {
        case Standing::origin:
            return {};
        case Standing::relay:
            return "has it from " + others(witness, reader);
        case Standing::group:
            return std::string(words_for(witness, reader).reason) + others(witness, reader);
        case Standing::echo:
            return "has the words of " + others(witness, reader);
        case Standing::circle:
            return "has it only from " + others(witness, reader) + ", in a circle";
        case Standing::unattributed:
            return "nobody is named who stands behind it";
        case Standing::inferred:
            return "is quoted beside it, but not as saying it";
    }
    return {};
}

std::string reason(const Confirmation& confirmation, const TestimonyReader& reader) {
    if (!confirmation.whose) return "confirms it";
    return "confirms what " + name(Speaker{*confirmation.whose}, reader) + " says";
}

std::string explain(const Findings& findings) { return Explanation(findings).text(); }

}  // namespace hearsay
