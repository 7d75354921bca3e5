// SPDX-License-Identifier: Apache-2.0
#include "encoder/attribution_encoder.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>

#include "encoder/chain.hpp"
#include "encoder/kernels.hpp"
#include "encoder/layers.hpp"
#include "encoder/model.hpp"
#include "encoder/windows.hpp"
#include "learn/log_odds.hpp"

namespace hearsay::encoder {

namespace {

enum CueLabel : std::size_t { kNoCue, kCueBegins, kCueGoesOn, kCueLabels };
enum Role : std::uint8_t { kOutside, kSource, kContent };

/// A cue by its pieces in a window, whose first mark is piece 0, and the pieces around it that may belong to it.
struct WindowCue {
    std::size_t begin, end, low, high;
    float chance;
};

// A piece from which on a cue is sought: a lower bar than the model's for the whole cue, so that it begins where it
// does.
constexpr float kCuePiece = 0.5F;
constexpr std::size_t kCuesAtOnce = 8;  // bounds the memory of a worker

}  // namespace

struct AttributionEncoder::Model {
    AttributionModel model;
    mutable std::mutex mutex{};
    mutable std::vector<std::unique_ptr<Worker>> idle{};

    std::unique_ptr<Worker> take() const;
    void give(std::unique_ptr<Worker> worker) const {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(worker));
    }
};

/// Reads one text at a time; holds the scratch space for it.
class AttributionEncoder::Worker {
  public:
    explicit Worker(const AttributionModel& model) : m_(model), layers_(model.maps, model.window) {}

    std::vector<EncodedAttribution> read(const Text& text) {
        const std::vector<Piece> pieces = m_.pieces.read(text);
        std::vector<EncodedAttribution> found;
        for (const Window& window : windows(pieces, m_.window - 2, m_.context)) {
            embed(m_, std::span(pieces).subspan(window.begin, window.end - window.begin), rows_);
            layers_.run(m_.encoder, m_.encoder.layers, {{0, window.end - window.begin + 2}}, rows_);
            const std::vector<WindowCue> cues = cues_in(window);
            if (!cues.empty()) layers_.linear(m_.narrow, rows_, narrowed_);
            for (std::size_t c = 0; c < cues.size(); c += kCuesAtOnce)
                link(pieces, window, std::span(cues).subspan(c, std::min(kCuesAtOnce, cues.size() - c)), found);
        }
        return found;
    }

  private:
    std::vector<WindowCue> cues_in(const Window& window) const {
        const std::size_t width = m_.encoder.width, last = window.end - window.begin + 1;
        const std::size_t own = window.own - window.begin + 1;
        std::vector<std::array<float, kCueLabels>> chances(last + 1);
        for (std::size_t i = own; i != last; ++i) {
            apply(m_.cue, {rows_.data() + i * width, width}, chances[i]);
            softmax(chances[i], 1, {});
        }
        std::vector<WindowCue> cues;
        for (std::size_t i = own, before = 0; i != last;) {
            const auto& at = chances[i];
            const float chance = at[kCueBegins] + at[kCueGoesOn];
            const bool goes_on = at[kCueBegins] < at[kCueGoesOn] && before == i;
            if (chance < kCuePiece || goes_on) {
                ++i;
                continue;
            }
            std::size_t end = i + 1;
            while (end != last && chances[end][kCueGoesOn] > std::max(chances[end][kNoCue], chances[end][kCueBegins]))
                ++end;
            if (chance >= m_.cue_threshold)
                cues.push_back({i, end, i - std::min(i - 1, m_.before), std::min(last, i + m_.after), chance});
            before = i = end;
        }
        return cues;
    }

