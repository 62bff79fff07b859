import Geometry

/// The sizes of type and lines that suit a page, by the side of the square of equal area.
///
/// Four pages are set by hand; those between them lie on straight lines, so that no size jumps. Beyond the
/// slide everything grows like the page, for a finer or larger screen shows the same; below the thumbnail
/// everything shrinks with it.
struct CanvasSizes {
  /// The side of the square of equal area, in points.
  let side: Double
  let margin: Double
  let type: Canvas.TypeSizes
  let lines: Canvas.LineWidths

  init(for page: Size, isPaper: Bool) {
    let side = (page.width * page.height).squareRoot()
    self = CanvasSizes(side: isPaper ? min(side, Self.slideSide) : side)
  }

  private init(side: Double) {
    let known = Self.known
    let next = known.firstIndex { side < $0.side } ?? known.count
    if next > 0, next < known.count {
      let (a, b) = (known[next - 1], known[next])
      self.init(between: a, b, (side - a.side) / (b.side - a.side))
    } else {
      let end = next == 0 ? known[0] : known[known.count - 1]
      self.init(between: end, end.times(side / end.side), 1)
    }
  }

  private init(
    side: Double, margin: Double, type: Canvas.TypeSizes, lines: Canvas.LineWidths
  ) {
    self.side = side
    self.margin = margin
    self.type = type
    self.lines = lines
  }

  private init(between a: CanvasSizes, _ b: CanvasSizes, _ t: Double) {
    func mix(_ from: Double, _ to: Double) -> Double { t == 1 ? to : from + (to - from) * t }
    self.init(
      side: mix(a.side, b.side), margin: mix(a.margin, b.margin),
      type: Canvas.TypeSizes(
        title: mix(a.type.title, b.type.title), formula: mix(a.type.formula, b.type.formula),
        label: mix(a.type.label, b.type.label), tick: mix(a.type.tick, b.type.tick),
        small: mix(a.type.small, b.type.small)),
      lines: Canvas.LineWidths(
        hairline: mix(a.lines.hairline, b.lines.hairline), thin: mix(a.lines.thin, b.lines.thin),
        regular: mix(a.lines.regular, b.lines.regular), bold: mix(a.lines.bold, b.lines.bold)))
  }

  private func times(_ factor: Double) -> CanvasSizes {
    let all = factor
    return CanvasSizes(
      side: side * factor, margin: margin * factor,
      type: type.times(.init(title: all, formula: all, label: all, tick: all, small: all)),
      lines: lines.times(.init(hairline: all, thin: all, regular: all, bold: all)))
  }

  /// A thumbnail of an inch, a column of a paper, a page's text width, a square and a slide.
  ///
  /// On a slide nothing is smaller than 22 of its 1080 lines, in a column nothing smaller than 8 pt.
  private static let known = [
    CanvasSizes(
      side: 72, margin: 2.5, type: .init(title: 6.5, formula: 6.5, label: 6, tick: 5.5, small: 5.5),
      lines: .init(hairline: 0.2, thin: 0.35, regular: 0.6, bold: 0.9)),
    CanvasSizes(
      side: side(ofMillimeters: 85, 60), margin: 6,
      type: .init(title: 9.5, formula: 10, label: 8.5, tick: 8, small: 8),
      lines: .init(hairline: 0.25, thin: 0.5, regular: 0.9, bold: 1.4)),
    CanvasSizes(
      side: side(ofMillimeters: 160, 100), margin: 10,
      type: .init(title: 12.5, formula: 12.5, label: 9.5, tick: 8.5, small: 8),
      lines: .init(hairline: 0.3, thin: 0.6, regular: 1.2, bold: 1.8)),
    CanvasSizes(
      side: 540, margin: 22, type: .init(title: 23, formula: 22, label: 15, tick: 12, small: 11.04),
      lines: .init(hairline: 0.5, thin: 1, regular: 2, bold: 3)),
    CanvasSizes(
      side: slideSide, margin: 26, type: .init(title: 23, formula: 22, label: 15, tick: 12, small: 11.04),
      lines: .init(hairline: 0.5, thin: 1, regular: 2, bold: 3)),
  ]

  private static let slideSide = 720.0

  private static func side(ofMillimeters width: Double, _ height: Double) -> Double {
    (width * height).squareRoot() * 72 / 25.4
  }
}
