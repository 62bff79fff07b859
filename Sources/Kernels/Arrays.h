// Matrix products and reductions of one instruction set; included once for each, after Blocks.h.

#define TILE_ROWS (LANES == 8 ? 8 : 4)
#define PANEL (2 * LANES)

// A tile of at most 8 rows and 2 vectors, whose sums stay in registers. `rows` and `vectors` are
// constants at every call, so that the loops over them are unrolled.
static inline __attribute__((always_inline)) void NAME(tile)(
    size_t rows, size_t vectors, const double *left, size_t row_step, size_t inner_step,
    const double *right, size_t right_step, double *result, size_t result_step, size_t columns,
    size_t k) {
  VECTOR sums[8][2];
  for (size_t row = 0; row < rows; row++) {
    for (size_t v = 0; v < vectors; v++) sums[row][v] = NAME(splat)(0);
  }
  for (size_t inner = 0; inner < k; inner++) {
    VECTOR values[2];
    for (size_t v = 0; v < vectors; v++) values[v] = LOAD(right + inner * right_step + v * LANES);
    for (size_t row = 0; row < rows; row++) {
      VECTOR factor = NAME(splat)(left[row * row_step + inner * inner_step]);
      for (size_t v = 0; v < vectors; v++) {
        sums[row][v] = NAME(fused)(factor, values[v], sums[row][v]);
      }
    }
  }
  for (size_t row = 0; row < rows; row++) {
    for (size_t v = 0; v < vectors; v++) {
      double *target = result + row * result_step + v * LANES;
      if (columns >= (v + 1) * LANES) {
        STORE(target, sums[row][v]);
      } else {
        for (size_t i = 0; v * LANES + i < columns; i++) target[i] = sums[row][v][i];
      }
    }
  }
}

// All rows of a panel of columns.
static inline __attribute__((always_inline)) void NAME(panel)(
    size_t vectors, kernel_matrix left, const double *right, size_t right_step, double *result,
    size_t result_step, size_t columns, size_t n, size_t k) {
  size_t row = 0;
  for (; row + TILE_ROWS <= n; row += TILE_ROWS) {
    NAME(tile)(TILE_ROWS, vectors, left.start + row * left.row_step, left.row_step, left.column_step,
               right, right_step, result + row * result_step, result_step, columns, k);
  }
  for (; row < n; row++) {
    NAME(tile)(1, vectors, left.start + row * left.row_step, left.row_step, left.column_step, right,
               right_step, result + row * result_step, result_step, columns, k);
  }
}

static void NAME(matrix_product)(kernel_matrix left, kernel_matrix right, double *result, size_t n,
                                 size_t k, size_t m, double *panel) {
  for (size_t column = 0; column < m; column += PANEL) {
    size_t columns = m - column < PANEL ? m - column : PANEL;
    size_t width = columns <= LANES ? LANES : PANEL;
    const double *values = right.start + column * right.column_step;
    size_t step = right.row_step;
    // Few rows do not repay a copy, and few columns are near each other as they are.
    if (right.column_step != 1 || columns < width || (n > 16 && m > 64)) {
      for (size_t inner = 0; inner < k; inner++) {
        for (size_t i = 0; i < width; i++) {
          panel[inner * width + i] =
              i < columns ? values[inner * right.row_step + i * right.column_step] : 0;
        }
      }
      values = panel;
      step = width;
    }
    if (width == LANES) {
      NAME(panel)(1, left, values, step, result + column, m, columns, n, k);
    } else {
      NAME(panel)(2, left, values, step, result + column, m, columns, n, k);
    }
  }
}

// NumPy's pairwise sum: eight sums side by side in runs of up to 128, and halves of longer ones.
static double NAME(pairwise_sum)(const double *values, size_t count) {
  if (count < 8) {
    if (count == 0) return 0;
    double sum = values[0];
    for (size_t i = 1; i < count; i++) sum += values[i];
    return sum;
  }
  if (count > 128) {
    size_t half = count / 2 / 8 * 8;
    return NAME(pairwise_sum)(values, half) + NAME(pairwise_sum)(values + half, count - half);
  }
  VECTOR sums[8 / LANES];
  for (size_t v = 0; v < 8 / LANES; v++) sums[v] = LOAD(values + v * LANES);
  size_t i = 8;
  for (; i + 8 <= count; i += 8) {
    for (size_t v = 0; v < 8 / LANES; v++) sums[v] += LOAD(values + i + v * LANES);
  }
  double r[8];
  for (size_t v = 0; v < 8 / LANES; v++) STORE(r + v * LANES, sums[v]);
  double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
  for (; i < count; i++) sum += values[i];
  return sum;
}

static inline double NAME(larger)(double x, double y) { return x > y || x != x ? x : y; }

static double NAME(largest)(const double *values, size_t count) {
  VECTOR best[8 / LANES];
  for (size_t v = 0; v < 8 / LANES; v++) best[v] = NAME(splat)(-INFINITY);
  size_t i = 0;
  for (; i + 8 <= count; i += 8) {
    for (size_t v = 0; v < 8 / LANES; v++) {
      VECTOR x = best[v], y = LOAD(values + i + v * LANES);
      best[v] = NAME(choose)((x > y) | (x != x), x, y);
    }
  }
  double result = -INFINITY;
  for (size_t lane = 0; lane < 8; lane++) {
    result = NAME(larger)(result, best[lane / LANES][lane % LANES]);
  }
  for (; i < count; i++) result = NAME(larger)(result, values[i]);
  return result;
}

// One vector, or its first lanes, of the rows below one another.
static inline VECTOR NAME(column)(enum kernel_reduction reduction, const double *values, size_t rows,
                                  size_t step) {
  VECTOR x = LOAD(values);
  for (size_t row = 1; row < rows; row++) {
    VECTOR y = LOAD(values + row * step);
    x = reduction == KERNEL_SUM ? x + y : NAME(choose)((x > y) | (x != x), x, y);
  }
  return x;
}

static void NAME(reduce)(enum kernel_reduction reduction, const double *values, double *result,
                         size_t outer, size_t count, size_t inner) {
  if (count == 0) {
    for (size_t i = 0; i < outer * inner; i++) result[i] = reduction == KERNEL_SUM ? 0 : -INFINITY;
    return;
  }
  for (size_t i = 0; i < outer; i++, values += count * inner, result += inner) {
    if (inner == 1) {
      *result = reduction == KERNEL_SUM ? NAME(pairwise_sum)(values, count)
                                        : NAME(largest)(values, count);
      continue;
    }
    size_t j = 0;
    for (; j + LANES <= inner; j += LANES) {
      STORE(result + j, NAME(column)(reduction, values + j, count, inner));
    }
    for (; j < inner; j++) {
      double x = values[j];
      for (size_t row = 1; row < count; row++) {
        double y = values[row * inner + j];
        x = reduction == KERNEL_SUM ? x + y : NAME(larger)(x, y);
      }
      result[j] = x;
    }
  }
}

// Past the caches: what is too large for them would only be read into them to be overwritten.
static void NAME(stream)(const double *values, double *result, size_t count) {
  size_t i = 0;
  for (; i < count && (uintptr_t)(result + i) % sizeof(VECTOR) != 0; i++) result[i] = values[i];
  for (; i + LANES <= count; i += LANES) {
    __builtin_nontemporal_store(LOAD(values + i), (VECTOR *)(result + i));
  }
  for (; i < count; i++) result[i] = values[i];
}

#undef LOAD
#undef STORE
#undef TILE_ROWS
#undef PANEL
