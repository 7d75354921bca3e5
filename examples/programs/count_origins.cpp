// SPDX-License-Identifier: Apache-2.0
// Prints each claim's number of independent origins and why it is not more.
//
//   count_origins ARTICLES
#include <hearsay/pipeline.hpp>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: count_origins ARTICLES\n";
        return 2;
    }
    const hearsay::Analysis analysis = hearsay::analyze({argv[1]}, {});
    for (std::size_t i = 0; i < analysis.claims.size(); ++i) {
        const hearsay::Corroboration& figures = analysis.corroboration[i];
        std::cout << figures.independent_origins << " of " << figures.documents << "  " << analysis.claims[i].text
                  << "\n    " << figures.explanation << '\n';
    }
}
