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

  // Three operands.
  KERNEL_SELECT = 128,
  KERNEL_MULTIPLY_ADD,
  KERNEL_MULTIPLY_SUBTRACT,
  KERNEL_SUBTRACT_PRODUCT,
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

/// Adds the product of an n × k and a k × m matrix, all in row-major order, to an n × m matrix.
///
/// Each element is summed in ascending order of k with fused multiply-add.
void kernel_matrix_product(enum kernel_set set, const double *left, const double *right,
                           double *result, size_t n, size_t k, size_t m);

/// Tells the system that fresh memory will be filled, so that it is handed over in large pages.
void kernel_expect_filling(void *memory, size_t bytes);
