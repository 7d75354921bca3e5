// SPDX-License-Identifier: Apache-2.0
// Prints who is reported to have said what, and by whom it came, stage by stage.
//
//   who_said_what ARTICLE
#include <hearsay/attribution/rule_extractor.hpp>
#include <hearsay/document/reader.hpp>
#include <hearsay/resources.hpp>
#include <hearsay/source/chain_resolver.hpp>
#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: who_said_what ARTICLE\n";
        return 2;
    }
    const auto lexicons = hearsay::resource_directory() / "lexicons";
    const auto gazetteer = hearsay::Gazetteer::load(lexicons);
    const auto extractor = hearsay::RuleExtractor::load(lexicons);
    const hearsay::ChainResolver resolver{gazetteer};
    const auto known_outlet = [&](std::string_view name) { return gazetteer.outlet(name) != nullptr; };

    hearsay::DocumentReader reader({argv[1]}, [](const hearsay::Skipped& skipped) {
        std::cerr << skipped.where << ": " << skipped.cause << '\n';
    });
    while (auto raw = reader.next()) {
        const hearsay::Document document = hearsay::prepare_document(std::move(*raw), known_outlet);
        const auto attributions = extractor.extract(document);
        const hearsay::DocumentSources found = resolver.resolve(document, attributions);
        for (const hearsay::ResolvedAttribution& resolved : found.attributions) {
            for (const auto hop : resolved.chain) std::cout << found.sources[hop].name << " > ";
            std::cout << document.text().slice(attributions[resolved.attribution].content) << '\n';
        }
    }
}
