package import Diagnostics

/// Classes whose features are normal and independent of one another within a class.
///
/// P(c | x) ∝ P(c) Πⱼ N(xⱼ; μ_cj, σ²_cj), with the shares of the classes as P(c). A share of the largest
/// variance of a feature is added to all variances, as scikit-learn does, so that none is 0. Direct sums:
/// results are good to about 1e-12.
package struct NaiveBayes: Hashable, Sendable {
  /// The share of each class.
  package let priors: [Double]
  /// The mean of each feature, for each class.
  package let means: [[Double]]
  /// The variance of each feature, with divisor n, for each class.
  package let variances: [[Double]]

  /// Learns from points; `smoothing` is the share of the largest variance that is added, not negative.
  package init(_ data: ClassifiedPoints, smoothing: Double = 1e-9) throws(ArgumentError) {
    let d = data.dimension
    let added = smoothing * (NaiveBayes.spread(data.points).max() ?? 0)
    var rows = [[Double]](repeating: [], count: data.classCount)
    for (row, label) in data.classes.enumerated() {
      rows[label] += data.points.elements[row * d..<(row + 1) * d]
    }
    let groups = rows.map { Tensor(shape: [$0.count / d, d], elements: $0) }
    priors = data.counts.map { Double($0) / Double(data.count) }
    means = groups.map(\.columnMeans)
    variances = groups.map { NaiveBayes.spread($0).map { $0 + added } }
    guard variances.allSatisfy({ $0.allSatisfy { $0 > 0 && $0.isFinite } }) else {
      throw ArgumentError(
        "X", "expected features that vary within each class",
        help: added > 0 ? nil : "a feature that is constant has no normal distribution")
    }
  }

  /// The variance of each column, with divisor n.
  private static func spread(_ points: Tensor) -> [Double] {
    let centered = points.subtracting(columns: points.columnMeans)
    let squares = centered.elements.map { $0 * $0 }
    return Tensor(shape: points.shape, elements: squares).columnMeans
  }

  /// The probability of each class at a point.
  package var posterior: Posterior { Posterior(model: self) }

  /// The probability of each class, as a formula.
  package struct Posterior: PointFormula {
    fileprivate let model: NaiveBayes

    package var dimension: Int { model.means[0].count }
    package var valueCount: Int { model.priors.count }

    package func values<Number: RealNumber>(at point: [Number]) -> [Number] {
      let scores = model.priors.indices.map { model.logarithmOfJointDensity(of: $0, at: point) }
      return softmax(scores)
    }
  }

  /// log P(c) + log p(x | c), without the constants that all classes share.
  private func logarithmOfJointDensity<Number: RealNumber>(of label: Int, at point: [Number]) -> Number {
    let constant =
      UnaryFunction.logarithm(priors[label])
      - 0.5 * variances[label].reduce(0) { $0 + UnaryFunction.logarithm($1) }
    var sum = point[0].constant(constant)
    for (place, x) in point.enumerated() {
      let distance = x - means[label][place]
      sum = sum - distance * distance / (2 * variances[label][place])
    }
    return sum
  }
}

/// exp(sᵢ) / Σ exp(sⱼ), without overflow.
func softmax<Number: RealNumber>(_ scores: [Number]) -> [Number] {
  let highest = scores.dropFirst().reduce(scores[0]) { $0.applying(.maximum, with: $1) }
  let powers = scores.map { ($0 - highest).applying(.exponential) }
  let sum = powers.dropFirst().reduce(powers[0], +)
  return powers.map { $0 / sum }
}
