// SPDX-License-Identifier: Apache-2.0
#include "syntax/tagger.hpp"

namespace hearsay {

namespace {

using learn::feature;

constexpr Word kOutside{};

/// The words of a sentence, with blank ones before and after it.
class Window {
  public:
    Window(const std::vector<Word>& words, TokenRange sentence) : words_(words), sentence_(sentence) {}
    const Word& operator[](std::int64_t i) const {
        return i < sentence_.begin || i >= sentence_.end ? kOutside : words_[static_cast<std::size_t>(i)];
    }

  private:
    const std::vector<Word>& words_;
    TokenRange sentence_;
};

}  // namespace

void tag_features(const std::vector<Word>& words, TokenRange sentence, learn::FeatureSequence& out) {
    const Window w(words, sentence);
    for (std::int64_t i = sentence.begin; i < sentence.end; ++i) {
        std::uint64_t t = 0;
        const auto add = [&](auto... values) { out.add(feature(t++, values...)); };
        add(w[i].norm);
        add(w[i].suffix3);
        add(w[i].suffix2);
        add(w[i].suffix1, w[i].prefix);
        add(w[i].shape);
        add(w[i].shape, i == sentence.begin, w[i].suffix1);
        add(w[i].shape, w[i - 1].shape, w[i + 1].shape);
        add(w[i - 1].norm);
        add(w[i + 1].norm);
        add(w[i - 2].norm);
        add(w[i + 2].norm);
        add(w[i - 1].norm, w[i].norm);
        add(w[i].norm, w[i + 1].norm);
        add(w[i - 1].suffix3);
        add(w[i + 1].suffix3);
        add(w[i - 1].suffix2, w[i].suffix3);
        add(w[i].suffix3, w[i + 1].suffix2);
        add(w[i - 1].norm, w[i + 1].norm);
        add(w[i].fine);
        add(w[i].coarse, w[i].suffix2);
        add(w[i - 1].coarse, w[i].fine);
        add(w[i].fine, w[i + 1].coarse);
        add(w[i - 1].fine);
        add(w[i + 1].fine);
        add(w[i - 1].coarse, w[i + 1].coarse, w[i].suffix3);
        out.close();
    }
}

void entity_features(const std::vector<Word>& words, const std::vector<std::uint8_t>& tags, TokenRange sentence,
                     learn::FeatureSequence& out) {
    const Window w(words, sentence);
    const auto tag = [&](std::int64_t i) -> std::uint64_t {
        return i < sentence.begin || i >= sentence.end ? 255 : tags[static_cast<std::size_t>(i)];
    };
    for (std::int64_t i = sentence.begin; i < sentence.end; ++i) {
        std::uint64_t t = 100;
        const auto add = [&](auto... values) { out.add(feature(t++, values...)); };
        add(w[i].norm);
        add(w[i - 1].shape, w[i].shape, w[i + 1].shape);
        add(w[i - 1].norm, w[i].norm);
        add(w[i].norm, w[i + 1].norm);
        add(tag(i - 1), tag(i), tag(i + 1));
        if (w[i].plain) {
            out.close();
            continue;
        }
        add(w[i].norm, w[i].shape);
        add(tag(i), w[i].shape);
        add(w[i].suffix3, w[i].shape);
        add(w[i].prefix, w[i].shape);
        for (const int d : {-2, -1, 1, 2}) {
            out.add(feature(200 + d, w[i + d].norm));
            out.add(feature(210 + d, w[i + d].norm, w[i].shape));
            out.add(feature(220 + d, tag(i + d), w[i + d].shape));
        }
        add(w[i].fine, w[i].shape);
        add(w[i].coarse, w[i].shape);
        add(w[i - 1].coarse, w[i].shape);
        add(w[i + 1].coarse, w[i].shape);
        add(w[i - 1].fine, w[i].fine);
        add(w[i].fine, w[i + 1].fine);
        out.close();
    }
}

}  // namespace hearsay
