// SPDX-License-Identifier: Apache-2.0
#include "cli/extract_command.hpp"

#include "cli/reporter.hpp"
#include "hearsay/render/analysis_json.hpp"

namespace hearsay::cli {

std::string ExtractCommand::details() const {
    return "Writes one JSON line per document to standard output. Without INPUT, documents are read from standard\n"
           "input, so that it can stand in a pipe.\n";
}

void ExtractCommand::take(const boost::program_options::variables_map& given) {
    reading_ = ReadingOptions::from(given);
    if (reading_.inputs.empty()) reading_.inputs.emplace_back("-");
}

ExitCode ExtractCommand::run(Console& console) {
    Reporter reporter(console, reading_);
    const auto write = [&](const Document& document, const std::vector<Attribution>& attributions) {
        reporter.note_replacements(document.id, document.text().replacements());
        print(console, [&](std::ostream& out) { write_extraction(document, attributions, out); });
    };
    extract(reading_.inputs, reporter.pipeline_options(), write, &console.in);
    return reporter.close();
}

}  // namespace hearsay::cli
