// Sine and cosine, which share all of their work, and the hyperbolic tangent with its derivative.
// Errors are below 1 unit in the last place; arguments beyond 10^9 are left to SLEEF.

typedef struct NAME(pair) {
  VECTOR sine;
  VECTOR cosine;
} NAME(pair);

// sin(r + rest) and cos(r + rest) for |r| up to pi/4: the polynomials of fdlibm (Sun Microsystems, 1993).
static inline VECTOR NAME(sine_near_zero)(VECTOR r, VECTOR rest) {
  VECTOR z = r * r;
  VECTOR p = NAME(splat)(1.58969099521155010221e-10);
  p = NAME(fused)(p, z, NAME(splat)(-2.50507602534068634195e-08));
  p = NAME(fused)(p, z, NAME(splat)(2.75573137070700676789e-06));
  p = NAME(fused)(p, z, NAME(splat)(-1.98412698298579493134e-04));
  p = NAME(fused)(p, z, NAME(splat)(8.33333333332248946124e-03));
  p = NAME(fused)(p, z, NAME(splat)(-1.66666666666666324348e-01));
  rest = NAME(fused)(-0.5 * z, rest, rest);
  return r + NAME(fused)(z * r, p, rest);
}

static inline VECTOR NAME(cosine_near_zero)(VECTOR r, VECTOR rest) {
  VECTOR z = r * r;
  VECTOR p = NAME(splat)(-1.13596475577881948265e-11);
  p = NAME(fused)(p, z, NAME(splat)(2.08757232129817482790e-09));
  p = NAME(fused)(p, z, NAME(splat)(-2.75573143513906633035e-07));
  p = NAME(fused)(p, z, NAME(splat)(2.48015872894767294178e-05));
  p = NAME(fused)(p, z, NAME(splat)(-1.38888888888741095749e-03));
  p = NAME(fused)(p, z, NAME(splat)(4.16666666666666019037e-02));
  VECTOR half = 0.5 * z;
  VECTOR leading = 1 - half;
  return leading + (((1 - leading) - half) + NAME(fused)(z * z, p, -(r * rest)));
}

// Both at once: x less the nearest multiple k of pi/2, in two doubles, by Cody and Waite's method. The
// first step is exact, as both terms are multiples of a unit in whose terms the difference is small.
static inline NAME(pair) NAME(sine_and_cosine)(VECTOR x) {
  const double shift = 0x1.8p52;
  VECTOR shifted = NAME(fused)(x, NAME(splat)(6.36619772367581382433e-01), NAME(splat)(shift));
  VECTOR k = shifted - shift;
  NAME(mask) quarter = (NAME(mask))shifted;
  VECTOR first = NAME(fused)(-k, NAME(splat)(1.57079632679489655800), x);
  VECTOR second = k * 6.12323399573676603587e-17;
  VECTOR lost = NAME(fused)(k, NAME(splat)(6.12323399573676603587e-17), -second);
  // Near a multiple of pi/2 either of the two terms may be the larger one: Knuth's difference.
  VECTOR r = first - second;
  VECTOR taken = r - first;
  VECTOR rest = (first - (r - taken)) - (second + taken);
  rest = NAME(fused)(-k, NAME(splat)(-1.49738490485916983e-33), rest - lost);
  VECTOR sine = NAME(sine_near_zero)(r, rest), cosine = NAME(cosine_near_zero)(r, rest);
  NAME(mask) isOdd = -(quarter & 1);
  NAME(pair) result;
  result.sine = (VECTOR)((NAME(mask))NAME(choose)(isOdd, cosine, sine) ^ ((quarter & 2) << 62));
  result.cosine = (VECTOR)((NAME(mask))NAME(choose)(isOdd, sine, cosine) ^ (((quarter + 1) & 2) << 62));
  // The first step loses the sign of zero.
  result.sine = NAME(choose)(x == 0, x, result.sine);
  return result;
}

// Whether the reduction above is not good for some of the numbers.
static inline int NAME(has_huge)(VECTOR x) {
  NAME(mask) huge = ~(NAME(mask))(__builtin_elementwise_abs(x) <= 1e9);
  return __builtin_reduce_or(huge) != 0;
}

static inline VECTOR NAME(reduced_sine)(VECTOR x) {
  VECTOR y = NAME(sine_and_cosine)(x).sine;
  if (__builtin_expect(NAME(has_huge)(x), 0)) {
    y = NAME(choose)(__builtin_elementwise_abs(x) <= 1e9, y, NAME(sin)(x));
  }
  return y;
}

static inline VECTOR NAME(reduced_cosine)(VECTOR x) {
  VECTOR y = NAME(sine_and_cosine)(x).cosine;
  if (__builtin_expect(NAME(has_huge)(x), 0)) {
    y = NAME(choose)(__builtin_elementwise_abs(x) <= 1e9, y, NAME(cos)(x));
  }
  return y;
}

// Near 0 the rational function of Cephes (Moshier), else 1 - 2 / (exp(2x) + 1); one division for both.
static inline VECTOR NAME(hyperbolic_tangent)(VECTOR x) {
  VECTOR size = __builtin_elementwise_abs(x), z = x * x;
  NAME(mask) isSmall = size < 0.625;
  VECTOR p = NAME(splat)(-9.64399179425052238628e-1);
  p = NAME(fused)(p, z, NAME(splat)(-9.92877231001918586564e1));
  p = NAME(fused)(p, z, NAME(splat)(-1.61468768441708447952e3));
  VECTOR q = z + 1.12811678491632931402e2;
  q = NAME(fused)(q, z, NAME(splat)(2.23548839060100448583e3));
  q = NAME(fused)(q, z, NAME(splat)(4.84406305325125486048e3));
  VECTOR power = NAME(exp)(size + size) + 1;
  VECTOR quotient = NAME(choose)(isSmall, z * p, NAME(splat)(2)) / NAME(choose)(isSmall, q, power);
  VECTOR far = 1 - quotient;
  far = NAME(choose)(x < 0, -far, far);
  VECTOR near = NAME(fused)(size, quotient, size);
  near = NAME(choose)(x < 0, -near, near);
  // The rational function loses the sign of zero.
  return NAME(choose)(x == 0, x, NAME(choose)(isSmall, near, far));
}

// 1 / cosh^2, with all digits where it is tiny.
static inline VECTOR NAME(hyperbolic_secant_squared)(VECTOR x) {
  VECTOR power = NAME(exp)(-2 * __builtin_elementwise_abs(x));
  VECTOR sum = 1 + power;
  return 4 * power / (sum * sum);
}
