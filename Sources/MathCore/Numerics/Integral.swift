/// The integral of a function over an interval, which may be infinite, with an estimate of its error.
///
/// Adaptive Gauss–Kronrod quadrature: the pieces whose estimated errors are largest are halved until the
/// errors of all together are small enough. The function is evaluated on many points at a time.
/// Source: Piessens et al., "QUADPACK" (1983), with all pieces above the tolerance halved in one round.
package struct Integral: Hashable, Sendable {
  package private(set) var value = 0.0
  /// A bound for the error that is nearly always far too large.
  package private(set) var error = 0.0
  /// Whether the error came down to the tolerance, or to that of rounding.
  package private(set) var isAccurate = false
  /// A point where the function was not finite; the integral then means nothing.
  package private(set) var singularity: Double?

  private static let pieceLimit = 20_000
  private static let roundLimit = 100

  /// From one end to the other, either way round.
  ///
  /// Neither end may be NaN; the tolerance is relative.
  package init<Failure: Error>(
    from lower: Double, to upper: Double, tolerance: Double = 1e-12,
    of function: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) {
    guard lower != upper else {
      isAccurate = true
      return
    }
    let line = IntegrationLine(from: min(lower, upper), to: max(lower, upper))
    var settled: [Piece] = []
    var open = line.pieces
    for _ in 0..<Self.roundLimit {
      guard try evaluate(&open, line, function) else { return }
      settled += open
      settled.sort { $0.error < $1.error }
      value = settled.reduce(0) { $0 + $1.value }
      error = settled.reduce(0) { $0 + $1.error }
      let size = settled.reduce(0) { $0 + $1.size }
      // Rounding alone leaves errors of this size.
      let goal = max(tolerance * abs(value), 4 * Double.ulpOfOne * size)
      isAccurate = error <= goal
      if isAccurate || settled.count > Self.pieceLimit { break }
      open = Self.halved(&settled, goal: goal / 2)
      if open.isEmpty { break }
    }
    if lower > upper { value = -value }
  }

  /// Takes away the pieces with the largest errors, down to where the rest is within the goal.
  private static func halved(_ pieces: inout [Piece], goal: Double) -> [Piece] {
    var kept = 0
    var sum = 0.0
    while kept < pieces.count, sum + pieces[kept].error <= goal {
      sum += pieces[kept].error
      kept += 1
    }
    let split = pieces[kept...]
    pieces.removeSubrange(kept...)
    // A piece as short as rounding has no inside, and stays as it is.
    pieces += split.filter { $0.halves.isEmpty }
    return split.flatMap { $0.halves }
  }

  /// Fills in the pieces' integrals; false where the function is not finite.
  private mutating func evaluate<Failure: Error>(
    _ pieces: inout [Piece], _ line: IntegrationLine, _ function: ([Double]) throws(Failure) -> [Double]
  ) throws(Failure) -> Bool {
    let places = pieces.flatMap { $0.nodes }
    let points = places.map(line.point)
    let values = try function(points)
    for i in values.indices where !values[i].isFinite {
      singularity = points[i]
      return false
    }
    let scaled = values.indices.map { values[$0] * line.slope(at: places[$0]) }
    for i in pieces.indices {
      let count = KronrodRule.nodes.count
      pieces[i].integrate(scaled[i * count..<(i + 1) * count])
    }
    return true
  }
}

/// One interval of the parameter, with what the rules make of it.
private struct Piece: Hashable, Sendable {
  var lower: Double
  var upper: Double
  var value = 0.0
  var error = 0.0
  /// The integral of the absolute value.
  var size = 0.0

  var nodes: [Double] {
    let (center, half) = (0.5 * lower + 0.5 * upper, 0.5 * upper - 0.5 * lower)
    return KronrodRule.nodes.map { center + half * $0 }
  }

  var halves: [Piece] {
    let middle = 0.5 * lower + 0.5 * upper
    if middle <= lower || middle >= upper { return [] }
    return [Piece(lower: lower, upper: middle), Piece(lower: middle, upper: upper)]
  }

  mutating func integrate(_ values: ArraySlice<Double>) {
    let half = 0.5 * upper - 0.5 * lower
    var (kronrod, gauss, absolute) = (0.0, 0.0, 0.0)
    for (i, y) in values.enumerated() {
      kronrod += KronrodRule.weights[i] * y
      gauss += KronrodRule.gaussWeights[i] * y
      absolute += KronrodRule.weights[i] * abs(y)
    }
    let mean = 0.5 * kronrod
    var spread = 0.0
    for (i, y) in values.enumerated() { spread += KronrodRule.weights[i] * abs(y - mean) }
    value = half * kronrod
    size = half * absolute
    // QUADPACK's estimate: the difference of the rules is far more than the error of the better one.
    let difference = abs(half * (kronrod - gauss))
    let scale = half * spread
    error = difference
    if scale > 0, difference > 0 {
      let ratio = 200 * difference / scale
      error = scale * min(1, ratio * ratio.squareRoot())
    }
  }
}

/// How a parameter on a finite interval runs over the line.
private struct IntegrationLine {
  private enum Kind { case finite, upward, downward, whole }
  private let kind: Kind
  private let start: Double
  let pieces: [Piece]

  /// An infinite interval from a is x = a + t/(1 − t), the whole line x = t/(1 − t²).
  init(from lower: Double, to upper: Double) {
    switch (lower.isFinite, upper.isFinite) {
    case (true, true): (kind, start) = (.finite, 0)
    case (true, false): (kind, start) = (.upward, lower)
    case (false, true): (kind, start) = (.downward, upper)
    case (false, false): (kind, start) = (.whole, 0)
    }
    let ends = kind == .finite ? (lower, upper) : (kind == .whole ? -1 : 0, 1)
    // Several pieces from the start, so that a narrow peak is not overlooked; an even number of them,
    // because no rule looks at its ends and a singularity is most often in the middle.
    let count = 10
    let marks = (0...count).map { i in
      let t = Double(i) / Double(count)
      return i == count ? ends.1 : ends.0 * (1 - t) + ends.1 * t
    }
    pieces = zip(marks, marks.dropFirst()).map { Piece(lower: $0, upper: $1) }
  }

  func point(_ t: Double) -> Double {
    switch kind {
    case .finite: t
    case .upward: start + t / (1 - t)
    case .downward: start - t / (1 - t)
    case .whole: t / ((1 - t) * (1 + t))
    }
  }

  func slope(at t: Double) -> Double {
    switch kind {
    case .finite: return 1
    case .upward, .downward: return 1 / ((1 - t) * (1 - t))
    case .whole:
      let u = (1 - t) * (1 + t)
      return (1 + t * t) / (u * u)
    }
  }
}
