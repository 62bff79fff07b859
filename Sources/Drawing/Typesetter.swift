package import Diagnostics
package import Formulas
package import Geometry

/// How a label is to be set.
package struct TextStyle: Hashable, Sendable {
  package enum Weight: String, Hashable, Sendable {
    case regular
    case medium
    case bold
  }

  package enum Alignment: String, Hashable, Sendable {
    case left
    case center
    case right
  }

  /// A symbol of formulas and the color that it wears.
  package struct Role: Hashable, Sendable {
    package var symbol: String
    package var color: Color

    package init(symbol: String, color: Color) {
      self.symbol = symbol
      self.color = color
    }
  }

  /// Font size in points.
  package var size: Double
  package var color: Color
  package var weight: Weight
  package var isItalic: Bool
  /// How lines stand among each other when there are several.
  package var alignment: Alignment
  /// Where lines are broken, in points; `nil` keeps one line per line of the source.
  package var width: Double?
  /// Colors of symbols, by the symbol's source such as `w` or `∇L`; the first match wins.
  package var roles: [Role]
  package var fonts: FontChoice
  /// Whether all digits are equally wide and count as equally inked, so that nothing trembles around a number that
  /// changes.
  package var hasTabularDigits = false

  package init(
    size: Double, color: Color, weight: Weight = .regular, isItalic: Bool = false,
    alignment: Alignment = .left, width: Double? = nil, roles: [Role] = [],
    fonts: FontChoice = .standard
  ) {
    self.size = size
    self.color = color
    self.weight = weight
    self.isItalic = isItalic
    self.alignment = alignment
    self.width = width
    self.roles = roles
    self.fonts = fonts
  }
}

/// A label that has been set: its measures, and what to paint.
///
/// The origin is the left end of the first baseline; y points down, so ink above it is negative.
package struct TextBlock: Hashable, Sendable {
  /// How words or code were set.
  package enum Setting: Hashable, Sendable {
    case words(TextStyle)
    case code(CodeStyle)
  }

  /// The advance width: that of the widest line.
  package var width: Double
  /// From the first baseline up to the top of the line box, positive.
  package var ascent: Double
  /// From the first baseline down to the bottom of the last line's box, positive.
  package var descent: Double
  /// The box around all ink.
  package var ink: Rect
  package var items: [DisplayItem]
  /// The label as the user wrote it, for screen readers.
  package var source: String
  /// Where the label starts in the scene.
  package var location: SourceLocation?
  /// How all of it was set, so that other words can take its place; `nil` for what is made of several blocks.
  package var setting: Setting?
  /// What could not be shown as it was written, such as characters that no font has; warnings.
  package var problems: [Diagnostic]

  package init(
    width: Double, ascent: Double, descent: Double, ink: Rect, items: [DisplayItem], source: String,
    problems: [Diagnostic] = []
  ) {
    self.width = width
    self.ascent = ascent
    self.descent = descent
    self.ink = ink
    self.items = items
    self.source = source
    self.problems = problems
  }

  package var height: Double { ascent + descent }

  /// The line box: advance width by ascent and descent, around the origin.
  package var box: Rect { Rect(minX: 0, minY: -ascent, maxX: width, maxY: descent) }
}

/// Sets labels and listings; the one thing that figures know about fonts.
package protocol Typesetter: Sendable {
  /// Total: what cannot be shown is shown as a box, never left out; a font that is not there is replaced by
  /// the standard one.
  func typeset(_ label: Label, in style: TextStyle) -> TextBlock

  /// Sets code on a fixed grid, one line per line of the source; the block's width tells how long they are.
  func typeset(_ listing: Listing, in style: CodeStyle) -> TextBlock

  /// The boxes around the ink of every occurrence of a term in a label's formulas, in reading order, relative
  /// to the block's origin; none if the term is not there or is no sequence of symbols.
  ///
  /// `term` is written like the symbol of a role, such as `w`, `∇L` or `\mathcal{L}`; a part that the label
  /// marks by `\role{term}{…}` is an occurrence as well. Scripts of a term are not part of it; an accent on it
  /// is.
  func boxes(of term: String, in label: Label, style: TextStyle) -> [Rect]

  /// Throws unless `font`, a word or the path of a file, names a font that serves for `role`.
  func check(_ font: String, for role: FontChoice.Role, at location: SourceLocation?)
    throws(Diagnostic)
}

extension Typesetter {
  /// A typesetter without fonts of its own takes every name.
  package func check(_ font: String, for role: FontChoice.Role, at location: SourceLocation?)
    throws(Diagnostic)
  {}
}
