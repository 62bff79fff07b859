import Drawing
import Formulas

extension FormulaLayout {
  /// The layout of formulas in labels of a style.
  init(shaper: TextShaper, style: TextStyle) {
    let fonts = shaper.fonts
    math = shaper.faces[.math]
    self.fonts = fonts
    scale = FormulaLayout.scale(of: math, beside: shaper.faces[Face(style, .plain)])
    textFace = { Face(style, $0) }
    shape = { shaper.shape($0, $1, isTabular: style.hasTabularDigits) }
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
