import Formulas
import Geometry

extension FormulaLayout {
  /// A root with its sign and rule as one shape (Appendix G, rule 11).
  mutating func radical(_ radicand: Row, degree: Row?, _ setting: Setting) -> Fragment {
    var result = emptyFragment()
    let small = degree.map { set($0, setting.starting(.scriptScript)).withItalics }
    let slot = reservedMark()
    let inner = set(radicand, setting.cramped).withItalics
    let thickness = constant(.radicalRuleThickness, setting)
    let gap = constant(.radicalDisplayStyleVerticalGap, otherwise: .radicalVerticalGap, setting)
    let height = inner.ascent + inner.descent
    let sign = stretched("√", to: height + gap + thickness, .vertical, setting)
    // Spare height of the sign goes half above and half below the radicand.
    let spare = max(sign.ink.height - thickness - height - gap, 0)
    let ruleTop = -(inner.ascent + gap + spare / 2 + thickness)
    let (shape, signWidth) = rootShape(sign, over: inner.width, thickness)
    let bottom = ruleTop + sign.ink.height
    let start = small.map { place($0, beforeRootTo: bottom, sign.ink.height, in: &result, setting) } ?? 0
    marks[slot] = Mark(content: .shape(shape), x: start, y: ruleTop, ink: setting.ink)
    result.include(
      ascent: -ruleTop + constant(.radicalExtraAscender, setting), descent: bottom)
    place(inner, in: &result, x: start + signWidth)
    result.width = start + signWidth + inner.width
    return result
  }

  /// The sign with the rule, from its top left corner, and where the radicand starts.
  private func rootShape(
    _ sign: StretchedSign, over width: Double, _ thickness: Double
  ) -> (shape: Path, signWidth: Double) {
    let outline = outline(of: sign).translated(by: Vector(x: -sign.ink.minX, y: -sign.ink.minY))
    // Where the uppermost part of the sign reaches farthest to the right, the rule joins it.
    let joint = outline.points.filter { $0.y <= thickness * 1.01 }.map(\.x).max() ?? sign.ink.width
    // One path with the sign, because two shapes side by side show a seam; they overlap a little, and
    // must turn the same way for the nonzero rule to unite them.
    let rule = Rect(x: joint - thickness, y: 0, width: width + thickness, height: thickness)
    var shape = outline
    shape.append(Path(rule, turningLike: outline))
    return (shape, joint)
  }

  /// Puts a degree before a root's sign that ends at `bottom`; the answer is where the sign starts.
  private mutating func place(
    _ degree: Fragment, beforeRootTo bottom: Double, _ signHeight: Double, in result: inout Fragment,
    _ setting: Setting
  ) -> Double {
    // The degree stays in the box, and the sign does not move left of it (MathML Core, radicals).
    let before = max(constant(.radicalKernBeforeDegree, setting), 0)
    let after = max(constant(.radicalKernAfterDegree, setting), -degree.width)
    let raise = lookups.constants[Int(MathConstant.radicalDegreeBottomRaisePercent.rawValue)] * signHeight
    place(degree, in: &result, x: before, y: bottom - raise - degree.descent)
    return max(before + degree.width + after, 0)
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
