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
    let signWidth = sign.ink.width
    // One path with the sign, because two shapes side by side show a seam.
    path.append(
      Path(Rect(x: signWidth - thickness, y: ruleTop, width: inner.width + thickness, height: thickness)))
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
