// SPDX-License-Identifier: Apache-2.0
#include "training/corpus.hpp"

#include <algorithm>
#include <boost/iostreams/filter/gzip.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <boost/json.hpp>
#include <charconv>
#include <fstream>
#include <map>
#include <unordered_map>

#include "hearsay/error.hpp"
#include "text/split.hpp"

namespace hearsay {

namespace {

/// One token of CoreNLP; its head is the index of a token in the document, or kRoot.
struct SilverToken {
    Span span;
    std::string tag, entity, relation;
    std::uint32_t head;
};
using Silver = std::unordered_map<std::string, std::vector<SilverToken>>;

std::uint32_t number(std::string_view digits, const std::string& where) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size())
        throw CorpusError(where + ": \"" + std::string(digits) + "\" is no number");
    return value;
}

/// Follows the heads of the sentence that begins at token `first`: they must stay in it, and end at its root.
void check_heads(const std::vector<SilverToken>& tokens, std::uint32_t first, const std::string& where) {
    enum Mark : char { kNew, kOnTheWay, kDone };
    std::vector<Mark> marks(tokens.size() - first, kNew);
    for (std::uint32_t i = first; i != tokens.size(); ++i) {
        const auto follow = [&](Mark from, Mark to) {
            std::uint32_t at = i;
            for (; at != kRoot && at < tokens.size() && marks[at - first] == from; at = tokens[at].head)
                marks[at - first] = to;
            return at;
        };
        const std::uint32_t end = follow(kNew, kOnTheWay);
        if (end != kRoot && end >= tokens.size())
            throw CorpusError(where + ": a head is not in the sentence before it");
        if (end != kRoot && marks[end - first] == kOnTheWay)
            throw CorpusError(where + ": the heads of the sentence before it go in a circle");
        follow(kOnTheWay, kDone);
    }
}

Silver load_silver(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw CorpusError(file.string() + ": can't be opened");
    boost::iostreams::filtering_istream lines;
    lines.push(boost::iostreams::gzip_decompressor());
    lines.push(in);
    constexpr std::string_view kDocument = "# doc = ";
    Silver documents;
    std::vector<SilverToken>* document = nullptr;
    std::uint32_t sentence = 0, line_number = 0;
    std::string where;
    const auto end_sentence = [&] {
        if (document) check_heads(*document, sentence, where);
        if (document) sentence = static_cast<std::uint32_t>(document->size());
    };
    for (std::string line; std::getline(lines, line);) {
        where = file.string() + ':' + std::to_string(++line_number);
        if (line.starts_with(kDocument)) {
            end_sentence();
            document = &documents[line.substr(kDocument.size())];
            sentence = static_cast<std::uint32_t>(document->size());
        } else if (line.empty()) {
            end_sentence();
        } else {
            const auto f = split(line, '\t');
            if (!document) throw CorpusError(where + ": a token comes before the first \"# doc = ID\"");
            if (f.size() != 9) throw CorpusError(where + ": expected 9 fields of a token");
            const std::uint32_t head = number(f[5], where);
            document->push_back({{number(f[7], where), number(f[8], where)},
                                 std::string(f[3]),
                                 std::string(f[4]),
                                 std::string(f[6]),
                                 head ? sentence + head - 1 : kRoot});
        }
    }
    if (lines.bad()) throw CorpusError(file.string() + ": is no gzip file, or a damaged one");
    end_sentence();
    return documents;
}

Spans spans_of(const boost::json::object& attribution, std::string_view role) {
    Spans spans;
    if (const auto* list = attribution.if_contains(role); list && list->is_array())
        for (const auto& pair : list->as_array())
            spans.push_back(
                {pair.as_array().at(0).to_number<std::uint32_t>(), pair.as_array().at(1).to_number<std::uint32_t>()});
    return spans;
}

const boost::json::value& field(const boost::json::object& object, std::string_view name) {
    if (const auto* value = object.if_contains(name)) return *value;
    throw std::runtime_error("has no \"" + std::string(name) + '"');
}

class LabelList {
  public:
    explicit LabelList(std::vector<std::string>& names, bool grow) : names_(names), grow_(grow) {
        for (const std::string& name : names_) numbers_.emplace(name, numbers_.size());
    }
    std::uint8_t operator()(const std::string& name) {
        const auto found = numbers_.find(name);
        if (found != numbers_.end()) return static_cast<std::uint8_t>(found->second);
        if (!grow_) return 0;
        if (names_.size() > UINT8_MAX) throw std::runtime_error("there are more than 256 labels of one kind");
        numbers_.emplace(name, names_.size());
        names_.push_back(name);
        return static_cast<std::uint8_t>(names_.size() - 1);
    }

