// madvise is no part of strict C.
#define _DEFAULT_SOURCE
#include "Kernels.h"

#include <immintrin.h>
#include <math.h>
#include <sys/mman.h>

// How vectors are passed to SLEEF is decided by the instruction set of the whole file, so the file is
// compiled for AVX-512 and each part is limited to what its machines have.
#pragma clang attribute push(__attribute__((target("no-avx512f,no-avx2,no-avx,no-fma,no-sse3"))), \
                             apply_to = function)

#include "Quantiles.h"

// The baseline: SSE2, and SLEEF's scalar functions without fused multiply-add.
#define VECTOR __m128d
#define LANES 2
#define SLEEF_LANES 1
#define NAME(x) baseline_##x
#define SLEEF(function, accuracy) Sleef_cinz_##function##d1_##accuracy##purec
#include "Blocks.h"
#include "Points.h"
#include "Arrays.h"
#include "Planes.h"
#include "PixelPacking.h"
#undef VECTOR
#undef LANES
#undef SLEEF_LANES
#undef NAME
#undef SLEEF
#pragma clang attribute pop

#define HARDWARE_FUSED

#pragma clang attribute push(__attribute__((target("no-avx512f,avx2,fma"))), apply_to = function)
#define VECTOR __m256d
#define LANES 4
#define SLEEF_LANES 4
#define NAME(x) avx2_##x
#define SLEEF(function, accuracy) Sleef_finz_##function##d4_##accuracy##avx2
#include "Blocks.h"
#include "Points.h"
#include "Arrays.h"
#include "Planes.h"
#include "PixelPacking.h"
#undef VECTOR
#undef LANES
#undef SLEEF_LANES
#undef NAME
#undef SLEEF
#pragma clang attribute pop

#define VECTOR __m512d
#define LANES 8
#define SLEEF_LANES 8
#define NAME(x) avx512_##x
#define SLEEF(function, accuracy) Sleef_finz_##function##d8_##accuracy##avx512f
#include "Blocks.h"
#include "Points.h"
#include "Arrays.h"

#pragma clang attribute push(__attribute__((target("no-avx512f,no-avx2,no-avx,no-fma,no-sse3"))), \
                             apply_to = function)

#include "PixelRows.h"

enum kernel_set kernel_best_set(void) {
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) return KERNEL_AVX512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return KERNEL_AVX2;
  return KERNEL_BASELINE;
}

#include "AlphaPlanes.h"

void kernel_video_planes(enum kernel_set set, const uint32_t *words, size_t width, size_t height,
                         kernel_planes planes) {
  // Bytes in vectors of 512 bits are an instruction set of their own, and memory is the limit anyway.
  if (set == KERNEL_BASELINE) {
    baseline_video_planes(words, width, height, planes);
  } else {
    avx2_video_planes(words, width, height, planes);
  }
}

void kernel_run(enum kernel_set set, const kernel_instruction *program, size_t length,
                double *const *operands, size_t count) {
  switch (set) {
    case KERNEL_AVX512: avx512_run(program, length, operands, count); break;
    case KERNEL_AVX2: avx2_run(program, length, operands, count); break;
    case KERNEL_BASELINE: baseline_run(program, length, operands, count); break;
  }
}

void kernel_matrix_product(enum kernel_set set, kernel_matrix left, kernel_matrix right,
                           double *result, size_t n, size_t k, size_t m, double *panel) {
  switch (set) {
    case KERNEL_AVX512: avx512_matrix_product(left, right, result, n, k, m, panel); break;
    case KERNEL_AVX2: avx2_matrix_product(left, right, result, n, k, m, panel); break;
    case KERNEL_BASELINE: baseline_matrix_product(left, right, result, n, k, m, panel); break;
  }
}

