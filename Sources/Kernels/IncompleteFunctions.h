// The incomplete gamma and beta functions with both tails to full relative precision, and what the
// densities that belong to them are made of. One number at a time, like SpecialFunctions.h.
//
// Densities are written with J and D below instead of with differences of logarithms of the gamma
// function, which lose as many digits as those logarithms have.
#pragma once

#include "SpecialFunctions.h"

// The elementary functions of the including instruction set.
struct special_elementary {
  double (*log)(double), (*log1p)(double), (*exp)(double), (*expm1)(double), (*lgamma)(double);
};

// Both tails, and the derivative of the lower one in log x (gamma) or in the log-odds (beta).
struct special_tails {
  double lower, upper, kernel;
};

static inline struct special_tails special_tails_of(double lower, double upper, double kernel) {
  struct special_tails tails = {lower, upper, kernel};
  return tails;
}

// Enough for every shape below `special_large`; the loops end where a term no longer counts.
#define SPECIAL_TERMS 10000
// From here on distributions are so nearly normal that one quadrature rule fits their tails.
static const double special_large = 1000;
static const double special_inverse_of_two_pi = 0.159154943091895335769;

// J(x) = log gamma(x) - (x - 1/2) log x + x - log(2 pi)/2, the error of Stirling's formula: steps up to 10
// (DLMF 5.5.1), then the asymptotic series (DLMF 5.11.1).
static double special_stirling_error(double x, const struct special_elementary *f) {
  if (!(x >= 0)) return NAN;
  if (x == 0 || x == INFINITY) return x == 0 ? INFINITY : 0;
  double sum = 0;
  for (; x < 10; x += 1) {
    double logarithm = x < 1 ? f->log1p(x) - f->log(x) : f->log1p(1 / x);
    sum += (x + 0.5) * logarithm - 1;
  }
  double square = 1 / (x * x), power = 1 / x, series = 0;
  for (int k = 1; k <= 8; k++) {
    series += special_bernoulli[k - 1] / (2 * k * (2 * k - 1)) * power;
    power *= square;
  }
  return sum + series;
}

// The derivative of J: digamma(x) - log x + 1/(2x), by the same two steps.
static double special_stirling_slope(double x, const struct special_elementary *f) {
  if (!(x >= 0)) return NAN;
  if (x == 0 || x == INFINITY) return x == 0 ? -INFINITY : 0;
  double sum = 0;
  for (; x < 10; x += 1) {
    double logarithm = x < 1 ? f->log1p(x) - f->log(x) : f->log1p(1 / x);
    sum += logarithm - (x + 0.5) / (x + 1) / x;
  }
  double square = 1 / (x * x), power = square, series = 0;
  for (int k = 1; k <= 8; k++) {
    series -= special_bernoulli[k - 1] / (2 * k) * power;
    power *= square;
  }
  return sum + series;
}

