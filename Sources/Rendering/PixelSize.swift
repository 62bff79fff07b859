import Diagnostics
import Drawing
import Geometry

/// A picture's size in pixels, checked against what can be held and opened elsewhere.
struct PixelSize: Hashable, Sendable {
  var width: Int
  var height: Int

  /// Cairo's own limit for a side of an image.
  static let longestSide = 32_767
  /// 800 MB while it is painted; A0 at 300 dots an inch has 139 million.
  static let mostPixels = 200_000_000

  /// The pixels that cover the page at the options' scale.
  init(of list: DisplayList, _ options: RenderOptions) throws(Diagnostic) {
    try checkPage(list.size)
    let factor = list.pixelsPerPoint * options.scale
    guard factor.isFinite, factor > 0 else {
      throw Diagnostic("scale \(options.scale) is not possible, expected a positive number")
    }
    let (x, y) = (pixels(list.size.width, factor), pixels(list.size.height, factor))
    guard max(x, y) <= Double(Self.longestSide), x * y <= Double(Self.mostPixels) else {
      throw Diagnostic(
        "the picture would have \(count(x)) × \(count(y)) pixels, expected at most \(Self.longestSide) a side"
          + " and \(Self.mostPixels / 1_000_000) million in all",
        help: "lower the scale or the size of the canvas")
    }
    (width, height) = (Int(x), Int(y))
  }
}

/// A page must have a size that a PDF may have (ISO 32000-1, annex C: 14 400 points a side).
func checkPage(_ size: Size) throws(Diagnostic) {
  for side in [size.width, size.height] where !(side > 0 && side <= 14_400) {
    throw Diagnostic(
      "the page is \(size.width) × \(size.height) points, expected more than 0 and at most 14400")
  }
}

/// Whole pixels that cover a length; rounding errors of the product do not add one.
private func pixels(_ length: Double, _ factor: Double) -> Double {
  max(1, (length * factor - 1e-6).rounded(.up))
}

private func count(_ pixels: Double) -> String {
  pixels < 1e15 ? "\(Int(pixels))" : "\(pixels)"
}
