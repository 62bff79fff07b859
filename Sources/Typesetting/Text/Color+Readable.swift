import Drawing
import Glibc

extension Color {
  /// The color itself where it can be read on a ground, otherwise black or white, whichever is clearer.
  func readable(on ground: Color, contrast least: Double = 4.5) -> Color {
    if contrast(to: ground) >= least { return self }
    return Color.black.contrast(to: ground) >= Color.white.contrast(to: ground) ? .black : .white
  }

  /// The contrast of two colors, 1…21 (WCAG 2.2; text needs 4.5 for level AA).
  private func contrast(to other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// How bright the color is to the eye, 0…1 (WCAG 2.2, relative luminance).
  private var luminance: Double {
    func linear(_ component: Double) -> Double {
      component <= 0.04045 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
