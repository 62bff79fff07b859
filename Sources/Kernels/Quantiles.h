// Inverses of distribution functions, one number at a time.
#pragma once

#include "IncompleteFunctions.h"

// A search for where the lower tail is p.
struct special_search {
  double p, low, high;
  int step;
};

// The next place to look at after `x`, where the tails are these; `is_open` tells whether it is not the last one.
//
// The logarithms of both tails are concave in log x (gamma) and in the log-odds (beta), because the
// densities of these are log-concave. So Newton's method on the logarithm of the smaller tail, with p or
// 1 - p for its value, never passes the solution, except in a first step from the flat side. Such a step
// is cut to a length that grows with the number of steps.
static double special_next(struct special_search *search, double x, struct special_tails tails, int *is_open,
                           const struct special_elementary *f) {
  int is_lower = search->p <= 0.5;
  double tail = is_lower ? tails.lower : tails.upper, goal = is_lower ? search->p : 1 - search->p;
  if (is_lower == (tail > goal)) {
    search->high = x;
  } else {
    search->low = x;
  }
  double limit = 3 * (double)(1 << search->step), step = is_lower == (tail > 0) ? -limit : limit;
  *is_open = ++search->step < 30;
  if (tail > 0 && tails.kernel > 0) {
    step = f->log(goal / tail) / tails.kernel * tail;
    // The errors of the steps are squares, relative to where the tail doubles.
    if (fabs(step) * tails.kernel <= 1e-8 * tail) *is_open = 0;
    step = is_lower ? fmax(step, -limit) : fmin(-step, limit);
  }
  double next = x * f->exp(step);
  if (*is_open && (next <= search->low || next >= search->high) && search->low > 0 && search->high < INFINITY) {
    next = sqrt(search->low) * sqrt(search->high);
  }
  return next;
}

// The x at which the lower tail of the gamma function ratio is p.
static double special_gamma_quantile(double a, double p, const struct special_elementary *f) {
  if (!(a > 0 && a < INFINITY && p >= 0 && p <= 1)) return NAN;
  if (p == 0) return 0;
  if (p == 1) return INFINITY;
  // Wilson and Hilferty's cube (Abramowitz and Stegun 26.4.17), or the first term of the series below it.
  double t = 1 / (9 * a), w = 1 - t + special_normal_quantile(p, f->log) * sqrt(t);
  double first = f->exp((f->log(p) + special_lgamma_of_one_plus(a, f)) / a);
  double x = a >= 0.5 && w > 0.3 ? a * w * w * w : first;
  struct special_search search = {p, 0, INFINITY, 0};
  for (int is_open = 1; is_open && x > 0;) {
    x = special_next(&search, x, special_gamma_tails(a, x, f), &is_open, f);
  }
  return x;
}

// The odds x / (1 - x) at which the lower tail of the beta function ratio is p.
static double special_beta_quantile(double a, double b, double p, const struct special_elementary *f) {
  if (!(a > 0 && a < INFINITY && b > 0 && b < INFINITY && p >= 0 && p <= 1)) return NAN;
  if (p == 0) return 0;
  if (p == 1) return INFINITY;
  double odds;
  if (a >= 1 && b >= 1) {
    // Abramowitz and Stegun 26.5.22.
    double z = special_normal_quantile(p, f->log), lambda = (z * z - 3) / 6;
    double u = 1 / (2 * a - 1), v = 1 / (2 * b - 1), h = 2 / (u + v);
    double w = -z * sqrt(fmax(h + lambda, 0)) / h - (v - u) * (lambda + 5.0 / 6 - 2 / (3 * h));
    odds = a / b * f->exp(-2 * fmax(fmin(w, 300), -300));
  } else {
    // The first term of the series from the end with the smaller tail (DLMF 8.17.7).
    int is_lower = p <= 0.5;
    double shape = is_lower ? a : b, tail = is_lower ? p : 1 - p;
    double logarithm = f->log(tail) + f->log(shape) + f->lgamma(a) + f->lgamma(b) - f->lgamma(a + b);
    double end = logarithm / shape, ratio = f->exp(end) / -f->expm1(end);
    odds = end < 0 ? (is_lower ? ratio : 1 / ratio) : a / b;
  }
  struct special_search search = {p, 0, INFINITY, 0};
  for (int is_open = 1; is_open && odds > 0 && odds < INFINITY;) {
    odds = special_next(&search, odds, special_beta_tails(a, b, odds, f), &is_open, f);
  }
  return odds;
}

