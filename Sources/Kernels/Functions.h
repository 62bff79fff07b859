// Elementary functions of one instruction set: SLEEF's deterministic family, declared here because
// sleef.h shows only those of the instruction set that a whole file is compiled for.
// The including file defines VECTOR, LANES, NAME(x), SLEEF(function, accuracy), and SLEEF_LANES.

#if SLEEF_LANES == 1
#define SLEEF_NUMBER double
#else
#define SLEEF_NUMBER VECTOR
#endif

#define UNARY_FUNCTIONS(X)                                                                          \
  X(cbrt, u10) X(sin, u10) X(cos, u10) X(tan, u10) X(asin, u10) X(acos, u10) X(atan, u10)           \
  X(sinh, u10) X(cosh, u10) X(asinh, u10) X(acosh, u10) X(atanh, u10) X(exp, u10)      \
  X(expm1, u10) X(exp2, u10) X(log, u10) X(log1p, u10) X(log2, u10) X(log10, u10) X(erf, u10)       \
  X(erfc, u15) X(lgamma, u10) X(tgamma, u10)
#define BINARY_FUNCTIONS(X) X(pow, u10) X(atan2, u10) X(hypot, u05)

#define DECLARE(function, accuracy) extern SLEEF_NUMBER SLEEF(function, accuracy)(SLEEF_NUMBER);
UNARY_FUNCTIONS(DECLARE)
#undef DECLARE
#define DECLARE(function, accuracy) \
  extern SLEEF_NUMBER SLEEF(function, accuracy)(SLEEF_NUMBER, SLEEF_NUMBER);
BINARY_FUNCTIONS(DECLARE)
#undef DECLARE

#if SLEEF_LANES == 1
#define DEFINE(function, accuracy)                                   \
  static inline VECTOR NAME(function)(VECTOR x) {                    \
    for (int i = 0; i < LANES; i++) x[i] = SLEEF(function, accuracy)(x[i]); \
    return x;                                                        \
  }
UNARY_FUNCTIONS(DEFINE)
#undef DEFINE
#define DEFINE(function, accuracy)                                            \
  static inline VECTOR NAME(function)(VECTOR x, VECTOR y) {                   \
    for (int i = 0; i < LANES; i++) x[i] = SLEEF(function, accuracy)(x[i], y[i]); \
    return x;                                                                 \
  }
BINARY_FUNCTIONS(DEFINE)
#undef DEFINE
#else
#define DEFINE(function, accuracy) \
  static inline VECTOR NAME(function)(VECTOR x) { return SLEEF(function, accuracy)(x); }
UNARY_FUNCTIONS(DEFINE)
#undef DEFINE
#define DEFINE(function, accuracy)                              \
  static inline VECTOR NAME(function)(VECTOR x, VECTOR y) {     \
    return SLEEF(function, accuracy)(x, y);                     \
  }
BINARY_FUNCTIONS(DEFINE)
#undef DEFINE
#endif

#undef UNARY_FUNCTIONS
#undef BINARY_FUNCTIONS
#undef SLEEF_NUMBER

static inline VECTOR NAME(splat)(double x) {
  VECTOR v;
  for (int i = 0; i < LANES; i++) v[i] = x;
  return v;
}

static double NAME(log_of_one)(double x) { return NAME(log)(NAME(splat)(x))[0]; }

// Comparisons give lanes of all bits; `choose` takes the first where they are set.
typedef long long NAME(mask) __attribute__((vector_size(LANES * 8)));

static inline VECTOR NAME(choose)(NAME(mask) condition, VECTOR x, VECTOR y) {
  return (VECTOR)((condition & (NAME(mask))x) | (~condition & (NAME(mask))y));
}

static inline VECTOR NAME(truth)(NAME(mask) condition) {
  return NAME(choose)(condition, NAME(splat)(1), NAME(splat)(0));
}

// Zeros and NaN pass through.
static inline VECTOR NAME(sign)(VECTOR x) {
  VECTOR ones = NAME(choose)(x > 0, NAME(splat)(1), NAME(splat)(-1));
  return NAME(choose)((x < 0) | (x > 0), ones, x);
}

