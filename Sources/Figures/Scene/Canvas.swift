package import Geometry

/// The page, and the sizes of type and lines that suit it; all lengths in points.
package struct Canvas: Hashable, Sendable {
  package var size: Size
  package var pixelsPerPoint: Double
  /// Between the page's edge and its contents.
  package var margin: Double
  package var type: TypeSizes
  package var lines: LineWidths
  /// How high the page may become for what stands on it; `nil` if its height is given.
  package var mostHeight: Double?

  /// Font sizes, from the loudest to the smallest.
  package struct TypeSizes: Hashable, Sendable {
    package var title: Double
    package var formula: Double
    package var label: Double
    package var tick: Double
    /// Numbers in contour lines and the like: nothing on the page is smaller.
    package var small: Double
  }

  /// The one scale of line widths.
  package struct LineWidths: Hashable, Sendable {
    package var hairline: Double
    package var thin: Double
    package var regular: Double
    package var bold: Double
  }

  /// A slide of 13⅓ × 7½ in, 1920 × 1080 pixels at scale 1.
  package static let slide = Canvas(size: Size(width: 960, height: 540))

  /// A square of 1080 × 1080 pixels.
  package static let square = Canvas(size: Size(width: 540, height: 540))

  /// One column of a paper, 85 mm wide and at least 60 mm high, at 288 dots per inch.
  package static let column = Canvas(width: 85 * pointsPerMillimeter)

  /// A figure as wide as the text of an A4 or letter page, 160 mm, and at least 100 mm high, at 288 dots per inch.
  package static let page = Canvas(width: 160 * pointsPerMillimeter)

  static let pointsPerMillimeter = 72 / 25.4

  /// A page as high as what stands on it asks for, from that of a figure in a paper to half as much again as it is
  /// wide.
  package init(width: Double, isPaper: Bool = true) {
    let (column, page) = (85 * Self.pointsPerMillimeter, 160 * Self.pointsPerMillimeter)
    // Narrow figures are relatively higher: 60 mm for a column's 85, 100 mm for a page's 160.
    let isWide = min(max((width - column) / (page - column), 0), 1)
    let aspect = 60.0 / 85 + isWide * (100.0 / 160 - 60.0 / 85)
    self.init(size: Size(width: width, height: width * aspect), isPaper: isPaper)
    mostHeight = width * 1.5
  }

  /// A page of any size: type and lines grow smoothly with it, from a column's over a page's to a slide's.
  ///
  /// Paper is read at arm's length: however large it is, its type is no larger than a slide's.
  package init(size: Size, isPaper: Bool = false) {
    let sizes = CanvasSizes(for: size, isPaper: isPaper)
    self.init(
      size: size, pixelsPerPoint: sizes.side < 450 ? 4 : 2, margin: sizes.margin, type: sizes.type,
      lines: sizes.lines)
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

  /// The width of axes, ticks and grids: thin, and of whole pixels, so that both edges are crisp.
  package var axisWidth: Double { max((lines.thin * pixelsPerPoint).rounded(), 1) / pixelsPerPoint }

  /// The nearest line between two pixels, where a stroke of `width` points has crisp edges.
  package func crisp(_ coordinate: Double, width: Double = 0) -> Double {
    let pixels = (width * pixelsPerPoint).rounded()
    let shift = pixels.truncatingRemainder(dividingBy: 2) / 2
    return ((coordinate * pixelsPerPoint - shift).rounded() + shift) / pixelsPerPoint
  }
}

extension Canvas.TypeSizes {
  /// What leaves sizes as they are when they are multiplied with it.
  static let unchanged = Canvas.TypeSizes(title: 1, formula: 1, label: 1, tick: 1, small: 1)

  func times(_ other: Canvas.TypeSizes) -> Canvas.TypeSizes {
    Canvas.TypeSizes(
      title: title * other.title, formula: formula * other.formula, label: label * other.label,
      tick: tick * other.tick, small: small * other.small)
  }
}

extension Canvas.LineWidths {
  /// What leaves widths as they are when they are multiplied with it.
  static let unchanged = Canvas.LineWidths(hairline: 1, thin: 1, regular: 1, bold: 1)

  func times(_ other: Canvas.LineWidths) -> Canvas.LineWidths {
    Canvas.LineWidths(
      hairline: hairline * other.hairline, thin: thin * other.thin, regular: regular * other.regular,
      bold: bold * other.bold)
  }
}
