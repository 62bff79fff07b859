import Drawing
import Formulas
import Synchronization

extension FormulaLayout {
  /// The layout of formulas in labels of a style.
  init(shaper: TextShaper, style: TextStyle) {
    let fonts = shaper.fonts
    math = shaper.faces[.math]
    self.fonts = fonts
    scale = FormulaLayout.scale(of: math, beside: shaper.faces[Face(style, .plain)])
    textFace = { Face(style, $0) }
    shape = { shaper.shape($0, $1) }
    roles = style.roles.enumerated().compactMap { place, role in
      RolePattern(role.symbol).map { (pattern: $0, place: place) }
    }
    roleNames = style.roles.map(\.symbol)
    lookups = math.mathLookups
    let (script, scriptScript) = (
      lookups.constants[Int(MathConstant.scriptPercentScaleDown.rawValue)],
      lookups.constants[Int(MathConstant.scriptScriptPercentScaleDown.rawValue)]
    )
    sizes = [scale * scriptScript, scale * script, scale, scale]
  }

  /// How large the math font must be to look as large as the text font.
  ///
  /// The mean of what small letters and capitals ask for: with equal small letters alone, the serif's
  /// capitals would tower over the sans.
  static func scale(of math: Font, beside text: Font) -> Double {
    ((text.xHeight / math.xHeight) * (text.capHeight / math.capHeight)).squareRoot()
  }
}

/// The layouts of the styles that were met, ready to be copied for a formula.
final class FormulaLayouts: Sendable {
  private struct Key: Hashable {
    var roles: [String]
    var weight: TextStyle.Weight
    var isItalic: Bool
  }

  let shaper: TextShaper
  private let known = Mutex<[Key: FormulaLayout]>([:])
  /// Scenes have a handful of styles.
  private static let mostRemembered = 256

  init(shaper: TextShaper) { self.shaper = shaper }

  /// The layout of formulas in labels of a style.
  subscript(style: TextStyle) -> FormulaLayout {
    let key = Key(roles: style.roles.map(\.symbol), weight: style.weight, isItalic: style.isItalic)
    if var layout = known.withLock({ $0[key] }) {
      layout.lookups = layout.math.mathLookups
      return layout
    }
    let layout = FormulaLayout(shaper: shaper, style: style)
    known.withLock { known in
      if known.count >= FormulaLayouts.mostRemembered { known.removeAll() }
      known[key] = layout
    }
    return layout
  }
}
