import Formulas
import Geometry

/// Sets formulas by the MATH table of the math font (The TeXbook, Appendix G; OpenType specification, MATH).
///
/// Sizes are em of the label's text; `Constructs/` holds one extension for each construct. A layout is a
/// value that is copied for each formula: what it asked of the font before comes along.
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
  /// How many occurrences of a term were found; `nil` unless each is to wear a color of its own.
  var occurrences: Int?
  /// What has been set so far, in the order of reading.
  var marks: [Mark] = []
  /// Where the formula may be broken.
  var breaks: [Box.Break] = []
  /// Whether the next row is the formula itself and not a part of it.
  var isOutermost = false
  /// What was asked of the math font.
  var lookups: MathLookups
  /// The font's sizes in the four styles, smallest first.
  let sizes: [Double]

  /// Sets a formula with its tag at the right.
  mutating func box(_ formula: Formula) -> Box {
    marks = []
    breaks = []
    // TeX breaks formulas in words and no displays.
    isOutermost = !formula.isDisplay && formula.tag == nil
    let setting = Setting(style: formula.isDisplay ? .display : .text)
    var result = emptyFragment()
    let body = set(formula.row, setting).withItalics
    place(body, in: &result, x: 0)
    result.width = body.width
    if let tag = formula.tag {
      let mark = set(tag, Setting(style: .text)).withItalics
      result.width += tagDistance * size(setting)
      place(mark, in: &result, x: result.width)
      result.width += mark.width
    }
    math.remember(lookups)
    return Box(
      width: result.width, ascent: result.ascent, descent: result.descent, marks: marks, breaks: breaks)
  }

  /// The size of the math font in a style.
  func size(_ setting: Setting) -> Double { sizes[setting.style.rawValue] * setting.magnification }

  /// A constant of the math font at the size of a style.
  func constant(_ constant: MathConstant, _ setting: Setting) -> Double {
    lookups.constants[Int(constant.rawValue)] * size(setting)
  }

  /// A constant that differs in display style.
  func constant(_ display: MathConstant, otherwise: MathConstant, _ setting: Setting) -> Double {
    constant(setting.isDisplay ? display : otherwise, setting)
  }

  func axis(_ setting: Setting) -> Double { constant(.axisHeight, setting) }

  func mu(_ setting: Setting) -> Double { size(setting) / 18 }

  /// Sets a node by itself.
  mutating func set(_ node: Node, _ setting: Setting) -> Fragment {
    switch node {
    case .symbol(let symbol): return set(symbol, setting)
    case .largeOperator(let sign, _, let isBold): return largeOperator(sign, isBold: isBold, setting)
    case .operatorName(let word, _): return self.word(word, setting)
    case .word(let shown, _): return word(shown, setting)
    case .text(let text, let emphasis): return textFragment(text, emphasis, setting)
    case .space(let width): return emptyFragment(width: width * mu(setting))
    case .group(let row), .classed(let row, _): return set(row, setting)
    case .scripts(let scripts): return set(scripts, setting)
    case .fraction(let fraction): return set(fraction, setting)
    case .radical(let radicand, let degree): return radical(radicand, degree: degree, setting)
    case .fence(let fence): return set(fence, setting)
    case .delimiter(let sign, let step, _): return delimiter(sign, step: step, setting)
    case .accent(let accent): return set(accent, setting)
    case .stack(let base, let over, let under, _): return stack(base, over: over, under: under, setting)
    case .arrow(let sign, let over, let under):
      return arrow(sign, over: over, under: under, shortest: shortestArrow, setting)
    case .verticalArrow(let sign, let left, let right):
      return verticalArrow(sign, left: left, right: right, isLapped: true, setting)
    case .grid(let grid): return set(grid, setting)
    case .style, .size: return emptyFragment()
    case .choice(let choice): return set(choice[setting.style], setting)
    case .colored(let row, let ink): return set(row, self.setting(setting, coloredBy: ink))
    case .phantom(let row, let phantom): return self.phantom(row, phantom, setting)
    case .enclosed(let row, let enclosure): return enclosed(row, enclosure, setting)
    case .negated(let row): return negated(row, setting)
    case .lapped(let row, let alignment): return lapped(row, alignment, setting)
    case .raised(let row, let height): return raised(row, by: height * mu(setting), setting)
    case .centered(let row): return centered(row, setting)
    case .rule(let width, let height, let raise):
      return rule(width: width, height: height, raise: raise, setting)
    case .problem(let text): return problem(text, setting)
    }
  }

  /// The setting of a row that the formula colors.
  mutating func setting(_ setting: Setting, coloredBy ink: Ink) -> Setting {
    var result = setting.with(ink: markInk(ink, in: setting))
    // What is marked by hand is one occurrence as a whole.
    if occurrences != nil, result.ink != setting.ink { result.isInTerm = true }
    return result
  }

  /// How a color that the formula names is painted.
  mutating func markInk(_ ink: Ink, in setting: Setting) -> MarkInk {
    switch ink {
    case .rgb(let rgb): return occurrences == nil ? .rgb(rgb) : setting.ink
    case .role(let name):
      guard let place = roleNames.firstIndex(of: name) else { return setting.ink }
      return occurrences != nil && setting.isInTerm ? setting.ink : roleInk(at: place, setting)
    }
  }

  /// The color of a role, or of one occurrence where occurrences are told apart.
  mutating func roleInk(at place: Int, _ setting: Setting) -> MarkInk {
    guard let count = occurrences else { return .role(place, on: setting.ground) }
    occurrences = count + 1
    return .occurrence(count)
  }
}

/// From a formula to its tag, in em.
let tagDistance = 2.0
