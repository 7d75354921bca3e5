// SPDX-License-Identifier: Apache-2.0
#include "recency.hpp"

#include <algorithm>

namespace hearsay {

void RecentByWord::note(Bearers& bearers, EntityId id, std::uint32_t sentence, bool of_kin) const {
    const bool again = bearers.sentence == sentence;
    if (of_kin || (again && !bearers.of_kin))
        bearers.recent.note_behind(id);
    else
        bearers.recent.note(id);
    bearers.of_kin = of_kin && (!again || bearers.of_kin);
    bearers.sentence = sentence;
}

void RecentByWord::note(EntityId id, std::uint32_t sentence, bool of_kin) {
    const Entity& entity = (*entities_)[id];
    if (entity.entry && entity.is(SourceKind::outlet)) outlets_.note(id);
    for (const auto& word : entity.words) note(by_word_[word], id, sentence, of_kin);
    if (entity.words.size() > 1 && !entity.is(SourceKind::person))
        note(by_word_[initials(entity.words)], id, sentence, of_kin);
}

EntityId RecentByWord::by_word(const std::string& word, std::string_view country, Gender gender) const {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) return kNoEntity;
    EntityId perhaps = kNoEntity;
    for (const EntityId id : found->second.recent) {
        const Entity& entity = (*entities_)[id];
        const bool other_country =
            !country.empty() && !entity.source.country.empty() && entity.source.country != country;
        const bool other_gender =
            (gender != Gender::unknown && !entity.is(SourceKind::person)) || contradict(entity.gender, gender);
        if (other_country || other_gender) continue;
        if (gender == Gender::unknown || entity.gender == gender) return id;
        if (perhaps == kNoEntity) perhaps = id;
    }
    return perhaps;
}

EntityId RecentByWord::among(std::span<const GazetteerEntry* const> candidates, const std::vector<std::string>& words,
                             EntityId publisher) const {
    const auto meant = [&](EntityId id) {
        const Entity& entity = (*entities_)[id];
        if (std::ranges::find(candidates, entity.entry) != candidates.end()) return true;
        return !words.empty() && words.size() < entity.words.size() &&
               std::equal(words.rbegin(), words.rend(), entity.words.rbegin());
    };
    for (const EntityId id : outlets_)
        if (meant(id)) return id;
    if ((*entities_)[publisher].entry && meant(publisher)) return publisher;
    for (const GazetteerEntry* entry : candidates)
        if (const EntityId id = entities_->find_entry(*entry); id != kNoEntity) return id;
    return kNoEntity;
}

std::string initials(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words)
        if (word != "of" && word != "the" && word != "and" && word != "for" && word != "on") out += word.front();
    return out;
}

}  // namespace hearsay
