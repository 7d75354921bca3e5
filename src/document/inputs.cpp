// SPDX-License-Identifier: Apache-2.0
#include "document/inputs.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <system_error>

namespace hearsay {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kManifest = "corpus.csv";

std::string name_of(const fs::path& path) { return path.filename().generic_string(); }

/// Whether a corpus.csv names files, rather than being a table of articles.
bool is_manifest(const fs::path& file, const FieldNames& names) {
    if (file.filename() != kManifest) return false;
    std::ifstream input(file, std::ios::binary);
    std::string header;
    std::getline(input, header);
    return !is_table({header, {}, true, names}) || header.find("path") != header.npos;
}

/// Whether the file's first bytes say that it is one to read.
bool looks_like_input(const fs::path& file, const FieldNames& names) {
    std::ifstream input(file, std::ios::binary);
    std::string bytes(kFirstBytes, '\0');
    input.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(input.gcount()));
    return is_unmistakable(bytes, names);
}

class Walker {
  public:
    explicit Walker(const InputContext& context) : names_(context.names), skipped_(context.skipped) {}

    void add(const fs::path& input) {
        if (input == "-") return files_.push_back({input, "-"});
        std::error_code error;
        const fs::file_status status = fs::status(input, error);
        if (status.type() == fs::file_type::not_found) return skip(input, "is not there");
        if (error) return skip(input, error.message());
        if (fs::is_directory(status)) return add_input_folder(input);
        if (!fs::is_regular_file(status)) return skip(input, "is no regular file");
        if (is_manifest(input, names_)) return add_listed(input);
        add_file(input, without_ending(name_of(input)));
    }
    /// Each file once, however often and by whatever names it was given: an article is no second one for that.
    std::vector<InputFile> take() {
        std::set<fs::path> taken;
        std::erase_if(files_, [&](const InputFile& file) {
            std::error_code error;
            const fs::path real = file.path == "-" ? file.path : fs::canonical(file.path, error);
            return !error && !taken.insert(real).second;
        });
        return std::move(files_);
    }

  private:
    void skip(const fs::path& path, const std::string& cause) { skipped_({path.generic_string(), cause}); }

    void add_file(const fs::path& path, std::string id) {
        std::error_code error;
        const std::uintmax_t bytes = fs::file_size(path, error);
        if (error) return skip(path, error.message());
        files_.push_back({path, std::move(id), bytes});
    }

    void add_input_folder(const fs::path& folder) {
        root_ = folder;
        const std::size_t before = files_.size();
        add_folder(folder);
        if (files_.size() == before) skip(folder, "holds no file that can be read as articles");
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
        if (std::any_of(entries.begin(), entries.end(), [&](const fs::path& e) { return is_manifest(e, names_); }))
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
        if (!is_input_name(name_of(path)) && !(fs::is_regular_file(status) && looks_like_input(path, names_))) return;
        if (!fs::exists(status)) return skip(path, error ? error.message() : "is a link to nowhere");
        if (!fs::is_regular_file(status)) return skip(path, "is no regular file");
        if (!is_manifest(path, names_)) add_file(path, without_ending(path.lexically_relative(root_).generic_string()));
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
            std::error_code error;
            if (!fs::is_regular_file(path, error)) continue;
            const std::size_t before = files_.size();
            add_file(path, without_ending(listed));
            if (files_.size() > before) files_.back().manifest = *manifest.find(listed);
        }
        manifest.report_missing(skipped_);
    }

    const FieldNames& names_;
    const DocumentReader::OnSkipped& skipped_;
    std::vector<InputFile> files_;
    std::vector<fs::path> open_;  ///< the folders being walked, outermost first
    fs::path root_;
};

}  // namespace

std::vector<InputFile> list_inputs(const std::vector<fs::path>& inputs, const InputContext& context) {
    Walker walker(context);
    for (const fs::path& input : inputs) walker.add(input);
    return walker.take();
}

}  // namespace hearsay
