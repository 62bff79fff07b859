import Diagnostics
import Drawing
import SceneFiles

/// How a mark looks, as far as its scene says; the rest comes from the mark, the theme and the canvas.
struct MarkStyle: Hashable, Sendable {
  /// `nil` leaves it to the mark.
  var color: ColorChoice?
  /// A multiple of the mark's usual line width.
  var width: Double
  /// `nil` leaves it to the theme and the role.
  var dash: DashPattern?

  /// Reads `role`, `color`, `width` and `dash`.
  init(_ fields: inout Fields) throws(Diagnostic) {
    let role = try fields.word("role", among: roles)
    color = try fields.color("color") ?? role.map(ColorChoice.role)
    width = try fields.number("width", in: 0.1...10) ?? 1
    dash = try fields.word("dash", among: dashPatterns)
  }

  /// The scene's color, else that of the role which the mark has by nature.
  func color(in theme: Theme, else role: Role) -> Color {
    color?.color(in: theme) ?? theme.color(of: role)
  }

  /// The scene's dash, else that which the theme gives to the role.
  func dash(in theme: Theme, else role: Role) -> DashPattern {
    if let dash { return dash }
    return switch color {
    case .fixed: .solid
    case .role(let role): theme.dashes[role] ?? .solid
    case nil: theme.dashes[role] ?? .solid
    }
  }

  /// A line of the mark in its color and dash, those of a role unless the scene says otherwise.
  func line(_ usual: Double, in theme: Theme, else role: Role) -> Stroke {
    stroke(usual, color(in: theme, else: role), dash(in: theme, else: role))
  }

  /// A line in a color of its own, solid unless the scene says otherwise.
  func stroke(_ usual: Double, _ color: Color, cap: Stroke.Cap = .round) -> Stroke {
    stroke(usual, color, dash ?? .solid, cap: cap)
  }

  func stroke(
    _ usual: Double, _ color: Color, _ dash: DashPattern, cap: Stroke.Cap = .round
  ) -> Stroke {
    let width = usual * width
    return Stroke(
      color, width: width, cap: dash == .solid ? cap : .butt, join: .round,
      dash: dash.lengths(width: width))
  }
}

/// Lines that differ without color.
package enum DashPattern: Hashable, Sendable {
  case solid
  case dashed
  case dotted
  case longDashed
  case dashDotted
  case dashDotDotted

  /// Lengths drawn and skipped for a line of that width.
  func lengths(width: Double) -> [Double] {
    switch self {
    case .solid: []
    case .dashed: [4 * width, 3 * width]
    case .dotted: [1 * width, 2 * width]
    case .longDashed: [8 * width, 3 * width]
    case .dashDotted: [5 * width, 2.5 * width, 1 * width, 2.5 * width]
    case .dashDotDotted: [5 * width, 2 * width, 1 * width, 2 * width, 1 * width, 2 * width]
    }
  }
}

let dashPatterns = Catalogue<DashPattern>(
  "dash",
  [
    "solid": .solid, "dashed": .dashed, "dotted": .dotted, "long-dashed": .longDashed,
    "dash-dotted": .dashDotted, "dash-dot-dotted": .dashDotDotted,
  ])
