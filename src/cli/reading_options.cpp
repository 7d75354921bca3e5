// SPDX-License-Identifier: Apache-2.0
#include "cli/reading_options.hpp"

#include <charconv>
#include <limits>
#include <stdexcept>
#include <string_view>

#include "cli/command.hpp"

namespace hearsay::cli {

namespace po = boost::program_options;

po::options_description ReadingOptions::description() {
    po::options_description options("Reading");
    options.add_options()("input", po::value<std::vector<std::string>>()->value_name("INPUT"),
                          "a file of articles (text, JSON, CSV, HTML, RSS, Atom, NewsML-G2, NITF or WARC; packed or in "
                          "an archive too), a folder of them, or - for standard input");
    options.add_options()("map", po::value<std::vector<std::string>>()->value_name("A=B,..."),
                          "which field holds id, text, publisher, published, url or title, where it is not found by "
                          "itself: text=body,publisher=source.name");
    return options.add(limits_description()).add(run_description());
}

po::options_description ReadingOptions::limits_description() {
    po::options_description options("Limits against hostile input");
    auto add = options.add_options();
    const auto value = [](const char* name) { return po::value<std::string>()->value_name(name); };
    add("max-document", value("N"), "the longest file, line, record or page that is read, in bytes; 64M unless told");
    add("max-depth", value("N"), "how deep JSON, XML and HTML may be nested, 256 unless told");
    add("max-archives", value("N"), "how many archives may lie in one another, 2 unless told");
    add("max-members", value("N"), "how many files of one archive are read, 1000000 unless told");
    add("max-ratio", value("N"), "how many times its size packed data may unpack to, 200 unless told");
    add("max-unpacked", value("N"), "how many bytes one packed file may unpack to, 1T unless told");
    return options;
}

po::options_description ReadingOptions::run_description() {
    po::options_description options("Running");
    auto add = options.add_options();
    add("model", po::value<std::string>()->value_name("NAME"),
        "what finds attributions: fast, the default, for any number of articles; accurate, better and much slower; auto, "
        "which takes accurate for up to 1 MB of files, but not for batch; or the file of an encoder's model");
    add("threads,j", po::value<std::string>()->value_name("N"),
        "worker threads; 0, the default, takes one more than the machine has. The result does not depend on it");
    add("strict", "exit with 1 when any document could not be read");
    add("quiet,q", "print no notes and no progress; documents that are skipped are still named");
    add("help,h", "show this");
    return options;
}

po::positional_options_description ReadingOptions::positionals() {
    return po::positional_options_description().add("input", -1);
}

namespace {

FieldMap field_map(const po::variables_map& given) {
    FieldMap map;
    if (!given.count("map")) return map;
    for (const std::string& written : given["map"].as<std::vector<std::string>>()) {
        try {
            map.merge(parse_field_map(written));
        } catch (const std::invalid_argument& error) {
            throw UsageError("--map takes FIELD=NAME, several separated by commas; " + std::string(error.what()) + ".");
        }
    }
    return map;
}

InputLimits limits(const po::variables_map& given) {
    constexpr unsigned kMost = std::numeric_limits<unsigned>::max();
    InputLimits limits;
    limits.document_bytes = size_in_bytes(given, "max-document").value_or(limits.document_bytes);
    limits.unpacked_bytes = size_in_bytes(given, "max-unpacked").value_or(limits.unpacked_bytes);
    if (const auto n = whole_number(given, "max-depth", 1, kMost)) limits.depth = *n;
    if (const auto n = whole_number(given, "max-archives", 0, kMost)) limits.archive_depth = *n;
    if (const auto n = whole_number(given, "max-members", 1, kMost)) limits.members = *n;
    if (const auto n = whole_number(given, "max-ratio", 1, kMost)) limits.ratio = *n;
    return limits;
}

}  // namespace

ReadingOptions ReadingOptions::from(const po::variables_map& given) {
    ReadingOptions options;
    if (given.count("input"))
        for (const auto& input : given["input"].as<std::vector<std::string>>()) options.inputs.emplace_back(input);
    options.threads = whole_number(given, "threads", 0, 256).value_or(0);
    options.strict = given.count("strict") > 0;
    options.quiet = given.count("quiet") > 0;
    if (given.count("model")) options.model = given["model"].as<std::string>();
    if (options.model.empty()) throw UsageError("--model takes fast, accurate, auto or a file, not an empty name.");
    options.input = {field_map(given), limits(given)};
    return options;
}

std::optional<std::uint64_t> size_in_bytes(const po::variables_map& given, const char* option) {
    if (!given.count(option)) return std::nullopt;
    const auto& text = given[option].as<std::string>();
    constexpr std::string_view kUnits = "KMGT";
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    const std::size_t power = unit.empty() ? 0 : kUnits.find(unit[0]) + 1;
    const bool understood = error == std::errc{} && number > 0 && unit.size() <= 1 && (unit.empty() || power > 0);
    if (understood && number <= (~std::uint64_t{0} >> 10 * power)) return number << 10 * power;
    throw UsageError("--" + std::string(option) + " takes a size in bytes, or with K, M, G or T such as 64M, not '" +
                     text + "'.");
}

std::optional<unsigned> whole_number(const po::variables_map& given, const char* option, unsigned least,
                                     unsigned most) {
    if (!given.count(option)) return std::nullopt;
    const auto& text = given[option].as<std::string>();
    unsigned number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number >= least && number <= most) return number;
    throw UsageError("--" + std::string(option) + " takes a whole number from " + std::to_string(least) + " to " +
                     std::to_string(most) + ", not '" + text + "'.");
}

}  // namespace hearsay::cli
