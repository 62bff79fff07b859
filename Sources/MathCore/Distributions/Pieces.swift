/// Comparisons and what is made of them, for formulas that differ from piece to piece.
extension RealNumber {
  func isLess(than other: Self) -> Self { applying(.less, with: other) }
  func isAtMost(_ other: Self) -> Self { applying(.lessOrEqual, with: other) }
  func isAtLeast(_ other: Self) -> Self { other.applying(.lessOrEqual, with: self) }
  func isEqual(to other: Self) -> Self { applying(.equal, with: other) }
  func isEqual(to other: Double) -> Self { applying(.equal, with: constant(other)) }
  func and(_ other: Self) -> Self { applying(.and, with: other) }

  /// The value at 0 of a density that grows like a power there: infinity where `self` is below 1, `value`
  /// where it is 1, and 0 above.
  func endValue(_ value: Self) -> Self {
    let beyond = isEqual(to: 1).choosing(value, else: constant(0))
    return isLess(than: constant(1)).choosing(constant(.infinity), else: beyond)
  }
}
