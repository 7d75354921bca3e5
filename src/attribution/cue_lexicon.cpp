// SPDX-License-Identifier: Apache-2.0
#include "hearsay/attribution/cue_lexicon.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "hearsay/error.hpp"
#include "hearsay/resources.hpp"
#include "text/split.hpp"

namespace hearsay {

namespace {

template <typename Value, std::size_t N>
Value named(std::string_view name, const std::array<std::pair<std::string_view, Value>, N>& values) {
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& v) { return v.first == name; });
    if (found == values.end()) throw ResourceError("cues.tsv: unknown word '" + std::string(name) + "'");
    return found->second;
}

std::uint16_t frames_of(std::string_view names) {
    static constexpr std::array<std::pair<std::string_view, int>, 15> kFrames{{{"quote", frame::quote},
                                                                               {"clause", frame::clause},
                                                                               {"that", frame::that},
                                                                               {"to", frame::to},
                                                                               {"object", frame::object},
                                                                               {"addressee", frame::addressee},
                                                                               {"citing", frame::citing},
                                                                               {"passive", frame::passive},
                                                                               {"of", frame::of},
                                                                               {"name", frame::name},
                                                                               {"after", frame::after},
                                                                               {"verb", frame::verb},
                                                                               {"act", frame::act},
                                                                               {"proof", frame::proof},
                                                                               {"seldom", frame::seldom}}};
    int frames = 0;
    for (const auto name : items(names, ',')) frames |= named(name, kFrames);
    return static_cast<std::uint16_t>(frames);
}

/// What the position in the list and the ending tell: the list is base, present, past, participles.
std::uint8_t inflections_of(std::string_view lemma, std::string_view form, std::size_t position, std::size_t count) {
    const std::string_view head = form.substr(0, form.find(' '));
    if (head.ends_with("ing") && form != lemma) return inflection::participle;
    if (position == 0) return inflection::base;
    if (position == 1 && head.ends_with('s')) return inflection::present;
    return count > 4 && position == 2 ? inflection::past : inflection::past | inflection::participle;
}

}  // namespace

CueLexicon CueLexicon::load(const std::filesystem::path& file) {
    static constexpr std::array<std::pair<std::string_view, CueKind>, 3> kKinds{
        {{"verb", CueKind::verb}, {"noun", CueKind::noun}, {"preposition", CueKind::preposition}}};
    static constexpr std::array<std::pair<std::string_view, Stance>, 4> kStances{{{"asserts", Stance::asserts},
                                                                                  {"confirms", Stance::confirms},
                                                                                  {"denies", Stance::denies},
                                                                                  {"doubts", Stance::doubts}}};
    CueLexicon lexicon;
    read_table(file, {"lemma", "kind", "forms", "frames", "stance"}, [&](const auto& fields) {
        const auto forms = items(fields[2], '|');
        const auto entry = static_cast<std::uint32_t>(lexicon.entries_.size());
        lexicon.entries_.push_back({std::string(fields[0]), named(fields[1], kKinds), frames_of(fields[3]),
                                    named(fields[4], kStances), false});
        for (std::size_t i = 0; i < forms.size(); ++i) {
            const auto words = items(forms[i], ' ');
            lexicon.longest_ = std::max(lexicon.longest_, words.size());
            lexicon.forms_[std::string(words.front())].push_back(
                {{words.begin(), words.end()}, entry, inflections_of(fields[0], forms[i], i, forms.size())});
        }
    });
    for (auto& [first, forms] : lexicon.forms_) {
        std::stable_sort(forms.begin(), forms.end(),
                         [](const Form& a, const Form& b) { return a.words.size() > b.words.size(); });
        const auto is = [&](CueKind kind) {
            return std::any_of(forms.begin(), forms.end(),
                               [&](const Form& f) { return lexicon.entries_[f.entry].kind == kind; });
        };
        if (is(CueKind::verb) && is(CueKind::noun))
            for (const Form& form : forms) lexicon.entries_[form.entry].also_noun = true;
    }
    return lexicon;
}

const CueEntry* CueLexicon::find(const TokenizedText& text, TokenRange tokens) const {
    std::vector<std::string_view> words;
    for (auto i = tokens.begin; i != tokens.end; ++i) {
        words.clear();
        for (auto k = i; k < tokens.end && words.size() < longest(); ++k) words.push_back(text.norm(k));
        if (const auto forms = match(words); !forms.empty()) return forms.front().entry;
    }
    return nullptr;
}

std::vector<CueForm> CueLexicon::match(const std::vector<std::string_view>& words) const {
    std::vector<CueForm> matches;
    if (words.empty()) return matches;
    const auto found = forms_.find(words.front());
    if (found == forms_.end()) return matches;
    for (const Form& form : found->second) {
        const bool shorter = !matches.empty() && form.words.size() < matches.front().length;
        if (shorter && entries_[form.entry].kind != CueKind::noun) continue;
        if (form.words.size() <= words.size() && std::equal(form.words.begin(), form.words.end(), words.begin()))
            matches.push_back({&entries_[form.entry], form.inflections, static_cast<std::uint32_t>(form.words.size())});
    }
    return matches;
}

}  // namespace hearsay
