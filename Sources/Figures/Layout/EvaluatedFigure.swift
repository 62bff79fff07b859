import Diagnostics
import Drawing
import Formulas
import Geometry

/// A figure whose numbers are all known, before it has a page.
struct EvaluatedFigure: Sendable {
  var title: Label?
  var subtitle: Label?
  var notation: Label?
  var caption: Label?
  var alternativeText: String
  var panels: [EvaluatedPanel]
  /// Legal but suspicious things that were found.
  var warnings: [Diagnostic]
}

/// A coordinate system whose numbers are all known.
struct EvaluatedPanel: Sendable {
  var title: Label?
  var x: EvaluatedAxis
  var y: EvaluatedAxis
  var style: AxesDescription.Style
  var hasEqualUnits: Bool
  var hasGrid: Bool
  /// In painting order.
  var marks: [EvaluatedMark]
  var colorBar: ColorBar?
}

/// An axis whose domain is known.
struct EvaluatedAxis: Sendable {
  var label: Label?
  var scale: any Scale
  /// The ticks that the scene lists; `nil` for round values.
  var listedTicks: [Tick]?

  func ticks(atMost count: Int) -> [Tick] {
    guard let listedTicks else { return scale.ticks(atMost: count) }
    let slack = (scale.domain.upperBound - scale.domain.lowerBound) * 1e-9
    return listedTicks.filter {
      scale.domain.lowerBound - slack <= $0.value && $0.value <= scale.domain.upperBound + slack
    }
  }
}

/// What everything on the page shares: sizes, colors, and who sets text.
struct Press: Sendable {
  var canvas: Canvas
  var theme: Theme
  var typesetter: any Typesetter
  /// Colors of symbols in labels.
  var symbols: [TextStyle.Role]

  func typeset(
    _ label: Label, size: Double, color: Color? = nil, weight: TextStyle.Weight = .regular,
    width: Double? = nil, alignment: TextStyle.Alignment = .left
  ) -> TextBlock {
    typesetter.typeset(
      label,
      in: TextStyle(
        size: size, color: color.map(theme.readable) ?? theme.ink, weight: weight, alignment: alignment,
        width: width,
        roles: symbols))
  }

  /// Sets the name of a tick, which the program or an evaluated scene has spelled.
  func typeset(name source: String, size: Double, color: Color, width: Double? = nil) -> TextBlock? {
    guard let label = try? Label(parsing: LocatedText(source)) else { return nil }
    return typeset(label, size: size, color: color, width: width)
  }
}
