import Diagnostics
import Drawing
import Expressions
import SceneFiles

/// How a mark looks, as far as its scene says; the rest comes from the mark, the theme and the canvas.
///
/// What the scene says as an expression has its value once the style is evaluated, which is before the mark is.
package struct MarkStyle: Sendable {
  /// `nil` leaves it to the mark.
  var color: ColorChoice?
  /// A multiple of the mark's usual line width.
  var width = 1.0
  /// `nil` leaves it to the theme and the role.
  var dash: DashPattern?
  /// What has no value yet.
  private var computedColor: ColorSetting?
  private var computedWidth: NumberSetting?

  /// All is left to the mark.
  static let none = MarkStyle()

  private init() {}

  /// Reads `role`, `color`, `width` and `dash`.
  init(_ fields: inout Fields) throws(Diagnostic) {
    color = try fields.word("role", among: roles).map(ColorChoice.role)
    switch try fields.colorSetting("color") {
    case .fixed(let choice)?: color = choice
    case let setting: computedColor = setting
    }
    switch try fields.numberSetting("width", in: 0.1...10) {
    case .fixed(let factor)?: width = factor
    case let setting: computedWidth = setting
    }
    dash = try fields.word("dash", among: dashPatterns)
  }

  /// The style with the values of its expressions; `nil` if it has none, and so is what it was.
  func evaluated(in scope: Scope) throws(Diagnostic) -> MarkStyle? {
    guard computedColor != nil || computedWidth != nil else { return nil }
    var style = self
    style.color = try computedColor?.value(in: scope) ?? color
    style.width = try computedWidth?.value(in: scope) ?? width
    return style
  }

  /// The scene's color, else that of the role which the mark has by nature.
  func color(in theme: Theme, else role: Role) -> Color {
    color?.color(in: theme) ?? theme.color(of: role)
  }

  /// The scene's dash, else that which the theme gives to the role.
  func dash(in theme: Theme, else role: Role) -> DashPattern {
    if let dash { return dash }
    guard let color else { return theme.dashes[role] ?? .solid }
    return color.nearestRole.flatMap { theme.dashes[$0] } ?? .solid
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
