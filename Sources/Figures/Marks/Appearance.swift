package import Drawing
package import Formulas

/// How a part of a mark looks and what it is called.
///
/// A legend shows it, lint compares it with others, and a description names it.
package struct Appearance: Sendable {
  /// What the eye recognizes it by, besides its color.
  package enum Shape: Hashable, Sendable {
    case line(DashPattern)
    case arrow(DashPattern)
    case marker(Marker)
    case area
  }

  /// `nil` if the scene gives it no name.
  package var name: Label?
  package var shape: Shape
  package var color: Color
  /// Whose color it is; `nil` for a color that the scene names outright.
  package var role: Role?
  /// How wide its line is, or how large its marker's radius.
  package var weight = LineWeight(.regular)
  /// What stands on its line, as the dots of a path do.
  package var pointMarker: Marker?
  /// How much of the ground it hides, 0…1.
  package var opacity = 1.0

  package init(name: Label?, shape: Shape, color: Color, role: Role?) {
    self.name = name
    self.shape = shape
    self.color = color
    self.role = role
  }
}

extension MarkStyle {
  /// The appearance of a mark in one color: the scene's, else that of the role which it has by nature.
  ///
  /// `weight` is its line where the scene asks for no other width.
  func appearance(
    named name: Label?, as shape: Appearance.Shape, in theme: Theme, else role: Role,
    weight: LineWeight = LineWeight(.regular)
  ) -> Appearance {
    var appearance = (color ?? .role(role)).appearance(named: name, as: shape, in: theme)
    appearance.weight = LineWeight(weight.grade, weight.factor * width)
    return appearance
  }
}

extension ColorChoice {
  func appearance(named name: Label?, as shape: Appearance.Shape, in theme: Theme) -> Appearance {
    let role: Role? = if case .role(let role) = self { role } else { nil }
    return Appearance(name: name, shape: shape, color: color(in: theme), role: role)
  }
}
