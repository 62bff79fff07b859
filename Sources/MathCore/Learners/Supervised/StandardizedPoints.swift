/// Points whose coordinates have mean 0 and variance 1, in which learners walk in good proportions.
struct StandardizedPoints {
  /// The standardized coordinates and a 1, for each point.
  let rows: [Double]
  /// The number of coordinates, with the 1.
  let width: Int
  let means: [Double]
  /// The standard deviation of each coordinate; 1 for a constant one.
  let scales: [Double]

  init(_ points: Tensor) {
    let (n, d) = (points.shape[0], points.shape[1])
    let means = points.columnMeans
    let centered = points.subtracting(columns: means)
    let squares = Tensor(shape: points.shape, elements: centered.elements.map { $0 * $0 })
    let scales = zip(squares.columnMeans, means).map { variance, mean in
      // A column is constant if it varies by no more than its mean is rounded by.
      variance.squareRoot() > 1e-14 * abs(mean) ? variance.squareRoot() : 1
    }
    var rows: [Double] = []
    rows.reserveCapacity(n * (d + 1))
    for i in 0..<n {
      for j in 0..<d { rows.append(centered.elements[i * d + j] / scales[j]) }
      rows.append(1)
    }
    self.rows = rows
    self.means = means
    self.scales = scales
    width = d + 1
  }

  /// The weights and the bias for plain points that give the same values.
  func plain(_ parameters: [Double]) -> LinearFormula {
    let weights = zip(parameters, scales).map { $0 / $1 }
    let shift = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 }
    return LinearFormula(weights: weights, bias: parameters[width - 1] - shift)
  }

  /// The value of weights and a bias at a row.
  func value(of parameters: ArraySlice<Double>, at row: Int) -> Double {
    var sum = 0.0
    for j in 0..<width { sum += parameters[parameters.startIndex + j] * rows[row * width + j] }
    return sum
  }
}
