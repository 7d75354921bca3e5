// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>

#include "hearsay/source/gazetteer.hpp"

namespace hearsay {

/// What makes "South Korea's military" and "the South Korean military" one: the state's code and the key of what
/// follows its name; empty where `name` doesn't begin with a form of that state, or nothing follows.
std::string state_body_key(const Gazetteer& gazetteer, std::string_view name, std::string_view country);

/// Whether the body speaks for itself rather than for its state's government: a parliament, a court.
bool separate_power(std::string_view name);

/// Makes a body that state's; its government's bodies speak for the state.
void make_of_state(Source& body, const Country& state);

}  // namespace hearsay