    /// Reads from narrowed_ what belongs to each of the cues.
    void link(const std::vector<Piece>& pieces, const Window& window, std::span<const WindowCue> cues,
              std::vector<EncodedAttribution>& found) {
        const std::size_t narrow = m_.reader.width;
        rows_.clear();
        std::vector<Part> parts;
        for (const WindowCue& cue : cues) {
            const std::size_t begin = rows_.size() / narrow;
            rows_.insert(rows_.end(), narrowed_.begin() + static_cast<std::ptrdiff_t>(cue.low * narrow),
                         narrowed_.begin() + static_cast<std::ptrdiff_t>(cue.high * narrow));
            parts.push_back({begin, begin + cue.high - cue.low});
            for (std::size_t i = cue.low; i != cue.high; ++i) {
                const std::span row(rows_.data() + (begin + i - cue.low) * narrow, narrow);
                add(row, m_.offsets, i + m_.before - cue.begin);
                add(row, m_.within, i >= cue.begin && i < cue.end);
            }
        }
        normalise(m_.narrowed, rows_);
        layers_.run(m_.reader, m_.reader.layers, parts, rows_);
        std::vector<float> scores;
        for (std::size_t c = 0; c != cues.size(); ++c) {
            const WindowCue& cue = cues[c];
            const std::size_t length = cue.high - cue.low;
            scores.resize(length * kChainLabels);
            for (std::size_t i = 0; i != length; ++i)
                apply(m_.role, {rows_.data() + (parts[c].begin + i) * narrow, narrow},
                      std::span(scores).subspan(i * kChainLabels, kChainLabels));
            ChainReading reading = read_chain(scores, m_.transitions);
            const std::span around(pieces.data() + window.begin + cue.low - 1, length);
            mend(reading.labels, around, cue.begin - cue.low, std::min(cue.end, cue.high) - cue.low);
            EncodedAttribution a{
                {pieces[window.begin + cue.begin - 1].span.begin, pieces[window.begin + cue.end - 2].span.end},
                spans_of(kSource, reading.labels, around),
                spans_of(kContent, reading.labels, around),
                cue.chance,
                reading.chance,
                0};
            if (a.content.empty()) continue;
            const auto& w = m_.calibration;
            const float odds = w[0] + w[1] * learn::log_odds(a.cue_chance) + w[2] * learn::log_odds(a.link_chance);
            a.confidence = 1 / (1 + std::exp(-odds));
            found.push_back(std::move(a));
        }
    }

    /// The cue has no role, and a single mark between two pieces of one role is of it too.
    static void mend(std::vector<std::uint8_t>& labels, std::span<const Piece> pieces, std::size_t cue_begin,
                     std::size_t cue_end) {
        std::fill(labels.begin() + static_cast<std::ptrdiff_t>(cue_begin),
                  labels.begin() + static_cast<std::ptrdiff_t>(cue_end), kOutside);
        for (std::size_t i = 1; i + 1 < labels.size(); ++i) {
            const bool in_cue = i >= cue_begin && i < cue_end;
            if (!in_cue && labels[i] == kOutside && labels[i - 1] == labels[i + 1] && pieces[i].is_mark())
                labels[i] = labels[i - 1];
        }
    }

    static Spans spans_of(Role role, const std::vector<std::uint8_t>& labels, std::span<const Piece> pieces) {
        Spans spans;
        for (std::size_t i = 0; i != labels.size(); ++i) {
            if (labels[i] != role) continue;
            if (i != 0 && labels[i - 1] == role)
                spans.back().end = pieces[i].span.end;
            else
                spans.push_back(pieces[i].span);
        }
        return spans;
    }

    const AttributionModel& m_;
    Layers layers_;
    std::vector<float> rows_, narrowed_;
};

std::unique_ptr<AttributionEncoder::Worker> AttributionEncoder::Model::take() const {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return std::make_unique<Worker>(model);
    std::unique_ptr<Worker> worker = std::move(idle.back());
    idle.pop_back();
    return worker;
}

AttributionEncoder::AttributionEncoder(const std::filesystem::path& file, Precision precision)
    : AttributionEncoder(AttributionModel::load(file, precision)) {}
AttributionEncoder::AttributionEncoder(AttributionModel model) : model_(new Model{std::move(model)}) {}
AttributionEncoder::~AttributionEncoder() = default;
AttributionEncoder::AttributionEncoder(AttributionEncoder&&) noexcept = default;

std::vector<EncodedAttribution> AttributionEncoder::read(const Text& text) const {
    std::unique_ptr<Worker> worker = model_->take();
    std::vector<EncodedAttribution> found = worker->read(text);
    model_->give(std::move(worker));
    return found;
}

}  // namespace hearsay::encoder