  private:
    std::vector<std::string>& names_;
    bool grow_;
    std::map<std::string, std::size_t> numbers_;
};

std::string entity_class(const std::string& type) {
    return type == "PERSON" || type == "ORGANIZATION" || type == "LOCATION" || type == "MISC" ? type : "";
}

/// Labels that CoreNLP gave, by our tokens: each of ours is annotated as the first of CoreNLP's that it overlaps.
class Carrier {
  public:
    Carrier(Corpus& corpus, bool grow)
        : tags_(corpus.tags, grow), entities_(corpus.entities, grow), relations_(corpus.relations, grow) {
        tags_("NN"), entities_("O"), relations_("dep");
    }

    Annotation carry(const TokenizedText& text, const std::vector<SilverToken>& silver) {
        const auto tokens = text.tokens();
        const auto n = static_cast<std::uint32_t>(tokens.size());
        std::vector<std::uint32_t> theirs(n, kRoot), ours(silver.size(), kRoot);
        for (std::uint32_t i = 0, s = 0; i != n; ++i) {
            while (s != silver.size() && silver[s].span.end <= tokens[i].span.begin) ++s;
            for (std::uint32_t k = s; k != silver.size() && silver[k].span.begin < tokens[i].span.end; ++k) {
                if (theirs[i] == kRoot) theirs[i] = k;
                if (ours[k] == kRoot) ours[k] = i;
            }
        }
        Annotation a;
        std::string before;
        for (std::uint32_t i = 0; i != n; ++i) {
            if (theirs[i] == kRoot) {
                a.tags.push_back(0), a.entities.push_back(0), a.relations.push_back(0), a.heads.push_back(kRoot);
                before.clear();
                continue;
            }
            const SilverToken& s = silver[theirs[i]];
            const std::string type = entity_class(s.entity);
            a.tags.push_back(tags_(s.tag));
            a.entities.push_back(entities_(type.empty() ? "O" : (type == before ? "I-" : "B-") + type));
            before = type;
            std::uint32_t h = s.head;
            while (h != kRoot && ours[h] == i) h = silver[h].head;  // joined with its head into one of ours
            std::uint32_t head = h == kRoot || ours[h] == kRoot ? kRoot : ours[h];
            std::string relation = h == kRoot ? "root" : s.relation;
            if (ours[theirs[i]] != i) head = ours[theirs[i]], relation = "dep";  // the rest of one of theirs
            if (head != kRoot && tokens[head].sentence != tokens[i].sentence) head = kRoot, relation = "root";
            a.heads.push_back(head);
            a.relations.push_back(relations_(relation));
        }
        return a;
    }

  private:
    LabelList tags_, entities_, relations_;
};

}  // namespace

Corpus load_corpus(const std::filesystem::path& folder, const std::string& part, const Vocabulary& vocabulary,
                   const Corpus* labels) {
    const Silver silver = load_silver(folder / (part + ".conll.gz"));
    const auto file = folder / (part + ".jsonl");
    std::ifstream in(file);
    if (!in) throw CorpusError(file.string() + ": can't be opened");
    Corpus corpus;
    if (labels) corpus.tags = labels->tags, corpus.entities = labels->entities, corpus.relations = labels->relations;
    Carrier carrier(corpus, labels == nullptr);
    std::uint32_t line_number = 0;
    for (std::string line; std::getline(in, line);) {
        ++line_number;
        try {
            const auto value = boost::json::parse(line);
            const auto& object = value.as_object();
            TrainingDocument d;
            d.id = field(object, "id").as_string().c_str();
            if (const auto* p = object.if_contains("publisher"); p && p->is_string())
                d.publisher = p->as_string().c_str();
            d.text = tokenize(Text::decode(std::string(field(object, "text").as_string())));
            d.words = vocabulary.words_of(d.text);
            for (const auto& a : field(object, "attributions").as_array())
                d.attributions.push_back({spans_of(a.as_object(), "source"), spans_of(a.as_object(), "cue"),
                                          spans_of(a.as_object(), "content")});
            if (const auto found = silver.find(d.id); found != silver.end())
                d.syntax = carrier.carry(d.text, found->second);
            corpus.documents.push_back(std::move(d));
        } catch (const std::exception& error) {
            throw CorpusError(file.string() + ':' + std::to_string(line_number) + ": " + error.what());
        }
    }
    return corpus;
}

}  // namespace hearsay
