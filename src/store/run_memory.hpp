// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "claim/claim_memory.hpp"
#include "hearsay/claim/near_duplicates.hpp"
#include "store/database.hpp"

namespace hearsay {

/// What the steps over all documents found that stays true when documents are added. A cache: without it they find the
/// same again.
struct RunMemory {
    ClaimMemory claims;
    NearDuplicates::Memory copies;
};

/// A piece of a memory as it is stored: what came with some documents, or, of some parts, what takes the place of the
/// former piece.
struct MemoryBlock {
    const char* part;
    bool replaces;
    std::string bytes;
};
using MemoryBlocks = std::vector<MemoryBlock>;

/// Appends what is new since `memory.before`.
void encode(const ClaimMemory& memory, MemoryBlocks& blocks);
void encode(const NearDuplicates::Memory& memory, MemoryBlocks& blocks);

/// Inside a Transaction, with the results that they belong to.
void write_memory(Database& database, const MemoryBlocks& blocks);
void forget_memory(Database& database);
/// Nothing where there is none, or where it is damaged, of another version, or not of the run's present results.
std::optional<RunMemory> read_memory(Database& database);

}  // namespace hearsay
