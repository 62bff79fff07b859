import Formulas
import Geometry

/// Sets formulas by the MATH table of the math font (The TeXbook, Appendix G; OpenType specification, MATH).
///
/// Sizes are em of the label's text; `Constructs/` holds one extension for each construct.
struct FormulaLayout: Sendable {
  let fonts: FontSet
  let math: Font
  /// How large the math font is set beside the text font.
  let scale: Double
  /// The shape of `\text` without emphasis of its own.
  let textFace: @Sendable (Emphasis) -> Face
  let shape: @Sendable (String, Face) -> [ShapedText]
  /// The roles' symbols, by their places in the style.
  let roles: [(pattern: RolePattern, place: Int)]
  /// The roles' names, for `\role{name}{…}`.
  let roleNames: [String]

  /// The size of the math font in a style.
  func size(_ setting: Setting) -> Double {
    switch setting.style {
    case .display, .text: scale
    case .script: scale * math.ratio(.scriptPercentScaleDown)
    case .scriptScript: scale * math.ratio(.scriptScriptPercentScaleDown)
    }
  }

  /// A constant of the math font at the size of a style.
  func constant(_ constant: MathConstant, _ setting: Setting) -> Double {
    math.constant(constant) * size(setting)
  }

  /// A constant that differs in display style.
  func constant(_ display: MathConstant, otherwise: MathConstant, _ setting: Setting) -> Double {
    constant(setting.isDisplay ? display : otherwise, setting)
  }

  func axis(_ setting: Setting) -> Double { constant(.axisHeight, setting) }

  func mu(_ setting: Setting) -> Double { size(setting) / 18 }

  /// Sets a node by itself.
  func box(_ node: Node, _ setting: Setting) -> Box {
    switch node {
    case .symbol(let symbol): return box(symbol, setting)
    case .largeOperator(let sign, _): return largeOperator(sign, setting)
    case .operatorName(let word, _): return self.word(word, plain: word, setting)
    case .word(let shown, let plain): return word(shown, plain: plain, setting)
    case .text(let text, let emphasis): return textBox(text, emphasis, setting)
    case .space(let width): return .space(width * mu(setting))
    case .group(let row), .classed(let row, _): return box(row, setting)
    case .scripts(let scripts): return box(scripts, setting)
    case .fraction(let fraction): return box(fraction, setting)
    case .radical(let radicand, let degree): return radical(radicand, degree: degree, setting)
    case .fence(let fence): return box(fence, setting)
    case .delimiter(let sign, let step, _): return delimiter(sign, step: step, setting)
    case .accent(let accent): return box(accent, setting)
    case .stack(let base, let over, let under, _): return stack(base, over: over, under: under, setting)
    case .grid(let grid): return box(grid, setting)
    case .style, .size: return Box()
    case .colored(let row, let ink): return box(row, setting.with(ink: markInk(ink)))
    case .phantom(let row, let phantom): return self.phantom(row, phantom, setting)
    case .enclosed(let row, _): return boxed(row, setting)
    case .arrow(let sign, let over, let under):
      return stack(Row([.symbol(Symbol(sign, .relation))]), over: over, under: under, setting)
    case .verticalArrow(let sign, let left, let right):
      return box(Row([.group(left), .symbol(Symbol(sign, .relation)), .group(right)]), setting)
    case .choice(let choice): return box(choice[setting.style], setting)
    case .negated(let row), .lapped(let row, _), .raised(let row, _), .centered(let row):
      return box(row, setting)
    case .rule(let width, _, _): return .space(width * mu(setting))
    case .problem(let text): return textBox(text, Emphasis(isCode: true), setting)
    }
  }

  /// How a color that the formula names is painted.
  func markInk(_ ink: Ink) -> MarkInk {
    switch ink {
    case .rgb(let rgb): .rgb(rgb)
    case .role(let name): roleNames.firstIndex(of: name).map { .role($0) } ?? .plain
    }
  }
}
