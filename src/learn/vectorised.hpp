// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Compiles a function twice, for processors with AVX2 and for all others; the program picks at start.
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define HEARSAY_VECTORISED __attribute__((target_clones("avx2", "default")))
#else
#define HEARSAY_VECTORISED
#endif
