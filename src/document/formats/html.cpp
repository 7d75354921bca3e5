// SPDX-License-Identifier: Apache-2.0
#include "document/formats/format.hpp"
#include "document/html/page_text.hpp"
namespace hearsay {
bool is_html(const Sample&) { return false; }
std::unique_ptr<DocumentStream> open_html(Input input, const InputContext& context) {
    return open_text(std::move(input), context);
}
bool is_news_xml(const Sample&) { return false; }
std::unique_ptr<DocumentStream> open_news_xml(Input input, const InputContext& context) {
    return open_text(std::move(input), context);
}
bool is_warc(const Sample&) { return false; }
std::unique_ptr<DocumentStream> open_warc(Input input, const InputContext& context) {
    return open_text(std::move(input), context);
}
bool holds_markup(std::string_view) { return false; }
std::string fragment_text(std::string_view html, const InputLimits&) { return std::string(html); }
}  // namespace hearsay
