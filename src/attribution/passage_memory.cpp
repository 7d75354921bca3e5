// SPDX-License-Identifier: Apache-2.0
#include "attribution/passage_memory.hpp"

#include <algorithm>
#include <utility>

namespace hearsay {

namespace {

constexpr std::uint16_t kNoHead = UINT16_MAX;

void move(TokenRange& range, std::uint32_t by) { range = {range.begin + by, range.end + by}; }

/// `by` may stand for a negative number: tokens are counted modulo 2³².
void move(FoundAttribution& found, std::uint32_t by) {
    move(found.linked.cue.tokens, by);
    for (auto* parts : {&found.linked.source, &found.linked.content})
        for (TokenRange& part : *parts) move(part, by);
}

}  // namespace

PassageReading::PassageReading(const Annotation& syntax, TokenRange passage, const PassageAttributions& read)
    : alone_(read.alone) {
    nodes_.reserve(passage.size());
    for (auto t = passage.begin; t != passage.end; ++t) {
        const std::uint32_t head = syntax.heads[t];
        nodes_.push_back({syntax.tags[t], syntax.entities[t], syntax.relations[t],
                          head == kRoot ? kNoHead : static_cast<std::uint16_t>(head - passage.begin)});
    }
    if (alone_) found_ = read.found;
    for (FoundAttribution& found : found_) move(found, -passage.begin);
}

void PassageReading::copy_syntax(TokenRange passage, Annotation& out) const {
    for (std::uint32_t i = 0; i != nodes_.size(); ++i) {
        const std::uint32_t t = passage.begin + i;
        out.tags[t] = nodes_[i].tag;
        out.entities[t] = nodes_[i].entity;
        out.relations[t] = nodes_[i].relation;
        out.heads[t] = nodes_[i].head == kNoHead ? kRoot : passage.begin + nodes_[i].head;
    }
}

std::vector<FoundAttribution> PassageReading::attributions(TokenRange passage) const {
    std::vector<FoundAttribution> found = found_;
    for (FoundAttribution& f : found) move(f, passage.begin);
    return found;
}

std::size_t PassageReading::bytes() const {
    constexpr std::size_t kAround = 128;  // the map's node, the shared pointer's counts
    std::size_t all = sizeof *this + kAround + nodes_.size() * sizeof(Node) + found_.size() * sizeof(FoundAttribution);
    for (const FoundAttribution& f : found_)
        all += (f.linked.source.size() + f.linked.content.size()) * sizeof(TokenRange) + 32;
    return all;
}

PassageMemory::Kept PassageMemory::find(const PassageKey& key) {
    const std::lock_guard lock(mutex_);
    if (const auto young = young_.find(key); young != young_.end()) return young->second;
    const auto old = old_.find(key);
    if (old == old_.end()) return nullptr;
    Kept kept = old->second;
    insert(key, kept);
    return kept;
}

void PassageMemory::keep(const PassageKey& key, Kept reading) {
    const std::lock_guard lock(mutex_);
    insert(key, std::move(reading));
}

/// Two generations: what was met since the last change of generations, and what was met before it.
void PassageMemory::insert(const PassageKey& key, Kept reading) {
    const std::size_t bytes = reading->bytes();
    if (!young_.emplace(key, std::move(reading)).second) return;
    young_bytes_ += bytes;
    if (young_bytes_ <= most_bytes_ / 2) return;
    old_ = std::exchange(young_, {});
    young_bytes_ = 0;
}

}  // namespace hearsay
