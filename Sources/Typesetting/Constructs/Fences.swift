import Formulas
import Geometry

extension FormulaLayout {
  /// Delimiters as tall as what they enclose (Appendix G, rule 19).
  mutating func set(_ fence: Fence, _ setting: Setting) -> Fragment {
    var result = emptyFragment()
    var slots = [reservedMark()]
    var parts: [Fragment] = []
    for part in fence.parts {
      var fragment = set(part, setting).withItalics
      // The only class that keeps a distance from a closing fence.
      if part.nodes.last?.atomClass == .punctuation {
        fragment.width += spacing(.punctuation, .closing, inScript: setting.isScript) * mu(setting)
      }
      parts.append(fragment)
      slots.append(reservedMark())
    }
    let axis = axis(setting)
    let half = parts.map { max($0.ascent - axis, $0.descent + axis) }.max() ?? 0
    let height = fenceHeight(
      around: 2 * half, atLeast: fence.enclosesStack ? smallestStackFence(setting) : 0, setting)
    // Grids have no side bearings; without a little air their cells touch the fence.
    let air = fence.enclosesGrid ? airAroundGrid * size(setting) : 0
    let signs = [fence.left] + fence.middles.prefix(parts.count - 1) + [fence.right]
    for (index, sign) in signs.enumerated() {
      let delimiter = delimiter(sign, height: height, slot: slots[index], setting)
      place(delimiter, in: &result, x: result.width)
      result.width += delimiter.width
      guard index < parts.count else { continue }
      place(parts[index], in: &result, x: result.width + air)
      result.width += parts[index].width + 2 * air
    }
    return result
  }

  /// A delimiter of `\big` and its like: amsmath's \bBigg@ asks for 1, 1.5, 2 and 2.5 times 1.2 parentheses.
  mutating func delimiter(_ sign: Unicode.Scalar, step: Int, _ setting: Setting) -> Fragment {
    let parenthesis = (glyph("(")?.ink.height ?? 1) * size(setting)
    let content = 1.2 * parenthesis * (0.5 + 0.5 * Double(step))
    return sized(sign, height: fenceHeight(around: content, atLeast: 0, setting), setting)
  }

  /// How tall a delimiter is at least: TeX's \delimiterfactor and \delimitershortfall, 901 and 5 pt of 10.
  private func fenceHeight(around content: Double, atLeast least: Double, _ setting: Setting) -> Double {
    max(0.901 * content, content - 0.5 * size(setting), least)
  }

  /// How tall the fence of a binomial coefficient is at least (rule 15e); as in LuaTeX, the table's constant
  /// counts in display style.
  private func smallestStackFence(_ setting: Setting) -> Double {
    setting.isDisplay ? constant(.delimitedSubFormulaMinHeight, setting) : 0
  }

  /// A single sign at least `height` tall, centered on the axis.
  mutating func sized(_ sign: Unicode.Scalar, height: Double, _ setting: Setting) -> Fragment {
    delimiter(sign, height: height, slot: reservedMark(), setting)
  }

  /// A delimiter centered on the axis; the invisible one is TeX's \nulldelimiterspace wide.
  private mutating func delimiter(
    _ sign: Unicode.Scalar?, height: Double, slot: Int, _ setting: Setting
  ) -> Fragment {
    var result = Fragment(width: nullDelimiterSpace * size(setting), marks: slot..<slot + 1)
    guard let sign else { return result }
    let stretched = stretched(sign, to: height, .vertical, setting)
    let shift = -axis(setting) - stretched.ink.midY
    marks[slot] = stretched.mark(x: 0, y: shift, setting.ink)
    result.width = stretched.advance
    result.include(ascent: -stretched.ink.minY - shift, descent: stretched.ink.maxY + shift)
    return result
  }
}

/// TeX's \nulldelimiterspace, 1.2 pt of 10, in em.
let nullDelimiterSpace = 0.12
/// Between a fence and the cells of a grid, in em.
private let airAroundGrid = 0.17

extension Fence {
  /// Whether there is nothing but a grid inside, as in a matrix in parentheses.
  fileprivate var enclosesGrid: Bool {
    guard parts.count == 1, parts[0].nodes.count == 1, case .grid(let grid) = parts[0].nodes[0] else {
      return false
    }
    return grid.kind != .small && grid.kind != .array
  }

  /// Whether there is nothing but a stack inside, as in a binomial coefficient.
  fileprivate var enclosesStack: Bool {
    guard parts.count == 1, parts[0].nodes.count == 1, case .fraction(let fraction) = parts[0].nodes[0]
    else { return false }
    return !fraction.hasRule
  }
}
