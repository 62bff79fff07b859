#pragma once

#include <stddef.h>
#include <stdint.h>

/// Every block holds a multiple of this many doubles, the widest vector of any instruction set.
#define KERNEL_LANES 8

/// What one instruction computes; the numbers are those of Swift's `UnaryFunction` and its siblings.
enum kernel_operation {
  // One operand.
  KERNEL_COPY = 0,
  KERNEL_NEGATE,
  KERNEL_ABSOLUTE,
  KERNEL_SIGN,
  KERNEL_FLOOR,
  KERNEL_CEILING,
  KERNEL_ROUND,
  KERNEL_TRUNCATE,
  KERNEL_SQUARE_ROOT,
  KERNEL_CUBE_ROOT,
  KERNEL_SINE,
  KERNEL_COSINE,
  KERNEL_TANGENT,
  KERNEL_ARC_SINE,
  KERNEL_ARC_COSINE,
  KERNEL_ARC_TANGENT,
  KERNEL_HYPERBOLIC_SINE,
  KERNEL_HYPERBOLIC_COSINE,
  KERNEL_HYPERBOLIC_TANGENT,
  KERNEL_AREA_SINE,
  KERNEL_AREA_COSINE,
  KERNEL_AREA_TANGENT,
  KERNEL_EXPONENTIAL,
  KERNEL_EXPONENTIAL_MINUS_ONE,
  KERNEL_POWER_OF_TWO,
  KERNEL_LOGARITHM,
  KERNEL_LOGARITHM_OF_ONE_PLUS,
  KERNEL_BINARY_LOGARITHM,
  KERNEL_DECIMAL_LOGARITHM,
  KERNEL_ERROR_FUNCTION,
  KERNEL_COMPLEMENTARY_ERROR_FUNCTION,
  KERNEL_LOGARITHM_OF_GAMMA,
  KERNEL_GAMMA,
  KERNEL_DIGAMMA,
  KERNEL_NORMAL_QUANTILE,
  KERNEL_SIGMOID,
  KERNEL_SOFTPLUS,
  KERNEL_NOT,
  KERNEL_IS_FINITE,
  KERNEL_IS_NAN,
  KERNEL_HYPERBOLIC_SECANT_SQUARED,
  KERNEL_STIRLING_ERROR,
  KERNEL_STIRLING_SLOPE,

  // One operand and two results, the second one where `b` says; the operand is a block.
  KERNEL_SINE_AND_COSINE,

  // Two operands.
  KERNEL_ADD = 64,
  KERNEL_SUBTRACT,
  KERNEL_MULTIPLY,
  KERNEL_DIVIDE,
  KERNEL_POWER,
  KERNEL_REMAINDER,
  KERNEL_MINIMUM,
  KERNEL_MAXIMUM,
  KERNEL_ARC_TANGENT_OF_RATIO,
  KERNEL_HYPOTENUSE,
  KERNEL_LESS,
  KERNEL_LESS_OR_EQUAL,
  KERNEL_EQUAL,
  KERNEL_NOT_EQUAL,
  KERNEL_AND,
  KERNEL_OR,
  KERNEL_POLYGAMMA,
  KERNEL_DEVIANCE,
  KERNEL_REGULARIZED_GAMMA,
  KERNEL_COMPLEMENTARY_REGULARIZED_GAMMA,
  KERNEL_GAMMA_QUANTILE,
  KERNEL_POISSON_QUANTILE,

  // Three operands.
  KERNEL_SELECT = 128,
  KERNEL_MULTIPLY_ADD,
  KERNEL_MULTIPLY_SUBTRACT,
  KERNEL_SUBTRACT_PRODUCT,
  KERNEL_REGULARIZED_BETA,
  KERNEL_BETA_QUANTILE,
  KERNEL_BINOMIAL_QUANTILE,
  KERNEL_NEGATIVE_BINOMIAL_QUANTILE,
};

