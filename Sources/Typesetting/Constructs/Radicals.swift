import Formulas
import Geometry

extension FormulaLayout {
  /// A root with its sign and rule as one shape (Appendix G, rule 11).
  func radical(_ radicand: Row, degree: Row?, _ setting: Setting) -> Box {
    let inner = box(radicand, setting.cramped).withItalics
    let thickness = constant(.radicalRuleThickness, setting)
    let gap = constant(.radicalDisplayStyleVerticalGap, otherwise: .radicalVerticalGap, setting)
    let height = max(inner.ascent + inner.descent, 0)
    let sign = stretched("√", to: height + gap + thickness, .vertical, setting)
    // Spare height of the sign goes half above and half below the radicand.
    let spare = sign.ink.height - thickness - height - gap
    let clearance = gap + max(spare, 0) / 2
    let ruleTop = -(inner.ascent + clearance + thickness)
    var path = sign.outline.translated(by: Vector(x: -sign.ink.minX, y: ruleTop - sign.ink.minY))
    let signWidth = sign.topRight(within: thickness) - sign.ink.minX
    // One path with the sign, because two shapes side by side show a seam; they overlap a little, and
    // must turn the same way for the nonzero rule to unite them.
    let rule = Rect(
      x: signWidth - thickness, y: ruleTop, width: inner.width + thickness, height: thickness)
    path.append(Path(rule, turningLike: sign.outline))
    var result = Box(width: signWidth + inner.width)
    result.place(inner, x: signWidth)
    result.place(
      Box(
        ascent: -ruleTop, descent: ruleTop + sign.ink.height,
        marks: [.shape(path, ink: setting.ink)]), x: 0)
    result.ascent += constant(.radicalExtraAscender, setting)
    return degree.map { self.degree($0, before: result, signHeight: sign.ink.height, setting) } ?? result
  }

  private func degree(_ degree: Row, before root: Box, signHeight: Double, _ setting: Setting) -> Box {
    let small = box(degree, setting.with(style: .scriptScript).cramped)
    let before = constant(.radicalKernBeforeDegree, setting)
    let after = constant(.radicalKernAfterDegree, setting)
    let rise = math.ratio(.radicalDegreeBottomRaisePercent) * signHeight - root.descent + small.descent
    let start = max(before + small.width + after, 0)
    var result = Box(width: start + root.width)
    result.place(root, x: start)
    result.place(small, x: start - after - small.width, y: -rise)
    return result
  }
}

extension StretchedSign {
  /// How far the uppermost `depth` of the sign reaches to the right, where the rule of a root joins it.
  fileprivate func topRight(within depth: Double) -> Double {
    outline.points.filter { $0.y <= ink.minY + depth * 1.01 }.map(\.x).max() ?? ink.maxX
  }
}

extension Path {
  /// A rectangle whose border runs the way round that `other` mostly does.
  fileprivate init(_ rect: Rect, turningLike other: Path) {
    self.init()
    let corners = [
      Point(x: rect.minX, y: rect.minY), Point(x: rect.maxX, y: rect.minY),
      Point(x: rect.maxX, y: rect.maxY), Point(x: rect.minX, y: rect.maxY),
    ]
    append(polyline: other.isClockwise ? corners : corners.reversed(), closed: true)
  }

  /// Whether the shape turns clockwise on the page, by its control points.
  private var isClockwise: Bool {
    var area = 0.0
    var next = 0
    var start = Point.zero
    var last = Point.zero
    for verb in verbs {
      if verb == .move {
        area += (last - .zero).cross(start - .zero)
        start = points[next]
        last = start
      }
      for point in points[next..<next + verb.pointCount] {
        area += (last - .zero).cross(point - .zero)
        last = point
      }
      next += verb.pointCount
    }
    return area + (last - .zero).cross(start - .zero) > 0
  }
}
