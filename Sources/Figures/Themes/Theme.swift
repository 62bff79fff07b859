package import Diagnostics
package import Drawing

/// The colors of a picture, and how it departs from the sizes and widths of its canvas.
package struct Theme: Hashable, Sendable {
  /// What everything stands on.
  package var ground: Color
  /// Titles and labels.
  package var ink: Color
  /// Axis lines, ticks and their numbers: present, but quiet.
  package var quietInk: Color
  /// Grid lines, barely there.
  package var faintInk: Color
  /// For quantities such as a loss.
  package var ramps: Ramps
  package var roleColors: RoleColors
  /// Keywords, strings and their kin in listings.
  package var syntax: SyntaxColors
  /// How lines run about whose dash the scene says nothing; solid for roles that are not listed.
  package var dashes: [Role: DashPattern] = [:]
  /// The shapes of points about which the scene says nothing; dots for roles that are not listed.
  package var markers: [Role: Marker] = [:]
  /// Multiples of the canvas's line widths.
  package var lines = Canvas.LineWidths.unchanged
  /// Multiples of the canvas's type sizes.
  package var type = Canvas.TypeSizes.unchanged
  /// Fonts instead of the standard ones.
  var fonts = FontsDescription()
  /// Whether it has no color at all, so that colors that the scene names outright become gray, too.
  package var isGray = false
  /// What is hard to see in it; nothing for the program's own themes.
  package var warnings: [Diagnostic] = []

  package func color(of role: Role) -> Color {
    switch role {
    case .data: roleColors.data
    case .weight: roleColors.weight
    case .prediction: roleColors.prediction
    case .target: roleColors.target
    case .gradient: roleColors.gradient
    case .loss: roleColors.loss
    case .probability: roleColors.probability
    case .error: roleColors.error
    case .highlight: ink
    case .muted: quietInk
    }
  }

  /// One color for each role that has its own.
  package struct RoleColors: Hashable, Sendable {
    package var data: Color
    package var weight: Color
    package var prediction: Color
    package var target: Color
    package var gradient: Color
    package var loss: Color
    package var probability: Color
    package var error: Color
  }
}

extension Theme {
  /// A color that a scene names outright, as it is shown: in a theme without color as equally bright gray.
  func shown(_ color: Color) -> Color {
    guard isGray else { return color }
    var gray = Color.gray(OKLab(color).lightness)
    gray.alpha = color.alpha
    return gray
  }

  /// The canvas with the theme's type sizes and line widths.
  func adjusted(_ canvas: Canvas) -> Canvas {
    var canvas = canvas
    canvas.type = canvas.type.times(type)
    canvas.lines = canvas.lines.times(lines)
    return canvas
  }
}
