internal import Kernels

/// The forces of t-SNE summed over all pairs of points.
package struct ExactForces: NeighborForces {
  private let affinities: PerplexityAffinities
  /// Σ p log p.
  private let negativeEntropy: Double

  /// The forces of given affinities.
  package init(_ affinities: PerplexityAffinities) {
    self.affinities = affinities
    negativeEntropy = affinities.rows.reduce(0) {
      $1 > 0 ? $0 + $1 * UnaryFunction.logarithm($1) : $0
    }
  }

  package func gradient(_ xs: [Double], _ ys: [Double], exaggeration: Double) -> [Double] {
    let count = affinities.count
    var attraction = [Double](repeating: 0, count: 2 * count)
    var repulsion = attraction
    var normalization = 0.0
    forEachPoint(xs, ys) { i, sums in
      (attraction[i], attraction[count + i]) = (sums[0], sums[1])
      (repulsion[i], repulsion[count + i]) = (sums[2], sums[3])
      // Without the point itself, whose q is 1.
      normalization += sums[4] - 1
    }
    return tsneGradient(
      attraction: attraction, repulsion: repulsion, normalization: normalization,
      exaggeration: exaggeration)
  }

  package func divergence(_ xs: [Double], _ ys: [Double]) -> Double {
    var normalization = 0.0
    forEachPoint(xs, ys) { _, sums in normalization += sums[4] - 1 }
    var (crossEntropy, total) = (0.0, 0.0)
    let (count, length) = (affinities.count, affinities.length)
    affinities.rows.withUnsafeBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      for i in 0..<count {
        let row = start + i * length
        crossEntropy += kernel_student_logarithms(kernelSet, xs, ys, row, count, xs[i], ys[i])
        var sum = 0.0
        kernel_reduce(kernelSet, KERNEL_SUM, row, &sum, 1, count, 1)
        total += sum
      }
    }
    return negativeEntropy + crossEntropy + total * UnaryFunction.logarithm(normalization)
  }

  /// Each point with the five sums of `kernel_student_forces`.
  private func forEachPoint(
    _ xs: [Double], _ ys: [Double], _ body: (Int, [Double]) -> Void
  ) {
    let (count, length) = (affinities.count, affinities.length)
    var sums = [Double](repeating: 0, count: 5)
    affinities.rows.withUnsafeBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      for i in 0..<count {
        kernel_student_forces(kernelSet, xs, ys, start + i * length, count, xs[i], ys[i], &sums)
        body(i, sums)
      }
    }
  }
}
