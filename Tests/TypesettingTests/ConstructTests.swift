import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

/// Constructs whose measures are TeX's and not the font's, in the font of boxes: an em is 1100 units, a is 500
/// wide and reaches from -100 to 600, b and c are 300 wide and reach from -50 to 400.
struct ConstructTests {
  typealias Case = BoxFontCase

  static let grids = [
    Case(
      why: "baselines are 1.2 em apart", formula: "$\\begin{matrix}b\\\\b\\end{matrix}$",
      // 0.84 em of strut below the top, which is 1.2 em above the axis.
      places: [.y(glyph: 0, -1320 + 924), .y(glyph: 1, 924), .width(300)]),
    Case(
      why: "columns are 1 em apart and centered", formula: "$\\begin{matrix}b&b\\\\a&a\\end{matrix}$",
      places: [.x(glyph: 0, 100), .x(glyph: 1, 1700), .x(glyph: 3, 1600), .width(2100)]),
    Case(
      why: "an array has half an em at its sides", formula: "$\\begin{array}{lr}b&b\\\\a&a\\end{array}$",
      places: [.x(glyph: 0, 550), .x(glyph: 1, 550 + 500 + 1100 + 200), .width(3200)]),
    Case(
      why: "rules join around the cells", formula: "$\\begin{array}{|c|}\\hline b\\\\\\hline\\end{array}$",
      constants: [.fractionRuleThickness: 40],
      places: [
        .shape(0, Rect(x: 0, y: -700, width: 1480, height: 1400)), .x(glyph: 0, 590),
        .y(glyph: 0, -700 + 40 + 924), .width(1480),
      ]),
    Case(
      why: "two rules are 0.2 em apart", formula: "$\\begin{array}{||c}b\\end{array}$",
      constants: [.fractionRuleThickness: 40],
      places: [.shape(0, Rect(x: 0, y: -660, width: 300, height: 1320)), .x(glyph: 0, 850)]),
    Case(
      why: "a separator takes the place of the room", formula: "$\\begin{array}{c@{a}c}b&b\\end{array}$",
      places: [.x(glyph: 0, 550), .x(glyph: 1, 850), .x(glyph: 2, 1350), .width(2200)]),
    Case(
      why: "extra room below a row", formula: "$\\begin{matrix}b\\\\[1em]b\\end{matrix}$",
      places: [.y(glyph: 0, -(1320 + 550) + 924), .y(glyph: 1, -(1320 + 550) + 924 + 1320 + 1100)]),
    Case(
      why: "tall rows keep the font's leading between them",
      formula: "$\\begin{matrix}\\overline{b}\\\\\\overline{b}\\end{matrix}$",
      constants: [.mathLeading: 100, .overbarExtraAscender: 1000],
      // The first reaches 1400 up, the second too; 346 of the 396 below the first are white already.
      places: [
        .y(glyph: 0, -(1400 + 396 + 1400 + 396) / 2 + 1400),
        .y(glyph: 1, (1400 + 396 + 1400 + 396) / 2 - 396),
      ]),
    Case(
      why: "equations meet at their relation, a jot farther apart",
      formula: "$\\begin{aligned}b&=b\\\\aa&=b\\end{aligned}$",
      places: [
        .x(glyph: 0, 700), .x(glyph: 1, 1000 + 5 * 1100 / 18.0), .x(glyph: 5, 1000 + 5 * 1100 / 18.0),
        .y(glyph: 0, -1485 + 924), .y(glyph: 3, -1485 + 924 + 1650),
      ]),
    Case(
      why: "cases are 1.2 times as far apart", formula: "$\\begin{rcases}b\\\\b\\end{rcases}$",
      places: [.y(glyph: 0, -1584 + 1108.8), .y(glyph: 1, 1108.8)]),
  ]

