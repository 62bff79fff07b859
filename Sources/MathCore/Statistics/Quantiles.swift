/// How a quantile is read between the sorted numbers x₁ … xₙ, by NumPy's names.
///
/// Source: Hyndman and Fan, "Sample quantiles in statistical packages" (1996), definitions 1 to 9; the last
/// four round the position of `linear`.
package enum QuantileMethod: String, CaseIterable, Sendable {
  case invertedCDF = "inverted_cdf"
  case averagedInvertedCDF = "averaged_inverted_cdf"
  case closestObservation = "closest_observation"
  case interpolatedInvertedCDF = "interpolated_inverted_cdf"
  case hazen
  case weibull
  case linear
  case medianUnbiased = "median_unbiased"
  case normalUnbiased = "normal_unbiased"
  case lower
  case higher
  case midpoint
  case nearest

  /// Where among n sorted numbers, counted from 0, the quantile lies; not yet confined to them.
  fileprivate func position(of p: Double, among n: Double) -> Double {
    // Definitions 4 to 9 of Hyndman and Fan: n p + m − 1 with m = α + p (1 − α − β).
    func continuous(_ alpha: Double, _ beta: Double) -> Double {
      n * p + (alpha + p * (1 - alpha - beta)) - 1
    }
    let linear = (n - 1) * p
    switch self {
    case .linear: return linear
    case .lower: return linear.rounded(.down)
    case .higher: return linear.rounded(.up)
    case .nearest: return linear.rounded(.toNearestOrEven)
    case .midpoint: return 0.5 * (linear.rounded(.down) + linear.rounded(.up))
    case .interpolatedInvertedCDF: return continuous(0, 1)
    case .hazen: return continuous(0.5, 0.5)
    case .weibull: return continuous(0, 0)
    case .medianUnbiased: return continuous(1.0 / 3, 1.0 / 3)
    case .normalUnbiased: return continuous(3.0 / 8, 3.0 / 8)
    case .invertedCDF: return (n * p - 1).rounded(.up)
    case .averagedInvertedCDF:
      let position = n * p - 1
      return position == position.rounded(.down) ? position + 0.5 : position.rounded(.up)
    case .closestObservation:
      // Halfway, the even one of the places counted from 1, which is the odd one counted from 0.
      let below = (n * p - 1.5).rounded(.down)
      let isEven = below.truncatingRemainder(dividingBy: 2) != 0
      return n * p - 1.5 == below && isEven ? below : below + 1
    }
  }
}

/// The number below which a share `p`, from 0 to 1, of sorted numbers lies; NaN for none.
package func quantile(
  _ p: Double, ofSorted x: [Double], _ method: QuantileMethod = .linear
) -> Double {
  guard let first = x.first, let last = x.last, p >= 0, p <= 1 else { return .nan }
  let position = method.position(of: p, among: Double(x.count))
  if position <= 0 { return first }
  if position >= Double(x.count - 1) { return last }
  let below = Int(position)
  return interpolated(x[below], x[below + 1], position - Double(below))
}

/// From the nearer end, as NumPy does; exact where both ends are equal or infinite.
private func interpolated(_ a: Double, _ b: Double, _ t: Double) -> Double {
  if t == 0 || a == b { return a }
  guard (b - a).isFinite else { return a * (1 - t) + b * t }
  return t < 0.5 ? a + (b - a) * t : b - (b - a) * (1 - t)
}
