internal import Kernels

/// The chances with which a point picks each of some others as its neighbor: normal in their distance, with
/// a bandwidth that gives the wanted perplexity.
package struct Neighborhood: Sendable {
  /// The precision β = 1/(2 σ²).
  package private(set) var precision = 1.0

  /// How near the entropy comes to the logarithm of the perplexity.
  private static let tolerance = 1e-10
  /// Enough to find every precision among all doubles from 2⁻¹⁰⁰ to 2¹⁰⁰.
  private static let bisections = 200

  /// The standard deviation.
  package var bandwidth: Double { (0.5 / precision).squareRoot() }

  /// Writes the chances for the squared distances of the other points, both with room for whole vectors.
  ///
  /// Source: van der Maaten and Hinton (2008), section 2: bisection of the precision. Where several others
  /// are equally near, a perplexity below their number cannot be had, and they share the chances.
  package init(
    distances: UnsafePointer<Double>, count: Int, perplexity: Double,
    chances: UnsafeMutablePointer<Double>
  ) {
    let (nearest, mean) = Self.nearestAndMean(distances, count)
    // A scale at which the exponents are about 1.
    precision = mean > nearest ? 1 / (mean - nearest) : 1
    let target = UnaryFunction.logarithm(perplexity)
    var (low, high) = (0.0, Double.infinity)
    var sums = [0.0, 0.0]
    for _ in 0..<Self.bisections {
      kernel_gaussian_weights(kernelSet, distances, count, nearest, precision, chances, &sums)
      let entropy = UnaryFunction.logarithm(sums[0]) + precision * sums[1] / sums[0]
      if abs(entropy - target) <= Self.tolerance { break }
      if entropy > target { low = precision } else { high = precision }
      let next = high.isInfinite ? 2 * low : 0.5 * (low + high)
      guard next > low, next < high, next < 1e300 else { break }
      precision = next
    }
    for i in 0..<count { chances[i] /= sums[0] }
  }

  private static func nearestAndMean(
    _ distances: UnsafePointer<Double>, _ count: Int
  ) -> (Double, Double) {
    var (nearest, sum) = (Double.infinity, 0.0)
    for i in 0..<count {
      nearest = min(nearest, distances[i])
      sum += distances[i]
    }
    return (nearest, sum / Double(count))
  }
}
