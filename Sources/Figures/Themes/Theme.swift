package import Drawing

/// The colors of a picture; sizes and widths come from the canvas.
package struct Theme: Hashable, Sendable {
  /// What everything stands on.
  package var ground: Color
  /// Titles and labels.
  package var ink: Color
  /// Axis lines, ticks and their numbers: present, but quiet.
  package var quietInk: Color
  /// Grid lines, barely there.
  package var faintInk: Color
  /// For quantities such as a loss: pale (or dark) enough for what lies on top.
  package var ramp: Ramp
  /// Thin lines drawn on the ramp, such as contour lines.
  package var lineOnRamp: Color
  /// Numbers written into those lines.
  package var numberOnRamp: Color
  package var roleColors: RoleColors
  /// Keywords, strings and their kin in listings.
  package var syntax: SyntaxColors

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
