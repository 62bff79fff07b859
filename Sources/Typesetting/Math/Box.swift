import Geometry

/// A part of a formula that has been set: its measures and what to paint, in em of the label's text.
///
/// The origin is the left end of the baseline; y points down.
struct Box: Sendable {
  var width = 0.0
  /// How far it reaches above the baseline; negative if it hangs below.
  var ascent = 0.0
  /// How far it reaches below the baseline; negative if it floats above.
  var descent = 0.0
  /// How far the last letter leans out over `width`.
  var italicsCorrection = 0.0
  /// Where the middle of an accent belongs, if the font says so.
  var topAccent: Double?
  /// Whether it is a single letter or sign, beside which scripts sit at their usual heights.
  var isCharacter = false
  var marks: [Mark] = []

  /// Empty room.
  static func space(_ width: Double) -> Box { Box(width: width) }

  /// Adds another box's marks at an offset and grows to enclose it; the width stays.
  mutating func place(_ other: Box, x: Double, y: Double = 0) {
    let isFirst = marks.isEmpty && ascent == 0 && descent == 0
    ascent = isFirst ? other.ascent - y : max(ascent, other.ascent - y)
    descent = isFirst ? other.descent + y : max(descent, other.descent + y)
    marks.reserveCapacity(marks.count + other.marks.count)
    for mark in other.marks { marks.append(mark.moved(x, y)) }
  }

  /// The same with its baseline moved down by `y`.
  func lowered(by y: Double) -> Box {
    var result = self
    result.ascent -= y
    result.descent += y
    result.marks = marks.map { $0.moved(0, y) }
    return result
  }

  /// The box that starts with the lean included in the width, as TeX counts it beside other atoms.
  var withItalics: Box {
    guard italicsCorrection != 0 else { return self }
    var result = self
    result.width += italicsCorrection
    result.italicsCorrection = 0
    return result
  }
}

/// Something to paint in a box, at (`x`, `y`).
enum Mark: Sendable {
  case glyph(GlyphMark)
  case text(TextMark)
  case shape(Path, ink: MarkInk)

  func moved(_ dx: Double, _ dy: Double) -> Mark {
    switch self {
    case .glyph(var glyph):
      glyph.x += dx
      glyph.y += dy
      return .glyph(glyph)
    case .text(var text):
      text.x += dx
      text.y += dy
      return .text(text)
    case .shape(let path, let ink):
      return .shape(path.translated(by: Vector(x: dx, y: dy)), ink: ink)
    }
  }
}

/// One glyph of the math font or its stand-in.
struct GlyphMark: Sendable {
  var font: FontID
  var id: UInt32
  /// Font size in em of the label's text.
  var size: Double
  var x: Double
  var y: Double
  var plain: Unicode.Scalar
  var ink: MarkInk
}

/// A word inside a formula.
struct TextMark: Sendable {
  var text: ShapedText
  var size: Double
  var x: Double
  var y: Double
  var ink: MarkInk
}

/// A color that is chosen when the box is painted, so that colored and plain boxes are the same.
enum MarkInk: Hashable, Sendable {
  /// The label's color.
  case plain
  /// The color of a role of the style, by its place there.
  case role(Int)
  case rgb(UInt32)
}
