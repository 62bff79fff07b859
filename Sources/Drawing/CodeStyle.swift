/// How a listing is to be set.
package struct CodeStyle: Hashable, Sendable {
  /// Font size in points.
  package var size: Double
  /// Names, operators and all else that has no color of its own.
  package var color: Color
  /// Line numbers and the title.
  package var quietColor: Color
  package var syntax: SyntaxColors
  /// The band behind lines that stand out, and the marker in the margin.
  package var highlight: Color
  /// Colors of symbols, by the symbol's source such as `w` or `\eta`; the first match wins.
  package var roles: [TextStyle.Role]
  package var fonts: FontChoice

  package init(
    size: Double, color: Color, quietColor: Color, syntax: SyntaxColors, highlight: Color,
    roles: [TextStyle.Role] = [], fonts: FontChoice = .standard
  ) {
    self.size = size
    self.color = color
    self.quietColor = quietColor
    self.syntax = syntax
    self.highlight = highlight
    self.roles = roles
    self.fonts = fonts
  }

  /// How much of the highlight's color the band behind a line lets through.
  package static let bandOpacity = 0.08
}

/// The few colors of code: quiet ones, so that the symbols' own colors are seen first.
package struct SyntaxColors: Hashable, Sendable {
  package var keyword: Color
  package var string: Color
  package var number: Color
  package var comment: Color
  package var definition: Color

  package init(keyword: Color, string: Color, number: Color, comment: Color, definition: Color) {
    self.keyword = keyword
    self.string = string
    self.number = number
    self.comment = comment
    self.definition = definition
  }
}
