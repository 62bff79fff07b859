package import Diagnostics

/// The polynomial of a degree that comes nearest to measured values in the sum of squares.
///
/// The basis is made orthogonal on the points themselves, and is evaluated by the recurrence that made it,
/// so that predictions stay good at high degrees. Source: Brubeck, Nakatsukasa, Trefethen, "Vandermonde
/// with Arnoldi" (2021). Predictions at the points are good to about 1e-12 of the largest value; the
/// coefficients of powers are as good as a change of basis can make them, which grows worse with the degree.
package struct PolynomialRegression: Hashable, Sendable {
  /// The polynomial.
  package let formula: ArnoldiFormula
  /// The values that it has at the points.
  package let fit: RegressionFit

  /// The highest degree that is offered.
  package static let highestDegree = 100

  /// Learns from points x and values y; the x must have more different values than the degree is.
  package init(_ x: [Double], _ y: [Double], degree: Int) throws(ArgumentError) {
    let data = try PolynomialRegression.check(x, y, degree)
    let different = Set(x).sorted()
    let (low, high) = (different[0], different[different.count - 1])
    let center = low / 2 + high / 2
    let scale = high > low ? high / 2 - low / 2 : 1
    let t = x.map { ($0 - center) / scale }
    let basis = try ArnoldiBasis(on: t, degree: degree)
    formula = ArnoldiFormula(
      center: center, scale: scale, recurrence: basis.recurrence, weights: basis.weights(of: y))
    fit = RegressionFit(predictions: formula.values(atRows: x), of: data.values)
  }

  private static func check(
    _ x: [Double], _ y: [Double], _ degree: Int
  ) throws(ArgumentError) -> MeasuredPoints {
    guard !x.isEmpty else { throw ArgumentError("x", "expected at least one point, found none") }
    guard x.allSatisfy(isModerate) else {
      throw ArgumentError("x", "expected numbers from −1e100 to 1e100")
    }
    guard (0...highestDegree).contains(degree) else {
      throw ArgumentError("degree", "expected 0 to \(highestDegree), found \(degree)")
    }
    let different = Set(x).count
    guard degree < different else {
      throw ArgumentError(
        "degree", "expected less than the number of different x, \(different), found \(degree)")
    }
    return try MeasuredPoints(Tensor(shape: [x.count, 1], elements: x), values: y)
  }

  /// The coefficients of 1, x, x², ….
  package var coefficients: [Double] { formula.coefficients }
}

/// Polynomials that are orthogonal on points: (1/n) Σ qᵢ qⱼ is 1 for i = j, else 0.
private struct ArnoldiBasis {
  private var columns: [[Double]]
  /// For each degree from 1, what to take of the lower ones from t times the last, and what to divide by.
  private(set) var recurrence: [[Double]] = []

  init(on t: [Double], degree: Int) throws(ArgumentError) {
    let n = Double(t.count)
    columns = [t.map { _ in 1 }]
    for k in 0..<degree {
      var next = zip(t, columns[k]).map { $0 * $1 }
      var parts = [Double](repeating: 0, count: k + 1)
      let size = Self.size(of: next)
      // Twice is enough (Kahan): what rounding left of the lower ones goes the second time.
      for _ in 0..<2 {
        for (place, column) in columns.enumerated() {
          let part = zip(column, next).reduce(0) { $0 + $1.0 * $1.1 } / n
          parts[place] += part
          for i in next.indices { next[i] -= part * column[i] }
        }
      }
      let rest = Self.size(of: next)
      guard rest > 1e-10 * size else {
        throw ArgumentError(
          "degree", "expected at most \(k), as the x lie too close together, found \(degree)")
      }
      columns.append(next.map { $0 / rest })
      recurrence.append(parts + [rest])
    }
  }

  private static func size(of column: [Double]) -> Double {
    (column.reduce(0) { $0 + $1 * $1 } / Double(column.count)).squareRoot()
  }

  /// The weight of each polynomial in the best fit to values.
  func weights(of y: [Double]) -> [Double] {
    var rest = y
    return columns.map { column in
      let weight = zip(column, rest).reduce(0) { $0 + $1.0 * $1.1 } / Double(y.count)
      for i in rest.indices { rest[i] -= weight * column[i] }
      return weight
    }
  }
}

/// A polynomial of (x − center) / scale as a sum of polynomials that follow from each other.
package struct ArnoldiFormula: PointFormula {
  fileprivate let center: Double
  fileprivate let scale: Double
  fileprivate let recurrence: [[Double]]
  fileprivate let weights: [Double]

  package var dimension: Int { 1 }
  package var valueCount: Int { 1 }

  package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
    let t = (point[0] - center) / scale
    var basis = [t.constant(1)]
    var sum = t.constant(weights[0])
    for (row, weight) in zip(recurrence, weights.dropFirst()) {
      var next = t * basis[basis.count - 1]
      for (part, lower) in zip(row, basis) { next = next - part * lower }
      next = next / row[row.count - 1]
      sum = sum + weight * next
      basis.append(next)
    }
    return [sum]
  }

  /// The coefficients of 1, x, x², ….
  fileprivate var coefficients: [Double] {
    var basis: [[Double]] = [[1]]
    var sum = [weights[0]]
    for (row, weight) in zip(recurrence, weights.dropFirst()) {
      var next = [0] + (basis.last ?? [])
      for (part, lower) in zip(row, basis) {
        for (place, coefficient) in lower.enumerated() { next[place] -= part * coefficient }
      }
      next = next.map { $0 / row[row.count - 1] }
      sum.append(0)
      for (place, coefficient) in next.enumerated() { sum[place] += weight * coefficient }
      basis.append(next)
    }
    return Self.expanded(sum, center: center, scale: scale)
  }

  /// Coefficients of powers of x from those of powers of t = (x − center) / scale, by Horner's scheme.
  private static func expanded(_ coefficients: [Double], center: Double, scale: Double) -> [Double] {
    var result: [Double] = []
    for coefficient in coefficients.reversed() {
      var next = [0] + result
      for (place, lower) in result.enumerated() { next[place] -= center * lower }
      result = next.map { $0 / scale }
      if result.isEmpty { result = [0] }
      result[0] += coefficient
    }
    return Array(result.prefix(coefficients.count))
  }
}
