// SPDX-License-Identifier: Apache-2.0
// Prints the number of tokens, as hearsay cuts them, in the documents of some inputs.
//
//   count_tokens FILE...
#include <iostream>
#include <utility>

#include "hearsay/document/reader.hpp"

int main(int argc, char** argv) {
    using namespace hearsay;
    bool complete = true;
    const auto complain = [&](const Skipped& skipped) {
        std::cerr << skipped.where << ": " << skipped.cause << '\n';
        complete = false;
    };
    DocumentReader reader({argv + 1, argv + argc}, complain);
    std::size_t tokens = 0;
    while (auto raw = reader.next()) tokens += tokenize(Text::decode(raw->text)).tokens().size();
    std::cout << tokens << '\n';
    return complete ? 0 : 1;
}
