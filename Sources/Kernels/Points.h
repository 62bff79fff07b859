// Distances, moments and forces of points, for one instruction set; included once for each, after
// Blocks.h and before Arrays.h.
//
// Sums over points are kept in eight lanes whatever the width of a vector, and added up in one order, so
// that their bits do not depend on the instruction set.

#define PARTS (8 / LANES)

// Points that are handled together where the sums of one point wait for each other.
#define TOGETHER 4

static inline double NAME(sum_of_eight)(const VECTOR *parts) {
  double r[8];
  for (size_t v = 0; v < PARTS; v++) STORE(r + v * LANES, parts[v]);
  return ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
}

// The values of the lanes that stand for one of `count` things, 0 elsewhere.
static inline VECTOR NAME(kept)(VECTOR x, size_t first, size_t count) {
  if (first + LANES <= count) return x;
  for (size_t lane = 0; lane < LANES; lane++) {
    if (first + lane >= count) x[lane] = 0;
  }
  return x;
}

static inline VECTOR NAME(squared_distance)(kernel_points points, size_t i, const double *center) {
  VECTOR sum = NAME(splat)(0);
  for (size_t j = 0; j < points.dimensions; j++) {
    VECTOR x = LOAD(points.start + j * points.count + i) - center[j];
    sum = NAME(fused)(x, x, sum);
  }
  return sum;
}

static void NAME(squared_distances)(kernel_points points, const double *center, double *result) {
  for (size_t i = 0; i < points.count; i += LANES) {
    STORE(result + i, NAME(squared_distance)(points, i, center));
  }
}

static void NAME(nearest)(kernel_points points, const double *centers, size_t k, double *labels,
                          double *distances) {
  for (size_t i = 0; i < points.count; i += LANES) {
    VECTOR best = NAME(splat)(INFINITY), label = NAME(splat)(0);
    for (size_t c = 0; c < k; c++) {
      VECTOR distance = NAME(squared_distance)(points, i, centers + c * points.dimensions);
      label = NAME(choose)(distance < best, NAME(splat)((double)c), label);
      best = NAME(choose)(distance < best, distance, best);
    }
    STORE(labels + i, label);
    STORE(distances + i, best);
  }
}

static inline __attribute__((always_inline)) void NAME(mahalanobis_block)(
    size_t vectors, kernel_points points, size_t i, const double *center, const double *factor,
    double *room, double *result) {
  size_t d = points.dimensions;
  for (size_t j = 0; j < d; j++) {
    for (size_t v = 0; v < vectors; v++) {
      STORE(room + (j * vectors + v) * LANES,
            LOAD(points.start + j * points.count + i + v * LANES) - center[j]);
    }
  }
  VECTOR sums[TOGETHER];
  for (size_t v = 0; v < vectors; v++) sums[v] = NAME(splat)(0);
  for (size_t j = 0; j < d; j++) {
    VECTOR y[TOGETHER];
    for (size_t v = 0; v < vectors; v++) y[v] = NAME(splat)(0);
    for (size_t l = 0; l <= j; l++) {
      VECTOR weight = NAME(splat)(factor[j * d + l]);
      for (size_t v = 0; v < vectors; v++) {
        y[v] = NAME(fused)(weight, LOAD(room + (l * vectors + v) * LANES), y[v]);
      }
    }
    for (size_t v = 0; v < vectors; v++) sums[v] = NAME(fused)(y[v], y[v], sums[v]);
  }
  for (size_t v = 0; v < vectors; v++) STORE(result + i + v * LANES, sums[v]);
}

static void NAME(mahalanobis)(kernel_points points, const double *center, const double *factor,
                              double *room, double *result) {
  size_t i = 0;
  for (; i + TOGETHER * LANES <= points.count; i += TOGETHER * LANES) {
    NAME(mahalanobis_block)(TOGETHER, points, i, center, factor, room, result);
  }
  for (; i < points.count; i += LANES) {
    NAME(mahalanobis_block)(1, points, i, center, factor, room, result);
  }
}

