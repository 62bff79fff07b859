package import Diagnostics

/// The probability of the second of two classes as a sigmoid of w · x + b.
///
/// It minimizes Σ cross-entropy + λ/2 ‖w‖² by Newton's method from 0; b is not penalized. Source: Hastie,
/// Tibshirani, Friedman, "The elements of statistical learning" (2009), section 4.4.1. Good to about 1e-10. Of
/// many minima, which columns that depend on one another have without a penalty, it finds the one whose
/// weights for standardized columns are shortest. Without a penalty, classes that can be separated have no
/// minimum, which is an error.
package struct LogisticRegression: Hashable, Sendable {
  /// w · x + b at the minimum: positive where the second class is more probable.
  package let decision: LinearFormula
  /// The sum that is minimized, from the start on.
  package let losses: [Double]
  /// The w and b of each step, from the start on.
  package let steps: [LinearFormula]

  /// Learns from two classes, with λ of at least 0.
  package init(_ data: ClassifiedPoints, lambda: Double) throws(ArgumentError) {
    try checkPenalty(lambda)
    try data.checkThatClassesDiffer()
    guard data.classCount == 2 else {
      throw ArgumentError("y", "expected two classes, found \(data.classCount)")
    }
    let points = StandardizedPoints(data.points)
    let loss = CrossEntropy(points: points, classes: data.classes, lambda: lambda)
    let start = [Double](repeating: 0, count: points.width)
    let walk = try DampedNewton(from: start) { (parameters) throws(ArgumentError) in
      try loss.checked(at: parameters)
    }
    guard walk.end == .minimum else { throw separation(lambda) }
    losses = walk.losses
    steps = walk.points.map(points.plain)
    decision = steps[steps.count - 1]
  }

  /// The probability of the second class.
  package var probability: Probability { Probability(decision: decision) }

  /// 1 / (1 + exp(−w · x − b)).
  package struct Probability: PointFormula {
    fileprivate let decision: LinearFormula

    package var dimension: Int { decision.dimension }
    package var valueCount: Int { 1 }

    package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
      decision.values(at: point).map { $0.applying(.sigmoid) }
    }
  }
}

/// What is wrong if there is no minimum.
func separation(_ lambda: Double) -> ArgumentError {
  ArgumentError(
    lambda > 0 ? "lambda" : "y",
    lambda > 0
      ? "expected a larger penalty, found \(lambda): the weights grow until nothing bends the loss"
      : "the classes can be separated, so that without a penalty the weights grow without end",
    help: "give a penalty, such as lambda=1")
}

/// Σ log(1 + exp(−± z)) + λ/2 ‖w‖², where w belongs to plain points.
private struct CrossEntropy {
  let points: StandardizedPoints
  let classes: [Int]
  let lambda: Double

  func checked(at parameters: [Double]) throws(ArgumentError) -> CurvedLoss {
    let scores = classes.indices.map { points.value(of: parameters[...], at: $0) }
    let margins = zip(scores, classes).map { $1 == 1 ? $0 : -$0 }
    let largest = scores.reduce(0) { max($0, abs($1)) }
    if lambda == 0, margins.allSatisfy({ $0 > 1e-9 * largest }) { throw separation(lambda) }
    return derivatives(at: parameters, scores, margins)
  }

  private func derivatives(at parameters: [Double], _ scores: [Double], _ margins: [Double]) -> CurvedLoss {
    let m = points.width
    var gradient = [Double](repeating: 0, count: m)
    var curvature = [Double](repeating: 0, count: m * m)
    var loss = margins.reduce(0) { $0 + UnaryFunction.softplus(-$1) }
    for (row, (score, label)) in zip(scores, classes).enumerated() {
      let probability = UnaryFunction.sigmoid(score)
      // 1 − p from the other side, where it keeps its digits.
      let rest = UnaryFunction.sigmoid(-score)
      let slope = label == 1 ? -rest : probability
      for j in 0..<m {
        let x = points.rows[row * m + j]
        gradient[j] += slope * x
        let bent = probability * rest * x
        for k in 0..<m { curvature[j * m + k] += bent * points.rows[row * m + k] }
      }
    }
    for (j, scale) in points.scales.enumerated() {
      let penalty = lambda / (scale * scale)
      loss += 0.5 * penalty * parameters[j] * parameters[j]
      gradient[j] += penalty * parameters[j]
      curvature[j * m + j] += penalty
    }
    return CurvedLoss(loss: loss, gradient: gradient, curvature: Tensor(shape: [m, m], elements: curvature))
  }
}