static inline VECTOR NAME(sigmoid)(VECTOR x) { return 1 / (1 + NAME(exp)(-x)); }

// max(x, 0) + log(1 + exp(-|x|)), which neither overflows nor loses small values.
static inline VECTOR NAME(softplus)(VECTOR x) {
  VECTOR zero = NAME(splat)(0);
  VECTOR small = NAME(log1p)(NAME(exp)(-__builtin_elementwise_abs(x)));
  return NAME(choose)(x <= zero, zero, x) + small;
}

static inline VECTOR NAME(fused)(VECTOR x, VECTOR y, VECTOR z) {
#ifdef HARDWARE_FUSED
  return __builtin_elementwise_fma(x, y, z);
#else
  for (int i = 0; i < LANES; i++) x[i] = fma(x[i], y[i], z[i]);
  return x;
#endif
}

#define ONE_BY_ONE(name, expression)                                   \
  static inline VECTOR NAME(name)(VECTOR x) {                          \
    for (int i = 0; i < LANES; i++) x[i] = expression;                 \
    return x;                                                          \
  }
ONE_BY_ONE(digamma, special_digamma(x[i], NAME(log_of_one)))
ONE_BY_ONE(normal_quantile, special_normal_quantile(x[i], NAME(log_of_one)))
#undef ONE_BY_ONE

static inline VECTOR NAME(remainder)(VECTOR x, VECTOR y) {
  for (int i = 0; i < LANES; i++) x[i] = special_remainder(x[i], y[i]);
  return x;
}

static inline VECTOR NAME(polygamma)(VECTOR x, VECTOR y) {
  for (int i = 0; i < LANES; i++) x[i] = special_polygamma(x[i], y[i], NAME(log_of_one));
  return x;
}

#define OF_ONE(function) \
  static double NAME(function##_of_one_number)(double x) { return NAME(function)(NAME(splat)(x))[0]; }
OF_ONE(log)
OF_ONE(log1p)
OF_ONE(exp)
OF_ONE(expm1)
OF_ONE(lgamma)
#undef OF_ONE

static const struct special_elementary NAME(elementary) = {
    NAME(log_of_one_number), NAME(log1p_of_one_number), NAME(exp_of_one_number),
    NAME(expm1_of_one_number), NAME(lgamma_of_one_number)};

// Functions that take long are not repeated where lanes are equal, as they all are for a single number.
#define SLOW(name, parameters, is_repeated, expression)                \
  static VECTOR NAME(name) parameters {                                \
    VECTOR result = x;                                                 \
    for (int i = 0; i < LANES; i++) {                                  \
      result[i] = i > 0 && (is_repeated) ? result[i - 1] : expression; \
    }                                                                  \
    return result;                                                     \
  }
#define SLOW_UNARY(name) \
  SLOW(name, (VECTOR x), x[i] == x[i - 1], special_##name(x[i], &NAME(elementary)))
#define SLOW_BINARY(name)                                                    \
  SLOW(name, (VECTOR x, VECTOR y), (x[i] == x[i - 1]) & (y[i] == y[i - 1]), \
       special_##name(x[i], y[i], &NAME(elementary)))
#define SLOW_TERNARY(name)                                                                              \
  SLOW(name, (VECTOR x, VECTOR y, VECTOR z),                                                            \
       (x[i] == x[i - 1]) & (y[i] == y[i - 1]) & (z[i] == z[i - 1]),                                    \
       special_##name(x[i], y[i], z[i], &NAME(elementary)))
SLOW_UNARY(stirling_error)
SLOW_UNARY(stirling_slope)
SLOW_BINARY(deviance)
SLOW_BINARY(regularized_gamma)
SLOW_BINARY(complementary_regularized_gamma)
SLOW_BINARY(gamma_quantile)
SLOW_BINARY(poisson_quantile)
SLOW_TERNARY(regularized_beta)
SLOW_TERNARY(beta_quantile)
SLOW_TERNARY(binomial_quantile)
SLOW_TERNARY(negative_binomial_quantile)
#undef SLOW
#undef SLOW_UNARY
#undef SLOW_BINARY
#undef SLOW_TERNARY
