// SPDX-License-Identifier: Apache-2.0
#include "claim/story.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "in_parallel.hpp"

namespace hearsay {
namespace {

constexpr double kNoName = 0.5;
constexpr double kTelling = 3;  // rarity of a name that is more than "Inc" or "President"

void sort_distinct(std::vector<TermId>& terms) {
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
}

}  // namespace

std::optional<std::int32_t> day_number(std::string_view iso) {
    using namespace std::chrono;
    int year_number = 0;
    unsigned month_number = 0, day_of_month = 15;
    const auto field = [&](std::size_t at, std::size_t size, auto& value) {
        return iso.size() >= at + size &&
               std::from_chars(iso.data() + at, iso.data() + at + size, value).ptr == iso.data() + at + size;
    };
    if (!field(0, 4, year_number) || !field(5, 2, month_number)) return std::nullopt;
    field(8, 2, day_of_month);
    const year_month_day date{year{year_number}, month{month_number}, day{day_of_month}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date}.time_since_epoch().count();
}

void DocumentTerms::add(std::uint32_t document, std::string_view published, const Content& content) {
    if (document >= lists_.size()) lists_.resize(document + 1);
    lists_[document].day = day_number(published);
    for (const Term& term : content.terms) {
        lists_[document].terms.push_back(term.id);
        lists_[document].forms.push_back(term.form);
    }
}

void DocumentTerms::add_sources(std::uint32_t document, std::vector<TermId> forms) {
    if (document >= lists_.size()) lists_.resize(document + 1);
    lists_[document].names = std::move(forms);
}

std::vector<std::uint32_t> DocumentTerms::articles(std::size_t terms, std::size_t documents) const {
    std::vector<std::uint32_t> articles(terms), last(terms, 0);  // the last document that counted, from 1
    for (std::uint32_t d = 0; d < documents; ++d)
        for (const TermId form : lists_[d].forms)
            if (std::exchange(last[static_cast<std::size_t>(form)], d + 1) != d + 1)
                ++articles[static_cast<std::size_t>(form)];
    return articles;
}

Stories::Stories(DocumentTerms documents, const TermWeights& weights, unsigned threads)
    : lists_(std::move(documents.lists_)), weights_(weights), norms_(lists_.size()), signatures_(lists_.size()) {
    constexpr std::size_t kBlock = 1024;  // documents
    in_parallel(threads, (lists_.size() + kBlock - 1) / kBlock, [&] {
        return [&](std::size_t block) {
            for (std::size_t d = block * kBlock; d < std::min(lists_.size(), (block + 1) * kBlock); ++d) measure(d);
        };
    });
}

void Stories::measure(std::size_t document) {
    auto& [terms, forms, names, day] = lists_[document];
    sort_distinct(terms);
    sort_distinct(forms);
    std::ranges::copy_if(forms, std::back_inserter(names), [this](TermId f) { return weights_.is_name(f); });
    std::erase_if(names, [this](TermId form) { return weights_.rarity(form) < kTelling; });
    sort_distinct(names);
    names.shrink_to_fit();
    double sum = 0;
    for (const TermId form : forms) sum += square(form);
    norms_[document] = std::sqrt(sum);
    for (const TermId term : terms) signatures_[document].add(term);
}

double Stories::square(TermId form) const {
    const double rarity = weights_.rarity(form);
    return rarity * rarity * (weights_.is_name(form) ? 1 : kNoName);
}

std::int32_t Stories::days_apart(std::uint32_t a, std::uint32_t b) const {
    const auto x = lists_[a].day, y = lists_[b].day;
    return x && y ? std::abs(*x - *y) : 0;
}

bool Stories::strangers(std::uint32_t a, std::uint32_t b) const {
    const auto &x = lists_[a].names, &y = lists_[b].names;
    if (x.empty() || y.empty()) return false;
    for (auto i = x.begin(), j = y.begin(); i != x.end() && j != y.end();) {
        if (*i == *j) return false;
        ++(*i < *j ? i : j);
    }
    return true;
}

bool Stories::holds(std::uint32_t document, TermId term) const {
    if (!signatures_[document].may_hold(term)) return false;
    const auto& terms = lists_[document].terms;
    return std::binary_search(terms.begin(), terms.end(), term);
}

double Stories::overlap(std::uint32_t a, std::uint32_t b, double most) const {
    const auto &x = lists_[a].forms, &y = lists_[b].forms;
    const double whole = norms_[a] * norms_[b], enough = most * whole;
    if (whole == 0) return 0;
    double shared = 0;
    for (auto i = x.begin(), j = y.begin(); i != x.end() && j != y.end();) {
        const TermId p = *i, q = *j;
        if (p == q) {
            shared += square(p);
            if (shared >= enough) return most;
        }
        i += p <= q, j += q <= p;  // not branches: which list goes on no processor could guess
    }
    return shared / whole;
}

}  // namespace hearsay
