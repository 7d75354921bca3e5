// SPDX-License-Identifier: Apache-2.0
#include "encoder/products.hpp"

#include <omp.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <oneapi/dnnl/dnnl.hpp>

#include "encoder/kernels.hpp"

namespace hearsay::encoder {

namespace {

using dnnl::memory;
using Type = memory::data_type;

// Products are compiled for so many rows, so that few are; the rows beyond what is asked for are computed in vain.
constexpr std::size_t kRowStep = 32, kTypicalRows = 320;
std::size_t padded(std::size_t rows) { return (rows + kRowStep - 1) / kRowStep * kRowStep; }

memory::dim dim(std::size_t n) { return static_cast<memory::dim>(n); }

const dnnl::engine& engine() {
    static const dnnl::engine instance(dnnl::engine::kind::cpu, 0);
    return instance;
}

Type type_of(Precision precision) { return precision == Precision::whole ? Type::s8 : Type::f32; }

/// rows × inputs times inputs × outputs, the weights as `weights` says they lie.
dnnl::matmul::primitive_desc linear_product(std::size_t rows, const memory::desc& weights) {
    const Type type = weights.data_type();
    const auto inputs = weights.dims()[0], outputs = weights.dims()[1];
    const memory::desc source({dim(rows), inputs}, type, memory::format_tag::ab);
    const memory::desc result({dim(rows), outputs}, type == Type::s8 ? Type::s32 : type, memory::format_tag::ab);
    return {dnnl::matmul::desc(source, weights, result), engine()};
}

}  // namespace

struct LinearMaps::Data {
    std::vector<LinearWeights> weights;
    std::vector<memory> laid_out;
    Precision precision;
};

LinearMaps::LinearMaps(const std::vector<LinearWeights>& weights, Precision precision)
    : data_(std::make_unique<Data>(Data{weights, {}, precision})) {
    omp_set_num_threads(1);
    dnnl::stream stream(engine());
    std::vector<float> single;
    for (const LinearWeights& w : weights) {
        const memory::dims dims{dim(w.inputs), dim(w.outputs)};
        const void* values = w.values.data();
        if (precision == Precision::single) {
            single.resize(w.values.size());
            for (std::size_t i = 0; i != single.size(); ++i)
                single[i] = static_cast<float>(w.values[i]) * w.scales[i / w.inputs];
            values = single.data();
        }
        const Type type = type_of(precision);
        memory given({dims, type, memory::format_tag::ba}, engine(), const_cast<void*>(values));
        // As oneDNN likes them for a typical window; products with more or fewer rows take them as they then lie.
        const memory::desc any(dims, type, memory::format_tag::any);
        memory laid_out(linear_product(kTypicalRows, any).weights_desc(), engine());
        dnnl::reorder(given, laid_out).execute(stream, given, laid_out);
        stream.wait();
        data_->laid_out.push_back(std::move(laid_out));
    }
}

LinearMaps::LinearMaps() = default;
LinearMaps::~LinearMaps() = default;
LinearMaps::LinearMaps(LinearMaps&&) noexcept = default;
LinearMaps& LinearMaps::operator=(LinearMaps&&) noexcept = default;

struct Products::Data {
    const LinearMaps::Data& maps;
    dnnl::stream stream{engine()};
    std::map<std::array<std::size_t, 3>, dnnl::matmul> linear_products{};   // by rows, inputs, outputs
    std::map<std::array<std::size_t, 4>, dnnl::matmul> batched_products{};  // by matrices, rows, inner, columns
    std::vector<std::int8_t> whole{};
    std::vector<std::int32_t> sums{};
    std::vector<float> scales{}, single{}, queries{}, keys{}, values{}, weights{}, mixed{};

