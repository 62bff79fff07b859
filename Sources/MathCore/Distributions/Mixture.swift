package import Diagnostics

/// A mixture: a number from one of some distributions, which is chosen at random first.
///
/// All of them are continuous, or all of them are discrete. The entropy is NaN: it has no formula.
package struct Mixture: Distribution {
  /// The distributions that numbers come from; none of weight 0.
  package let components: [any Distribution]
  /// The probability of each.
  package let weights: [Double]

  /// As many weights as components, at least one; they must sum to 1 within 1e-9.
  package init(_ components: [any Distribution], weights: [Double]) throws(ArgumentError) {
    guard let first = components.first else {
      throw ArgumentError("components", "expected at least one distribution, found none")
    }
    guard components.allSatisfy({ $0.isDiscrete == first.isDiscrete }) else {
      throw ArgumentError("components", "expected distributions that are all continuous, or all discrete")
    }
    guard weights.count == components.count else {
      throw ArgumentError(
        "weights", "expected one for each of \(components.count) distributions, found \(weights.count)")
    }
    try checkProbabilities(weights, "weights")
    // What cannot happen would only stand in the way, where 0 · ∞ or the logarithm of 0 is computed.
    let likely = components.indices.filter { weights[$0] > 0 }
    self.components = likely.map { components[$0] }
    self.weights = likely.map { weights[$0] }
  }

  package var isDiscrete: Bool { components[0].isDiscrete }

  package var support: ClosedRange<Double> {
    components.dropFirst().reduce(components[0].support) {
      min($0.lowerBound, $1.support.lowerBound)...max($0.upperBound, $1.support.upperBound)
    }
  }

  package func atoms(in range: ClosedRange<Double>, upTo limit: Int) -> [Double]? {
    var atoms: Set<Double> = []
    for component in components {
      guard let own = component.atoms(in: range, upTo: limit) else { return nil }
      atoms.formUnion(own)
    }
    return atoms.count <= limit ? atoms.sorted() : nil
  }

  private func average<Number: RealNumber>(_ zero: Number, _ value: (any Distribution) -> Number) -> Number {
    zip(components, weights).reduce(zero) { $0 + $1.1 * value($1.0) }
  }

  package func density<Number: RealNumber>(at x: Number) -> Number {
    average(x.constant(0)) { $0.density(at: x) }
  }

  // The logarithm of a sum of exponentials, relative to the largest, which may be far below all numbers.
  package func logDensity<Number: RealNumber>(at x: Number) -> Number {
    let logarithms = zip(components, weights).map {
      $0.logDensity(at: x) + UnaryFunction.logarithm($1)
    }
    let largest = logarithms.dropFirst().reduce(logarithms[0]) { $0.applying(.maximum, with: $1) }
    let sum = logarithms.reduce(x.constant(0)) { $0 + ($1 - largest).applying(.exponential) }
    return largest.applying(.isFinite).choosing(largest + sum.applying(.logarithm), else: largest)
  }

  package func cumulative<Number: RealNumber>(at x: Number) -> Number {
    average(x.constant(0)) { $0.cumulative(at: x) }
  }

  package func survival<Number: RealNumber>(at x: Number) -> Number {
    average(x.constant(0)) { $0.survival(at: x) }
  }

  /// Between the quantiles of the components, by bisection among all doubles.
  package func quantile(at p: Double) -> Double {
    guard p >= 0, p <= 1 else { return .nan }
    let quantiles = components.map { $0.quantile(at: p) }
    let (least, greatest) = (quantiles.min() ?? .nan, quantiles.max() ?? .nan)
    guard least < greatest, least.isFinite, greatest.isFinite else { return p < 0.5 ? least : greatest }
    // As for other discrete distributions: see `leastWhole`.
    let rounding = isDiscrete ? 16 * Double.ulpOfOne : 0
    var (low, high) = (order(of: least), order(of: greatest))
    while low < high {
      // Half of each, because their difference may overflow.
      let middle = (low >> 1) + (high >> 1) + (low & high & 1)
      let x = number(at: middle)
      let isEnough =
        p <= 0.5 ? cumulative(at: x) >= p * (1 - rounding) : survival(at: x) <= (1 - p) + rounding
      if isEnough { high = middle } else { low = middle + 1 }
    }
    return number(at: low)
  }

  package var mean: Double { average(0) { $0.mean } }

  package var variance: Double {
    let mean = mean
    return average(0) { $0.variance + ($0.mean - mean) * ($0.mean - mean) }
  }

  package var entropy: Double { .nan }

  /// A component for each number, then a number from it.
  package func sample(_ count: Int, using generator: inout Xoshiro256) -> [Double] {
    let choice = FiniteDistribution(values: weights.indices.map(Double.init), masses: weights)
    return (0..<count).map { _ in
      let component = components[Int(choice.quantile(at: generator.openUnit()))]
      return component.sample(1, using: &generator)[0]
    }
  }
}

/// The place of a number among all doubles, from 0 at 0.
private func order(of number: Double) -> Int64 {
  let bits = Int64(bitPattern: number.bitPattern)
  return bits >= 0 ? bits : -(bits & .max)
}

private func number(at order: Int64) -> Double {
  order >= 0
    ? Double(bitPattern: UInt64(order)) : -Double(bitPattern: UInt64(-order))
}
