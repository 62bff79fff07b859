/// How the elements along axes become one.
package enum Reduction: Hashable, Sendable {
  case sum
  case maximum
}

extension Tensor {
  /// The tensor without some axes, the elements along them joined in ascending order.
  ///
  /// The sum of nothing is 0 and the maximum of nothing −∞; NaN wins every maximum.
  package func reduced(_ reduction: Reduction, axes: [Int]) -> Tensor {
    let kept = shape.indices.filter { !axes.contains($0) }
    let own = strides(of: shape)
    let starts = positions(in: kept.map { shape[$0] }, steps: kept.map { own[$0] })
    let inner = positions(in: axes.map { shape[$0] }, steps: axes.map { own[$0] })
    let joined = starts.map { start in
      switch reduction {
      case .sum:
        var sum = inner.first.map { elements[start + $0] } ?? 0
        for offset in inner.dropFirst() { sum += elements[start + offset] }
        return sum
      case .maximum:
        return inner.reduce(-Double.infinity) { best, offset in
          let x = elements[start + offset]
          return best > x || best.isNaN ? best : x
        }
      }
    }
    return Tensor(shape: kept.map { shape[$0] }, elements: joined)
  }
}
