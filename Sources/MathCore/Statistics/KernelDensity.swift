package import Diagnostics

/// How wide the kernels of a density estimate are.
package enum Bandwidth: Hashable, Sendable {
  /// n^(−1/(d+4)) of the data's spread: Scott, "Multivariate Density Estimation" (1992), equation 6.42.
  case scott
  /// (n (d+2) / 4)^(−1/(d+4)) of the data's spread: Silverman, "Density Estimation" (1986), equation 4.14.
  case silverman
  /// The kernels' standard deviation along every axis, in units of the data.
  case given(Double)
}

/// A smooth density made of a normal kernel around each of n points with d coordinates.
///
/// f(x) = Σ exp(−½ |L⁻¹(x − xᵢ)|²) / (n (2π)^(d/2) det L), where L Lᵀ is the covariance of the kernels: that
/// of the data (divided by n − 1) times the rule's factor squared, as in SciPy's `gaussian_kde`, or h² I for
/// a given h, as in scikit-learn's `KernelDensity`.
package struct KernelDensity: Hashable, Sendable {
  /// What the rule multiplies the data's spread by; `nil` for a given bandwidth.
  package let factor: Double?
  /// The covariance of the kernels, d × d.
  package let covariance: Tensor
  /// How many points there are.
  package let count: Int
  /// How many coordinates each has.
  package let dimension: Int
  /// The lower triangle L.
  private let root: Tensor
  /// The points in units of the kernel, L⁻¹xᵢ, row by row.
  private let sites: [Double]
  /// 1 / (n (2π)^(d/2) det L).
  private let weight: Double

  /// The estimate from at least one row of finite numbers, at least two for a rule.
  package init(of points: Tensor, bandwidth: Bandwidth) throws(ArgumentError) {
    (count, dimension) = (points.shape[0], points.shape[1])
    guard count > 0, dimension > 0 else {
      throw ArgumentError("x", "expected at least one point with a coordinate, found none")
    }
    try SampleCheck.numbers(points.elements, "x")
    let (n, d) = (Double(count), dimension)
    switch bandwidth {
    case .scott: factor = BinaryFunction.power(n, -1 / Double(d + 4))
    case .silverman: factor = BinaryFunction.power(n * Double(d + 2) / 4, -1 / Double(d + 4))
    case .given: factor = nil
    }
    covariance = try Self.covariance(of: points, bandwidth, factor)
    root = try Self.root(of: covariance)
    let lower = root
    sites = (0..<count).flatMap { row in
      Self.whitened(Array(points.elements[row * d..<(row + 1) * d]), lower)
    }
    let determinant = (0..<d).reduce(1) { $0 * lower.elements[$1 * d + $1] }
    weight = 1 / (n * BinaryFunction.power(2 * .pi, Double(d) / 2) * determinant)
    guard weight.isFinite, weight > 0 else {
      throw ArgumentError("x", "the kernels are too narrow or too wide for double precision")
    }
  }

  /// The kernels' standard deviations along the axes.
  package var bandwidths: [Double] {
    (0..<dimension).map { covariance.elements[$0 * dimension + $0].squareRoot() }
  }

  /// The density at a point.
  package func density<Number: RealNumber>(at point: [Number]) -> Number {
    let z = Self.whitened(point, root)
    var sum = point[0].constant(0)
    for site in stride(from: 0, to: sites.count, by: dimension) {
      var distance = point[0].constant(0)
      for axis in 0..<dimension {
        let difference = z[axis] - sites[site + axis]
        distance = distance + difference * difference
      }
      sum = sum + (-0.5 * distance).applying(.exponential)
    }
    return weight * sum
  }

  /// The densities at points by rows, d numbers each.
  package func densities(at points: [Double]) -> [Double] {
    let total = points.count / dimension
    // So many exponentials at a time that they stay in the cache.
    let rows = max(1, 16_384 / count)
    var result: [Double] = []
    result.reserveCapacity(total)
    for first in stride(from: 0, to: total, by: rows) {
      let block = min(rows, total - first)
      let exponents = Tensor(
        shape: [block, count], elements: exponents(at: points, first..<first + block))
      result += UnaryFunction.exponential(exponents).reduced(.sum, axes: [1]).elements.map { weight * $0 }
    }
    return result
  }

  /// −½ |L⁻¹(x − xᵢ)|² for some points x, row by row, and every xᵢ.
  private func exponents(at points: [Double], _ rows: Range<Int>) -> [Double] {
    let (n, d) = (count, dimension)
    return [Double](unsafeUninitializedCapacity: rows.count * n) { buffer, initialized in
      initialized = rows.count * n
      sites.withUnsafeBufferPointer { sites in
        for row in rows {
          let z = Self.whitened(Array(points[row * d..<(row + 1) * d]), root)
          let start = (row - rows.lowerBound) * n
          for i in 0..<n {
            var distance = 0.0
            for axis in 0..<d {
              let difference = z[axis] - sites[i * d + axis]
              distance += difference * difference
            }
            buffer[start + i] = -0.5 * distance
          }
        }
      }
    }
  }

  private static func covariance(
    of points: Tensor, _ bandwidth: Bandwidth, _ factor: Double?
  ) throws(ArgumentError) -> Tensor {
    let d = points.shape[1]
    if case .given(let h) = bandwidth {
      try SampleCheck.positive(h, "bandwidth")
      return Tensor(
        shape: [d, d], elements: (0..<d * d).map { $0 % (d + 1) == 0 ? h * h : 0 })
    }
    guard points.shape[0] >= 2, let factor else {
      throw ArgumentError(
        "x", "expected at least two points, found one", help: "give the bandwidth as a number")
    }
    var spread = try MathCore.covariance(of: points)
    spread.elements = spread.elements.map { $0 * factor * factor }
    return spread
  }

  /// L with L Lᵀ = the covariance.
  private static func root(of covariance: Tensor) throws(ArgumentError) -> Tensor {
    let d = covariance.shape[0]
    let factor = (try? Cholesky(of: covariance))?.factor
    // What rounding alone leaves of a spread is none.
    guard let factor,
      (0..<d).allSatisfy({
        let (pivot, variance) = (factor.elements[$0 * (d + 1)], covariance.elements[$0 * (d + 1)])
        return pivot * pivot > 1e-14 * variance
      })
    else {
      throw ArgumentError(
        "x",
        d == 1
          ? "expected numbers that differ" : "expected points that do not lie in a line or plane",
        help: "give the bandwidth as a number")
    }
    return factor
  }

  /// L⁻¹x, by forward substitution.
  private static func whitened<Number: RealNumber>(_ x: [Number], _ root: Tensor) -> [Number] {
    let d = x.count
    var z: [Number] = []
    for i in 0..<d {
      var rest = x[i]
      for k in 0..<i where root.elements[i * d + k] != 0 {
        rest = rest - root.elements[i * d + k] * z[k]
      }
      z.append(rest / root.elements[i * d + i])
    }
    return z
  }
}
