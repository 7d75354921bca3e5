// SPDX-License-Identifier: Apache-2.0
#include "cli/batch_reporter.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <ostream>

#include "cli/printable.hpp"
#include "hearsay/error.hpp"

namespace hearsay::cli {

namespace {

constexpr std::chrono::milliseconds kBarEvery{200};
constexpr std::chrono::seconds kLineEvery{10};
constexpr std::uint64_t kMostNamed = 20;  // documents set aside that are printed; the table `errors` has all of them
constexpr int kBarWidth = 24;

/// "12,345"
std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
    return digits;
}

/// "1 claim", "2 claims"
std::string counted(std::uint64_t number, const std::string& thing) {
    return grouped(number) + " " + thing + (number == 1 ? "" : "s");
}

/// "1:02:03", "2:03"
std::string clock_time(double seconds) {
    const auto all = static_cast<long>(std::max(seconds, 0.0));
    char text[32];
    if (all >= 3600)
        std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", all / 3600, all / 60 % 60, all % 60);
    else
        std::snprintf(text, sizeof text, "%ld:%02ld", all / 60, all % 60);
    return text;
}

std::string decimal(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string time_and_memory(double seconds, std::uint64_t bytes) {
    return decimal(seconds) + " s, peak " + grouped(bytes >> 20) + " MiB";
}

std::string wording(ChangeKind kind, std::uint64_t number) {
    switch (kind) {
        case ChangeKind::corroborated:
            return counted(number, "claim") + " better corroborated";
        case ChangeKind::denied:
            return counted(number, "claim") + " denied for the first time";
        case ChangeKind::origins_merged:
            return counted(number, "claim") + " with fewer independent origins than it seemed";
        case ChangeKind::claims_merged:
            return counted(number, "claim") + " that several had been taken for";
    }
    return {};
}

}  // namespace

BatchReporter::BatchReporter(Console& console, bool quiet, const std::filesystem::path& log)
    : console_(console), quiet_(quiet), log_name_(log) {
    if (log.empty()) return;
    errno = 0;
    log_.open(log, std::ios::app);
    if (!log_) throw OutputError(log.string() + ": " + (errno ? std::strerror(errno) : "can't be written"));
}

void BatchReporter::set_aside(const Skipped& skipped) {
    const std::string text = printable(skipped.where) + ": " + printable(skipped.cause) + "; set aside";
    if (log_.is_open()) log_ << text << '\n';
    if (named_ > kMostNamed) return;
    clear_bar();
    console_.err << (named_++ < kMostNamed ? text : "More is set aside; the table errors names all of it.") << '\n';
}

void BatchReporter::advance(const BatchProgress& progress) {
    if (!progress.reading) return line("Putting all documents together.");
    const auto now = Clock::now();
    const bool bar = console_.progress && !quiet_;
    if (now - shown_ < (bar ? Clock::duration(kBarEvery) : Clock::duration(kLineEvery))) return;
    shown_ = now;
    if (bar)
        show_bar(progress);
    else
        line(std::to_string(static_cast<int>(100 * progress.share)) + " %  " + state(progress));
}

std::string BatchReporter::state(const BatchProgress& progress) const {
    const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
    const auto done = progress.stored + progress.known + progress.set_aside;
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(done) / std::max(seconds, 0.1));
    std::string text = counted(done, "document");
    text.append("  ").append(grouped(rate)).append("/s");
    if (progress.share > 0.01)
        text.append("  ").append(clock_time(seconds * (1 - progress.share) / progress.share)).append(" left");
    if (progress.set_aside > 0) text.append("  ").append(grouped(progress.set_aside)).append(" set aside");
    return text;
}

void BatchReporter::show_bar(const BatchProgress& progress) {
    const int full = static_cast<int>(kBarWidth * std::clamp(progress.share, 0.0, 1.0));
    console_.err << "\r\033[K[" << std::string(static_cast<std::size_t>(full), '#')
                 << std::string(static_cast<std::size_t>(kBarWidth - full), '.') << "] " << state(progress)
                 << std::flush;
    bar_ = true;
}

void BatchReporter::clear_bar() {
    if (bar_) console_.err << "\r\033[K" << std::flush;
    bar_ = false;
}

void BatchReporter::line(const std::string& text) {
    if (log_.is_open()) log_ << text << std::endl;
    if (quiet_) return;
    clear_bar();
    console_.err << text << '\n';
}

void BatchReporter::summarize(const BatchSummary& summary, const std::filesystem::path& folder) {
    clear_bar();
    const BatchProgress& p = summary.progress;
    std::string text = counted(p.stored, "document") + " new, " + grouped(p.known) + " known, " + grouped(p.set_aside) +
                       " set aside\n" + folder.string() + ": " + counted(summary.documents, "document") + ", " +
                       counted(summary.attributions, "attribution") + ", " + counted(summary.sources, "source") + ", " +
                       counted(summary.claims, "claim") + "\n";
    std::map<ChangeKind, std::uint64_t> changes;
    for (const ClaimChange& change : summary.changes) ++changes[change.kind];
    for (const auto& [kind, number] : changes) text += wording(kind, number) + "\n";
    if (log_.is_open()) log_ << text;
    if (!quiet_) print(console_, [&](std::ostream& out) { out << text; });
    print_times(summary);
}

void BatchReporter::print_times(const BatchSummary& summary) {
    const double rate = static_cast<double>(summary.progress.stored) /
                        std::max(0.001, summary.reading_seconds + summary.results_seconds);
    line("Each document: " + time_and_memory(summary.reading_seconds, summary.reading_bytes));
    line("All together: " + time_and_memory(summary.results_seconds, summary.results_bytes));
    line(grouped(static_cast<std::uint64_t>(rate)) + " new documents a second");
}

void BatchReporter::close() {
    if (!log_.is_open()) return;
    log_.close();
    if (!log_) throw OutputError(log_name_.string() + ": can't be written");
}

}  // namespace hearsay::cli