  static let enclosures = [
    Case(
      why: "a frame is 0.3 em from its content", formula: "$\\boxed{a}$",
      constants: [.fractionRuleThickness: 40],
      places: [.shape(0, Rect(x: 0, y: -970, width: 1240, height: 1440)), .x(glyph: 0, 370), .width(1240)]),
    Case(
      why: "a ground is behind its content", formula: "$\\colorbox{yellow}{$a$}$",
      places: [.shape(0, Rect(x: 0, y: -930, width: 1160, height: 1360)), .x(glyph: 0, 330)]),
    Case(
      why: "a rule is where it is said", formula: "$\\rule[1em]{2em}{3em}$",
      places: [.shape(0, Rect(x: 0, y: -4400, width: 2200, height: 3300)), .width(2200)]),
    Case(
      why: "an actuary's angle is above and at the right", formula: "$\\angl{a}$",
      constants: [.overbarVerticalGap: 100, .fractionRuleThickness: 40],
      places: [.shape(0, Rect(x: 0, y: -740, width: 590, height: 840)), .width(590)]),
    Case(
      // The slash reaches from 600 to -200 and is 200 wide; b's middle is at 175.
      why: "a slash goes through the middle", formula: "$\\not b$",
      places: [.ink(glyph: 1, Rect(x: 50, y: -575, width: 200, height: 800))]),
    Case(
      why: "a row may stand left of its place", formula: "$a\\mathllap{b}a$",
      places: [.x(glyph: 1, 200), .x(glyph: 2, 500), .width(1000)]),
    Case(
      why: "or on both sides of it", formula: "$a\\mathclap{b}a$", places: [.x(glyph: 1, 350), .width(1000)]),
    Case(
      why: "or right of it", formula: "$a\\mathrlap{b}a$", places: [.x(glyph: 1, 500), .width(1000)]),
    Case(
      why: "a row may be raised", formula: "$a\\raisebox{1em}{$b$}$", places: [.y(glyph: 1, -1100)]),
    Case(
      // From -100 to 600, so that its middle is at 250.
      why: "or centered on the axis", formula: "$\\vcenter{a}$", constants: [.axisHeight: 300],
      places: [.y(glyph: 0, -50)]),
    Case(
      why: "sizes are relative to the label's", formula: "$\\tiny a$", places: [.size(glyph: 0, 550)]),
    Case(
      why: "a choice is made by style", formula: "$$\\mathchoice{a}{b}{b}{b}$$", places: [.width(500)]),
    Case(
      why: "a choice is made by style", formula: "$\\mathchoice{b}{a}{b}{b}$", places: [.width(500)]),
  ]

  static let arrows = [
    Case(
      why: "an arrow is at least 1.5 em long", formula: "$\\xrightarrow{}$",
      places: [.shape(0, Rect(x: 0, y: -300, width: 1650, height: 100)), .width(1650)]),
    Case(
      why: "and an em of its text longer than that", formula: "$\\xrightarrow{bbb}$",
      places: [.shape(0, Rect(x: 0, y: -300, width: 2000, height: 100)), .x(glyph: 0, 550)]),
    Case(
      why: "text above keeps the table's gap", formula: "$\\xrightarrow{b}$",
      constants: [.stretchStackGapAboveMin: 500], places: [.y(glyph: 0, -850)]),
    Case(
      why: "text above keeps its baseline up", formula: "$\\xrightarrow{b}$",
      constants: [.stretchStackTopShiftUp: 2000], places: [.y(glyph: 0, -2300)]),
    Case(
      why: "text below keeps the table's gap", formula: "$\\xrightarrow[b]{}$",
      constants: [.stretchStackGapBelowMin: 500], places: [.y(glyph: 0, 900)]),
    Case(
      why: "text below keeps its baseline down", formula: "$\\xrightarrow[b]{}$",
      constants: [.stretchStackBottomShiftDown: 2000], places: [.y(glyph: 0, 2000)]),
    Case(
      why: "an arrow below keeps the gap above it", formula: "$\\underrightarrow{a}$",
      constants: [.stretchStackGapAboveMin: 500],
      places: [.shape(0, Rect(x: 0, y: 600, width: 500, height: 100))]),
  ]

  @Test("Constructs have TeX's measures", arguments: grids + enclosures + arrows)
  func measures(_ item: Case) throws { try item.check() }

  @Test("A ground is painted before what stands on it, and a frame around both")
  func paintingOrder() throws {
    let kinds = try set("$a\\fcolorbox{red}{yellow}{$b$}$").items.map { item in
      if case .path(_, let fill, _) = item { return fill == Color(rgb: 0xFFFF00) ? "ground" : "frame" }
      return "glyphs"
    }
    #expect(kinds == ["glyphs", "ground", "glyphs", "frame"])
  }

  @Test("What stands on a ground can be read in dark and in light")
  func readable() throws {
    let light = Color(rgb: 0xE6E6E6)
    for (ground, color, expected) in [
      ("yellow", Color.black, Color.black), ("yellow", light, .black), ("#000080", .black, .white),
      ("#000080", light, light),
    ] {
      let source = "$\\colorbox{\(ground)}{$x$} + \\colorbox{\(ground)}{$\\color{red}x$}$"
      let label = try Label(parsing: LocatedText(source))
      let block = try #require(typesetter).typeset(label, in: TextStyle(size: 10, color: color))
      #expect(block.glyphs.map(\.color) == [expected, color, Color(rgb: 0xFF0000)])
    }
  }

