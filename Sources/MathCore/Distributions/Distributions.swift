package import Diagnostics

/// One number that a distribution is set up with.
package struct DistributionParameter: Hashable, Sendable {
  /// What users write in front of `=`.
  package var name: String
  /// What it is where the user says nothing; `nil` where the user has to say.
  package var standard: Double?
  /// Whether it has to be greater than 0.
  package var isPositive: Bool

  /// A parameter; without `standard` the user has to say it.
  package init(_ name: String, standard: Double? = nil, isPositive: Bool = false) {
    self.name = name
    self.standard = standard
    self.isPositive = isPositive
  }
}

/// A probability distribution of a real number.
///
/// The formulas are generic, so that they give numbers and also record graphs, which are compiled and
/// differentiated; `parameters` arrive in the order in which they are listed.
package protocol Distribution: Hashable, Sendable {
  static var parameters: [DistributionParameter] { get }
  /// A distribution with those parameters, which must be in their ranges.
  init(parameters values: [Double])
  var parameterValues: [Double] { get }

  static func logDensity<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number
  static func density<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number
  static func cumulative<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number
  static func survival<Number: RealNumber>(at x: Number, _ parameters: [Number]) -> Number
  /// NaN outside of 0…1.
  static func quantile<Number: RealNumber>(at p: Number, _ parameters: [Number]) -> Number
  static func mean<Number: RealNumber>(_ parameters: [Number]) -> Number
  static func variance<Number: RealNumber>(_ parameters: [Number]) -> Number
  /// In nats.
  static func entropy<Number: RealNumber>(_ parameters: [Number]) -> Number
}

extension Distribution {
  /// The expected value.
  package var mean: Double { Self.mean(parameterValues) }
  /// The expected squared distance from the mean.
  package var variance: Double { Self.variance(parameterValues) }
  /// The entropy in nats.
  package var entropy: Double { Self.entropy(parameterValues) }
  /// The square root of the variance.
  package var standardDeviation: Double { variance.squareRoot() }

  /// The probability density at `x`.
  package func density(at x: Double) -> Double { Self.density(at: x, parameterValues) }
  /// The natural logarithm of the density at `x`.
  package func logDensity(at x: Double) -> Double { Self.logDensity(at: x, parameterValues) }
  /// The probability of a value up to `x`.
  package func cumulative(at x: Double) -> Double { Self.cumulative(at: x, parameterValues) }
  /// The probability of a value beyond `x`, with all digits also where it is tiny.
  package func survival(at x: Double) -> Double { Self.survival(at: x, parameterValues) }
  /// The value that is not exceeded with probability `p`; NaN outside of 0…1.
  package func quantile(at p: Double) -> Double { Self.quantile(at: p, parameterValues) }
}

/// All distributions by the names that users write.
package let distributions = Catalogue<any Distribution.Type>(
  "distribution",
  [
    "normal": Normal.self
  ])
