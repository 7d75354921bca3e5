// SPDX-License-Identifier: Apache-2.0
#include "cli/reporter.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include "cli/model_choice.hpp"
#include "cli/printable.hpp"

namespace hearsay::cli {

PipelineOptions Reporter::pipeline_options() {
    PipelineOptions options;
    options.threads = options_.threads;
    options.input = options_.input;
    options.encoder = encoder_for(options_, console_);
    options.skipped = [this](const Skipped& skipped) { skip(skipped); };
    if (console_.progress && !options_.quiet) options.progress = [this](double share) { advance(share); };
    return options;
}

void Reporter::note(std::string_view where, std::string_view what) {
    if (!options_.quiet) line(where, what);
}

void Reporter::note_replacements(std::string_view document, std::uint32_t replacements) {
    if (replacements == 0) return;
    note(document, "not valid UTF-8; " + std::to_string(replacements) +
                       (replacements == 1 ? " sequence was replaced" : " sequences were replaced") + " by U+FFFD");
}

ExitCode Reporter::close() {
    clear_progress();
    if (skipped_ == 0) return ExitCode::success;
    console_.err << skipped_ << (skipped_ == 1 ? " input was skipped.\n" : " inputs were skipped.\n");
    return options_.strict ? ExitCode::failure : ExitCode::success;
}

void Reporter::skip(const Skipped& skipped) {
    ++skipped_;
    line(skipped.where, skipped.cause + "; skipped");
}

void Reporter::advance(double share) {
    const int percent = static_cast<int>(100 * std::clamp(share, 0.0, 1.0));
    if (percent == percent_) return;
    percent_ = percent;
    console_.err << "\r\033[Kreading: " << percent << " %" << std::flush;
}

void Reporter::clear_progress() {
    if (percent_ >= 0) console_.err << "\r\033[K" << std::flush;
    percent_ = -1;
}

void Reporter::line(std::string_view where, std::string_view what) {
    clear_progress();
    console_.err << printable(where) << ": " << printable(what) << '\n';
}

}  // namespace hearsay::cli
