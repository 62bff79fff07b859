// The block interpreter of one instruction set; included once for each, after the definitions that
// Functions.h asks for.

#include "Functions.h"
#include "Circular.h"

// Blocks start at any double: rows of a grid need not begin at a multiple of the vector width.
typedef double NAME(unaligned) __attribute__((vector_size(LANES * 8), aligned(8)));
#define LOAD(pointer) ((VECTOR) * (const NAME(unaligned) *)(pointer))
#define STORE(pointer, value) (*(NAME(unaligned) *)(pointer) = (NAME(unaligned))(value))

#define UNARY(operation, expression)                        \
  case operation:                                           \
    for (size_t i = 0; i < count; i += LANES) {             \
      VECTOR x = LOAD(a + i);                               \
      STORE(result + i, (expression));                      \
    }                                                       \
    return;

static void NAME(unary)(unsigned operation, double *result, const double *a, size_t count) {
  switch (operation) {
    UNARY(KERNEL_COPY, x)
    UNARY(KERNEL_NEGATE, -x)
    UNARY(KERNEL_ABSOLUTE, __builtin_elementwise_abs(x))
    UNARY(KERNEL_SIGN, NAME(sign)(x))
    UNARY(KERNEL_FLOOR, __builtin_elementwise_floor(x))
    UNARY(KERNEL_CEILING, __builtin_elementwise_ceil(x))
    UNARY(KERNEL_ROUND, __builtin_elementwise_rint(x))
    UNARY(KERNEL_TRUNCATE, __builtin_elementwise_trunc(x))
    UNARY(KERNEL_SQUARE_ROOT, __builtin_elementwise_sqrt(x))
    UNARY(KERNEL_CUBE_ROOT, NAME(cbrt)(x))
    UNARY(KERNEL_SINE, NAME(reduced_sine)(x))
    UNARY(KERNEL_COSINE, NAME(reduced_cosine)(x))
    UNARY(KERNEL_TANGENT, NAME(tan)(x))
    UNARY(KERNEL_ARC_SINE, NAME(asin)(x))
    UNARY(KERNEL_ARC_COSINE, NAME(acos)(x))
    UNARY(KERNEL_ARC_TANGENT, NAME(atan)(x))
    UNARY(KERNEL_HYPERBOLIC_SINE, NAME(sinh)(x))
    UNARY(KERNEL_HYPERBOLIC_COSINE, NAME(cosh)(x))
    UNARY(KERNEL_HYPERBOLIC_TANGENT, NAME(hyperbolic_tangent)(x))
    UNARY(KERNEL_AREA_SINE, NAME(asinh)(x))
    UNARY(KERNEL_AREA_COSINE, NAME(acosh)(x))
    UNARY(KERNEL_AREA_TANGENT, NAME(atanh)(x))
    UNARY(KERNEL_EXPONENTIAL, NAME(exp)(x))
    UNARY(KERNEL_EXPONENTIAL_MINUS_ONE, NAME(expm1)(x))
    UNARY(KERNEL_POWER_OF_TWO, NAME(exp2)(x))
    UNARY(KERNEL_LOGARITHM, NAME(log)(x))
    UNARY(KERNEL_LOGARITHM_OF_ONE_PLUS, NAME(log1p)(x))
    UNARY(KERNEL_BINARY_LOGARITHM, NAME(log2)(x))
    UNARY(KERNEL_DECIMAL_LOGARITHM, NAME(log10)(x))
    UNARY(KERNEL_ERROR_FUNCTION, NAME(erf)(x))
    UNARY(KERNEL_COMPLEMENTARY_ERROR_FUNCTION, NAME(erfc)(x))
    UNARY(KERNEL_LOGARITHM_OF_GAMMA, NAME(lgamma)(x))
    UNARY(KERNEL_GAMMA, NAME(tgamma)(x))
    UNARY(KERNEL_DIGAMMA, NAME(digamma)(x))
    UNARY(KERNEL_NORMAL_QUANTILE, NAME(normal_quantile)(x))
    UNARY(KERNEL_SIGMOID, NAME(sigmoid)(x))
    UNARY(KERNEL_SOFTPLUS, NAME(softplus)(x))
    UNARY(KERNEL_NOT, NAME(truth)(x == 0))
    UNARY(KERNEL_IS_FINITE, NAME(truth)(x - x == 0))
    UNARY(KERNEL_IS_NAN, NAME(truth)(x != x))
    UNARY(KERNEL_HYPERBOLIC_SECANT_SQUARED, NAME(hyperbolic_secant_squared)(x))
    UNARY(KERNEL_STIRLING_ERROR, NAME(stirling_error)(x))
    UNARY(KERNEL_STIRLING_SLOPE, NAME(stirling_slope)(x))
  }
}

