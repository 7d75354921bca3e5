// SPDX-License-Identifier: Apache-2.0
#include "cli/score_report.hpp"

#include <array>
#include <charconv>
#include <iomanip>
#include <ostream>
#include <string>
#include <string_view>

namespace hearsay::cli {

namespace {

constexpr std::array<std::string_view, kRoles> kRoleNames{"source", "cue", "content"};

/// Rounded half to even on the exact value, and the same in every locale.
std::string fixed(double value, int digits) {
    std::array<char, 64> buffer;
    const auto end = std::to_chars(buffer.begin(), buffer.end(), value, std::chars_format::fixed, digits).ptr;
    return {buffer.begin(), end};
}

std::string percent(double share) { return fixed(100 * share, 1); }

std::string triple(const Tally& tally) {
    return percent(tally.precision()) + "/" + percent(tally.recall()) + "/" + percent(tally.f1());
}

std::string bounds(std::size_t bin) {
    const auto bound = [](std::size_t i) { return fixed(static_cast<double>(i) / Calibration::kBins, 1); };
    return bound(bin) + "-" + bound(bin + 1);
}

void write_calibration(const Calibration& calibration, std::ostream& out) {
    out << "calibration of " << calibration.count() << " attributions: expected error "
        << fixed(calibration.expected_error(), 3) << ", Brier score " << fixed(calibration.brier(), 3) << '\n'
        << "confidence       count      mean     right\n";
    for (std::size_t i = 0; i != Calibration::kBins; ++i) {
        const ReliabilityBin& bin = calibration.bins()[i];
        if (bin.count == 0) continue;
        out << bounds(i) << std::setw(15) << bin.count << std::setw(10) << fixed(bin.mean_confidence(), 3)
            << std::setw(10) << fixed(bin.accuracy(), 3) << '\n';
    }
}

std::string json(const Tally& tally) {
    return "{\"p\": " + percent(tally.precision()) + ", \"r\": " + percent(tally.recall()) +
           ", \"f1\": " + percent(tally.f1()) + "}";
}

template <class Member>
void write_by_role(std::string_view name, const Member& member, std::ostream& out) {
    out << ", \"" << name << "\": {";
    for (std::size_t role = 0; role != kRoles; ++role)
        out << (role ? ", " : "") << '"' << kRoleNames[role] << "\": " << member(role);
    out << '}';
}

std::string json(std::size_t number, const ReliabilityBin& bin) {
    return "{\"begin\": " + fixed(static_cast<double>(number) / Calibration::kBins, 1) +
           ", \"count\": " + std::to_string(bin.count) + ", \"confidence\": " + fixed(bin.mean_confidence(), 4) +
           ", \"right\": " + fixed(bin.accuracy(), 4) + "}";
}

void write_json(const Calibration& calibration, std::ostream& out) {
    out << ", \"calibration\": {\"count\": " << calibration.count()
        << ", \"expected_error\": " << fixed(calibration.expected_error(), 4)
        << ", \"brier\": " << fixed(calibration.brier(), 4) << ", \"bins\": [";
    const char* separator = "";
    for (std::size_t i = 0; i != Calibration::kBins; ++i) {
        if (calibration.bins()[i].count == 0) continue;
        out << separator << json(i, calibration.bins()[i]);
        separator = ", ";
    }
    out << "]}";
}

}  // namespace

void write_table(const AttributionScores& scores, std::ostream& out) {
    out << scores.documents << " documents, " << scores.missing << " missing from the prediction\n"
        << "role              exact P/R/F1          begin P/R/F1   jaccard\n";
    for (std::size_t i = 0; i != kRoles; ++i) {
        const RoleScores& role = scores.roles[i];
        out << std::left << std::setw(8) << kRoleNames[i] << std::right << std::setw(22) << triple(role.exact)
            << std::setw(22) << triple(role.begin) << std::setw(10) << percent(role.jaccard()) << '\n';
    }
    out << "linked          " << triple(scores.linked) << '\n'
        << "linked_lenient  " << triple(scores.linked_lenient) << "\n\n";
    write_calibration(scores.calibration, out);
}

void write_json(const AttributionScores& scores, std::ostream& out) {
    out << "{\"documents\": " << scores.documents << ", \"missing\": " << scores.missing;
    write_by_role(
        "exact", [&](std::size_t role) { return json(scores.roles[role].exact); }, out);
    write_by_role(
        "begin", [&](std::size_t role) { return json(scores.roles[role].begin); }, out);
    write_by_role(
        "jaccard", [&](std::size_t role) { return percent(scores.roles[role].jaccard()); }, out);
    out << ", \"linked\": " << json(scores.linked) << ", \"linked_lenient\": " << json(scores.linked_lenient);
    write_json(scores.calibration, out);
    out << "}\n";
}

}  // namespace hearsay::cli