    /// Of `heads` pairs of matrices: rows × inner and inner × columns.
    void product(std::size_t heads, std::size_t rows, std::size_t inner, std::size_t columns, std::vector<float>& a,
                 std::vector<float>& b, std::vector<float>& out) {
        const auto desc = [&](std::size_t n, std::size_t m) {
            return memory::desc({dim(heads), dim(n), dim(m)}, Type::f32, memory::format_tag::abc);
        };
        const auto left = desc(rows, inner), right = desc(inner, columns), result = desc(rows, columns);
        const std::array key{heads, rows, inner, columns};
        auto found = batched_products.find(key);
        if (found == batched_products.end())
            found = batched_products.emplace(key, dnnl::matmul({{left, right, result}, engine()})).first;
        found->second.execute(stream, {{DNNL_ARG_SRC, {left, engine(), a.data()}},
                                       {DNNL_ARG_WEIGHTS, {right, engine(), b.data()}},
                                       {DNNL_ARG_DST, {result, engine(), out.data()}}});
        stream.wait();
    }
};

Products::Products(const LinearMaps& maps) : data_(std::make_unique<Data>(Data{maps.data()})) {}
Products::~Products() = default;

void Products::linear(std::size_t map, std::span<const float> rows, std::vector<float>& out) {
    omp_set_num_threads(1);
    Data& d = *data_;
    const LinearWeights& w = d.maps.weights[map];
    const std::size_t count = rows.size() / w.inputs, all = padded(count);
    const std::array key{all, w.inputs, w.outputs};
    auto found = d.linear_products.find(key);
    if (found == d.linear_products.end())
        found = d.linear_products.emplace(key, linear_product(all, d.maps.laid_out[map].get_desc())).first;
    out.resize(all * w.outputs);
    const bool whole = d.maps.precision == Precision::whole;
    void *source, *result = out.data();
    if (whole) {
        d.whole.resize(all * w.inputs);
        d.scales.resize(count);
        d.sums.resize(all * w.outputs);
        quantise(rows, w.inputs, d.whole, d.scales);
        source = d.whole.data();
        result = d.sums.data();
    } else {
        d.single.assign(rows.begin(), rows.end());
        d.single.resize(all * w.inputs);
        source = d.single.data();
    }
    const memory::desc in({dim(all), dim(w.inputs)}, whole ? Type::s8 : Type::f32, memory::format_tag::ab);
    const memory::desc made({dim(all), dim(w.outputs)}, whole ? Type::s32 : Type::f32, memory::format_tag::ab);
    found->second.execute(d.stream, {{DNNL_ARG_SRC, {in, engine(), source}},
                                     {DNNL_ARG_WEIGHTS, d.maps.laid_out[map]},
                                     {DNNL_ARG_DST, {made, engine(), result}}});
    d.stream.wait();
    out.resize(count * w.outputs);
    if (whole)
        scale_up(d.sums, d.scales, w.scales, w.bias, out);
    else
        add_bias(out, w.bias);
}

void Products::attend(std::span<const float> qkv, std::size_t heads, std::size_t width, std::span<const float> bias,
                      std::size_t reach, std::span<float> out) {
    Data& d = *data_;
    const std::size_t rows = qkv.size() / (3 * width), depth = width / heads, all = padded(rows);
    // What an earlier text left in the rows beyond is finite, and comes into no row that is asked for.
    d.queries.resize(heads * all * depth);
    d.keys.resize(heads * all * depth);
    d.values.resize(heads * all * depth);
    for (std::size_t r = 0; r != rows; ++r) {
        const float* const row = qkv.data() + r * 3 * width;
        for (std::size_t h = 0; h != heads; ++h) {
            std::copy_n(row + h * depth, depth, d.queries.data() + (h * all + r) * depth);
            std::copy_n(row + 2 * width + h * depth, depth, d.values.data() + (h * all + r) * depth);
            for (std::size_t i = 0; i != depth; ++i) d.keys[(h * depth + i) * all + r] = row[width + h * depth + i];
        }
    }
    d.weights.resize(heads * all * all);
    d.mixed.resize(heads * all * depth);
    d.product(heads, all, depth, all, d.queries, d.keys, d.weights);
    const float factor = 1 / std::sqrt(static_cast<float>(depth));
    for (std::size_t h = 0; h != heads; ++h)
        for (std::size_t r = 0; r != rows; ++r) {
            float* const row = d.weights.data() + (h * all + r) * all;
            const auto of_row = bias.empty() ? bias : bias.subspan(h * (2 * reach + 1) + reach - r, rows);
            softmax({row, rows}, factor, of_row);
            std::fill(row + rows, row + all, 0.0F);
        }
    d.product(heads, all, all, depth, d.weights, d.values, d.mixed);
    for (std::size_t r = 0; r != rows; ++r)
        for (std::size_t h = 0; h != heads; ++h)
            std::copy_n(d.mixed.data() + (h * all + r) * depth, depth, out.data() + r * width + h * depth);
}

}  // namespace hearsay::encoder
