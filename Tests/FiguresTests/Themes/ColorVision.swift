import Drawing
import Glibc

/// How a color is seen: as light, as a place in a perceptual space, and by eyes with other cones.
struct SeenColor: Hashable, Sendable {
  /// Linear light: red, green, blue.
  private var linear: [Double]

  init(_ color: Color) {
    // IEC 61966-2-1.
    linear = [color.red, color.green, color.blue].map { encoded in
      encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4)
    }
  }

  private init(linear: [Double]) { self.linear = linear }

  /// Relative luminance by WCAG 2.2.
  var luminance: Double { 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] }

  /// The contrast ratio by WCAG 2.2, from 1 to 21.
  func contrast(with other: SeenColor) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// Lightness and the two color axes of OKLab (Ottosson 2020).
  var oklab: [Double] {
    let cones = times(
      [
        0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
        0.2817188376, 0.6299787005,
      ], linear
    ).map { cbrt(max($0, 0)) }
    return times(
      [
        0.2104542553, 0.7936177850, -0.0040720468, 1.9779984951, -2.4285922050, 0.4505937099, 0.0259040371,
        0.7827717662, -0.8086757660,
      ], cones)
  }

  /// The Euclidean distance in OKLab.
  func distance(to other: SeenColor) -> Double {
    let squares = zip(oklab, other.oklab).map { ($0 - $1) * ($0 - $1) }
    return squares.reduce(0, +).squareRoot()
  }

  /// The color as eyes of another kind see it.
  func seen(by sight: Sight) -> SeenColor {
    guard let matrix = sight.matrix else { return self }
    return SeenColor(linear: times(matrix, linear).map { min(max($0, 0), 1) })
  }
}

/// Normal sight and the three ways of lacking a cone.
enum Sight: CaseIterable, Sendable {
  case normal
  case deuteranopic
  case protanopic
  case tritanopic

  /// Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision deficiency"
  /// (2009), severity 1.
  fileprivate var matrix: [Double]? {
    switch self {
    case .normal: nil
    case .deuteranopic:
      [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881]
    case .protanopic:
      [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998]
    case .tritanopic:
      [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900]
    }
  }
}

/// A matrix of three rows times a vector.
private func times(_ matrix: [Double], _ vector: [Double]) -> [Double] {
  (0..<3).map { row in (0..<3).reduce(0) { $0 + matrix[3 * row + $1] * vector[$1] } }
}
