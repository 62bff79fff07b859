package import Drawing

/// A sequence of colors for a quantity, even to the eye from end to end.
package struct Ramp: Hashable, Sendable {
  private var stops: [OKLCH]

  /// A ramp through stops at equal distances; hues are taken as written, so they may exceed 360.
  init(_ stops: [OKLCH]) { self.stops = stops }

  /// The color at a fraction; clamped to 0…1, and the first color for NaN.
  package func color(at fraction: Double) -> Color {
    guard let first = stops.first, let last = stops.last else { return .black }
    guard fraction > 0 else { return first.color }
    guard fraction < 1 else { return last.color }
    let position = fraction * Double(stops.count - 1)
    let index = Int(position)
    let t = position - Double(index)
    let (a, b) = (stops[index], stops[index + 1])
    return OKLCH(
      a.lightness + (b.lightness - a.lightness) * t, a.chroma + (b.chroma - a.chroma) * t,
      a.hue + (b.hue - a.hue) * t
    ).color
  }
}
