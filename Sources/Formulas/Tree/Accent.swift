/// A mark over or under a row.
package struct Accent: Hashable, Sendable {
  /// On which side of its base a mark stands.
  package enum Side: Hashable, Sendable {
    case over
    case under
  }

  /// What the mark is.
  package enum Mark: Hashable, Sendable {
    /// A combining character that keeps its size, such as U+0302 for `\hat`.
    case glyph(Unicode.Scalar)
    /// A combining character that grows with its base; under it, the mark of the upper side is used.
    case wide(Unicode.Scalar, Side)
    /// A straight line along the whole base.
    case line(Side)
    /// A brace or bracket as wide as the base, whose scripts are its label.
    case brace(Unicode.Scalar, Side)
    /// An arrow or the like as wide as the base.
    case stretched(Unicode.Scalar, Side)
  }

  package var mark: Mark
  package var base: Row

  package init(_ mark: Mark, over base: Row) {
    self.mark = mark
    self.base = base
  }
}
