/// How wide a line is: a multiple of one of the canvas' few widths.
package struct LineWeight: Hashable, Sendable {
  /// A step of the scale of line widths.
  package enum Grade: Hashable, Sendable {
    case hairline
    case thin
    case regular
    case bold
  }

  package var grade: Grade
  package var factor: Double

  package init(_ grade: Grade, _ factor: Double = 1) {
    self.grade = grade
    self.factor = factor
  }

  /// In points.
  package func width(on lines: Canvas.LineWidths) -> Double {
    let usual =
      switch grade {
      case .hairline: lines.hairline
      case .thin: lines.thin
      case .regular: lines.regular
      case .bold: lines.bold
      }
    return usual * factor
  }
}
