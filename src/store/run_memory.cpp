// SPDX-License-Identifier: Apache-2.0
#include "store/run_memory.hpp"

#include <algorithm>
#include <bit>
#include <span>

#include "claim/hashing.hpp"
#include "hearsay/resources.hpp"
#include "store/byte_stream.hpp"

namespace hearsay {

namespace {

/// Rises when a block's format changes, or a rule by which what it holds was found.
constexpr int kMemoryVersion = 7;
constexpr std::size_t kBlockItems = std::size_t{1} << 16;
constexpr std::uint64_t kMost = std::uint64_t{1} << 32;

constexpr const char* kTerms = "terms";
constexpr const char* kMentions = "mentions";
constexpr const char* kContents = "contents";
constexpr const char* kPairs = "pairs";
constexpr const char* kJoined = "joined";
constexpr const char* kCopies = "copies";

std::string opening() { return "hearsay " + std::string(version()) + ", memory " + std::to_string(kMemoryVersion); }

std::uint64_t checksum(std::string_view bytes) {
    std::uint64_t sum = bytes.size();
    for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), sizeof word);
        sum = mix(sum ^ word);
    }
    for (const char c : bytes) sum = mix(sum ^ static_cast<unsigned char>(c));
    return sum;
}

/// Small numbers of either sign as small numbers.
std::uint64_t folded(std::int64_t value) {
    return value < 0 ? 2 * static_cast<std::uint64_t>(-value) - 1 : 2 * static_cast<std::uint64_t>(value);
}
std::int64_t unfolded(std::uint64_t value) {
    return value & 1 ? -static_cast<std::int64_t>(value / 2) - 1 : static_cast<std::int64_t>(value / 2);
}

/// A number that stands as its distance from `base`.
std::uint32_t near(ByteReader& in, std::uint32_t base, std::uint64_t limit) {
    const std::int64_t value = std::int64_t{base} + unfolded(in.index(2 * kMost - 1));
    if (value < 0 || static_cast<std::uint64_t>(value) >= limit) ByteReader::fail();
    return static_cast<std::uint32_t>(value);
}

void write_real(ByteWriter& out, float value) { out.number(std::bit_cast<std::uint32_t>(value)); }
float read_real(ByteReader& in) { return std::bit_cast<float>(in.index(kMost)); }

/// Adds the items as blocks of `part`, each with what it needs to be known again.
template <class Item, class Write>
void put(MemoryBlocks& blocks, const char* part, bool replaces, std::span<const Item> items, const Write& write) {
    while (!items.empty() || replaces) {
        const auto some = items.first(std::min(items.size(), replaces ? items.size() : kBlockItems));
        ByteWriter out;
        out.text(opening());
        out.list(some, [&](const Item& item) { write(out, item); });
        std::string bytes = out.take();
        ByteWriter end;
        end.fixed(checksum(bytes));
        blocks.push_back({part, replaces, bytes + end.take()});
        items = items.subspan(some.size());
        if (replaces) return;
    }
}

/// Calls read(in) for every item of a part.
template <class Read>
void get(Database& database, const char* part, const Read& read) {
    Query query(database, "SELECT bytes FROM memory WHERE part = ? ORDER BY block");
    query.bind(part);
    while (query.next()) {
        std::string_view bytes = query.text(0);
        if (bytes.size() < 8) ByteReader::fail();
        if (ByteReader(bytes.substr(bytes.size() - 8)).fixed<std::uint64_t>() !=
            checksum(bytes.substr(0, bytes.size() - 8)))
            ByteReader::fail();
        bytes.remove_suffix(8);
        ByteReader in(bytes);
        if (in.text() != opening()) ByteReader::fail();
        for (std::uint64_t left = in.index(kMost); left != 0; --left) read(in);
        if (!in.empty()) ByteReader::fail();
    }
}

void write_content(ByteWriter& out, const Content& content) {
    std::uint32_t id = 0;
    out.list(content.terms, [&](const Term& term) {
        out.number(static_cast<std::uint32_t>(term.id) - id);
        id = static_cast<std::uint32_t>(term.id);
        out.number(folded(std::int64_t{static_cast<std::uint32_t>(term.form)} - id));
        out.number(term.contrary | term.negated << 1 | term.untouched << 2 | term.counted << 3 | term.supposed << 4 |
                   term.slot << 5);
    });
    out.list(content.quantities, [&](const Quantity& quantity) {
        out.fixed(std::bit_cast<std::uint64_t>(quantity.low));
        out.fixed(std::bit_cast<std::uint64_t>(quantity.high));
        out.number(quantity.dimension);
        out.number(quantity.open_below | quantity.open_above << 1);
    });
}