static void NAME(scatter)(kernel_points points, const double *weights, const double *center,
                          double *room, double *result) {
  size_t d = points.dimensions;
  double *sums = room, *offsets = room + d * d * 8, *weighted = offsets + d * KERNEL_SCATTER_BLOCK;
  for (size_t i = 0; i < d * d * 8; i++) sums[i] = 0;
  for (size_t start = 0; start < points.count; start += KERNEL_SCATTER_BLOCK) {
    size_t rest = points.count - start;
    size_t size = rest < KERNEL_SCATTER_BLOCK ? rest : KERNEL_SCATTER_BLOCK;
    for (size_t j = 0; j < d; j++) {
      const double *column = points.start + j * points.count + start;
      for (size_t i = 0; i < size; i += LANES) {
        VECTOR x = LOAD(column + i) - center[j];
        STORE(offsets + j * KERNEL_SCATTER_BLOCK + i, x);
        STORE(weighted + j * KERNEL_SCATTER_BLOCK + i, x * LOAD(weights + start + i));
      }
    }
    for (size_t j = 0; j < d; j++) {
      for (size_t l = 0; l <= j; l++) {
        const double *a = weighted + j * KERNEL_SCATTER_BLOCK, *b = offsets + l * KERNEL_SCATTER_BLOCK;
        double *sum = sums + (j * d + l) * 8;
        for (size_t v = 0; v < PARTS; v++) {
          VECTOR total = LOAD(sum + v * LANES);
          for (size_t i = v * LANES; i < size; i += 8) {
            total = NAME(fused)(LOAD(a + i), LOAD(b + i), total);
          }
          STORE(sum + v * LANES, total);
        }
      }
    }
  }
  for (size_t j = 0; j < d; j++) {
    for (size_t l = 0; l <= j; l++) {
      VECTOR parts[PARTS];
      for (size_t v = 0; v < PARTS; v++) parts[v] = LOAD(sums + (j * d + l) * 8 + v * LANES);
      result[j * d + l] = result[l * d + j] = NAME(sum_of_eight)(parts);
    }
  }
}

static void NAME(shares)(double *logarithms, size_t rows, size_t count, double *totals) {
  for (size_t i = 0; i < count; i += LANES) {
    VECTOR largest = LOAD(logarithms + i);
    for (size_t row = 1; row < rows; row++) {
      VECTOR x = LOAD(logarithms + row * count + i);
      largest = NAME(choose)(x > largest, x, largest);
    }
    largest = NAME(choose)(largest > -INFINITY, largest, NAME(splat)(0));
    VECTOR sum = NAME(splat)(0);
    for (size_t row = 0; row < rows; row++) {
      VECTOR x = NAME(exp)(LOAD(logarithms + row * count + i) - largest);
      STORE(logarithms + row * count + i, x);
      sum += x;
    }
    for (size_t row = 0; row < rows; row++) {
      STORE(logarithms + row * count + i, LOAD(logarithms + row * count + i) / sum);
    }
    STORE(totals + i, largest + NAME(log)(sum));
  }
}

static void NAME(gaussian_weights)(const double *distances, size_t count, double nearest,
                                   double precision, double *weights, double *sums) {
  VECTOR totals[PARTS], moments[PARTS];
  for (size_t v = 0; v < PARTS; v++) totals[v] = moments[v] = NAME(splat)(0);
  for (size_t i = 0; i < count; i += 8) {
    for (size_t v = 0; v < PARTS; v++) {
      size_t first = i + v * LANES;
      VECTOR x = LOAD(distances + first) - nearest;
      VECTOR weight = NAME(kept)(NAME(exp)(-precision * x), first, count);
      STORE(weights + first, weight);
      totals[v] += weight;
      moments[v] = NAME(fused)(weight, x, moments[v]);
    }
  }
  sums[0] = NAME(sum_of_eight)(totals);
  sums[1] = NAME(sum_of_eight)(moments);
}

static void NAME(student_forces)(const double *xs, const double *ys, const double *affinities,
                                 size_t count, double x, double y, double *result) {
  VECTOR sums[5][PARTS];
  for (size_t s = 0; s < 5; s++) {
    for (size_t v = 0; v < PARTS; v++) sums[s][v] = NAME(splat)(0);
  }
  for (size_t i = 0; i < count; i += 8) {
    for (size_t v = 0; v < PARTS; v++) {
      size_t first = i + v * LANES;
      VECTOR dx = x - LOAD(xs + first), dy = y - LOAD(ys + first);
      VECTOR q = 1 / NAME(fused)(dx, dx, NAME(fused)(dy, dy, NAME(splat)(1)));
      q = NAME(kept)(q, first, count);
      VECTOR pull = LOAD(affinities + first) * q, push = q * q;
      sums[0][v] = NAME(fused)(pull, dx, sums[0][v]);
      sums[1][v] = NAME(fused)(pull, dy, sums[1][v]);
      sums[2][v] = NAME(fused)(push, dx, sums[2][v]);
      sums[3][v] = NAME(fused)(push, dy, sums[3][v]);
      sums[4][v] += q;
    }
  }
  for (size_t s = 0; s < 5; s++) result[s] = NAME(sum_of_eight)(sums[s]);
}

static double NAME(student_logarithms)(const double *xs, const double *ys, const double *affinities,
                                       size_t count, double x, double y) {
  VECTOR sums[PARTS];
  for (size_t v = 0; v < PARTS; v++) sums[v] = NAME(splat)(0);
  for (size_t i = 0; i < count; i += 8) {
    for (size_t v = 0; v < PARTS; v++) {
      size_t first = i + v * LANES;
      VECTOR dx = x - LOAD(xs + first), dy = y - LOAD(ys + first);
      VECTOR weight = NAME(kept)(LOAD(affinities + first), first, count);
      sums[v] += weight * NAME(log1p)(NAME(fused)(dx, dx, dy * dy));
    }
  }
  return NAME(sum_of_eight)(sums);
}

#undef PARTS
#undef TOGETHER
