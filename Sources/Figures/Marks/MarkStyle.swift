import Diagnostics
import Drawing
import SceneFiles

/// How a mark looks, as far as its scene says; the rest comes from the mark, the theme and the canvas.
struct MarkStyle: Hashable, Sendable {
  /// `nil` leaves it to the mark.
  var color: ColorChoice?
  /// A multiple of the mark's usual line width.
  var width: Double
  var dash: DashPattern

  /// Reads `role`, `color`, `width` and `dash`.
  init(_ fields: inout Fields) throws(Diagnostic) {
    let role = try fields.word("role", among: roles)
    color = try fields.color("color") ?? role.map(ColorChoice.role)
    width = try fields.number("width", in: 0.1...10) ?? 1
    dash = try fields.word("dash", among: dashPatterns) ?? .solid
  }

  /// The scene's color, else that of the role which the mark has by nature.
  func color(in theme: Theme, else role: Role) -> Color {
    color?.color(in: theme) ?? theme.color(of: role)
  }

  func stroke(_ usual: Double, _ color: Color, cap: Stroke.Cap = .round) -> Stroke {
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

  /// Lengths drawn and skipped for a line of that width.
  func lengths(width: Double) -> [Double] {
    switch self {
    case .solid: []
    case .dashed: [4 * width, 3 * width]
    case .dotted: [1 * width, 2 * width]
    }
  }
}

let dashPatterns = Catalogue<DashPattern>(
  "dash", ["solid": .solid, "dashed": .dashed, "dotted": .dotted])
