// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearsay {

/// Index of a source in the run's SourceRegistry.
enum class SourceId : std::uint32_t {};

enum class SourceKind : std::uint8_t { person, organization, government, outlet, document, group, anonymous, social };
std::string_view to_string(SourceKind kind);
/// Throws std::invalid_argument for an unknown name.
SourceKind source_kind(std::string_view name);

/// By what somebody met in one document was known to be the one met in another.
enum class MergeRule : std::uint8_t {
    gazetteer,  ///< one entry of the gazetteer: an outlet's forms, a state's
    full_name,  ///< the full name, whatever its spelling
    members,    ///< a joint source of the same members
    office,     ///< known by an office alone, which only this one holds
    publisher   ///< bears the name of a publisher of the run
};
std::string_view to_string(MergeRule rule);

/// Another name under which a source was met, and why it is the same.
struct SourceMerge {
    std::string name;
    MergeRule rule = MergeRule::full_name;
    std::uint32_t document = 0;  ///< the first with that name, in input order
};

/// How the name of an unknown publisher begins; its document's id follows.
inline constexpr std::string_view kUnknownPublisher = "unknown publisher of ";

/// Somebody, or something, that a claim is ascribed to or that passed it on.
struct Source {
    std::string name;                  ///< canonical: "Kim Yong-hyun", "Yonhap News"
    SourceKind kind = SourceKind::person;
    std::vector<std::string> aliases;  ///< other forms seen or known, sorted, without `name`; at most 500 in a registry
    std::optional<double> reliability; ///< 0..1, from the user; absent where nobody said
    std::string country;               ///< ISO 3166 alpha-2, or empty
    std::string owner;                 ///< whose it is: owner or parent outlet; a state's body's state; of a person the
                                       ///< body whose office it holds or for which it speaks. Or empty
    std::string role;                  ///< office or description as written ("Defence Minister"), or empty
    bool unnamed = false;              ///< no name is known: "senior officials", "a person familiar with the matter", an unknown publisher
    /// Members that are named: of a joint source ("Seoul, Washington and Kyiv") or of a group that a named source belongs
    /// to ("Ukrainian media" over the Kyiv Post). Sorted.
    std::vector<SourceId> members;
    std::string office = {};           ///< in normal form ("defense head"); without a role, the source is known by it alone
    std::string wikidata = {};         ///< "Q..." where the gazetteer or the user says so, else empty
    std::vector<SourceMerge> merges = {}; ///< of each other name the first, at most 24; filled by the registry
};

/// The hops that one mention took, origin first, publisher last. Never empty.
using Chain = std::vector<SourceId>;

/// That of what an article tells in its own voice.
inline Chain own_chain(SourceId voice, SourceId publisher) {
    return voice == publisher ? Chain{publisher} : Chain{voice, publisher};
}

}  // namespace hearsay
