internal import Kernels

/// What a mixture, given by the densities of its components, makes of a point: of one as a formula, of many
/// by the kernels.
extension [GaussianDensity] {
  /// The density of the mixture at a point.
  package func density<Number: RealNumber>(at point: [Number]) -> Number {
    map { $0.logarithm(at: point).applying(.exponential) }.reduce(point[0].constant(0)) { $0 + $1 }
  }

  /// The probability that a point belongs to each component.
  package func responsibilities<Number: RealNumber>(at point: [Number]) -> [Number] {
    let logarithms = map { $0.logarithm(at: point) }
    // Far from all components, the densities themselves would be 0.
    let largest = logarithms.dropFirst().reduce(logarithms[0]) { $0.applying(.maximum, with: $1) }
    let shares = logarithms.map { ($0 - largest).applying(.exponential) }
    let total = shares.dropFirst().reduce(shares[0]) { $0 + $1 }
    return shares.map { $0 / total }
  }

  /// The component that most likely made a point, the first of equally likely ones.
  package func label<Number: RealNumber>(at point: [Number]) -> Number {
    let logarithms = map { $0.logarithm(at: point) }
    var (best, label) = (logarithms[0], point[0].constant(0))
    for (component, logarithm) in logarithms.enumerated().dropFirst() {
      let isMore = best.applying(.less, with: logarithm)
      label = isMore.choosing(point[0].constant(Double(component)), else: label)
      best = isMore.choosing(logarithm, else: best)
    }
    return label
  }

  /// The responsibilities of points by rows, a row for each component, and the logarithm of the mixture's
  /// density at each point.
  package func shares(of points: Tensor) -> (shares: Tensor, logarithms: [Double]) {
    let (shares, logarithms) = shares(of: PointColumns(points))
    return (Tensor(shape: [count, points.shape[0]], elements: shares), logarithms)
  }

  func shares(of columns: PointColumns) -> (shares: [Double], logarithms: [Double]) {
    let length = columns.length
    var room = [Double](repeating: 0, count: columns.dimensions * Int(KERNEL_MAHALANOBIS_ROOM))
    var totals = columns.column
    let shares = [Double](unsafeUninitializedCapacity: count * length) { shares, initialized in
      guard let start = shares.baseAddress else { return }
      columns.withKernelPoints { points in
        for (component, density) in enumerated() {
          let row = start + component * length
          kernel_mahalanobis(kernelSet, points, density.mean, density.factor, &room, row)
          for i in 0..<length { row[i] = density.peak - 0.5 * row[i] }
        }
      }
      kernel_shares(kernelSet, start, count, length, &totals)
      initialized = count * length
    }
    totals.removeLast(length - columns.count)
    return (columns.withoutFilling(shares), totals)
  }
}
