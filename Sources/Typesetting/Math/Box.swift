import Geometry

/// A formula that has been set: its measures and what to paint, in em of the label's text.
///
/// The origin is the left end of the baseline; y points down.
struct Box: Sendable {
  var width = 0.0
  /// How far it reaches above the baseline.
  var ascent = 0.0
  /// How far it reaches below the baseline.
  var descent = 0.0
  var marks: [Mark] = []
  /// Where it may be broken if it is wider than a line, from left to right.
  var breaks: [Break] = []

  /// A place behind a relation or binary operator that stands in no group.
  struct Break: Sendable {
    /// How many marks are before it.
    var markCount: Int
    /// Where the left part ends and the right one starts; the gap between them vanishes at a line's end.
    var end: Double
    var start: Double
    /// In how many pairs of parentheses or the like.
    var depth: Int
  }
}

/// Something to paint in a box, at (`x`, `y`).
struct Mark: Sendable {
  enum Content: Sendable {
    /// One glyph of the math font and the character that it stands for.
    case glyph(UInt32, plain: Unicode.Scalar)
    /// A word inside a formula.
    case text(ShapedText)
    /// A shape, filled with the nonzero rule, and the sign that it is, for readers of the text.
    case shape(Path, plain: Unicode.Scalar? = nil)
  }

  var content: Content
  /// How many em of the label's text one em of the content is.
  var size = 1.0
  var x = 0.0
  var y = 0.0
  var ink: MarkInk
}

/// A color that is chosen when the box is painted, so that colored and plain boxes are the same.
enum MarkInk: Hashable, Sendable {
  /// The label's color.
  case plain
  /// The label's color where it can be read on this ground, otherwise black or white.
  case readable(on: UInt32)
  /// The color of a role of the style, by its place there; where it cannot be seen on a ground, black or white.
  case role(Int, on: UInt32?)
  /// One of the occurrences of a term that is looked for.
  case occurrence(Int)
  case rgb(UInt32)
}
