import Diagnostics
import Drawing
import SceneFiles

/// How a mark looks, as its scene says; what is not said comes from the theme and the canvas.
struct MarkStyle: Hashable, Sendable {
  var color: ColorChoice
  /// A multiple of the mark's usual line width.
  var width: Double
  var dash: DashPattern

  /// Reads `role`, `color`, `width` and `dash`.
  init(_ fields: inout Fields, role: Role) throws(Diagnostic) {
    let named = try fields.word("role", among: roles)
    color = try fields.color("color") ?? .role(named ?? role)
    width = try fields.number("width", in: 0.1...10) ?? 1
    dash = try fields.word("dash", among: dashPatterns) ?? .solid
  }

  func stroke(_ usual: Double, in theme: Theme, cap: Stroke.Cap = .round) -> Stroke {
    let width = usual * width
    return Stroke(
      color.color(in: theme), width: width, cap: dash == .solid ? cap : .butt, join: .round,
      dash: dash.lengths(width: width))
  }
}

/// Lines that differ without color.
enum DashPattern: Hashable, Sendable {
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
