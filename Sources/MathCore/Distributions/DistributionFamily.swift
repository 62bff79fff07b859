/// The distributions of one kind, told apart by their parameters.
///
/// What conforms writes its formulas for numbers inside of the support; those of this protocol's extension
/// take every number. Formulas are also generic in the parameters, which arrive in the order in which they
/// are listed, so that likelihoods can be differentiated with respect to them.
package protocol DistributionFamily: Distribution, Hashable {
  static var parameters: [DistributionParameter] { get }
  /// A distribution with those parameters; formulas give NaN where they are not in their ranges.
  init(parameterValues: [Double])
  var parameterValues: [Double] { get }
  /// What is wrong with parameters that are each in their range.
  static func mistake(among values: [Double]) -> ParameterMistake?

  static var isDiscrete: Bool { get }
  /// The ends of the support; an upper one only together with a lower one, `nil` for no end.
  static func support<Number: RealNumber>(_ parameters: [Number]) -> (low: Number?, high: Number?)
  /// For `x` in the support, a whole number if the family is discrete; as are the next three.
  static func density<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number
  static func logDensity<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number
  static func cumulative<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number
  static func survival<Number: RealNumber>(inside x: Number, _ parameters: [Number]) -> Number
  /// For `p` in 0…1, both included.
  static func quantile<Number: RealNumber>(inside p: Number, _ parameters: [Number]) -> Number
  static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number
  static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number
  /// In nats; `nil` for a discrete family that has no formula, whose entropy is a sum.
  static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number?
}

extension DistributionFamily {
  package static var isDiscrete: Bool { false }
  package static func mistake(among values: [Double]) -> ParameterMistake? { nil }

  package static func support<Number: RealNumber>(
    _ parameters: [Number]
  ) -> (low: Number?, high: Number?) { (nil, nil) }

  /// What is wrong with parameters, the first that does not fit; `nil` if they all do.
  package static func mistake(in values: [Double]) -> ParameterMistake? {
    for (index, (parameter, value)) in zip(parameters, values).enumerated()
    where !parameter.range.contains(value) {
      return ParameterMistake(index: index, expectation: parameter.range.expectation)
    }
    return mistake(among: values)
  }
}

/// The formulas for all numbers.
extension DistributionFamily {
  /// The density at `x`, 0 outside of the support.
  package static func density<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    within(x, parameters, density(inside: x, parameters), else: 0)
  }

  /// The logarithm of the density at `x`, −∞ outside of the support.
  package static func logDensity<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    within(x, parameters, logDensity(inside: x, parameters), else: -.infinity)
  }

  /// The probability of a number up to `x`.
  package static func cumulative<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    let x = isDiscrete ? x.applying(.floor) : x
    return between(x, parameters, below: 0, cumulative(inside: x, parameters), above: 1)
  }

  /// The probability of a number beyond `x`.
  package static func survival<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number {
    let x = isDiscrete ? x.applying(.floor) : x
    return between(x, parameters, below: 1, survival(inside: x, parameters), above: 0)
  }

  /// The least number that is not exceeded with probability `p`; NaN outside of 0…1.
  package static func quantile<Number: RealNumber>(at p: Number, _ parameters: [Number]) -> Number {
    let isProbability = p.isAtLeast(p.constant(0)).and(p.isAtMost(p.constant(1)))
    return isProbability.choosing(quantile(inside: p, parameters), else: p.constant(.nan))
  }

  /// A semi-infinite support ends before infinity, where formulas need no limits then.
  private static func ends<Number: RealNumber>(
    _ x: Number, _ parameters: [Number]
  ) -> (low: Number, high: Number)? {
    let (low, high) = support(parameters)
    return low.map { ($0, high ?? x.constant(.greatestFiniteMagnitude)) }
  }

  private static func within<Number: RealNumber>(
    _ x: Number, _ parameters: [Number], _ value: Number, else outside: Double
  ) -> Number {
    guard let (low, high) = ends(x, parameters) else { return value }
    var isInside = x.isAtLeast(low).and(x.isAtMost(high))
    if isDiscrete {
      isInside = isInside.and(x.applying(.floor).isEqual(to: x)).and(x.applying(.isFinite))
    }
    // What is not a number is in no support, and is passed on.
    let other = x.applying(.isNaN).choosing(x, else: x.constant(outside))
    return isInside.choosing(value, else: other)
  }

  private static func between<Number: RealNumber>(
    _ x: Number, _ parameters: [Number], below: Double, _ value: Number, above: Double
  ) -> Number {
    guard let (low, high) = ends(x, parameters) else { return value }
    let isBelow = isDiscrete ? x.isLess(than: low) : x.isAtMost(low)
    let upper = x.isAtLeast(high).choosing(
      x.constant(above), else: x.applying(.isNaN).choosing(x, else: value))
    return isBelow.choosing(x.constant(below), else: upper)
  }
}

extension DistributionFamily {
  /// The quantile of a discrete family, which is next to a guess that rounding may have moved by 1.
  ///
  /// p is lowered by a few units in the last place, so that the quantile of a value of the distribution
  /// function is where it came from although both are rounded; `Quantiles.h` does the same.
  static func leastWhole<Number: RealNumber>(
    near guess: Number, _ p: Number, _ parameters: [Number]
  ) -> Number {
    let (low, high) = support(parameters)
    let goal = p - 16 * Double.ulpOfOne * p
    func isEnough(_ k: Number) -> Number { goal.isAtMost(cumulative(at: k, parameters)) }
    let next = isEnough(guess).choosing(guess, else: guess + 1)
    let nearest = isEnough(guess - 1).choosing(guess - 1, else: next)
    let upper = high.map { p.isEqual(to: 1).choosing($0, else: nearest) } ?? nearest
    return low.map { upper.applying(.maximum, with: $0) } ?? upper
  }
}

/// One distribution of the family.
extension DistributionFamily {
  package var isDiscrete: Bool { Self.isDiscrete }

  package var support: ClosedRange<Double> {
    let (low, high) = Self.support(parameterValues)
    let (first, last) = (low ?? -.infinity, high ?? .infinity)
    return first <= last ? first...last : -.infinity ... .infinity
  }

  private func known<Number: RealNumber>(beside x: Number) -> [Number] {
    parameterValues.map { x.constant($0) }
  }

  package func density<Number: RealNumber>(at x: Number) -> Number {
    Self.density(at: x, known(beside: x))
  }

  package func logDensity<Number: RealNumber>(at x: Number) -> Number {
    Self.logDensity(at: x, known(beside: x))
  }

  package func cumulative<Number: RealNumber>(at x: Number) -> Number {
    Self.cumulative(at: x, known(beside: x))
  }

  package func survival<Number: RealNumber>(at x: Number) -> Number {
    Self.survival(at: x, known(beside: x))
  }

  package func quantile(at p: Double) -> Double { Self.quantile(at: p, parameterValues) }
  package var mean: Double { Self.mean(parameterValues) }
  package var variance: Double { Self.variance(parameterValues) }
  package var entropy: Double { Self.entropy(parameterValues) ?? summedEntropy }
}
