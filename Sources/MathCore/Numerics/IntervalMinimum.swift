/// The lowest point of a function of one number on an interval, to about eight digits.
///
/// The interval is first scanned on even steps; then Brent's method goes down the lowest valleys that were
/// seen by parabolas and golden sections, and the deepest one is chosen.
/// Source: Brent, "Algorithms for Minimization without Derivatives" (1973), chapter 5, `localmin`.
package struct IntervalMinimum: Hashable, Sendable {
  package private(set) var point: Double
  package private(set) var value: Double
  /// Around the point; a minimum inside of the interval lies between them.
  package private(set) var bracket: ClosedRange<Double>

  private static let scanSteps = 256
  private static let valleyLimit = 8

  /// `nil` if the function is not a number anywhere that it was looked at.
  package init?<Failure: Error>(
    on interval: ClosedRange<Double>, of function: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) {
    let (lower, upper) = (interval.lowerBound, interval.upperBound)
    let xs = (0...Self.scanSteps).map { i in
      let t = Double(i) / Double(Self.scanSteps)
      return i == Self.scanSteps ? upper : lower * (1 - t) + upper * t
    }
    let values = try function(xs)
    let lows = Self.lows(values)
    guard let first = lows.first else { return nil }
    (point, value) = (xs[first], values[first])
    bracket = Self.bracket(first, xs)
    for low in lows.prefix(Self.valleyLimit) {
      let range = Self.bracket(low, xs)
      var valley = Valley(in: range)
      for _ in 0..<200 {
        guard let next = valley.next() else { break }
        let value = try function([next])[0]
        // A point without a value is no minimum.
        valley.take(value.isNaN ? .infinity : value)
      }
      if valley.fx < value { (point, value, bracket) = (valley.x, valley.fx, range) }
    }
  }

  /// The places that are not above their neighbors, the lowest first.
  private static func lows(_ values: [Double]) -> [Int] {
    func height(_ i: Int) -> Double {
      values.indices.contains(i) && !values[i].isNaN ? values[i] : .infinity
    }
    return values.indices
      .filter { !values[$0].isNaN && height($0) <= height($0 - 1) && height($0) <= height($0 + 1) }
      .sorted { (values[$0], $0) < (values[$1], $1) }
  }

  private static func bracket(_ i: Int, _ xs: [Double]) -> ClosedRange<Double> {
    xs[max(i - 1, 0)]...xs[min(i + 1, xs.count - 1)]
  }
}

/// Brent's state: x is the lowest point, w the second lowest, v the one before; all in a … b.
private struct Valley {
  private var a: Double, b: Double
  private(set) var x: Double, fx = Double.infinity
  private var w: Double, fw = Double.infinity
  private var v: Double, fv = Double.infinity
  private var u: Double
  /// The last step, and the one before it.
  private var d = 0.0, e = 0.0
  private var isFirst = true

  /// (3 − √5) / 2, the smaller part of a golden section.
  private static let golden = 0.381966011250105151795

  init(in bracket: ClosedRange<Double>) {
    (a, b) = (bracket.lowerBound, bracket.upperBound)
    x = a + Self.golden * (b - a)
    (w, v, u) = (x, x, x)
  }

  /// The next point to look at, or `nil` at the end.
  mutating func next() -> Double? {
    if isFirst { return x }
    let middle = 0.5 * a + 0.5 * b
    // A minimum is flat: half of the digits is all that values tell.
    let tolerance = 1e-8 * abs(x) + 1e-12 * (b - a) + Double.leastNormalMagnitude
    if abs(x - middle) <= 2 * tolerance - 0.5 * (b - a) { return nil }
    if abs(e) <= tolerance || !steppedByParabola(middle, tolerance) {
      e = (x < middle ? b : a) - x
      d = Self.golden * e
    }
    u = x + (abs(d) >= tolerance ? d : (d > 0 ? tolerance : -tolerance))
    return u
  }

  private mutating func steppedByParabola(_ middle: Double, _ tolerance: Double) -> Bool {
    let r = (x - w) * (fx - fv)
    var q = (x - v) * (fx - fw)
    var p = (x - v) * q - (x - w) * r
    q = 2 * (q - r)
    if q > 0 { p = -p } else { q = -q }
    let last = e
    e = d
    // NaN, from infinite values, fails the test.
    guard abs(p) < abs(0.5 * q * last), p > q * (a - x), p < q * (b - x) else { return false }
    d = p / q
    let target = x + d
    if target - a < 2 * tolerance || b - target < 2 * tolerance { d = x < middle ? tolerance : -tolerance }
    return true
  }

  mutating func take(_ fu: Double) {
    if isFirst {
      isFirst = false
      (fx, fw, fv) = (fu, fu, fu)
    } else if fu <= fx {
      if u < x { b = x } else { a = x }
      (v, fv) = (w, fw)
      (w, fw) = (x, fx)
      (x, fx) = (u, fu)
    } else {
      if u < x { a = u } else { b = u }
      if fu <= fw || w == x {
        (v, fv) = (w, fw)
        (w, fw) = (u, fu)
      } else if fu <= fv || v == x || v == w {
        (v, fv) = (u, fu)
      }
    }
  }
}
