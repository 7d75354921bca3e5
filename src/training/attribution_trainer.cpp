// SPDX-License-Identifier: Apache-2.0
#include "training/attribution_trainer.hpp"

#include <algorithm>
#include <array>

#include "attribution/features.hpp"
#include "training/folds.hpp"

namespace hearsay {

namespace {

using learn::Label;

std::size_t overlap(TokenRange a, TokenRange b) {
    const auto begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    return begin < end ? end - begin : 0;
}

std::size_t overlap(const std::vector<TokenRange>& a, const std::vector<TokenRange>& b) {
    std::size_t sum = 0;
    for (const TokenRange x : a)
        for (const TokenRange y : b) sum += overlap(x, y);
    return sum;
}

std::size_t length(const std::vector<TokenRange>& ranges) {
    std::size_t sum = 0;
    for (const TokenRange r : ranges) sum += r.size();
    return sum;
}

/// A token that several attributions claim is a cue before a source, and a source before a content.
std::vector<Label> gold_roles(const TrainingDocument& d) {
    std::vector<Label> labels(d.words.size(), 0);
    const auto paint = [&](Spans GoldAttribution::*role, RoleLabel begin, RoleLabel inside) {
        for (const GoldAttribution& a : d.attributions)
            for (const TokenRange r : d.text.ranges_of(a.*role))
                for (auto i = r.begin; i != r.end; ++i) labels[i] = static_cast<Label>(i == r.begin ? begin : inside);
    };
    paint(&GoldAttribution::content, RoleLabel::content_begin, RoleLabel::content);
    paint(&GoldAttribution::source, RoleLabel::source_begin, RoleLabel::source);
    paint(&GoldAttribution::cue, RoleLabel::cue_begin, RoleLabel::cue);
    return labels;
}

/// A cue to learn from: of an attribution, or of none.
struct Example {
    CueCandidate cue;
    const GoldAttribution* gold;
};

/// Every candidate of the first reading, with the attribution whose cue it overlaps, and the cues that it missed.
std::vector<Example> examples_of(const TrainingArticle& a) {
    std::vector<Example> examples;
    std::vector<bool> taken(a.reading.cues.size(), false);
    for (const GoldAttribution& gold : a.document->attributions) {
        const auto cue = a.document->text.ranges_of(gold.cue);
        if (cue.empty()) continue;
        bool found = false;
        for (std::size_t c = 0; c != taken.size(); ++c) {
            if (!overlap({a.reading.cues[c].tokens}, cue)) continue;
            if (!found && !taken[c]) examples.push_back({a.reading.cues[c], &gold});
            found = found || !taken[c];
            taken[c] = true;
        }
        if (!found) examples.push_back({{{cue.front().begin, cue.back().end}, 0}, &gold});
    }
    for (std::size_t c = 0; c != taken.size(); ++c)
        if (!taken[c]) examples.push_back({a.reading.cues[c], nullptr});
    return examples;
}

/// The stretch within the window, without the cue.
std::vector<TokenRange> clip(TokenRange range, TokenRange window, TokenRange cue) {
    std::vector<TokenRange> parts;
    for (const TokenRange side : {TokenRange{window.begin, cue.begin}, TokenRange{cue.end, window.end}})
        if (overlap(range, side)) parts.push_back({std::max(range.begin, side.begin), std::min(range.end, side.end)});
    return parts;
}

std::vector<Label> gold_links(const TrainingDocument& d, const Example& example, TokenRange window) {
    std::vector<Label> labels(window.size(), 0);
    const auto paint = [&](const Spans& spans, LinkLabel begin) {
        for (const TokenRange range : d.text.ranges_of(spans))
            for (const TokenRange part : clip(range, window, example.cue.tokens))
                for (auto i = part.begin; i != part.end; ++i) {
                    const int place = part.size() == 1 ? 3 : i == part.begin ? 0 : i + 1 == part.end ? 2 : 1;
                    labels[i - window.begin] = static_cast<Label>(static_cast<int>(begin) + place);
                }
    };
    if (example.gold) paint(example.gold->content, LinkLabel::content_begin), paint(example.gold->source, LinkLabel::source_begin);
    for (auto i = example.cue.tokens.begin; i != example.cue.tokens.end; ++i)
        labels[i - window.begin] = static_cast<Label>(LinkLabel::cue);
    return labels;
}

/// As the scorer's linked_lenient row has it.
bool right(const TrainingDocument& d, const LinkedCue& linked, const GoldAttribution& gold) {
    if (!overlap({linked.cue.tokens}, d.text.ranges_of(gold.cue))) return false;
    const auto source = d.text.ranges_of(gold.source), content = d.text.ranges_of(gold.content);
    if (!overlap(linked.source, source) && !(linked.source.empty() && source.empty())) return false;
    const std::size_t both = overlap(linked.content, content);
    return both > 0 && 2 * both >= length(linked.content) + length(content) - both;
}

learn::CrfOptions named(learn::CrfOptions options, const std::string& name, const AttributionTrainingOptions& all) {
    if (all.progress)
        options.progress = [&all, name](unsigned epoch, double loss) {
            all.progress(name + ": epoch " + std::to_string(epoch) + ", loss " + std::to_string(loss));
        };
    return options;
}

}  // namespace

std::vector<TrainingArticle> training_articles(const Corpus& corpus, std::vector<Annotation> syntax) {
    std::vector<TrainingArticle> articles;
    for (std::size_t d = 0; d != corpus.documents.size(); ++d)
        articles.push_back({&corpus.documents[d], std::move(syntax[d]), nullptr});
    for (TrainingArticle& a : articles)  // now that they stay where they are
        a.evidence = std::make_unique<AnnotatedText>(a.document->text, a.document->words, a.syntax);
    return articles;
}

learn::LinearModel train_roles(const std::vector<TrainingArticle>& articles, const learn::CrfOptions& options,
                               const Use& use) {
    learn::CrfTrainer trainer(kRoleNames, options);
    learn::FeatureSequence features;
    const auto visit = [&](const auto& take) {
        for (std::size_t d = 0; d != articles.size(); ++d) {
            if (!use(d)) continue;
            const std::vector<Label> gold = gold_roles(*articles[d].document);
            for (const Paragraph& paragraph : articles[d].document->text.paragraphs()) {
                features.clear();
                role_features(*articles[d].evidence, paragraph.tokens, features);
                take(std::span(gold).subspan(paragraph.tokens.begin, paragraph.tokens.size()));
            }
        }
    };
    visit([&](std::span<const Label>) { trainer.count(features); });
    visit([&](std::span<const Label> gold) { trainer.add(features, gold); });
    return trainer.train(kRoleFeatures);
}

learn::LinearModel train_links(const std::vector<TrainingArticle>& articles, const learn::CrfOptions& options,
                               const Use& use) {
    learn::CrfTrainer trainer(kLinkNames, options);
    learn::FeatureSequence features;
    const auto visit = [&](const auto& take) {
        for (std::size_t d = 0; d != articles.size(); ++d) {
            if (!use(d)) continue;
            const TrainingArticle& a = articles[d];
            for (const Example& example : examples_of(a)) {
                const TokenRange window = window_of(*a.evidence, example.cue.tokens);
                features.clear();
                link_features(*a.evidence, a.reading.roles, example.cue.tokens, window, features);
                take(gold_links(*a.document, example, window));
            }
        }
    };
    visit([&](const std::vector<Label>&) { trainer.count(features); });
    visit([&](const std::vector<Label>& gold) { trainer.add(features, gold); });
    return trainer.train(kLinkFeatures);
}

learn::LinearModel train_confidence(const std::vector<TrainingArticle>& articles, const learn::CrfOptions& options) {
    learn::CrfTrainer trainer({"wrong", "right"}, options);
    learn::FeatureSequence features;
    const auto visit = [&](const auto& take) {
        for (const TrainingArticle& a : articles)
            for (const LinkedCue& linked : a.linked) {
                features.clear();
                confidence_features(*a.evidence, a.reading.roles, linked, features);
                const auto is_right = [&](const GoldAttribution& gold) { return right(*a.document, linked, gold); };
                take(static_cast<Label>(std::ranges::any_of(a.document->attributions, is_right)));
            }
    };
    visit([&](Label) { trainer.count(features); });
    visit([&](Label gold) { trainer.add(features, {&gold, 1}); });
    return trainer.train(kConfidenceFeatures);
}

AttributionModels train_attributions(std::vector<TrainingArticle>& articles,
                                     const AttributionTrainingOptions& options) {
    AttributionModels models;
    const auto all = [](std::size_t) { return true; };
    for_each_fold(options.folds + 1, [&](unsigned fold) {
        const auto name = fold == options.folds ? "roles" : "roles without fold " + std::to_string(fold + 1);
        const auto train = named(options.roles, name, options);
        if (fold == options.folds) {
            models.roles = train_roles(articles, train, all);
            return;
        }
        const auto model = train_roles(articles, train, [&](std::size_t d) { return d % options.folds != fold; });
        RoleReader reader(model);
        for (std::size_t d = fold; d < articles.size(); d += options.folds)
            articles[d].reading = reader.read(*articles[d].evidence);
    });
    for_each_fold(options.folds + 1, [&](unsigned fold) {
        const auto name = fold == options.folds ? "links" : "links without fold " + std::to_string(fold + 1);
        const auto train = named(options.links, name, options);
        if (fold == options.folds) {
            models.links = train_links(articles, train, all);
            return;
        }
        const auto model = train_links(articles, train, [&](std::size_t d) { return d % options.folds != fold; });
        Linker linker(model);
        for (std::size_t d = fold; d < articles.size(); d += options.folds) {
            TrainingArticle& a = articles[d];
            for (const CueCandidate& cue : a.reading.cues)
                a.linked.push_back(linker.link(*a.evidence, a.reading.roles, cue, window_of(*a.evidence, cue.tokens)));
        }
    });
    models.confidence = train_confidence(articles, named(options.confidence, "confidence", options));
    return models;
}

}  // namespace hearsay