// The bits of both are those of the functions alone.
static void NAME(both)(double *sines, double *cosines, const double *a, size_t count) {
  for (size_t i = 0; i < count; i += LANES) {
    VECTOR x = LOAD(a + i);
    NAME(pair) y = NAME(sine_and_cosine)(x);
    if (__builtin_expect(NAME(has_huge)(x), 0)) {
      y.sine = NAME(reduced_sine)(x);
      y.cosine = NAME(reduced_cosine)(x);
    }
    STORE(sines + i, y.sine);
    STORE(cosines + i, y.cosine);
  }
}

// Three loops, so that a number beside a block stays in a register.
#define BINARY(operation, expression)                       \
  case operation:                                           \
    if (!scalars) {                                         \
      for (size_t i = 0; i < count; i += LANES) {           \
        VECTOR x = LOAD(a + i), y = LOAD(b + i);            \
        STORE(result + i, (expression));                    \
      }                                                     \
    } else if (scalars & 1) {                               \
      VECTOR x = NAME(splat)(*a);                           \
      VECTOR y = NAME(splat)(*b);                           \
      for (size_t i = 0; i < count; i += LANES) {           \
        if (scalars == 1) y = LOAD(b + i);                  \
        STORE(result + i, (expression));                    \
      }                                                     \
    } else {                                                \
      VECTOR y = NAME(splat)(*b);                           \
      for (size_t i = 0; i < count; i += LANES) {           \
        VECTOR x = LOAD(a + i);                             \
        STORE(result + i, (expression));                    \
      }                                                     \
    }                                                       \
    return;

static void NAME(binary)(unsigned operation, unsigned scalars, double *result, const double *a,
                         const double *b, size_t count) {
  switch (operation) {
    BINARY(KERNEL_ADD, x + y)
    BINARY(KERNEL_SUBTRACT, x - y)
    BINARY(KERNEL_MULTIPLY, x * y)
    BINARY(KERNEL_DIVIDE, x / y)
    BINARY(KERNEL_POWER, NAME(pow)(x, y))
    BINARY(KERNEL_REMAINDER, NAME(remainder)(x, y))
    // NaN wins on either side, as in NumPy.
    BINARY(KERNEL_MINIMUM, NAME(choose)((x < y) | (x != x), x, y))
    BINARY(KERNEL_MAXIMUM, NAME(choose)((x > y) | (x != x), x, y))
    BINARY(KERNEL_ARC_TANGENT_OF_RATIO, NAME(atan2)(x, y))
    BINARY(KERNEL_HYPOTENUSE, NAME(hypot)(x, y))
    BINARY(KERNEL_LESS, NAME(truth)(x < y))
    BINARY(KERNEL_LESS_OR_EQUAL, NAME(truth)(x <= y))
    BINARY(KERNEL_EQUAL, NAME(truth)(x == y))
    BINARY(KERNEL_NOT_EQUAL, NAME(truth)(x != y))
    BINARY(KERNEL_AND, NAME(truth)((x != 0) & (y != 0)))
    BINARY(KERNEL_OR, NAME(truth)((x != 0) | (y != 0)))
    BINARY(KERNEL_POLYGAMMA, NAME(polygamma)(x, y))
    BINARY(KERNEL_DEVIANCE, NAME(deviance)(x, y))
    BINARY(KERNEL_REGULARIZED_GAMMA, NAME(regularized_gamma)(x, y))
    BINARY(KERNEL_COMPLEMENTARY_REGULARIZED_GAMMA, NAME(complementary_regularized_gamma)(x, y))
    BINARY(KERNEL_GAMMA_QUANTILE, NAME(gamma_quantile)(x, y))
    BINARY(KERNEL_POISSON_QUANTILE, NAME(poisson_quantile)(x, y))
  }
}

