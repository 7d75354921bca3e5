// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "document/self_description.hpp"

namespace hearsay {

namespace {

std::string folded(std::string_view name) {
    std::string out;
    for (const char c : name)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
            out += c;
        else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c + 32);
    return out;
}

std::string_view without_article(std::string_view name) {
    return name.starts_with("the ") || name.starts_with("The ") || name.starts_with("THE ") ? name.substr(4) : name;
}

/// Whether one name can be the other's host or a part of it: "CNN" and "www.cnn.com", "The Guardian" and
/// "society.guardian.co.uk". Short names must be a whole label, or begin one.
bool within(std::string_view name, std::string_view host) {
    const std::string wanted = folded(without_article(name));
    if (wanted.empty()) return false;
    constexpr std::size_t kLong = 5;
    while (!host.empty()) {
        const std::string_view label = host.substr(0, std::min(host.find_first_of("./:"), host.size()));
        const std::string part = folded(label);
        if (part == wanted || (wanted.size() >= 3 && part.starts_with(wanted))) return true;
        if (wanted.size() >= kLong && part.find(wanted) != part.npos) return true;
        host.remove_prefix(std::min(label.size() + 1, host.size()));
    }
    return false;
}

bool same_outlet(std::string_view a, std::string_view b) {
    const std::string x = folded(without_article(a)), y = folded(without_article(b));
    if (x == y) return true;
    const bool hosts = a.find(' ') == a.npos || b.find(' ') == b.npos;
    if (hosts && (within(a, b) || within(b, a))) return true;
    // "Associated Press" and "AP", "BBC News" and "BBC"
    const std::string& shorter = x.size() < y.size() ? x : y;
    const std::string& longer = x.size() < y.size() ? y : x;
    return shorter.size() >= 3 && longer.starts_with(shorter);
}

/// "www.bbc.co.uk" of "https://user@www.bbc.co.uk:80/news".
std::string_view host_of(std::string_view url) {
    if (const auto scheme = url.find("://"); scheme != url.npos) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const auto user = url.find('@'); user != url.npos) url.remove_prefix(user + 1);
    url = url.substr(0, url.find(':'));
    return url.starts_with("www.") ? url.substr(4) : url;
}

/// The date that many outlets put in an article's address: ".../2004/11/16/...".
CalendarDate date_in_url(std::string_view url) {
    for (std::size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
        const std::string_view part = url.substr(at + 1, 10);
        const bool year = part.size() == 10 && (part.starts_with("19") || part.starts_with("20"));
        if (!year || (part[4] != '/' && part[4] != '-') || part[7] != part[4]) continue;
        if (const CalendarDate date = find_date(part); date.day && date) return date;
    }
    return {};
}

/// Takes another outlet than the publisher for one that passed the story on.
void credit(Document& document, const std::string& name) {
    if (document.publisher && same_outlet(name, document.publisher.value)) return;
    const auto same = [&](const std::string& credited) { return same_outlet(credited, name); };
    if (std::none_of(document.credited.begin(), document.credited.end(), same)) document.credited.push_back(name);
}

void settle_publisher(Document& document, const SelfDescription& reading) {
    for (const Evidence evidence : {Evidence::dateline, Evidence::credit, Evidence::copyright})
        for (const Metadatum& outlet : reading.publishers) {
            if (outlet.evidence != evidence) continue;
            if (!document.publisher) document.publisher = outlet;
            if (evidence != Evidence::copyright) credit(document, outlet.value);
        }
    if (!document.publisher && document.url)
        document.publisher = {std::string(host_of(document.url.value)), Evidence::url};
    if (!document.publisher && !reading.own_name.empty()) document.publisher = {reading.own_name, Evidence::credit};
    if (document.publisher.value.empty()) document.publisher.evidence = Evidence::none;
    for (const std::string& name : reading.sources) credit(document, name);
}

void normalise_published(Document& document) {
    if (!document.published) return;
    const std::string iso = find_date(document.published.value).iso();
    if (iso.empty()) {
        document.fields.emplace("published", document.published.value);
        document.published = {};
    } else {
        document.published.value = iso;
    }
}

void settle_published(Document& document, const SelfDescription& reading) {
    normalise_published(document);
    if (document.published) return;
    const CalendarDate in_url = date_in_url(document.url.value);
    int year = in_url.year;
    for (const SelfDescription::Date& found : reading.dates)
        if (!year) year = found.date.year;
    // A year alone is the last resort: any fuller date is better than the one of a copyright notice.
    for (const Evidence evidence : {Evidence::dateline, Evidence::url, Evidence::header, Evidence::copyright}) {
        if (document.published) return;
        if (evidence == Evidence::url && in_url) document.published = {in_url.iso(), evidence};
        for (SelfDescription::Date found : reading.dates) {
            if (found.evidence != evidence || document.published) continue;
            if (!found.date.year) found.date.year = year;
            if (found.date) document.published = {found.date.iso(), evidence};
        }
    }
}

}  // namespace

void settle_metadata(Document& document, const SelfDescription& reading) {
    settle_published(document, reading);
    settle_publisher(document, reading);
}

}  // namespace hearsay
