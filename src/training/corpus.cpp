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

namespace hearsay {

namespace {

/// One token of CoreNLP; its head is the index of a token in the document, or kRoot.
struct SilverToken {
    Span span;
    std::string tag, entity, relation;
    std::uint32_t head;
};
using Silver = std::unordered_map<std::string, std::vector<SilverToken>>;

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t tab; (tab = line.find('\t')) != line.npos; line.remove_prefix(tab + 1))
        fields.push_back(line.substr(0, tab));
    fields.push_back(line);
    return fields;
}

std::uint32_t number(std::string_view digits, const std::string& where) {
    std::uint32_t value = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), value).ec != std::errc())
        throw InputError(where + ": \"" + std::string(digits) + "\" is no number");
    return value;
}

Silver load_silver(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw InputError(file.string() + ": can't be opened");
    boost::iostreams::filtering_istream lines;
    lines.push(boost::iostreams::gzip_decompressor());
    lines.push(in);
    constexpr std::string_view kDocument = "# doc = ";
    Silver documents;
    std::vector<SilverToken>* document = nullptr;
    std::uint32_t sentence = 0, line_number = 0;
    for (std::string line; std::getline(lines, line);) {
        const std::string where = file.string() + ':' + std::to_string(++line_number);
        if (line.starts_with(kDocument)) {
            document = &documents[line.substr(kDocument.size())];
            sentence = 0;
        } else if (line.empty()) {
            if (document) sentence = static_cast<std::uint32_t>(document->size());
        } else {
            const auto f = fields_of(line);
            if (!document || f.size() != 9) throw InputError(where + ": expected 9 fields of a token");
            const std::uint32_t head = number(f[5], where);
            document->push_back({{number(f[7], where), number(f[8], where)}, std::string(f[3]), std::string(f[4]),
                                 std::string(f[6]), head ? sentence + head - 1 : kRoot});
        }
    }
    return documents;
}

Spans spans_of(const boost::json::object& attribution, std::string_view role) {
    Spans spans;
    if (const auto* list = attribution.if_contains(role); list && list->is_array())
        for (const auto& pair : list->as_array())
            spans.push_back({pair.as_array().at(0).to_number<std::uint32_t>(),
                             pair.as_array().at(1).to_number<std::uint32_t>()});
    return spans;
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
    if (!in) throw InputError(file.string() + ": can't be opened");
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
            d.id = object.at("id").as_string().c_str();
            if (const auto* p = object.if_contains("publisher"); p && p->is_string()) d.publisher = p->as_string().c_str();
            d.text = tokenize(Text::decode(std::string(object.at("text").as_string())));
            d.words = vocabulary.words_of(d.text);
            for (const auto& a : object.at("attributions").as_array())
                d.attributions.push_back({spans_of(a.as_object(), "source"), spans_of(a.as_object(), "cue"),
                                          spans_of(a.as_object(), "content")});
            if (const auto found = silver.find(d.id); found != silver.end()) d.syntax = carrier.carry(d.text, found->second);
            corpus.documents.push_back(std::move(d));
        } catch (const std::exception& error) {
            throw InputError(file.string() + ':' + std::to_string(line_number) + ": " + error.what());
        }
    }
    return corpus;
}

}  // namespace hearsay