// A distribution function of whole numbers with up to two parameters.
typedef double special_cumulative(double k, double a, double b, const struct special_elementary *f);

// The least whole number in low...high with a probability of at least p up to it. p is lowered by a few
// units in the last place, so that the quantile of a value of the distribution function is where it came
// from although both are rounded.
static double special_least(special_cumulative *cumulative, double a, double b, double low, double high,
                            double guess, double p, const struct special_elementary *f) {
  if (!(p >= 0 && p <= 1)) return NAN;
  if (p == 0) return low;
  if (p == 1) return high;
  p -= 16 * 2.220446049250313e-16 * p;
  double above = fmax(fmin(floor(guess), high), low), below = above, step = 1;
  if (cumulative(above, a, b, f) >= p) {
    for (; below >= low && cumulative(below, a, b, f) >= p; step *= 2) {
      above = below;
      below -= step;
    }
    below = fmax(below, low - 1);
  } else {
    for (; above < high && !(cumulative(above, a, b, f) >= p); step *= 2) {
      below = above;
      above += step;
    }
    above = fmin(above, high);
  }
  // Beyond 2^53 the middle is one of the ends.
  for (int i = 0; i < 1100 && above - below > 1; i++) {
    double middle = floor(below + 0.5 * (above - below));
    if (middle <= below || middle >= above) break;
    if (cumulative(middle, a, b, f) >= p) {
      above = middle;
    } else {
      below = middle;
    }
  }
  return above;
}

// Where the normal distribution, corrected for skewness, would have it (Cornish and Fisher, 1938).
static double special_guess(double mean, double variance, double skewness, double p,
                            const struct special_elementary *f) {
  double z = special_normal_quantile(p, f->log);
  return mean + sqrt(variance) * (z + skewness * (z * z - 1) / 6);
}

static double special_poisson_cumulative(double k, double rate, double unused,
                                         const struct special_elementary *f) {
  (void)unused;
  return special_gamma_tails(k + 1, rate, f).upper;
}

static double special_poisson_quantile(double rate, double p, const struct special_elementary *f) {
  if (!(rate > 0 && rate < INFINITY)) return NAN;
  double guess = special_guess(rate, rate, 1 / sqrt(rate), p, f);
  return special_least(special_poisson_cumulative, rate, 0, 0, INFINITY, guess, p, f);
}

static double special_binomial_cumulative(double k, double n, double chance,
                                          const struct special_elementary *f) {
  return k >= n ? 1 : special_beta_tails(n - k, k + 1, (1 - chance) / chance, f).lower;
}

static double special_binomial_quantile(double n, double chance, double p,
                                        const struct special_elementary *f) {
  if (!(n >= 0 && n < INFINITY && chance >= 0 && chance <= 1 && p >= 0 && p <= 1)) return NAN;
  if (chance == 0 || chance == 1) return n * chance;
  double variance = n * chance * (1 - chance);
  double skewness = variance > 0 ? (1 - 2 * chance) / sqrt(variance) : 0;
  double guess = special_guess(n * chance, variance, skewness, p, f);
  return special_least(special_binomial_cumulative, n, chance, 0, n, guess, p, f);
}

static double special_negative_binomial_cumulative(double k, double r, double chance,
                                                   const struct special_elementary *f) {
  return special_beta_tails(r, k + 1, chance / (1 - chance), f).lower;
}

static double special_negative_binomial_quantile(double r, double chance, double p,
                                                 const struct special_elementary *f) {
  if (!(r > 0 && r < INFINITY && chance > 0 && chance <= 1)) return NAN;
  double mean = r * (1 - chance) / chance, skewness = (2 - chance) / sqrt(r * (1 - chance));
  double guess = chance < 1 ? special_guess(mean, mean / chance, skewness, p, f) : 0;
  double high = chance < 1 ? INFINITY : 0;
  return special_least(special_negative_binomial_cumulative, r, chance, 0, high, guess, p, f);
}
