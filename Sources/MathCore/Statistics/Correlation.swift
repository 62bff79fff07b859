package import Diagnostics

/// How the columns of a matrix vary together: entry (i, j) is Σ(xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ) / (n − `freedom`).
///
/// The n rows are points; `freedom` must be less than n.
package func covariance(of points: Tensor, lessBy freedom: Double = 1) throws(ArgumentError) -> Tensor {
  let (n, p) = (points.shape[0], points.shape[1])
  try SampleCheck.numbers(points.elements, "x")
  guard Double(n) > freedom else {
    throw ArgumentError(
      "ddof", "expected less than the \(n) observation\(n == 1 ? "" : "s"), found \(plain(freedom))")
  }
  let means = points.reduced(.sum, axes: [0]).elements.map { $0 / Double(n) }
  var centered = points
  centered.elements.withUnsafeMutableBufferPointer { elements in
    for row in 0..<n {
      for column in 0..<p { elements[row * p + column] -= means[column] }
    }
  }
  var product = Tensor.matrixProduct(centered.transposed([1, 0]), centered)
  for i in 0..<p {
    for j in 0..<p {
      // The upper half for both, so that the matrix is symmetric to the last bit.
      product.elements[j * p + i] = product.elements[min(i, j) * p + max(i, j)]
    }
  }
  product.elements = product.elements.map { $0 / (Double(n) - freedom) }
  return product
}

/// The correlation matrix of the columns of a matrix; each entry is Pearson's r.
package func correlation(of points: Tensor) throws(ArgumentError) -> Tensor {
  let (n, p) = (points.shape[0], points.shape[1])
  try SampleCheck.numbers(points.elements, "x")
  var directions: [[Double]] = []
  for column in 0..<p {
    let values = (0..<n).map { points.elements[$0 * p + column] }
    directions.append(try direction(of: values, "x", "variable \(column)"))
  }
  var result = Tensor(repeating: 1, shape: [p, p])
  for i in 0..<p {
    for j in 0..<i {
      let r = product(directions[i], directions[j])
      result.elements[i * p + j] = r
      result.elements[j * p + i] = r
    }
  }
  return result
}

/// Pearson's r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² Σ(y − ȳ)²), from −1 to 1.
///
/// Source: Pearson, "Note on regression and inheritance in the case of two parents" (1895). At least two
/// points; without variation in x or y it has no value.
package func pearson(_ x: [Double], _ y: [Double]) throws(ArgumentError) -> Double {
  try SampleCheck.numbers(x, "x", atLeast: 2)
  try SampleCheck.sameCount(y.count, "y", as: x.count, of: "x")
  try SampleCheck.numbers(y, "y", atLeast: 2)
  return product(try direction(of: x, "x", "x"), try direction(of: y, "y", "y"))
}

/// Spearman's ρ: Pearson's r of the ranks, equal numbers sharing their mean rank.
package func spearman(_ x: [Double], _ y: [Double]) throws(ArgumentError) -> Double {
  try SampleCheck.numbers(x, "x", atLeast: 2)
  try SampleCheck.sameCount(y.count, "y", as: x.count, of: "x")
  try SampleCheck.numbers(y, "y", atLeast: 2)
  // Whether x is constant is said of x, and not of its ranks.
  return product(try direction(of: ranks(of: x), "x", "x"), try direction(of: ranks(of: y), "y", "y"))
}

/// The distances from the mean, as a vector of length 1.
private func direction(
  of x: [Double], _ argument: String, _ name: String
) throws(ArgumentError) -> [Double] {
  guard !isConstant(x), let first = x.first else {
    throw ArgumentError(argument, "\(name) is constant, so that its correlation is undefined")
  }
  // Half of each number less half of the first cannot overflow, and keeps the digits of small differences.
  let shifted = x.map { 0.5 * $0 - 0.5 * first }
  let size = shifted.reduce(0) { max($0, abs($1)) }
  let scaled = shifted.map { $0 / size }
  let mean = pairwiseSum(scaled) / Double(x.count)
  let centered = scaled.map { $0 - mean }
  let length = pairwiseSum(centered.map { $0 * $0 }).squareRoot()
  return centered.map { $0 / length }
}

/// The scalar product of two directions, kept within −1…1.
private func product(_ a: [Double], _ b: [Double]) -> Double {
  min(1, max(-1, pairwiseSum(zip(a, b).map { $0 * $1 })))
}