  @Test("A role keeps its color on a ground unless it cannot be seen there")
  func readableRoles() throws {
    let (blue, pale) = (Color(rgb: 0x2040C0), Color(rgb: 0xA0F0F0))
    let roles = [TextStyle.Role(symbol: "w", color: blue), TextStyle.Role(symbol: "x", color: pale)]
    let source = "$wx \\colorbox{yellow}{$wx$} \\colorbox{black}{$wx$} \\role{x}{\\colorbox{yellow}{$a$}}$"
    #expect(
      try set(source, roles: roles).glyphs.map(\.color) == [blue, pale, blue, .black, .white, pale, .black])
  }

  @Test("Strokes go from corner to corner, as thick as a fraction's rule")
  func strokes() throws {
    let block = try BoxFont([.fractionRuleThickness: 100]).set("$\\cancel{aa}$")
    let path = try #require(block.paths.first?.path)
    // 0.1 em above and below the row; the corners are in the middle of the stroke's ends.
    let ends = [(path.points[0], path.points[3]), (path.points[1], path.points[2])]
    let middles = ends.map { $0.0.interpolated(to: $0.1, 0.5) }
    #expect(isClose(middles[0].x, 0, within: 0, absolute: 1e-6) && isClose(middles[0].y, 210, within: 1e-9))
    #expect(isClose(middles[1].x, 1000, within: 1e-9) && isClose(middles[1].y, -710, within: 1e-9))
    for (a, b) in ends { #expect(isClose((b - a).length, 100, within: 1e-9)) }
  }

  @Test("Texts beside the arrows of a diagram do not move its columns apart")
  func diagram() throws {
    let plain = try set("$$\\begin{CD} A @>>> B @>>> C \\\\ @. @VVV \\\\ D @>>> E @>>> F \\end{CD}$$")
    let labeled = try set("$$\\begin{CD} A @>>> B @>>> C \\\\ @. @VwwVwwV \\\\ D @>>> E @>>> F \\end{CD}$$")
    #expect(plain.width == labeled.width)
    #expect(labeled.glyphs.count == plain.glyphs.count + 4)
  }

  @Test("Tags stand to the right of all rows and end at the same place")
  func tags() throws {
    let block = try set("$$\\begin{align} a &= b \\tag{1} \\\\ aaaa &= bbbbb \\tag{12} \\end{align}$$")
    let ends = block.runs.filter { $0.run.text.hasSuffix(")") }
    #expect(ends.count == 2)
    let untagged = try set("$$\\begin{align*} a &= b \\\\ aaaa &= bbbbb \\end{align*}$$")
    let rights = ends.map { run, at in at.x + (run.glyphs.last?.origin.x ?? 0) }
    #expect(isClose(rights[0], rights[1], within: 1e-12))
    #expect(ends.allSatisfy { $0.at.x > untagged.width + 100 })
  }

  @Test("What is not understood is red code that can be read on white and on black")
  func problems() throws {
    let language = FormulaLanguage(isLenient: true)
    let label = try Label(parsing: LocatedText("$a + \\nonsense + b$"), in: language)
    let block = try #require(typesetter).typeset(label, in: TextStyle(size: 100, color: .black))
    let red = try #require(block.runs.first { $0.run.text.contains("nonsense") }).run
    #expect(red.font.name.hasPrefix("JetBrainsMono"))
    let light =
      0.2126 * linear(red.color.red) + 0.7152 * linear(red.color.green) + 0.0722 * linear(red.color.blue)
    // WCAG 2.1, contrast ratio; 4.5 is its level AA.
    #expect(1.05 / (light + 0.05) >= 4.5 && (light + 0.05) / 0.05 >= 4.5)
    #expect(block.runs.contains { $0.run.text.contains("b") && $0.run.color == .black })
  }

  private func linear(_ component: Double) -> Double {
    component <= 0.04045 ? component / 12.92 : power((component + 0.055) / 1.055)
  }

  /// x to the 2.4th: the square times the fifth root of the square.
  private func power(_ x: Double) -> Double {
    var root = x
    for _ in 0..<60 { root -= (root * root * root * root * root - x * x) / (5 * root * root * root * root) }
    return x * x * root
  }
}
