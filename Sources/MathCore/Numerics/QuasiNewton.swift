/// A walk to a local minimum by the method of Broyden, Fletcher, Goldfarb and Shanno.
///
/// Source: Nocedal and Wright, "Numerical Optimization" (2006), algorithm 6.1, with the bisecting line
/// search of Lewis and Overton (2013), which also gets along with kinks.
package struct QuasiNewton: Hashable, Sendable {
  /// How the walk ended.
  package enum End: Hashable, Sendable {
    /// The gradient is 0, or nothing nearby is lower in floating point.
    case minimum
    /// The function falls without end.
    case bottomless
    /// The function or its gradient is not finite at the start.
    case undefined
    case outOfSteps
  }

  package private(set) var point: [Double]
  package private(set) var here: LossAndGradient
  package private(set) var steps = 0
  package private(set) var end = End.outOfSteps

  /// The gradient's largest component at which a point counts as a minimum, relative to the value.
  private static let flatness = 1e-12

  package init<Failure: Error>(
    from start: [Double], steps limit: Int = 1000,
    on landscape: ([Double]) throws(Failure) -> LossAndGradient
  ) throws(Failure) {
    point = start
    here = try landscape(start)
    guard here.isFinite else {
      end = .undefined
      return
    }
    var inverse = InverseCurvature(count: start.count)
    while steps < limit {
      let slope = here.gradient.reduce(0) { max($0, abs($1)) }
      if slope <= Self.flatness * max(1, abs(here.loss)) {
        end = .minimum
        return
      }
      var direction = inverse.direction(against: here.gradient)
      if !(dot(direction, here.gradient) < 0) {
        inverse = InverseCurvature(count: start.count)
        direction = here.gradient.map { -$0 }
      }
      let search = try LineSearch(from: point, here, along: direction, on: landscape)
      guard let next = search.found else {
        end = search.isBottomless ? .bottomless : .minimum
        return
      }
      steps += 1
      inverse.learn(
        step: zip(next.point, point).map { $0 - $1 },
        change: zip(next.here.gradient, here.gradient).map { $0 - $1 })
      let hasMoved = next.point != point && next.here.loss < here.loss
      (point, here) = (next.point, next.here)
      if !hasMoved {
        end = .minimum
        return
      }
    }
  }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
  zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

/// A step that lowers the function enough and leaves the slope less steep (weak Wolfe conditions).
private struct LineSearch {
  private(set) var found: (point: [Double], here: LossAndGradient)?
  private(set) var isBottomless = false

  init<Failure: Error>(
    from point: [Double], _ here: LossAndGradient, along direction: [Double],
    on landscape: ([Double]) throws(Failure) -> LossAndGradient
  ) throws(Failure) {
    let slope = dot(direction, here.gradient)
    var (lower, upper) = (0.0, Double.infinity)
    var length = 1.0
    for _ in 0..<200 {
      let next = zip(point, direction).map { $0 + length * $1 }
      let there = try landscape(next)
      if !there.isFinite || there.loss > here.loss + 1e-4 * length * slope {
        upper = length
      } else {
        found = (next, there)
        guard dot(direction, there.gradient) < 0.9 * slope else { return }
        lower = length
      }
      length = upper.isFinite ? 0.5 * (lower + upper) : 2 * length
      if next == point || (upper.isFinite && upper - lower <= 1e-15 * upper) { return }
      if length > 1e30 {
        isBottomless = true
        found = nil
        return
      }
    }
  }
}

/// An estimate of the inverse of the matrix of second derivatives.
private struct InverseCurvature {
  private let count: Int
  private var rows: [Double]
  private var isFirst = true

  init(count: Int) {
    self.count = count
    rows = (0..<count * count).map { $0 / count == $0 % count ? 1 : 0 }
  }

  func direction(against gradient: [Double]) -> [Double] { applied(to: gradient).map { -$0 } }

  private func applied(to x: [Double]) -> [Double] {
    (0..<count).map { i in
      var sum = 0.0
      for j in 0..<count { sum += rows[i * count + j] * x[j] }
      return sum
    }
  }

  mutating func learn(step s: [Double], change y: [Double]) {
    let curvature = dot(s, y)
    // Without curvature along the step there is nothing to learn.
    guard curvature > 0, curvature.isNormal else { return }
    if isFirst {
      isFirst = false
      // Nocedal and Wright 6.20: the first guess gets the right size.
      let scale = curvature / dot(y, y)
      for i in 0..<count { rows[i * count + i] = scale }
    }
    let u = applied(to: y)
    let factor = (1 + dot(y, u) / curvature) / curvature
    for i in 0..<count {
      for j in 0..<count {
        rows[i * count + j] += factor * s[i] * s[j] - (u[i] * s[j] + s[i] * u[j]) / curvature
      }
    }
  }
}
