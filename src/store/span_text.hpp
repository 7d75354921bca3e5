// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "hearsay/document/document.hpp"

namespace hearsay {

/// "[[0,12],[30,41]]"
std::string to_json(const Spans& spans);
/// "[[0,12,\"dateline\"]]"
std::string to_json(const std::vector<Boilerplate>& boilerplate);
/// Throw ResultError for anything else.
Spans spans_from(std::string_view json);
std::vector<Boilerplate> boilerplate_from(std::string_view json);

}  // namespace hearsay
