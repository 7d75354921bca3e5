// SPDX-License-Identifier: Apache-2.0
// Draws how the best corroborated claim came about, as SVG on standard output.
//
//   draw_claim ARTICLES > claim.svg
#include <hearsay/error.hpp>
#include <hearsay/pipeline.hpp>
#include <hearsay/render/drawing.hpp>
#include <iostream>

int main(int argc, char** argv) try {
    if (argc != 2) {
        std::cerr << "usage: draw_claim ARTICLES\n";
        return 2;
    }
    const hearsay::Analysis analysis = hearsay::analyze({argv[1]}, {});
    if (analysis.claims.empty()) return 1;
    hearsay::write_svg(analysis, std::cout, {.claim = hearsay::ClaimId{0}});
} catch (const hearsay::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
