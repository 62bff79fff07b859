import Formulas
import Geometry

extension FormulaLayout {
  /// Delimiters as tall as what they enclose (Appendix G, rule 19).
  func box(_ fence: Fence, _ setting: Setting) -> Box {
    let parts = fence.parts.map { box($0, setting).withItalics }
    let axis = axis(setting)
    let half = parts.map { max($0.ascent - axis, $0.descent + axis) }.max() ?? 0
    // TeX's \delimiterfactor and \delimitershortfall: 0.901, and 5 pt of 10.
    let target = max(0.901 * 2 * half, 2 * half - 0.5 * size(setting))
    var result = Box()
    func add(_ box: Box) {
      result.place(box, x: result.width)
      result.width += box.width
    }
    // Grids have no side bearings; without a little air their cells touch the fence.
    let air = Box.space(fence.enclosesGrid ? 0.17 * size(setting) : 0)
    add(delimiter(fence.left, height: target, setting))
    for (index, part) in parts.enumerated() {
      add(air)
      add(part)
      add(air)
      if index < fence.middles.count { add(delimiter(fence.middles[index], height: target, setting)) }
    }
    add(delimiter(fence.right, height: target, setting))
    return result
  }

  /// A delimiter of `\big` and its like.
  func delimiter(_ sign: Unicode.Scalar, step: Int, _ setting: Setting) -> Box {
    // 1.2, 1.8, 2.4 and 3 times the size of the font.
    delimiter(sign, height: (0.6 + 0.6 * Double(step)) * size(setting), setting)
  }

  /// A delimiter centered on the axis; the invisible one is TeX's \nulldelimiterspace wide.
  private func delimiter(_ sign: Unicode.Scalar?, height: Double, _ setting: Setting) -> Box {
    guard let sign else { return .space(0.12 * size(setting)) }
    let stretched = stretched(sign, to: height, .vertical, setting)
    let shift = -axis(setting) - stretched.ink.midY
    var box: Box
    if let glyph = stretched.glyph {
      box = self.box(glyph, plain: sign, size: size(setting), setting.ink)
      box.isCharacter = false
    } else {
      box = Box(width: stretched.advance, ascent: -stretched.ink.minY, descent: stretched.ink.maxY)
      box.marks = [.shape(stretched.outline, ink: setting.ink)]
    }
    return box.lowered(by: shift)
  }
}

extension Fence {
  /// Whether there is nothing but a grid inside, as in a matrix in parentheses.
  fileprivate var enclosesGrid: Bool {
    guard parts.count == 1, parts[0].nodes.count == 1, case .grid(let grid) = parts[0].nodes[0] else {
      return false
    }
    return grid.kind != .small
  }
}
