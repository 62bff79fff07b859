// Special functions that SLEEF lacks, one number at a time. They are compiled without contraction and
// take their logarithm from the including instruction set, so the bits do not depend on vectors.
#pragma once

#include <math.h>

// sum of c[i] x^i by Horner's rule.
static inline double special_polynomial(const double *c, int degree, double x) {
  double sum = c[degree];
  for (int i = degree - 1; i >= 0; i--) sum = sum * x + c[i];
  return sum;
}

// NumPy's remainder: the sign of the divisor, as Python's %.
static inline double special_remainder(double x, double y) {
  double remainder = fmod(x, y);
  if (remainder == 0) return copysign(0, y);
  return (remainder < 0) != (y < 0) ? remainder + y : remainder;
}

// B_{2k} for k = 1...10.
static const double special_bernoulli[10] = {
    1.0 / 6,  -1.0 / 30,     1.0 / 42, -1.0 / 30,      5.0 / 66,
    -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330};

// psi(x): recurrence up to 10, then the asymptotic series (Abramowitz and Stegun 6.3.18); 0 and the
// negative integers are poles. Below zero by reflection (6.3.7).
static inline double special_digamma(double x, double (*logarithm)(double)) {
  if (isnan(x) || x == INFINITY) return x;
  if (x == -INFINITY || (x <= 0 && x == floor(x))) return NAN;
  double sum = 0;
  if (x < 0) {
    // The tangent has period 1 here; reducing first keeps its argument small.
    sum -= 3.14159265358979323846 / tan(3.14159265358979323846 * (x - floor(x)));
    x = 1 - x;
  }
  for (; x < 10; x += 1) sum -= 1 / x;
  double square = 1 / (x * x), power = square, series = 0;
  for (int k = 1; k <= 8; k++) {
    series += special_bernoulli[k - 1] / (2 * k) * power;
    power *= square;
  }
  return sum + (logarithm(x) - 0.5 / x - series);
}

// psi^(n)(x) for whole n in 1...60: recurrence upwards, then Abramowitz and Stegun 6.4.11. NaN elsewhere.
static inline double special_polygamma(double order, double x, double (*logarithm)(double)) {
  if (order == 0) return special_digamma(x, logarithm);
  if (!(order >= 1 && order <= 60) || order != floor(order) || isnan(x)) return NAN;
  if (x == INFINITY) return 0;
  // Far below zero the recurrence would take as many steps as there are poles.
  if (x < -10000 || (x <= 0 && x == floor(x))) return NAN;
  int n = (int)order;
  double factorial = 1;
  for (int i = 2; i < n; i++) factorial *= i;  // (n - 1)!
  double sum = 0;
  for (; x < 16 + n; x += 1) {
    double power = x;
    for (int i = 0; i < n; i++) power *= x;
    sum += factorial * n / power;
  }
  double power = 1;
  for (int i = 0; i < n; i++) power *= x;
  sum += factorial / power + factorial * n / (2 * power * x);
  double square = x * x, term = factorial / power;
  for (int k = 1; k <= 10; k++) {
    // (2k + n - 1)! / (2k)! x^(2k + n), from the last one.
    term *= (double)(2 * k + n - 1) * (2 * k + n - 2) / ((2 * k) * (2 * k - 1)) / square;
    sum += special_bernoulli[k - 1] * term;
  }
  return n % 2 == 1 ? sum : -sum;
}

// The normal quantile: Wichura (1988), algorithm AS 241, PPND16, about 1e-16 relative.
static inline double special_normal_quantile(double p, double (*logarithm)(double)) {
  static const double a[8] = {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
                              1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
                              3.3430575583588128105e4, 2.5090809287301226727e3};
  static const double b[8] = {1, 4.2313330701600911252e1, 6.8718700749205790830e2,
                              5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4,
                              2.8729085735721942674e4, 5.2264952788528545610e3};
  static const double c[8] = {1.42343711074968357734e0, 4.63033784615654529590e0,
                              5.76949722146069140550e0, 3.64784832476320460504e0,
                              1.27045825245236838258e0, 2.41780725177450611770e-1,
                              2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static const double d[8] = {1, 2.05319162663775882187e0, 1.67638483018380384940e0,
                              6.89767334985100004550e-1, 1.48103976427480074590e-1,
                              1.51986665636164571966e-2, 5.47593808499534494600e-4,
                              1.05075007164441684324e-9};
  static const double e[8] = {6.65790464350110377720e0, 5.46378491116411436990e0,
                              1.78482653991729133580e0, 2.96560571828504891230e-1,
                              2.65321895265761230930e-2, 1.24266094738807843860e-3,
                              2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static const double f[8] = {1, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
                              1.48753612908506148525e-2, 7.86869131145613259100e-4,
                              1.84631831751005468180e-5, 1.42151175831644588870e-7,
                              2.04426310338993978564e-15};
  if (!(p >= 0 && p <= 1)) return NAN;
  if (p == 0) return -INFINITY;
  if (p == 1) return INFINITY;
  double q = p - 0.5;
  if (fabs(q) <= 0.425) {
    double r = 0.180625 - q * q;
    return q * special_polynomial(a, 7, r) / special_polynomial(b, 7, r);
  }
  double r = sqrt(-logarithm(q < 0 ? p : 1 - p));
  double value = r <= 5 ? special_polynomial(c, 7, r - 1.6) / special_polynomial(d, 7, r - 1.6)
                        : special_polynomial(e, 7, r - 5) / special_polynomial(f, 7, r - 5);
  return q < 0 ? -value : value;
}
