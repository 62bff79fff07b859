import Drawing
import Glibc

/// A color as a place in OKLab, where distances are as large as they look.
///
/// Source: Björn Ottosson, "A perceptual color space for image processing" (2020), matrices included.
struct OKLab: Hashable, Sendable {
  /// Perceived lightness, 0 (black) … 1 (white).
  var lightness: Double
  /// From green to red.
  var a: Double
  /// From blue to yellow.
  var b: Double

  init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  init(_ light: LinearLight) {
    let (red, green, blue) = (light.red, light.green, light.blue)
    let l = cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue)
    let m = cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue)
    let s = cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue)
    lightness = 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s
    a = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s
    b = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s
  }

  init(_ color: Color) { self.init(LinearLight(color)) }

  /// The Euclidean distance.
  func distance(to other: OKLab) -> Double {
    let (x, y, z) = (lightness - other.lightness, a - other.a, b - other.b)
    return (x * x + y * y + z * z).squareRoot()
  }
}

/// A color as amounts of light, each 0…1, which add up as light does.
struct LinearLight: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double

  init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The light of an sRGB color (IEC 61966-2-1); its alpha is left out.
  init(_ color: Color) {
    func linear(_ component: Double) -> Double {
      component <= 0.040_45 ? component / 12.92 : pow((component + 0.055) / 1.055, 2.4)
    }
    self.init(red: linear(color.red), green: linear(color.green), blue: linear(color.blue))
  }

  /// How bright it is to the eye, 0…1 (WCAG 2.2, relative luminance).
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }
}
