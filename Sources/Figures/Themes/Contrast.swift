import Drawing
import Glibc

extension Color {
  /// How bright the color is to the eye, 0…1 (WCAG 2.2, relative luminance).
  var luminance: Double {
    func linear(_ component: Double) -> Double {
      component <= 0.040_45 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast of two colors, 1…21 (WCAG 2.2).
  func contrast(to other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

extension Theme {
  /// The least contrast of text to its ground (WCAG 2.2, level AA).
  private static let textContrast = 4.5

  /// A color that can be read as text: itself, or as little of the ink mixed in as it takes.
  func readable(_ color: Color) -> Color {
    for share in stride(from: 0, through: 1, by: 0.05) {
      let mixed = Color(
        red: color.red + (ink.red - color.red) * share,
        green: color.green + (ink.green - color.green) * share,
        blue: color.blue + (ink.blue - color.blue) * share, alpha: color.alpha)
      if mixed.contrast(to: ground) >= Self.textContrast { return mixed }
    }
    return ink
  }
}
