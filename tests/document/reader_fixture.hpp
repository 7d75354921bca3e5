// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gmock/gmock.h>

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "hearsay/document/reader.hpp"
#include "support/temporary_folder.hpp"

namespace hearsay::test {

/// Reads inputs out of a folder of its own and records what is skipped, with paths from that folder.
class ReaderFixture : public ::testing::Test {
  protected:
    std::vector<RawDocument> read(const std::vector<std::filesystem::path>& inputs, std::string standard_input = "") {
        std::istringstream in(std::move(standard_input));
        const auto record = [this](const Skipped& s) { skipped_.push_back(relative(s.where) + ": " + s.cause); };
        DocumentReader reader(inputs, record, &in, options_);
        std::vector<RawDocument> found;
        while (auto document = reader.next()) found.push_back(std::move(*document));
        EXPECT_EQ(reader.bytes_read(), reader.bytes_total());
        return found;
    }
    /// What a file of these bytes holds.
    std::vector<RawDocument> read_file(const std::string& name, std::string_view bytes) {
        return read({folder_.write(name, bytes)});
    }
    std::vector<std::string> ids(const std::vector<std::filesystem::path>& inputs, std::string standard_input = "") {
        std::vector<std::string> found;
        for (const RawDocument& document : read(inputs, std::move(standard_input))) found.push_back(document.id);
        return found;
    }
    static std::vector<std::string> texts(const std::vector<RawDocument>& documents) {
        std::vector<std::string> found;
        for (const RawDocument& document : documents) found.push_back(document.text);
        return found;
    }
    std::string relative(std::string where) const {
        const std::string folder = (folder_.path() / "").generic_string();
        return where.starts_with(folder) ? where.substr(folder.size()) : where;
    }
    std::filesystem::path path(const std::string& name = "") const {
        return name.empty() ? folder_.path() : folder_.path() / name;
    }

    TemporaryFolder folder_;
    InputOptions options_;
    std::vector<std::string> skipped_;
};

}  // namespace hearsay::test
