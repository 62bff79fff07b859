package import Diagnostics

/// The boundary between two classes with the widest margin.
///
/// It minimizes ½ ‖w‖² + C Σ max(0, 1 − yᵢ (w · φ(xᵢ) + b)), where y is −1 for the first and 1 for the second
/// class. Source: Cortes and Vapnik, "Support-vector networks" (1995). The conditions of Karush, Kuhn and
/// Tucker hold within 1e-10, so that decisions are good to about 1e-9.
package struct SupportVectorMachine: Hashable, Sendable {
  /// What stands for the scalar product of two points.
  package enum Kernel: Hashable, Sendable {
    /// x · z.
    case linear
    /// exp(−γ ‖x − z‖²), γ > 0.
    case radial(gamma: Double)
  }

  /// The dual variable of each point, within 0…C; greater than 0 for the support vectors.
  package let alpha: [Double]
  /// The rows with an alpha greater than 0, ascending.
  package let support: [Int]
  /// Positive where the second class is, ±1 on the margin, 0 on the boundary.
  package let decision: SupportVectorDecision
  /// The steps of the solver, each on two variables.
  package let steps: Int
  /// Whether the conditions hold.
  ///
  /// With an infinite C they do not if the classes overlap, or if the gap
  /// between them is thinner than 1e-4 of the largest distance from their mean.
  package let hasConverged: Bool

  /// The steps after which the solver gives up.
  private static let stepLimit = 10_000_000

  /// Learns from two classes; `penalty` is C, positive or infinite.
  ///
  /// `spend` is told of operations to come, and may throw to stop.
  package init<Failure: Error>(
    _ data: ClassifiedPoints, penalty: Double, kernel: Kernel,
    spend: (Int) throws(Failure) -> Void
  ) throws(Failure) {
    precondition(data.classCount == 2, "a support vector machine tells two classes apart")
    try spend((2 * data.dimension + 20) * data.count * data.count)
    // The scalar products of centered points are smaller, and round less; the boundary is the same.
    let means = data.points.columnMeans
    let points = kernel == .linear ? data.points.subtracting(columns: means) : data.points
    let signs = data.classes.map { $0 == 0 ? -1.0 : 1 }
    let solution = try SequentialMinimalOptimization(
      kernel: kernel.matrix(of: points), signs: signs, bound: penalty, stepLimit: Self.stepLimit,
      spend: spend)
    alpha = solution.alpha
    support = alpha.indices.filter { solution.alpha[$0] > 0 }
    steps = solution.steps
    hasConverged = solution.hasConverged
    let vectors = support.map { row in
      Array(points.elements[row * data.dimension..<(row + 1) * data.dimension])
    }
    let coefficients = support.map { signs[$0] * solution.alpha[$0] }
    switch kernel {
    case .linear:
      var weights = [Double](repeating: 0, count: data.dimension)
      for (vector, coefficient) in zip(vectors, coefficients) {
        for (place, x) in vector.enumerated() { weights[place] += coefficient * x }
      }
      let shift = zip(weights, means).reduce(0) { $0 + $1.0 * $1.1 }
      decision = .linear(LinearFormula(weights: weights, bias: solution.bias - shift))
    case .radial(let gamma):
      decision = .radial(
        RadialFormula(
          centers: vectors, coefficients: coefficients, gamma: gamma, bias: solution.bias,
          dimension: data.dimension))
    }
  }

  /// Two classes and a C that makes sense, or what is wrong with them.
  package static func check(_ data: ClassifiedPoints, penalty: Double) throws(ArgumentError) {
    try data.checkThatClassesDiffer()
    guard data.classCount == 2 else {
      throw ArgumentError(
        "y", "expected two classes, found \(data.classCount)",
        help: "tell one class from the others, as in where(y == 0, 1, 0)")
    }
    guard penalty > 0 else { throw ArgumentError("C", "expected more than 0, found \(penalty)") }
  }
}

extension SupportVectorMachine.Kernel {
  /// 1 / (d · variance of all numbers), as scikit-learn scales it; 1 if they are all equal.
  package static func scaledGamma(of points: Tensor) -> Double {
    let mean = points.elements.reduce(0, +) / Double(points.count)
    let variance = points.elements.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(points.count)
    return variance > 0 ? 1 / (Double(points.shape[1]) * variance) : 1
  }

  /// The kernel of each pair of rows.
  fileprivate func matrix(of points: Tensor) -> [Double] {
    let (n, d) = (points.shape[0], points.shape[1])
    var matrix = [Double](repeating: 0, count: n * n)
    points.elements.withUnsafeBufferPointer { points in
      for i in 0..<n {
        for j in 0...i {
          var sum = 0.0
          for k in 0..<d {
            let (x, z) = (points[i * d + k], points[j * d + k])
            sum += self == .linear ? x * z : (x - z) * (x - z)
          }
          if case .radial(let gamma) = self { sum *= -gamma }
          matrix[i * n + j] = sum
          matrix[j * n + i] = sum
        }
      }
    }
    if self == .linear { return matrix }
    return UnaryFunction.exponential(Tensor(matrix)).elements
  }
}

/// The decision of a support vector machine.
package enum SupportVectorDecision: PointFormula {
  case linear(LinearFormula)
  case radial(RadialFormula)

  package var dimension: Int {
    switch self {
    case .linear(let formula): formula.dimension
    case .radial(let formula): formula.dimension
    }
  }

  package var valueCount: Int { 1 }

  /// The constant b.
  package var bias: Double {
    switch self {
    case .linear(let formula): formula.bias
    case .radial(let formula): formula.bias
    }
  }

  package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
    switch self {
    case .linear(let formula): formula.values(at: point)
    case .radial(let formula): formula.values(at: point)
    }
  }

  package func values(atRows points: [Double]) -> [Double] {
    switch self {
    case .linear(let formula): formula.values(atRows: points)
    case .radial(let formula): formula.values(atRows: points)
    }
  }
}

/// The formula Σ cᵢ exp(−γ ‖x − xᵢ‖²) + b.
package struct RadialFormula: PointFormula {
  /// The points xᵢ.
  package let centers: [[Double]]
  /// The numbers cᵢ.
  package let coefficients: [Double]
  /// How fast the influence of a center fades, positive.
  package let gamma: Double
  /// The value far away from all centers.
  package let bias: Double
  package let dimension: Int

  package var valueCount: Int { 1 }

  package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
    var sum = point[0].constant(bias)
    for (center, coefficient) in zip(centers, coefficients) {
      var distance = (point[0] - center[0]) * (point[0] - center[0])
      for (x, z) in zip(point, center).dropFirst() { distance = distance + (x - z) * (x - z) }
      sum = sum + coefficient * (-gamma * distance).applying(.exponential)
    }
    return [sum]
  }

  // Exponentials are computed faster side by side than one by one.
  package func values(atRows points: [Double]) -> [Double] {
    stride(from: 0, to: points.count, by: dimension).map { start in
      let exponents = centers.map { center in
        var distance = 0.0
        for place in 0..<dimension {
          let difference = points[start + place] - center[place]
          distance += difference * difference
        }
        return -gamma * distance
      }
      let powers = UnaryFunction.exponential(Tensor(exponents)).elements
      return zip(coefficients, powers).reduce(bias) { $0 + $1.0 * $1.1 }
    }
  }
}
