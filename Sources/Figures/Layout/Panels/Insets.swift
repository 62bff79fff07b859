/// Room on the four sides of a panel's frame, in points.
struct Insets: Hashable, Sendable {
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  /// Whether others leave as much room on every side, but for rounding.
  func isInside(_ other: Insets) -> Bool {
    left <= other.left + 0.5 && top <= other.top + 0.5 && right <= other.right + 0.5
      && bottom <= other.bottom + 0.5
  }

  /// What they take together.
  var sum: Double { left + top + right + bottom }

  /// On each side the larger of both.
  func union(_ other: Insets) -> Insets {
    Insets(
      left: max(left, other.left), top: max(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
