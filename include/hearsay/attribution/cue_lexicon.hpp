// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <filesystem>

namespace hearsay {
class CueLexicon {};
}  // namespace hearsay