void kernel_reduce(enum kernel_set set, enum kernel_reduction reduction, const double *values,
                   double *result, size_t outer, size_t count, size_t inner) {
  switch (set) {
    case KERNEL_AVX512: avx512_reduce(reduction, values, result, outer, count, inner); break;
    case KERNEL_AVX2: avx2_reduce(reduction, values, result, outer, count, inner); break;
    case KERNEL_BASELINE: baseline_reduce(reduction, values, result, outer, count, inner); break;
  }
}

void kernel_stream(enum kernel_set set, const double *values, double *result, size_t count) {
  switch (set) {
    case KERNEL_AVX512: avx512_stream(values, result, count); break;
    case KERNEL_AVX2: avx2_stream(values, result, count); break;
    case KERNEL_BASELINE: baseline_stream(values, result, count); break;
  }
}

// The call for the instruction set.
#define DISPATCH(call)                          \
  switch (set) {                                \
    case KERNEL_AVX512: avx512_##call; break;   \
    case KERNEL_AVX2: avx2_##call; break;       \
    case KERNEL_BASELINE: baseline_##call; break; \
  }

void kernel_squared_distances(enum kernel_set set, kernel_points points, const double *center,
                              double *result) {
  DISPATCH(squared_distances(points, center, result))
}

void kernel_nearest(enum kernel_set set, kernel_points points, const double *centers, size_t k,
                    double *labels, double *distances) {
  DISPATCH(nearest(points, centers, k, labels, distances))
}

void kernel_mahalanobis(enum kernel_set set, kernel_points points, const double *center,
                        const double *factor, double *room, double *result) {
  DISPATCH(mahalanobis(points, center, factor, room, result))
}

void kernel_scatter(enum kernel_set set, kernel_points points, const double *weights,
                    const double *center, double *room, double *result) {
  DISPATCH(scatter(points, weights, center, room, result))
}

void kernel_shares(enum kernel_set set, double *logarithms, size_t rows, size_t count,
                   double *totals) {
  DISPATCH(shares(logarithms, rows, count, totals))
}

void kernel_gaussian_weights(enum kernel_set set, const double *distances, size_t count,
                             double nearest, double precision, double *weights, double *sums) {
  DISPATCH(gaussian_weights(distances, count, nearest, precision, weights, sums))
}

void kernel_student_forces(enum kernel_set set, const double *xs, const double *ys,
                           const double *affinities, size_t count, double x, double y,
                           double *result) {
  DISPATCH(student_forces(xs, ys, affinities, count, x, y, result))
}

double kernel_student_logarithms(enum kernel_set set, const double *xs, const double *ys,
                                 const double *affinities, size_t count, double x, double y) {
  double result = 0;
  switch (set) {
    case KERNEL_AVX512: result = avx512_student_logarithms(xs, ys, affinities, count, x, y); break;
    case KERNEL_AVX2: result = avx2_student_logarithms(xs, ys, affinities, count, x, y); break;
    case KERNEL_BASELINE: result = baseline_student_logarithms(xs, ys, affinities, count, x, y); break;
  }
  return result;
}

void kernel_prefetch(const double *values, size_t count) {
  for (size_t i = 0; i < count; i += 8) __builtin_prefetch(values + i, 0, 2);
}

void kernel_finish_streams(void) { _mm_sfence(); }

void kernel_expect_filling(void *memory, size_t bytes) {
  // Half of what filling 8 MB costs otherwise is one page fault for every 4 kB of it.
  const uintptr_t page = 2 << 20;
  uintptr_t start = ((uintptr_t)memory + page - 1) & ~(page - 1);
  uintptr_t end = ((uintptr_t)memory + bytes) & ~(page - 1);
  // A hint: where it is refused nothing is lost.
  if (end > start) (void)madvise((void *)start, end - start, MADV_HUGEPAGE);
}

void kernel_pack_rows(kernel_rows rows, uint8_t *bytes) {
  pixel_pack(rows, kernel_best_set(), bytes);
}

size_t kernel_deflate_rows(kernel_rows rows, const uint8_t *packed, uint32_t *room, uint8_t *result) {
  return pixel_deflate(rows, packed, room, result);
}

#pragma clang attribute pop