// D(x, m) = x log(x/m) - x + m, which is 0 at x = m and positive elsewhere: Loader, "Fast and accurate
// computation of binomial probabilities" (2000), where it is called bd0.
static double special_deviance(double x, double m, const struct special_elementary *f) {
  if (!(x >= 0 && m >= 0)) return NAN;
  if (x == m) return 0;
  if (x == 0) return m;
  if (m == 0 || x == INFINITY || m == INFINITY) return INFINITY;
  double difference = x - m;
  if (fabs(difference) >= 0.1 * (x + m)) {
    double ratio = x / m;
    int is_in_range = ratio > 1e-300 && ratio < 1e300;
    return x * (is_in_range ? f->log(ratio) : f->log(x) - f->log(m)) - difference;
  }
  double v = difference / (x + m), sum = difference * v, term = 2 * x * v;
  for (int j = 3; j < 100; j += 2) {
    term *= v * v;
    double next = sum + term / j;
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

// log gamma(1 + a) with all digits near 0 (DLMF 5.7.3).
static double special_lgamma_of_one_plus(double a, const struct special_elementary *f) {
  if (a > 1e-3) return f->lgamma(1 + a);
  static const double c[4] = {-0.577215664901532861, 0.822467033424113218, -0.400685634386531428,
                              0.270580808427784548};
  return a * special_polynomial(c, 3, a);
}

// exp(v) - 1 - v, and log(1 + z) - z, with all digits near 0.
static double special_exponential_rest(double v, const struct special_elementary *f) {
  if (fabs(v) > 0.5) return f->expm1(v) - v;
  double sum = 0, term = v;
  for (int k = 2; k < 20; k++) {
    term *= v / k;
    sum += term;
  }
  return sum;
}

static double special_logarithm_rest(double z, const struct special_elementary *f) {
  if (fabs(z) > 0.2) return f->log1p(z) - z;
  double r = z / (2 + z), sum = -r * z, term = 2 * r;
  for (int j = 3; j < 30; j += 2) {
    term *= r * r;
    sum += term / j;
  }
  return sum;
}

// The integral over v >= 0 of exp(-h(v)), a convex h with h(0) = 0, `slope` = h'(0) >= 0 and
// `curvature` = h''(0), by the 32-point rule of Gauss and Legendre up to where h is about 44. As in Press
// et al., "Numerical Recipes" (2007), section 6.2.2, but in the logarithm of x, where the integrands of both
// distributions are log-concave.
static const double special_nodes[16] = {
    0.0483076656877383162, 0.144471961582796493, 0.239287362252137075, 0.33186860228212765,
    0.421351276130635345, 0.50689990893222939, 0.587715757240762329, 0.663044266930215201,
    0.73218211874028968, 0.794483795967942407, 0.84936761373256997, 0.896321155766052124,
    0.934906075937739689, 0.964762255587506431, 0.985611511545268335, 0.997263861849481564};
static const double special_weights[16] = {
    0.0965400885147278006, 0.0956387200792748594, 0.0938443990808045656, 0.0911738786957638847,
    0.0876520930044038111, 0.0833119242269467552, 0.0781938957870703065, 0.0723457941088485062,
    0.0658222227763618468, 0.0586840934785355471, 0.0509980592623761762, 0.0428358980222266807,
    0.0342738629130214331, 0.0253920653092620595, 0.0162743947309056706, 0.0070186100094700966};

static double special_tail_length(double slope, double curvature) {
  return 88 / (slope + sqrt(slope * slope + 88 * curvature));
}

// x^a exp(-x) / gamma(a), x times the density of the gamma distribution.
static double special_gamma_kernel(double a, double x, const struct special_elementary *f) {
  double exponent = special_stirling_error(a, f) + special_deviance(a, x, f);
  return sqrt(a * special_inverse_of_two_pi) * f->exp(-exponent);
}

// The nearer tail, over the kernel: the integral of exp(a v - x (exp(v) - 1)) away from x.
static double special_gamma_tail(double a, double x, const struct special_elementary *f) {
  double sign = x >= a ? 1 : -1, slope = fabs(x - a), sum = 0;
  double half = 0.5 * special_tail_length(slope, x);
  for (int i = 0; i < 32; i++) {
    double node = i < 16 ? special_nodes[i] : -special_nodes[i - 16], v = half * (1 + node);
    double h = slope * v + x * special_exponential_rest(sign * v, f);
    sum += special_weights[i % 16] * f->exp(-h);
  }
  return half * sum;
}

// The series of the lower tail over the kernel times a (DLMF 8.11.4), for x up to about a + 1.
static double special_gamma_series(double a, double x) {
  double sum = 1, term = 1;
  for (int n = 1; n < SPECIAL_TERMS; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum;
}

// The upper tail over the kernel: Legendre's continued fraction (DLMF 8.9.2, contracted) by the modified
// Lentz algorithm.
static double special_gamma_fraction(double a, double x) {
  double b = x + 1 - a, c = 1e300, d = 1 / b, value = d;
  for (int n = 1; n < SPECIAL_TERMS; n++) {
    double numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    double factor = c * d;
    value *= factor;
    if (fabs(factor - 1) < 2e-16) break;
  }
  return value;
}

// The upper tail where a and x are below 1, and the lower one is nearly all: 1 - x^a / gamma(1 + a) and the
// rest of the alternating series (DLMF 8.7.1).
static double special_gamma_small(double a, double x, const struct special_elementary *f) {
  double exponent = a * f->log(x) - special_lgamma_of_one_plus(a, f), term = 1, sum = 0;
  for (int n = 1; n < 30; n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  return -f->expm1(exponent) - f->exp(exponent) * a * sum;
}

static struct special_tails special_gamma_tails(double a, double x, const struct special_elementary *f) {
  if (!(a > 0 && a < INFINITY) || isnan(x)) return special_tails_of(NAN, NAN, NAN);
  if (x <= 0) return special_tails_of(0, 1, 0);
  if (x == INFINITY) return special_tails_of(1, 0, 0);
  double kernel = special_gamma_kernel(a, x, f);
  if (a >= special_large) {
    double tail = fmin(kernel * special_gamma_tail(a, x, f), 1);
    return x >= a ? special_tails_of(1 - tail, tail, kernel) : special_tails_of(tail, 1 - tail, kernel);
  }
  if (x >= a && x >= 1) {
    double upper = fmin(kernel * special_gamma_fraction(a, x), 1);
    return special_tails_of(1 - upper, upper, kernel);
  }
  double lower = fmin(kernel / a * special_gamma_series(a, x), 1);
  double upper = lower > 0.9 && a < 1 ? special_gamma_small(a, x, f) : 1 - lower;
  return special_tails_of(lower, upper, kernel);
}

// x^a y^b / B(a, b), where y = 1 - x: x y times the density of the beta distribution.
static double special_beta_kernel(double a, double b, double x, double y,
                                  const struct special_elementary *f) {
  double s = a + b;
  double exponent = special_stirling_error(a, f) + special_stirling_error(b, f) -
                    special_stirling_error(s, f) + special_deviance(a, s * x, f) +
                    special_deviance(b, s * y, f);
  return sqrt(a / s * b * special_inverse_of_two_pi) * f->exp(-exponent);
}

// The lower tail over the kernel, for x up to the mean: with t the log-odds, the integral of
// exp(a t) / (1 + exp(t))^(a + b) away from x. The form with the smaller of x and y keeps more digits.
static double special_beta_tail(double a, double b, double x, double y,
                                const struct special_elementary *f) {
  double s = a + b, slope = a * y - b * x, sum = 0;
  double half = 0.5 * special_tail_length(slope, s * x * y);
  double smaller = x < y ? x : y, sign = x < y ? -1 : 1;
  for (int i = 0; i < 32; i++) {
    double node = i < 16 ? special_nodes[i] : -special_nodes[i - 16], v = half * (1 + node);
    double rest = special_exponential_rest(sign * v, f), step = smaller * (rest + sign * v);
    double h = slope * v + s * (special_logarithm_rest(step, f) + smaller * rest);
    sum += special_weights[i % 16] * f->exp(-h);
  }
  return half * sum;
}

// The lower tail over the kernel, for x up to the mean: DiDonato and Morris, "Significant digit computation
// of the incomplete beta function ratios" (1992), equation (9), by the modified Lentz algorithm.
static double special_beta_fraction(double a, double b, double x, double y) {
  double lambda = a * y - b * x;
  double denominator = a * (lambda + 1) / (a + 1), c = 1e300, d = 1 / denominator, value = d;
  for (int n = 1; n < SPECIAL_TERMS; n++) {
    double m = a + 2 * n - 1, p = x / m;
    double numerator = (a + n - 1) * (a + b + n - 1) * p * n * (b - n) * p;
    denominator = n + n * (b - n) * p + (a + n) / (m + 2) * (lambda + 1 + n * (1 + y));
    d = 1 / (numerator * d + denominator);
    c = denominator + numerator / c;
    double factor = c * d;
    value *= factor;
    if (fabs(factor - 1) < 2e-16) break;
  }
  return value;
}

// The lower tail over the kernel times a, for (a + b) x below a + 1 (DLMF 8.17.8).
static double special_beta_series(double a, double b, double x) {
  double sum = 1, term = 1;
  for (int n = 0; n < SPECIAL_TERMS; n++) {
    term *= (a + b + n) / (a + 1 + n) * x;
    sum += term;
    if (term < 1e-17 * sum) break;
  }
  return sum;
}

// The regularized incomplete beta function at x = odds / (1 + odds): odds keep the digits of x and 1 - x.
static struct special_tails special_beta_tails(double a, double b, double odds,
                                               const struct special_elementary *f) {
  if (!(a > 0 && a < INFINITY && b > 0 && b < INFINITY) || isnan(odds)) {
    return special_tails_of(NAN, NAN, NAN);
  }
  if (odds <= 0) return special_tails_of(0, 1, 0);
  if (odds == INFINITY) return special_tails_of(1, 0, 0);
  double x = odds / (1 + odds), y = 1 / (1 + odds);
  double kernel = special_beta_kernel(a, b, x, y, f);
  int is_above = a * y < b * x;
  double a0 = is_above ? b : a, b0 = is_above ? a : b, x0 = is_above ? y : x, y0 = is_above ? x : y;
  double lower, upper;
  if (b0 < 1 && (a0 + b0) * y0 < 1 && y0 < 0.6) {
    upper = fmin(kernel / b0 * special_beta_series(b0, a0, y0), 1);
    lower = 1 - upper;
  } else {
    double quotient = a0 >= special_large && b0 >= special_large
                          ? special_beta_tail(a0, b0, x0, y0, f)
                          : special_beta_fraction(a0, b0, x0, y0);
    lower = fmin(kernel * quotient, 1);
    upper = 1 - lower;
  }
  return is_above ? special_tails_of(upper, lower, kernel) : special_tails_of(lower, upper, kernel);
}

static double special_regularized_gamma(double a, double x, const struct special_elementary *f) {
  return special_gamma_tails(a, x, f).lower;
}

static double special_complementary_regularized_gamma(double a, double x,
                                                      const struct special_elementary *f) {
  return special_gamma_tails(a, x, f).upper;
}

static double special_regularized_beta(double a, double b, double odds,
                                       const struct special_elementary *f) {
  return special_beta_tails(a, b, odds, f).lower;
}
