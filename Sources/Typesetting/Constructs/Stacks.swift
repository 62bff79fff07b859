import Formulas
import Geometry

extension FormulaLayout {
  /// A small row above or below another, as in `\overset`.
  func stack(_ base: Row, over: Row?, under: Row?, _ setting: Setting) -> Box {
    limits(
      box(base, setting).withItalics, over: over.map { box($0, setting.superscript) },
      under: under.map { box($0, setting.subscripted) }, setting)
  }

  /// Room as large as a row that is not drawn, or a row that counts as flat.
  func phantom(_ row: Row, _ phantom: Phantom, _ setting: Setting) -> Box {
    var result = box(row, setting).withItalics
    switch phantom {
    case .full, .widthOnly, .heightOnly: result.marks = []
    case .smashed, .smashedAbove, .smashedBelow: break
    }
    if [.widthOnly, .smashed, .smashedAbove].contains(phantom) { result.ascent = 0 }
    if [.widthOnly, .smashed, .smashedBelow].contains(phantom) { result.descent = 0 }
    if phantom == .heightOnly { result.width = 0 }
    return result
  }

  /// A row in a frame, 0.3 em from it (LaTeX's \fboxsep).
  func boxed(_ row: Row, _ setting: Setting) -> Box {
    let inner = box(row, setting).withItalics
    let thickness = constant(.fractionRuleThickness, setting)
    let gap = 0.3 * size(setting) + thickness
    var result = Box(width: inner.width + 2 * gap)
    result.place(inner, x: gap)
    let outer = Rect(
      minX: 0, minY: -inner.ascent - gap, maxX: result.width, maxY: inner.descent + gap)
    let hole = outer.inset(by: thickness)
    var frame = Path(outer)
    // The other way round, so that the nonzero rule leaves the inside open.
    frame.append(
      polyline: [
        Point(x: hole.minX, y: hole.minY), Point(x: hole.minX, y: hole.maxY),
        Point(x: hole.maxX, y: hole.maxY), Point(x: hole.maxX, y: hole.minY),
      ], closed: true)
    result.place(
      Box(ascent: -outer.minY, descent: outer.maxY, marks: [.shape(frame, ink: setting.ink)]), x: 0)
    return result
  }
}
