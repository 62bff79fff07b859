import Drawing

import Glibc

/// A color in OKLCH, where equal steps look equally large.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing" (2020), matrices included.
struct OKLCH: Hashable, Sendable {
  /// Perceived lightness, 0 (black) … 1 (white).
  var lightness: Double
  /// Distance from gray; sRGB reaches about 0.32.
  var chroma: Double
  /// Angle in degrees: 29 red, 142 green, 264 blue.
  var hue: Double

  init(_ lightness: Double, _ chroma: Double, _ hue: Double) {
    self.lightness = lightness
    self.chroma = chroma
    self.hue = hue
  }

  /// The sRGB color; chroma is lowered, at the same lightness and hue, until it exists.
  var color: Color {
    var inside = 0.0
    var outside = chroma
    if let color = color(chroma: chroma) { return color }
    for _ in 0..<20 {
      let middle = (inside + outside) / 2
      if color(chroma: middle) == nil { outside = middle } else { inside = middle }
    }
    return color(chroma: inside) ?? Color(red: lightness, green: lightness, blue: lightness)
  }

  private func color(chroma: Double) -> Color? {
    let angle = hue * .pi / 180
    let (a, b) = (chroma * cos(angle), chroma * sin(angle))
    let l = cubed(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let m = cubed(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let s = cubed(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b)
    let linear = [
      4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
      -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
      -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
    let slack = 1e-4
    guard linear.allSatisfy({ -slack <= $0 && $0 <= 1 + slack }) else { return nil }
    let encoded = linear.map { sRGBEncoded(min(max($0, 0), 1)) }
    return Color(red: encoded[0], green: encoded[1], blue: encoded[2])
  }
}

private func cubed(_ x: Double) -> Double { x * x * x }

/// The sRGB transfer function (IEC 61966-2-1).
private func sRGBEncoded(_ linear: Double) -> Double {
  linear <= 0.003_130_8 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
}
