/// A probability distribution of a real number.
///
/// Formulas are generic, so that they give numbers and also record graphs, which are compiled and
/// differentiated. They take any number: outside of the support nothing is likely, and NaN gives NaN.
package protocol Distribution: Sendable {
  /// Whether single numbers have probabilities, so that the density is a mass.
  var isDiscrete: Bool { get }
  /// The least and the greatest number that can occur; infinite where there is none.
  var support: ClosedRange<Double> { get }
  /// The probability density at `x`, or the probability of `x` itself.
  func density<Number: RealNumber>(at x: Number) -> Number
  /// The natural logarithm of the density at `x`.
  func logDensity<Number: RealNumber>(at x: Number) -> Number
  /// The probability of a number up to `x`.
  func cumulative<Number: RealNumber>(at x: Number) -> Number
  /// The probability of a number beyond `x`, with all digits also where it is tiny.
  func survival<Number: RealNumber>(at x: Number) -> Number
  /// The least number that is not exceeded with probability `p`; NaN outside of 0…1.
  func quantile(at p: Double) -> Double
  /// The expected value; NaN where there is none.
  var mean: Double { get }
  /// The expected squared distance from the mean; NaN where there is none.
  var variance: Double { get }
  /// The entropy in nats; NaN where there is no formula.
  var entropy: Double { get }
  /// Of a discrete distribution, the numbers within a range that may have a probability, ascending; `nil` if
  /// there are more than a limit.
  func atoms(in range: ClosedRange<Double>, upTo limit: Int) -> [Double]?
  /// Random numbers.
  func sample(_ count: Int, using generator: inout Xoshiro256) -> [Double]
}

extension Distribution {
  /// The square root of the variance.
  package var standardDeviation: Double { variance.squareRoot() }

  /// The whole numbers of the support.
  package func atoms(in range: ClosedRange<Double>, upTo limit: Int) -> [Double]? {
    let first = max(range.lowerBound, support.lowerBound).rounded(.up)
    let last = min(range.upperBound, support.upperBound).rounded(.down)
    guard first <= last else { return [] }
    return last - first < Double(limit) ? Array(stride(from: first, through: last, by: 1)) : nil
  }

  /// The quantiles of random probabilities, one for each number.
  package func sample(_ count: Int, using generator: inout Xoshiro256) -> [Double] {
    (0..<count).map { _ in quantile(at: generator.openUnit()) }
  }
}
