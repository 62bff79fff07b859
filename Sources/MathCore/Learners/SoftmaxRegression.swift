package import Diagnostics

/// The probabilities of classes as the softmax of W x + b, a row of W for each class.
///
/// It minimizes Σ cross-entropy + λ/2 ‖W‖² by Newton's method from 0; b is not penalized. Source: Bishop,
/// "Pattern recognition and machine learning" (2006), section 4.3.4. Good to about 1e-10. The same shift of
/// all classes changes nothing; the one without a shift is found: b and the columns of W have sum 0.
/// Without a penalty, classes that can be separated have no minimum, which is an error.
package struct SoftmaxRegression: Hashable, Sendable {
  /// The score of each class at the minimum.
  package let scores: Scores
  /// The sum that is minimized, from the start on.
  package let losses: [Double]
  /// The scores of each step, from the start on.
  package let steps: [Scores]

  /// Learns from at least two classes, with λ of at least 0.
  package init(_ data: ClassifiedPoints, lambda: Double) throws(ArgumentError) {
    try checkPenalty(lambda)
    try data.checkThatClassesDiffer()
    let points = StandardizedPoints(data.points)
    let loss = SoftmaxLoss(
      points: points, classes: data.classes, classCount: data.classCount, lambda: lambda)
    let start = [Double](repeating: 0, count: data.classCount * points.width)
    let walk = try DampedNewton(from: start) { (parameters) throws(ArgumentError) in
      try loss.checked(at: parameters)
    }
    guard walk.end == .minimum else { throw separation(lambda) }
    losses = walk.losses
    steps = walk.points.map { parameters in
      Scores(
        rows: (0..<data.classCount).map { label in
          points.plain(Array(parameters[label * points.width..<(label + 1) * points.width]))
        })
    }
    scores = steps[steps.count - 1]
  }

  /// Operations of a step, about.
  package static func work(on data: ClassifiedPoints) -> Int {
    let m = data.classCount * (data.dimension + 1)
    return data.count * m * (m + 10) + 10 * m * m * m
  }

  /// The probability of each class.
  package var probabilities: Probabilities { Probabilities(scores: scores) }

  /// W x + b.
  package struct Scores: PointFormula {
    /// The row of W and the element of b of each class.
    package let rows: [LinearFormula]

    package var dimension: Int { rows[0].dimension }
    package var valueCount: Int { rows.count }

    package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
      rows.flatMap { $0.values(at: point) }
    }
  }

  /// softmax(W x + b).
  package struct Probabilities: PointFormula {
    fileprivate let scores: Scores

    package var dimension: Int { scores.dimension }
    package var valueCount: Int { scores.valueCount }

    package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
      softmax(scores.values(at: point))
    }
  }
}

/// −Σ log p + λ/2 ‖W‖², where W belongs to plain points.
private struct SoftmaxLoss {
  let points: StandardizedPoints
  let classes: [Int]
  let classCount: Int
  let lambda: Double

  func checked(at parameters: [Double]) throws(ArgumentError) -> CurvedLoss {
    let m = points.width
    let scores = classes.indices.map { row in
      (0..<classCount).map { points.value(of: parameters[$0 * m..<($0 + 1) * m], at: row) }
    }
    let largest = scores.joined().reduce(0) { max($0, abs($1)) }
    let isSeparated = zip(scores, classes).allSatisfy { scores, label in
      scores.indices.allSatisfy { $0 == label || scores[label] > scores[$0] + 1e-9 * largest }
    }
    if lambda == 0, isSeparated { throw separation(lambda) }
    return derivatives(at: parameters, scores)
  }

  private func derivatives(at parameters: [Double], _ scores: [[Double]]) -> CurvedLoss {
    let size = parameters.count
    var gradient = [Double](repeating: 0, count: size)
    var curvature = [Double](repeating: 0, count: size * size)
    var loss = 0.0
    for (row, (scores, label)) in zip(scores, classes).enumerated() {
      let highest = scores.max() ?? 0
      let powers = scores.reduce(0) { $0 + UnaryFunction.exponential($1 - highest) }
      loss += highest - scores[label] + UnaryFunction.logarithm(powers)
      add(row, label, softmax(scores), to: &gradient, &curvature)
    }
    for place in 0..<size where place % points.width < points.scales.count {
      let scale = points.scales[place % points.width]
      let penalty = lambda / (scale * scale)
      loss += 0.5 * penalty * parameters[place] * parameters[place]
      gradient[place] += penalty * parameters[place]
      curvature[place * size + place] += penalty
    }
    return CurvedLoss(
      loss: loss, gradient: gradient, curvature: Tensor(shape: [size, size], elements: curvature))
  }

  /// What one point adds to the derivatives.
  private func add(
    _ row: Int, _ label: Int, _ probabilities: [Double], to gradient: inout [Double],
    _ curvature: inout [Double]
  ) {
    let m = points.width
    let size = gradient.count
    for (a, p) in probabilities.enumerated() {
      for (b, q) in probabilities.enumerated() {
        let bend = a == b ? p * (1 - p) : -p * q
        for j in 0..<m {
          let factor = bend * points.rows[row * m + j]
          for k in 0..<m {
            curvature[(a * m + j) * size + b * m + k] += factor * points.rows[row * m + k]
          }
        }
      }
      let slope = a == label ? p - 1 : p
      for j in 0..<m { gradient[a * m + j] += slope * points.rows[row * m + j] }
    }
  }
}
