/// A formula as it was understood: what stands where, without fonts and sizes.
package struct Formula: Hashable, Sendable {
  package var row: Row
  /// Whether it was written between `$$` and is set in display style.
  package var isDisplay: Bool
  /// The number or mark of `\tag{…}`, which stands to the right of the formula.
  package var tag: Row?

  package init(row: Row, isDisplay: Bool, tag: Row? = nil) {
    self.row = row
    self.isDisplay = isDisplay
    self.tag = tag
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
  case largeOperator(Unicode.Scalar, takesLimits: Bool, isBold: Bool)
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
  /// An arrow as long as the text above and below it, as in `\xrightarrow`.
  case arrow(Unicode.Scalar, over: Row, under: Row?)
  /// An arrow downwards or upwards with text on both sides, in a diagram.
  case verticalArrow(Unicode.Scalar, left: Row, right: Row)
  case grid(Grid)
  /// From here to the end of the row.
  case style(MathStyle)
  /// From here to the end of the row, a size relative to the label's, as in `\small`.
  case size(Double)
  /// Another row in each style, as in `\mathchoice`.
  case choice(StyleChoice)
  /// Transparent to spacing: the row's atoms stand among their neighbors as if uncolored.
  case colored(Row, Ink)
  case phantom(Row, Phantom)
  /// A row with a frame, a ground or strokes.
  case enclosed(Row, Enclosure)
  /// A relation or letter with a slash through it, as in `\not`.
  case negated(Row)
  /// A row that takes no room, with its left end, middle or right end where it stands.
  case lapped(Row, Grid.Alignment)
  /// A row moved up, in mu, as in `\raisebox`.
  case raised(Row, by: Double)
  /// A row centered on the axis, as in `\vcenter`.
  case centered(Row)
  /// A filled rectangle, all in mu; `raise` lifts its bottom above the baseline.
  case rule(width: Double, height: Double, raise: Double)
  /// What could not be understood, as it was written; drawn in red.
  case problem(String)
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

/// What stands at a place in each style.
package struct StyleChoice: Hashable, Sendable {
  package var display: Row
  package var text: Row
  package var script: Row
  package var scriptScript: Row

  package init(display: Row, text: Row, script: Row, scriptScript: Row) {
    self.display = display
    self.text = text
    self.script = script
    self.scriptScript = scriptScript
  }

  /// The row for a style.
  package subscript(style: MathStyle) -> Row {
    switch style {
    case .display: display
    case .text: text
    case .script: script
    case .scriptScript: scriptScript
    }
  }
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
  /// Drawn, but without its height above the baseline.
  case smashedAbove
  /// Drawn, but without its depth below the baseline.
  case smashedBelow
}

/// What is drawn around or through a row.
package enum Enclosure: Hashable, Sendable {
  /// A frame in the row's own color.
  case frame
  /// A ground, with a frame if a color for it is given, as in `\colorbox` and `\fcolorbox`.
  case ground(Ink, frame: Ink?)
  /// A stroke from the lower left to the upper right.
  case rising
  /// A stroke from the upper left to the lower right.
  case falling
  /// Both strokes.
  case crossed
  /// A horizontal stroke through the middle.
  case struckOut
  /// A line above and at the right, as actuaries write it.
  case angle
  /// An angle's sign at the left with a line below, as for phasors.
  case phase
}
