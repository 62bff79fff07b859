/// `\left( … \middle| … \right)`: delimiters as tall as what they enclose.
package struct Fence: Hashable, Sendable {
  /// `nil` for the invisible delimiter `.`.
  package var left: Unicode.Scalar?
  package var right: Unicode.Scalar?
  /// What is between the delimiters: one more than `middles`.
  package var parts: [Row]
  package var middles: [Unicode.Scalar?]

  package init(
    left: Unicode.Scalar?, parts: [Row], middles: [Unicode.Scalar?] = [], right: Unicode.Scalar?
  ) {
    self.left = left
    self.right = right
    self.parts = parts
    self.middles = middles
  }
}
