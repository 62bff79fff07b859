package import Drawing
package import Formulas

/// How a part of a mark looks and what it is called.
///
/// A legend shows it, lint compares it with others, and a description names it.
package struct Appearance: Sendable {
  /// What the eye recognizes it by, besides its color.
  package enum Shape: Hashable, Sendable {
    case line(DashPattern)
    case arrow
    case marker(Marker)
    case area
  }

  /// `nil` if the scene gives it no name.
  package var name: Label?
  package var shape: Shape
  package var color: Color
  /// Whose color it is; `nil` for a color that the scene names outright.
  package var role: Role?

  package init(name: Label?, shape: Shape, color: Color, role: Role?) {
    self.name = name
    self.shape = shape
    self.color = color
    self.role = role
  }
}

extension MarkStyle {
  /// The appearance of a mark in one color: the scene's, else that of the role which it has by nature.
  func appearance(
    named name: Label?, as shape: Appearance.Shape, in theme: Theme, else role: Role
  ) -> Appearance {
    (color ?? .role(role)).appearance(named: name, as: shape, in: theme)
  }
}

extension ColorChoice {
  func appearance(named name: Label?, as shape: Appearance.Shape, in theme: Theme) -> Appearance {
    let role: Role? = if case .role(let role) = self { role } else { nil }
    return Appearance(name: name, shape: shape, color: color(in: theme), role: role)
  }
}
