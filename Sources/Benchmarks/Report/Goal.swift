/// What a ratio, ours to theirs, should be.
enum Goal: Sendable {
  /// Ours is at most this many times theirs.
  case atMost(Double)
  /// Ours is at least this many times faster.
  case faster(Double)

  func isMet(by ratio: Double) -> Bool {
    switch self {
    case .atMost(let limit): ratio <= limit
    case .faster(let factor): ratio * factor <= 1
    }
  }

  var text: String {
    switch self {
    case .atMost(let limit): "≤ \(rounded(limit))×"
    case .faster(let factor): factor == 1 ? "faster" : "≥ \(rounded(factor))× faster"
    }
  }
}
