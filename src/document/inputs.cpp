// SPDX-License-Identifier: Apache-2.0
#include "document/inputs.hpp"

#include <algorithm>
#include <optional>
#include <system_error>

namespace hearsay {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kManifest = "corpus.csv";

struct Ending {
    std::string_view text;
    FileKind kind;
    bool in_folders;  ///< read when met in a folder, not only when named outright
};

constexpr Ending kEndings[] = {
    {".jsonl.gz", FileKind::json_lines_gz, true}, {".ndjson.gz", FileKind::json_lines_gz, true},
    {".jsonl", FileKind::json_lines, true},       {".ndjson", FileKind::json_lines, true},
    {".json", FileKind::json_lines, false},       {".txt", FileKind::text, true}};

const Ending* ending_of(const fs::path& path) {
    std::string name = path.filename().generic_string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const auto* found = std::find_if(std::begin(kEndings), std::end(kEndings), [&](const Ending& e) {
        return name.size() > e.text.size() && name.ends_with(e.text);
    });
    return found == std::end(kEndings) ? nullptr : found;
}

std::string without_ending(const fs::path& path) {
    std::string name = path.generic_string();
    if (const Ending* ending = ending_of(path))
        name.resize(name.size() - ending->text.size());
    else
        name.resize(name.size() - path.extension().generic_string().size());
    return name;
}

class Walker {
  public:
    explicit Walker(const DocumentReader::OnSkipped& skipped) : skipped_(skipped) {}

    void add(const fs::path& input) {
        if (input == "-") return files_.push_back({input, "-", FileKind::standard_input, 0, {}});
        std::error_code error;
        const fs::file_status status = fs::status(input, error);
        if (status.type() == fs::file_type::not_found) return skip(input, "is not there");
        if (error) return skip(input, error.message());
        if (fs::is_directory(status)) return add_input_folder(input);
        if (!fs::is_regular_file(status)) return skip(input, "is no regular file");
        if (input.filename() == kManifest) return add_listed(input);
        const Ending* ending = ending_of(input);
        add_file(input, without_ending(input.filename()), ending ? ending->kind : FileKind::text);
    }
    std::vector<InputFile> take() { return std::move(files_); }

  private:
    void skip(const fs::path& path, const std::string& cause) { skipped_({path.generic_string(), cause}); }

    void add_file(const fs::path& path, std::string id, FileKind kind) {
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(path, error);
        if (error) return skip(path, error.message());
        files_.push_back({path, std::move(id), kind, bytes, {}});
    }

    void add_input_folder(const fs::path& folder) {
        root_ = folder;
        const std::size_t before = files_.size();
        add_folder(folder);
        if (files_.size() == before) skip(folder, "holds no .txt, .jsonl or .jsonl.gz file");
    }
    void add_folder(const fs::path& folder) {
        std::error_code error;
        const fs::path real = fs::canonical(folder, error);
        if (error) return skip(folder, error.message());
        if (std::find(open_.begin(), open_.end(), real) != open_.end())
            return skip(folder, "leads back to a folder that holds it");
        const std::vector<fs::path> entries = entries_of(folder);
        open_.push_back(real);
        const std::size_t first = files_.size();
        for (const fs::path& entry : entries) add_entry(entry);
        open_.pop_back();
        if (std::any_of(entries.begin(), entries.end(), [](const fs::path& e) { return e.filename() == kManifest; }))
            apply_manifest(folder, first);
    }
    /// In name order.
    std::vector<fs::path> entries_of(const fs::path& folder) {
        std::error_code error;
        std::vector<fs::path> entries;
        fs::directory_iterator entry(folder, error);
        for (; !error && entry != fs::directory_iterator(); entry.increment(error)) entries.push_back(entry->path());
        if (error) skip(folder, error.message());
        std::sort(entries.begin(), entries.end(),
                  [](const fs::path& a, const fs::path& b) { return a.filename().native() < b.filename().native(); });
        return entries;
    }
    void add_entry(const fs::path& path) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (fs::is_directory(status)) return add_folder(path);
        const Ending* ending = ending_of(path);
        if (!ending || !ending->in_folders) return;
        if (!fs::exists(status)) return skip(path, error ? error.message() : "is a link to nowhere");
        if (!fs::is_regular_file(status)) return skip(path, "is no regular file");
        add_file(path, without_ending(path.lexically_relative(root_)), ending->kind);
    }

    /// An inner folder's manifest comes first and is not overridden by an outer one.
    void apply_manifest(const fs::path& folder, std::size_t first) {
        Manifest manifest(folder / kManifest, skipped_);
        for (std::size_t i = first; i < files_.size(); ++i) {
            const Manifest::Row* row = manifest.find(files_[i].path.lexically_relative(folder));
            if (row && files_[i].manifest.columns.empty()) files_[i].manifest = *row;
        }
        manifest.report_missing(skipped_);
    }
    /// A manifest named outright stands for the files that it lists.
    void add_listed(const fs::path& manifest_file) {
        Manifest manifest(manifest_file, skipped_);
        const fs::path folder = manifest_file.parent_path().empty() ? "." : manifest_file.parent_path();
        for (const std::string& listed : manifest.paths()) {
            const fs::path path = folder / listed;
            const Ending* ending = ending_of(path);
            std::error_code error;
            if (!fs::is_regular_file(path, error)) continue;
            const std::size_t before = files_.size();
            add_file(path, without_ending(listed), ending ? ending->kind : FileKind::text);
            if (files_.size() > before) files_.back().manifest = *manifest.find(listed);
        }
        manifest.report_missing(skipped_);
    }

    const DocumentReader::OnSkipped& skipped_;
    std::vector<InputFile> files_;
    std::vector<fs::path> open_;  ///< the folders being walked, outermost first
    fs::path root_;
};

}  // namespace

std::vector<InputFile> list_inputs(const std::vector<fs::path>& inputs, const DocumentReader::OnSkipped& skipped) {
    Walker walker(skipped);
    for (const fs::path& input : inputs) walker.add(input);
    return walker.take();
}

}  // namespace hearsay
