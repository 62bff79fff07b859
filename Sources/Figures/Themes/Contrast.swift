import Drawing

extension Color {
  /// How bright the color is to the eye, 0…1 (WCAG 2.2, relative luminance).
  var luminance: Double { LinearLight(self).luminance }

  /// The contrast of two colors, 1…21 (WCAG 2.2).
  func contrast(to other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The color over which a layer of another lies, 0…1 of it opaque; as it is painted, mixed in sRGB.
  func mixed(with other: Color, _ share: Double) -> Color {
    Color(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share, alpha: alpha)
  }
}

/// What the eye needs, by WCAG 2.2, level AA.
enum Contrast {
  /// Of text to its ground.
  static let text = 4.5
  /// Of lines and shapes to their ground.
  static let mark = 3.0
}

extension Theme {
  /// A color that can be read as text: itself, or as little of the ink mixed in as it takes.
  func readable(_ color: Color) -> Color {
    for share in stride(from: 0, through: 1, by: 0.05) {
      let mixed = color.mixed(with: ink, share)
      if mixed.contrast(to: ground) >= Contrast.text { return mixed }
    }
    return ink
  }
}
