/// A formula as it was understood: what stands where, without fonts and sizes.
package struct Formula: Hashable, Sendable {
  package var row: Row
  /// Whether it was written between `$$` and is set in display style.
  package var isDisplay: Bool

  package init(row: Row, isDisplay: Bool) {
    self.row = row
    self.isDisplay = isDisplay
  }
}

/// Nodes beside one another on a line.
package struct Row: Hashable, Sendable {
  package var nodes: [Node]

  package init(_ nodes: [Node] = []) { self.nodes = nodes }
}

/// One part of a formula.
package indirect enum Node: Hashable, Sendable {
  case symbol(Symbol)
  /// A big operator such as ∑ or ∫.
  case largeOperator(Unicode.Scalar, takesLimits: Bool)
  /// A named function such as log; `takesLimits` puts scripts above and below in display style.
  case operatorName(String, takesLimits: Bool)
  /// Several letters that form a word, as in `\mathrm{train}`; already in their final alphabet.
  case word(String, plain: String)
  /// Words in the face of the label around the formula.
  case text(String, Emphasis)
  /// Empty room, in mu (1/18 em).
  case space(Double)
  /// `{…}`: one ordinary atom.
  case group(Row)
  /// A row that behaves as one atom of the given class.
  case classed(Row, AtomClass)
  case scripts(Scripts)
  case fraction(Fraction)
  case radical(radicand: Row, degree: Row?)
  case fence(Fence)
  /// A single delimiter of a chosen size, 1…4 for `\big` … `\Bigg`.
  case delimiter(Unicode.Scalar, step: Int, AtomClass)
  case accent(Accent)
  /// One row above or below another, small, as in `\overset`.
  case stack(base: Row, over: Row?, under: Row?, AtomClass)
  case grid(Grid)
  /// From here to the end of the row.
  case style(MathStyle)
  /// Transparent to spacing: the row's atoms stand among their neighbors as if uncolored.
  case colored(Row, Ink)
  case phantom(Row, Phantom)
  /// A frame around a row.
  case boxed(Row)
}

/// The four sizes of TeX.
package enum MathStyle: Int, Hashable, Sendable, Comparable {
  case scriptScript
  case script
  case text
  case display

  /// Whether `a` is the smaller one.
  package static func < (a: MathStyle, b: MathStyle) -> Bool { a.rawValue < b.rawValue }
}

/// A color that a part of a formula asks for.
package enum Ink: Hashable, Sendable {
  /// The color of the role with that symbol.
  case role(String)
  /// 0xRRGGBB.
  case rgb(UInt32)
}

/// What remains of a part that is not drawn.
package enum Phantom: Hashable, Sendable {
  case full
  case widthOnly
  case heightOnly
  /// Drawn, but counted as flat.
  case smashed
}
