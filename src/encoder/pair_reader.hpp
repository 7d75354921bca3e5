// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "encoder/products.hpp"

namespace hearsay::encoder {

/// How the statements of two articles relate, as probabilities; what is missing to 1 is that they state other facts.
struct Relation {
    float same = 0;      ///< one fact
    float part = 0;      ///< the one states the other's fact among others, or both a third
    float contrary = 0;  ///< the one denies what the other asserts, or both cannot be true
};

/// Tells whether two statements state one fact. The lower layers of the attribution encoder read each statement by
/// itself, once; layers of the pair model then read the two side by side (deferred interaction: MacAvaney et al. 2020,
/// "Efficient document re-ranking for transformers by precomputing term representations").
///
///   const PairReader reader(encoder, pairs);
///   PairReader::Worker worker(reader);
///   const auto a = worker.read("The dam broke"), b = worker.read("A dam burst on Friday");
///   const PairReader::Pair pair{&a, &b};
///   worker.relate({&pair, 1}).front().same;
///
/// Immutable; shared by all threads. What two statements are to each other does not depend on what is asked beside.
class PairReader {
  public:
    /// Throws ResourceError for a file that is missing, damaged, of another kind, or made for another encoder.
    PairReader(const std::filesystem::path& encoder, const std::filesystem::path& pairs,
               Precision precision = Precision::whole);
    ~PairReader();

    /// A row for each piece, as the upper halves of floats: 50 kB or so.
    using Statement = std::vector<std::uint16_t>;
    using Pair = std::pair<const Statement*, const Statement*>;

    /// One thread's scratch space.
    class Worker {
      public:
        explicit Worker(const PairReader& reader);
        ~Worker();
        Worker(Worker&&) noexcept;
        /// Of a long text the first word pieces, as many as the model takes.
        Statement read(std::string_view text);
        std::vector<Relation> relate(std::span<const Pair> pairs);

      private:
        struct Data;
        std::unique_ptr<Data> data_;
    };

  private:
    struct Model;
    std::unique_ptr<const Model> model_;
};

}  // namespace hearsay::encoder
