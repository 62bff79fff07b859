package import Geometry

/// The page, and the sizes of type and lines that suit it; all lengths in points.
package struct Canvas: Hashable, Sendable {
  package var size: Size
  package var pixelsPerPoint: Double
  /// Between the page's edge and its contents.
  package var margin: Double
  package var type: TypeSizes
  package var lines: LineWidths

  /// Font sizes, from the loudest to the smallest.
  package struct TypeSizes: Hashable, Sendable {
    package var title: Double
    package var formula: Double
    package var label: Double
    package var tick: Double
  }

  /// The one scale of line widths.
  package struct LineWidths: Hashable, Sendable {
    package var hairline: Double
    package var thin: Double
    package var regular: Double
    package var bold: Double
  }

  /// A slide of 13⅓ × 7½ in, 1920 × 1080 pixels at scale 1.
  package static let slide = Canvas(
    size: Size(width: 960, height: 540), pixelsPerPoint: 2, margin: 26, type: .slide, lines: .slide)

  /// A square of 1080 × 1080 pixels.
  package static let square = Canvas(
    size: Size(width: 540, height: 540), pixelsPerPoint: 2, margin: 22, type: .slide, lines: .slide)

  /// One column of a paper, 85 mm wide, at 288 dots per inch.
  package static let column = Canvas(size: Size(width: 85 * 72 / 25.4, height: 60 * 72 / 25.4))

  /// A page of any size: type as on a slide if it is as large as one, as in a paper if as small.
  package init(size: Size) {
    let isSmall = size.width < 400
    self.init(
      size: size, pixelsPerPoint: isSmall ? 4 : 2, margin: isSmall ? 6 : 22,
      type: isSmall ? .column : .slide, lines: isSmall ? .column : .slide)
  }

  package init(
    size: Size, pixelsPerPoint: Double, margin: Double, type: TypeSizes, lines: LineWidths
  ) {
    self.size = size
    self.pixelsPerPoint = pixelsPerPoint
    self.margin = margin
    self.type = type
    self.lines = lines
  }

  /// The nearest line between two pixels, where a stroke of `width` points has crisp edges.
  package func crisp(_ coordinate: Double, width: Double = 0) -> Double {
    let pixels = (width * pixelsPerPoint).rounded()
    let shift = pixels.truncatingRemainder(dividingBy: 2) / 2
    return ((coordinate * pixelsPerPoint - shift).rounded() + shift) / pixelsPerPoint
  }
}

extension Canvas.TypeSizes {
  static let slide = Canvas.TypeSizes(title: 23, formula: 22, label: 15, tick: 12)
  static let column = Canvas.TypeSizes(title: 9.5, formula: 10, label: 8.5, tick: 8)
}

extension Canvas.LineWidths {
  static let slide = Canvas.LineWidths(hairline: 0.5, thin: 1, regular: 2, bold: 3)
  static let column = Canvas.LineWidths(hairline: 0.25, thin: 0.5, regular: 0.9, bold: 1.4)
}
