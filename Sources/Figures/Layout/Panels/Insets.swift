/// Room on the four sides of a panel's frame, in points.
struct Insets: Hashable, Sendable {
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  /// On each side the larger of both.
  func union(_ other: Insets) -> Insets {
    Insets(
      left: max(left, other.left), top: max(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