/// One step of a flat program: operands and result are indices into a table of blocks.
typedef struct kernel_instruction {
  uint16_t operation;
  /// Bit i is set where operand i is a single number, read once, and not a block.
  uint16_t scalars;
  uint32_t result;
  uint32_t a;
  uint32_t b;
  uint32_t c;
} kernel_instruction;

/// An instruction set that the kernels are built for, the more capable the higher.
enum kernel_set {
  KERNEL_BASELINE = 0,
  KERNEL_AVX2 = 1,
  KERNEL_AVX512 = 2,
};

/// The most capable instruction set of this machine.
enum kernel_set kernel_best_set(void);

/// Runs a program over blocks of `count` doubles, a multiple of KERNEL_LANES.
///
/// AVX2 and AVX-512 give the same bits. The baseline, for machines without fused multiply-add, gives
/// the same bits in arithmetic and differs by a unit in the last place in elementary functions.
void kernel_run(enum kernel_set set, const kernel_instruction *program, size_t length,
                double *const *operands, size_t count);

/// A matrix in memory: element (i, j) lies i row steps and j column steps behind the first.
typedef struct kernel_matrix {
  const double *start;
  size_t row_step;
  size_t column_step;
} kernel_matrix;

/// Room that a matrix product needs beside its operands, in doubles for each row of the right one.
#define KERNEL_PANEL 16

/// Writes the product of an n × k and a k × m matrix to an n × m matrix in row-major order.
///
/// Each element is summed in ascending order of k with fused multiply-add, so its bits depend on
/// neither the instruction set nor the steps. `panel` holds k times KERNEL_PANEL doubles.
void kernel_matrix_product(enum kernel_set set, kernel_matrix left, kernel_matrix right,
                           double *result, size_t n, size_t k, size_t m, double *panel);

/// How numbers become one.
enum kernel_reduction {
  KERNEL_SUM = 0,
  KERNEL_LARGEST = 1,
};

/// Reduces the middle axis of an outer × count × inner box of numbers.
///
/// Where inner is 1, sums are made pairwise in NumPy's order and so with NumPy's bits; else in
/// ascending order. The sum of nothing is 0, the largest of nothing −∞, and NaN wins.
void kernel_reduce(enum kernel_set set, enum kernel_reduction reduction, const double *values,
                   double *result, size_t outer, size_t count, size_t inner);

/// Copies numbers to memory without a detour through the caches.
void kernel_stream(enum kernel_set set, const double *values, double *result, size_t count);

/// Asks for numbers that will be read soon, so that they arrive while others are computed.
void kernel_prefetch(const double *values, size_t count);

/// Makes streamed copies visible to everyone.
void kernel_finish_streams(void);

/// Tells the system that fresh memory will be filled, so that it is handed over in large pages.
void kernel_expect_filling(void *memory, size_t bytes);

/// Points by columns: coordinate j of point i lies j · count + i numbers behind the first.
///
/// `count` is a multiple of KERNEL_LANES: columns are filled up with finite numbers, whose results mean
/// nothing. Where all bits are promised to be equal, AVX2, AVX-512 and the baseline are meant.
typedef struct kernel_points {
  const double *start;
  size_t count;
  size_t dimensions;
} kernel_points;

/// Writes each point's squared Euclidean distance from a center; all bits are equal.
void kernel_squared_distances(enum kernel_set set, kernel_points points, const double *center,
                              double *result);

/// Writes the place of the nearest of k centers, which lie row after row, and its squared distance.
///
/// The first of several nearest ones is taken, and 0 where no distance is finite; all bits are equal.
void kernel_nearest(enum kernel_set set, kernel_points points, const double *centers, size_t k,
                    double *labels, double *distances);

/// Room that `kernel_mahalanobis` needs, in doubles for each dimension.
#define KERNEL_MAHALANOBIS_ROOM 32

