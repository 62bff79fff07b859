import Formulas
import Geometry

extension FormulaLayout {
  /// Room as large as a row that is not drawn, or a row that counts as flat.
  mutating func phantom(_ row: Row, _ phantom: Phantom, _ setting: Setting) -> Fragment {
    var result = set(row, setting)
    switch phantom {
    case .full: erase(&result)
    case .widthOnly:
      result = result.asBox
      erase(&result)
      result.ascent = 0
      result.descent = 0
    case .heightOnly:
      result = result.asBox
      erase(&result)
      result.width = 0
    case .smashed, .smashedAbove, .smashedBelow:
      if phantom != .smashedBelow { result.ascent = 0 }
      if phantom != .smashedAbove { result.descent = 0 }
    }
    return result
  }

  /// A row that takes no room, as `\mathllap` and its like.
  mutating func lapped(_ row: Row, _ alignment: Grid.Alignment, _ setting: Setting) -> Fragment {
    let content = set(row, setting).asBox
    var result = Fragment(marks: content.marks.lowerBound..<content.marks.lowerBound)
    place(content, in: &result, x: alignment.indent(-content.width))
    return result
  }

  /// A row moved up; `height` is in em of the label.
  mutating func raised(_ row: Row, by height: Double, _ setting: Setting) -> Fragment {
    let content = set(row, setting).asBox
    var result = Fragment(
      width: content.width, marks: content.marks.lowerBound..<content.marks.lowerBound)
    place(content, in: &result, x: 0, y: -height)
    return result
  }

  /// A row with the middle of its height on the axis (Appendix G, rule 8).
  mutating func centered(_ row: Row, _ setting: Setting) -> Fragment {
    let content = set(row, setting).asBox
    return raised(content, by: axis(setting) - (content.ascent - content.descent) / 2)
  }

  private mutating func raised(_ content: Fragment, by height: Double) -> Fragment {
    var result = Fragment(
      width: content.width, marks: content.marks.lowerBound..<content.marks.lowerBound)
    place(content, in: &result, x: 0, y: -height)
    return result
  }

  /// A filled rectangle, all in mu.
  mutating func rule(width: Double, height: Double, raise: Double, _ setting: Setting) -> Fragment {
    let mu = mu(setting)
    var result = emptyFragment(width: width * mu)
    let box = Rect(x: 0, y: -(raise + height) * mu, width: width * mu, height: height * mu)
    if box.isEmpty {
      result.include(ascent: -box.minY, descent: box.maxY)
    } else {
      add(box, to: &result, setting.ink)
    }
    return result
  }
}
