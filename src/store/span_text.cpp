// SPDX-License-Identifier: Apache-2.0
#include "store/span_text.hpp"

#include <boost/json/parse.hpp>

#include "hearsay/error.hpp"
#include "store/names.hpp"

namespace hearsay {

namespace json = boost::json;

namespace {

std::string pair_of(Span span) {
    std::string text = std::to_string(span.begin);
    return text.append(",").append(std::to_string(span.end));
}

/// Calls `take` with every element of a list of lists that begin with two numbers.
template <class Take>
void each_span(std::string_view text, const Take& take) {
    try {
        const json::value list = json::parse({text.data(), text.size()});
        for (const json::value& item : list.as_array()) {
            const json::array& parts = item.as_array();
            take(Span{parts.at(0).to_number<std::uint32_t>(), parts.at(1).to_number<std::uint32_t>()}, parts);
        }
    } catch (const std::exception& error) {
        throw ResultError(std::string("a list of spans can't be read: ") + error.what());
    }
}

}  // namespace

std::string to_json(const Spans& spans) {
    std::string text = "[";
    for (const Span span : spans) text.append(text.size() > 1 ? ",[" : "[").append(pair_of(span)).append("]");
    return text + "]";
}

std::string to_json(const std::vector<Boilerplate>& boilerplate) {
    std::string text = "[";
    for (const Boilerplate& part : boilerplate)
        text.append(text.size() > 1 ? ",[" : "[")
            .append(pair_of(part.span))
            .append(",\"")
            .append(to_string(part.kind))
            .append("\"]");
    return text + "]";
}

Spans spans_from(std::string_view text) {
    Spans spans;
    each_span(text, [&](Span span, const json::array&) { spans.push_back(span); });
    return spans;
}

std::vector<Boilerplate> boilerplate_from(std::string_view text) {
    std::vector<Boilerplate> boilerplate;
    each_span(text, [&](Span span, const json::array& parts) {
        boilerplate.push_back({span, named(std::string_view(parts.at(2).as_string()), BoilerplateKind::copyright)});
    });
    return boilerplate;
}

}  // namespace hearsay