Content read_content(ByteReader& in, std::size_t terms) {
    Content content;
    std::uint32_t id = 0;
    content.terms = in.list([&] {
        id += in.index(terms - id);
        const std::uint32_t form = near(in, id, terms), rest = in.index(std::uint64_t{1} << 13);
        return Term{.id = TermId{id},
                    .form = TermId{form},
                    .contrary = (rest & 1) != 0,
                    .negated = (rest & 2) != 0,
                    .untouched = (rest & 4) != 0,
                    .supposed = (rest & 16) != 0,
                    .counted = (rest & 8) != 0,
                    .slot = static_cast<std::uint8_t>(rest >> 5)};
    });
    content.quantities = in.list([&] {
        Quantity quantity;
        quantity.low = std::bit_cast<double>(in.fixed<std::uint64_t>());
        quantity.high = std::bit_cast<double>(in.fixed<std::uint64_t>());
        quantity.dimension = in.index(kMost);
        const std::uint32_t open = in.index(4);
        quantity.open_below = (open & 1) != 0, quantity.open_above = (open & 2) != 0;
        return quantity;
    });
    return content;
}

void write_likeness(ByteWriter& out, const Likeness& likeness) {
    const unsigned agreement = likeness.agreement == 0                 ? 0
                               : likeness.agreement == likeness.score  ? 1
                               : likeness.agreement == -likeness.score ? 2
                                                                       : 3;
    write_real(out, likeness.score);
    out.number(agreement | likeness.opposed << 2 | likeness.other_amounts << 3 | likeness.exclusive << 4 |
               likeness.one_event << 5);
    if (agreement == 3) write_real(out, likeness.agreement);
    out.number(likeness.told);
}

Likeness read_likeness(ByteReader& in) {
    Likeness likeness;
    likeness.score = read_real(in);
    const std::uint32_t flags = in.index(64);
    likeness.opposed = (flags & 4) != 0;
    likeness.other_amounts = (flags & 8) != 0;
    likeness.exclusive = (flags & 16) != 0;
    likeness.one_event = (flags & 32) != 0;
    if ((flags & 3) == 3) likeness.agreement = read_real(in);
    if ((flags & 3) == 1) likeness.agreement = likeness.score;
    if ((flags & 3) == 2) likeness.agreement = -likeness.score;
    likeness.told = static_cast<std::uint8_t>(in.index(256));
    return likeness;
}

/// A pair that made two groups one.
struct JoiningPair {
    std::size_t skipped;  ///< pairs since the last one
    Joined cores, groups;
};

std::vector<JoiningPair> joining(const std::vector<LikePair>& pairs) {
    std::vector<JoiningPair> found;
    std::size_t next = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i].cores == Joined::no && pairs[i].groups == Joined::no) continue;
        found.push_back({i - next, pairs[i].cores, pairs[i].groups});
        next = i + 1;
    }
    return found;
}

void read_pairs(Database& database, ClaimMemory& memory) {
    get(database, kPairs, [&](ByteReader& in) {
        LikePair& pair = memory.pairs.emplace_back();
        pair.later = in.index(memory.contents.size());
        pair.earlier = in.index(pair.later);
        pair.likeness = read_likeness(in);
    });
    if (!std::ranges::is_sorted(memory.pairs, liker)) std::ranges::sort(memory.pairs, liker);
    std::uint64_t next = 0;
    get(database, kJoined, [&](ByteReader& in) {
        next += in.index(memory.pairs.size() - next);
        const std::uint32_t outcome = in.index(9);
        memory.pairs[next].cores = static_cast<Joined>(outcome % 3);
        memory.pairs[next].groups = static_cast<Joined>(outcome / 3);
        ++next;
    });
}

ClaimMemory read_claims(Database& database) {
    ClaimMemory memory;
    get(database, kTerms, [&](ByteReader& in) {
        memory.terms.push_back(in.text());
        auto& [capital, small, first] = memory.spellings.emplace_back();
        capital = in.index(kMost), small = in.index(kMost), first = in.index(kMost);
    });
    get(database, kContents, [&](ByteReader& in) { memory.contents.push_back(read_content(in, memory.terms.size())); });
    std::uint32_t stated = 0;
    get(database, kMentions, [&](ByteReader& in) {
        const auto m = static_cast<std::uint32_t>(memory.mentions.size());
        auto& [proposition, basis, obscurity] = memory.mentions.emplace_back();
        const std::uint64_t same = in.index(kMost);
        proposition = same == 0 ? stated++ : stated - static_cast<std::uint32_t>(same);
        if (proposition >= stated || stated > memory.contents.size()) ByteReader::fail();
        if (in.index(2)) basis = near(in, m, kMost);
        obscurity = read_real(in);
    });
    if (stated != memory.contents.size()) ByteReader::fail();
    for (const auto& mention : memory.mentions)
        if (mention.basis && *mention.basis >= memory.mentions.size()) ByteReader::fail();
    read_pairs(database, memory);
    return memory;
}

