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

  /// The place of an sRGB color.
  init(_ color: Color) {
    let lab = OKLab(color)
    lightness = lab.lightness
    chroma = hypot(lab.a, lab.b)
    let angle = atan2(lab.b, lab.a) * 180 / .pi
    hue = angle < 0 ? angle + 360 : angle
  }

  /// The sRGB color; chroma is lowered, at the same lightness and hue, until it exists.
  var color: Color {
    guard let light = inGamut.light else { return .gray(lightness) }
    func encoded(_ part: Double) -> Double { sRGBEncoded(min(max(part, 0), 1)) }
    return Color(red: encoded(light.red), green: encoded(light.green), blue: encoded(light.blue))
  }

  /// The same lightness and hue, with as much of the chroma as sRGB has.
  var inGamut: OKLCH {
    if light != nil { return self }
    var inside = OKLCH(lightness, 0, hue)
    var outside = chroma
    for _ in 0..<20 {
      let middle = OKLCH(lightness, (inside.chroma + outside) / 2, hue)
      if middle.light == nil { outside = middle.chroma } else { inside = middle }
    }
    return inside
  }

  /// The light of it; `nil` if sRGB has no such color.
  private var light: LinearLight? {
    let angle = hue * .pi / 180
    let (a, b) = (chroma * cos(angle), chroma * sin(angle))
    let l = cubed(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b)
    let m = cubed(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b)
    let s = cubed(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b)
    let light = LinearLight(
      red: 4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
      green: -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
      blue: -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s)
    let slack = 1e-4
    let isInside = [light.red, light.green, light.blue].allSatisfy { -slack <= $0 && $0 <= 1 + slack }
    return isInside ? light : nil
  }
}

private func cubed(_ x: Double) -> Double { x * x * x }

/// The sRGB transfer function (IEC 61966-2-1).
private func sRGBEncoded(_ linear: Double) -> Double {
  linear <= 0.003_130_8 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055
}

extension Color {
  /// A gray of that OKLab lightness, equal parts of all three: printed with black ink alone.
  static func gray(_ lightness: Double) -> Color {
    let part = sRGBEncoded(min(max(cubed(lightness), 0), 1))
    return Color(red: part, green: part, blue: part)
  }
}
