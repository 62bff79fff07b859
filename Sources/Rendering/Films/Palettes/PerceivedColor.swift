import Glibc

/// A color in OKLab (Ottosson 2020), where distances are as large as they look.
struct PerceivedColor: Hashable, Sendable {
  var lab: SIMD4<Float>

  init(lab: SIMD4<Float>) { self.lab = lab }

  /// A color 0xRRGGBB.
  init(_ color: UInt32) {
    let red = linearLight[Int(color >> 16 & 255)]
    let green = linearLight[Int(color >> 8 & 255)]
    let blue = linearLight[Int(color & 255)]
    let l = cbrtf(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue)
    let m = cbrtf(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue)
    let s = cbrtf(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue)
    lab = [
      0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s, 0,
    ]
  }

  /// The nearest color 0xRRGGBB.
  var rgb: UInt32 {
    let l = lab.x + 0.396_337_777_4 * lab.y + 0.215_803_757_3 * lab.z
    let m = lab.x - 0.105_561_345_8 * lab.y - 0.063_854_172_8 * lab.z
    let s = lab.x - 0.089_484_177_5 * lab.y - 1.291_485_548_0 * lab.z
    let (l3, m3, s3) = (l * l * l, m * m * m, s * s * s)
    let red = byte(4.076_741_662_1 * l3 - 3.307_711_591_3 * m3 + 0.230_969_929_2 * s3)
    let green = byte(-1.268_438_004_6 * l3 + 2.609_757_401_1 * m3 - 0.341_319_396_5 * s3)
    let blue = byte(-0.004_196_086_3 * l3 - 0.703_418_614_7 * m3 + 1.707_614_701_0 * s3)
    return red << 16 | green << 8 | blue
  }

  /// The square of the distance.
  func squaredDistance(to other: PerceivedColor) -> Float {
    let difference = lab - other.lab
    return (difference * difference).sum()
  }
}

/// sRGB's bytes as linear light (IEC 61966-2-1).
private let linearLight: [Float] = (0...255).map { byte in
  let value = Float(byte) / 255
  return value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
}

private func byte(_ light: Float) -> UInt32 {
  let value = light <= 0.003_130_8 ? light * 12.92 : 1.055 * powf(light, 1 / 2.4) - 0.055
  return UInt32((min(max(value, 0), 1) * 255).rounded())
}