NearDuplicates::Memory read_copies(Database& database) {
    NearDuplicates::Memory memory;
    get(database, kCopies, [&](ByteReader& in) {
        const auto d = static_cast<std::uint32_t>(memory.stories.size());
        const auto original = [&]() -> std::optional<DocumentId> {
            const auto id = in.optional(kMost - 1);
            return id ? std::optional(DocumentId{*id}) : std::nullopt;
        };
        memory.stories.push_back(DocumentId{near(in, d, std::uint64_t{d} + 1)});
        CopyOf& copy = memory.copies.emplace_back();
        copy.version_of = original(), copy.reprint_of = original();
    });
    for (const CopyOf& copy : memory.copies)
        for (const auto& original : {copy.version_of, copy.reprint_of})
            if (original && static_cast<std::size_t>(*original) >= memory.copies.size()) ByteReader::fail();
    return memory;
}

}  // namespace

void encode(const ClaimMemory& memory, MemoryBlocks& blocks) {
    std::vector<std::uint32_t> terms;
    for (std::size_t id = memory.before.terms; id < memory.terms.size(); ++id)
        terms.push_back(static_cast<std::uint32_t>(id));
    put(blocks, kTerms, false, std::span<const std::uint32_t>(terms), [&](ByteWriter& out, std::uint32_t id) {
        out.text(memory.terms[id]);
        for (const std::uint32_t times :
             {memory.spellings[id].capital, memory.spellings[id].small, memory.spellings[id].first})
            out.number(times);
    });
    put(blocks, kContents, false, std::span(memory.contents).subspan(memory.before.contents), write_content);
    auto m = static_cast<std::uint32_t>(memory.before.mentions);
    auto stated = static_cast<std::uint32_t>(memory.before.contents);
    put(blocks, kMentions, false, std::span(memory.mentions).subspan(m),
        [&](ByteWriter& out, const ClaimMemory::KnownMention& mention) {
            const bool is_new = mention.proposition == stated;
            out.number(is_new ? 0 : stated - mention.proposition);
            stated += is_new;
            out.number(mention.basis.has_value());
            if (mention.basis) out.number(folded(std::int64_t{*mention.basis} - m));
            write_real(out, mention.obscurity);
            ++m;
        });
    std::vector<LikePair> pairs;
    std::ranges::copy_if(memory.pairs, std::back_inserter(pairs),
                         [&](const LikePair& pair) { return pair.later >= memory.before.contents; });
    put(blocks, kPairs, false, std::span<const LikePair>(pairs), [](ByteWriter& out, const LikePair& pair) {
        out.number(pair.later);
        out.number(pair.earlier);
        write_likeness(out, pair.likeness);
    });
    const std::vector<JoiningPair> joined = joining(memory.pairs);
    put(blocks, kJoined, true, std::span<const JoiningPair>(joined), [](ByteWriter& out, const JoiningPair& pair) {
        out.number(pair.skipped);
        out.number(static_cast<unsigned>(pair.cores) + 3 * static_cast<unsigned>(pair.groups));
    });
}

void encode(const NearDuplicates::Memory& memory, MemoryBlocks& blocks) {
    std::uint32_t d = 0;
    put(blocks, kCopies, true, std::span<const CopyOf>(memory.copies), [&](ByteWriter& out, const CopyOf& copy) {
        out.number(folded(std::int64_t{static_cast<std::uint32_t>(memory.stories[d])} - d));
        for (const auto& original : {copy.version_of, copy.reprint_of})
            out.optional(original ? std::optional(static_cast<std::uint32_t>(*original)) : std::nullopt);
        ++d;
    });
}

void write_memory(Database& database, const MemoryBlocks& blocks) {
    Query clear(database, "DELETE FROM memory WHERE part = ?");
    Query append(database, "INSERT INTO memory SELECT ?1, coalesce(max(block), 0) + 1, ?2 FROM memory WHERE part = ?1");
    for (const MemoryBlock& block : blocks) {
        if (block.replaces) clear.execute(block.part);
        append.execute(block.part, Blob{block.bytes});
    }
}

void forget_memory(Database& database) { database.run("DELETE FROM memory"); }

std::optional<RunMemory> read_memory(Database& database) {
    const auto rows = [&](const char* table) {
        return static_cast<std::size_t>(database.integer(std::string("SELECT count(*) FROM ") + table));
    };
    try {
        RunMemory memory{read_claims(database), read_copies(database)};
        if (memory.claims.mentions.size() == rows("mention_rows WHERE NOT in_part") &&
            memory.copies.copies.size() == rows("placements"))
            return memory;
    } catch (const ResultError&) {  // as good as none
    }
    return std::nullopt;
}

}  // namespace hearsay