/// Writes |F (x − center)|² of each point x, for a lower triangular d × d matrix F; all bits are equal.
void kernel_mahalanobis(enum kernel_set set, kernel_points points, const double *center,
                        const double *factor, double *room, double *result);

/// Points that `kernel_scatter` handles at a time.
#define KERNEL_SCATTER_BLOCK 64

/// Writes the d × d matrix Σ w (x − center)(x − center)ᵀ; all bits are equal.
///
/// Points that only fill up have weight 0. The room is d (8 d + 2 KERNEL_SCATTER_BLOCK) doubles.
void kernel_scatter(enum kernel_set set, kernel_points points, const double *weights,
                    const double *center, double *room, double *result);

/// Turns each column of logarithms into the shares exp(l) / Σ exp(l), and writes log Σ exp(l).
///
/// Shares of a column of −∞ are NaN. `count` is the length of a row, a multiple of KERNEL_LANES.
void kernel_shares(enum kernel_set set, double *logarithms, size_t rows, size_t count, double *totals);

/// Writes the weights exp(−precision (d − nearest)), their sum, and the sum of weight times d − nearest.
///
/// Arrays have room for `count` rounded up to a multiple of KERNEL_LANES.
void kernel_gaussian_weights(enum kernel_set set, const double *distances, size_t count,
                             double nearest, double precision, double *weights, double *sums);

/// Writes what points of the plane do to the point (x, y), with q = 1 / (1 + distance²).
///
/// Five sums: affinity · q · (dx, dy), q² · (dx, dy), and q, where (dx, dy) leads from the other point.
/// Arrays have room for `count` rounded up to a multiple of KERNEL_LANES; all bits are equal.
void kernel_student_forces(enum kernel_set set, const double *xs, const double *ys,
                           const double *affinities, size_t count, double x, double y,
                           double *result);

/// The sum of affinity · log(1 + distance²) over the same points.
double kernel_student_logarithms(enum kernel_set set, const double *xs, const double *ys,
                                 const double *affinities, size_t count, double x, double y);

/// Where the planes of a picture for video go; those of color have half as many rows and columns, rounded up.
typedef struct {
  uint8_t *luma;
  uint8_t *blueness;
  uint8_t *redness;
} kernel_planes;

/// Turns words 0xxxRRGGBB into Y'CbCr of ITU-R BT.709, limited range, 4:2:0 with colors in the middle of their
/// pixels; an odd last row or column is there twice.
void kernel_video_planes(enum kernel_set set, const uint32_t *words, size_t width, size_t height,
                         kernel_planes planes);

/// The same for words 0xAARRGGBB with colors multiplied by alpha, which is taken out of them and gets a plane
/// as large as that of luma.
void kernel_alpha_planes(const uint32_t *words, size_t width, size_t height, kernel_planes planes,
                         uint8_t *alpha);

/// Rows of pixels as Cairo keeps them, without gaps.
typedef struct {
  /// 0xAARRGGBB, colors multiplied by alpha.
  const uint32_t *words;
  size_t width;
  size_t height;
  /// Bytes of a pixel in files: 3 without alpha, whose byte then says nothing, or 4.
  size_t pixel;
} kernel_rows;

/// What the functions on rows need beyond what the rows themselves do.
#define KERNEL_ROWS_ROOM 10240

/// Writes rows as PNG has them: a zero, then red, green, blue and, if wanted, straight alpha of every pixel.
void kernel_pack_rows(kernel_rows rows, uint8_t *bytes);

/// Compresses rows, given as words and as packed, to blocks of deflate (RFC 1951) that end at a byte, none of
/// them the last; returns how many bytes these are.
///
/// `room` has KERNEL_ROWS_ROOM words and as many more as there are packed bytes, `result` KERNEL_ROWS_ROOM
/// bytes and twice as many. The same rows give the same bytes on every machine.
size_t kernel_deflate_rows(kernel_rows rows, const uint8_t *packed, uint32_t *room, uint8_t *result);
