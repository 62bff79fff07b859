/// A mark over or under a row.
package struct Accent: Hashable, Sendable {
  /// What the mark is.
  package enum Mark: Hashable, Sendable {
    /// A combining character that keeps its size, such as U+0302 for `\hat`.
    case glyph(Unicode.Scalar)
    /// A combining character that grows with its base.
    case wide(Unicode.Scalar)
    /// A straight line over the whole base.
    case overline
    case underline
    /// A brace or arrow as wide as the base.
    case stretchedOver(Unicode.Scalar)
    case stretchedUnder(Unicode.Scalar)
  }

  package var mark: Mark
  package var base: Row

  package init(_ mark: Mark, over base: Row) {
    self.mark = mark
    self.base = base
  }
}