// A number is splatted into a vector of its own and read with step 0.
#define OPERAND(name, bit)                                                      \
  VECTOR name##_splat = NAME(splat)(*name);                                     \
  const double *name##_at = scalars & bit ? (const double *)&name##_splat : name; \
  size_t name##_step = scalars & bit ? 0 : LANES;
#define TERNARY(operation, expression)                                          \
  case operation:                                                               \
    for (size_t i = 0; i < count; i += LANES) {                                 \
      VECTOR x = LOAD(a_at), y = LOAD(b_at), z = LOAD(c_at);                    \
      STORE(result + i, (expression));                                          \
      a_at += a_step;                                                           \
      b_at += b_step;                                                           \
      c_at += c_step;                                                           \
    }                                                                           \
    return;

static void NAME(ternary)(unsigned operation, unsigned scalars, double *result, const double *a,
                          const double *b, const double *c, size_t count) {
  OPERAND(a, 1)
  OPERAND(b, 2)
  OPERAND(c, 4)
  switch (operation) {
    TERNARY(KERNEL_SELECT, NAME(choose)(x != 0, y, z))
    TERNARY(KERNEL_MULTIPLY_ADD, NAME(fused)(x, y, z))
    TERNARY(KERNEL_MULTIPLY_SUBTRACT, NAME(fused)(x, y, -z))
    TERNARY(KERNEL_SUBTRACT_PRODUCT, NAME(fused)(-x, y, z))
    TERNARY(KERNEL_REGULARIZED_BETA, NAME(regularized_beta)(x, y, z))
    TERNARY(KERNEL_BETA_QUANTILE, NAME(beta_quantile)(x, y, z))
    TERNARY(KERNEL_BINOMIAL_QUANTILE, NAME(binomial_quantile)(x, y, z))
    TERNARY(KERNEL_NEGATIVE_BINOMIAL_QUANTILE, NAME(negative_binomial_quantile)(x, y, z))
  }
}

static void NAME(run)(const kernel_instruction *program, size_t length, double *const *operands,
                      size_t count) {
  for (size_t k = 0; k < length; k++) {
    const kernel_instruction step = program[k];
    double *result = operands[step.result];
    const double *a = operands[step.a];
    if (step.operation >= KERNEL_SELECT) {
      NAME(ternary)(step.operation, step.scalars, result, a, operands[step.b], operands[step.c], count);
    } else if (step.operation >= KERNEL_ADD) {
      NAME(binary)(step.operation, step.scalars, result, a, operands[step.b], count);
    } else if (step.operation == KERNEL_SINE_AND_COSINE) {
      NAME(both)(result, operands[step.b], a, count);
    } else if (step.scalars) {
      double splat[KERNEL_LANES];
      for (int i = 0; i < KERNEL_LANES; i++) splat[i] = *a;
      NAME(unary)(step.operation, splat, splat, KERNEL_LANES);
      for (size_t i = 0; i < count; i++) result[i] = splat[0];
    } else {
      NAME(unary)(step.operation, result, a, count);
    }
  }
}

#undef UNARY
#undef BINARY
#undef OPERAND
#undef TERNARY
