/// A zero of a continuous function between two points where it has opposite signs.
///
/// Brent's method, which never leaves the interval and ends within rounding of a change of sign.
/// Source: Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 4, `zero`.
package struct Root: Hashable, Sendable {
  /// Where the sign changes.
  package private(set) var point: Double
  /// The function's value there: next to 0, unless the function jumps.
  package private(set) var value: Double

  /// `values` are the function's at the two ends; they must be numbers of opposite signs, or 0.
  package init<Failure: Error>(
    between ends: (Double, Double), values: (Double, Double),
    of function: (Double) throws(Failure) -> Double
  ) throws(Failure) {
    var search = Search(a: ends.0, b: ends.1, fa: values.0, fb: values.1)
    // Brent's bound is the square of bisection's number of steps; in practice it is about ten.
    for _ in 0..<4000 {
      guard let next = search.next() else { break }
      let value = try function(next)
      if value.isNaN {
        (point, self.value) = (next, value)
        return
      }
      search.take(value)
    }
    (point, value) = (search.b, search.fb)
  }
}

/// The state of the search, in Brent's letters: b is the best point, c the one beyond the zero, a the last.
private struct Search {
  var a: Double, b: Double, c: Double
  var fa: Double, fb: Double, fc: Double
  /// The last step, and the one before it.
  private var d: Double, e: Double

  init(a: Double, b: Double, fa: Double, fb: Double) {
    (self.a, self.b, c) = (a, b, a)
    (self.fa, self.fb, fc) = (fa, fb, fa)
    d = b - a
    e = d
  }

  /// The next point to look at, or `nil` at the end.
  mutating func next() -> Double? {
    if abs(fc) < abs(fb) {
      (a, b, c) = (b, c, b)
      (fa, fb, fc) = (fb, fc, fb)
    }
    let tolerance = 2 * Double.ulpOfOne * abs(b) + Double.leastNormalMagnitude
    // Half of each, because their difference may overflow.
    let half = 0.5 * c - 0.5 * b
    if abs(half) <= tolerance || fb == 0 { return nil }
    if abs(e) < tolerance || abs(fa) <= abs(fb) {
      (d, e) = (half, half)
    } else {
      interpolate(half, tolerance)
    }
    (a, fa) = (b, fb)
    b += abs(d) > tolerance ? d : (half > 0 ? tolerance : -tolerance)
    return b
  }

  /// By a line through two points, or a parabola on its side through three, if that stays well inside.
  private mutating func interpolate(_ half: Double, _ tolerance: Double) {
    let s = fb / fa
    var p = 2 * half * s
    var q = 1 - s
    if a != c {
      let (t, r) = (fa / fc, fb / fc)
      p = s * (2 * half * t * (t - r) - (b - a) * (r - 1))
      q = (t - 1) * (r - 1) * (s - 1)
    }
    if p > 0 { q = -q } else { p = -p }
    // Written so that a NaN, from infinite values, bisects.
    if 2 * p < min(3 * half * q - abs(tolerance * q), abs(e * q)) {
      e = d
      d = p / q
    } else {
      (d, e) = (half, half)
    }
  }

  mutating func take(_ value: Double) {
    fb = value
    if (fb > 0) == (fc > 0) {
      (c, fc) = (a, fa)
      d = b - a
      e = d
    }
  }
}
