// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace hearsay {

/// Compares with tests/render/golden/NAME byte for byte. With HEARSAY_UPDATE_GOLDEN=1 in the environment the file is
/// rewritten instead; look at the difference before it is committed.
inline void expect_golden(const std::string& name, const std::string& text) {
    const std::string path = HEARSAY_SOURCE_DIR "/tests/render/golden/" + name;
    if (std::getenv("HEARSAY_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream file(path, std::ios::binary);
    ASSERT_TRUE(file) << path << " is missing: run with HEARSAY_UPDATE_GOLDEN=1";
    EXPECT_EQ(text, std::string(std::istreambuf_iterator<char>(file), {})) << "see " << path;
}

}  // namespace hearsay
