import Geometry
import TestSupport
import Testing

/// What a MATH table says of single glyphs, in the font of boxes, whose constants are 0 unless said otherwise.
struct BoxFontTests {
  typealias Case = BoxFontCase

  static let italics = [
    Case(
      why: "a leaning letter pushes what follows", formula: "$fa$", places: [.x(glyph: 1, 480), .width(980)]),
    Case(
      why: "a superscript stands behind the lean, a subscript before it", formula: "$f_a^a$",
      constants: [.superscriptShiftUp: 900, .subscriptShiftDown: 900],
      // The script form of a is 450 wide; f's kerns beyond heights of 300 and -100 are -60 and -90.
      places: [.x(glyph: 1, 480 - 60), .x(glyph: 2, 400 - 90)]),
    Case(
      why: "an integral's lean is within its width", formula: "$\\int a$",
      places: [.x(glyph: 1, 400 + 3 * 1100.0 / 18)]),
    Case(
      why: "an integral's subscript moves left", formula: "$\\int_a^a$",
      places: [.x(glyph: 1, 400), .x(glyph: 2, 300)]),
    Case(
      // The limits' form of a is 450 wide.
      why: "limits move by half of the lean", formula: "$\\int\\limits_a^a$",
      places: [.x(glyph: 0, 25), .x(glyph: 1, 50), .x(glyph: 2, -50)]),
  ]

  static let scripts = [
    Case(
      why: "scripts have shapes of their own", formula: "$a^{a^a}$",
      places: [.width(500 + 450 + 400)]),
    Case(
      why: "at the lower of two heights the cut is smaller", formula: "$f^a$",
      constants: [.superscriptShiftUp: 300],
      // f is met at its top, 700, with -60 and at the script's bottom, 200, with -10.
      places: [.x(glyph: 1, 480 - 10)]),
    Case(
      why: "where both heights are in the white, so is the script", formula: "$f^a$",
      constants: [.superscriptShiftUp: 500], places: [.x(glyph: 1, 480 - 60)]),
    Case(
      why: "the script's own corner counts too", formula: "$f^c$", constants: [.superscriptShiftUp: 500],
      // c is met at 700 - 500 = 200 with -7 and at its bottom, -50, with -5.
      places: [.x(glyph: 1, 480 - 60 - 5)]),
    Case(
      why: "a subscript is met at its top and at the letter's bottom", formula: "$f_c$",
      constants: [.subscriptShiftDown: 600],
      // At -200 both f (-90) and c at 400 (-2); at 400 - 600 = -200 the same.
      places: [.x(glyph: 1, 400 - 90 - 2)]),
    Case(
      why: "rows are not cut into", formula: "${ff}^a$", constants: [.superscriptShiftUp: 900],
      places: [.x(glyph: 2, 960)]),
  ]

  static let marks = [
    Case(
      why: "an accent's point stands over the letter's", formula: "$\\hat{f}$",
      constants: [.accentBaseHeight: 900],
      places: [.ink(glyph: 1, Rect(x: 200, y: -700, width: 100, height: 50))]),
    Case(
      why: "a letter without a point has it in the middle", formula: "$\\hat{a}$",
      constants: [.accentBaseHeight: 900], places: [.x(glyph: 1, 350)]),
    Case(
      why: "so has a row", formula: "$\\hat{af}$", constants: [.accentBaseHeight: 900],
      places: [.x(glyph: 2, 590)]),
    Case(
      why: "an accent on an accent stands over the same point", formula: "$\\hat{\\hat{f}}$",
      constants: [.accentBaseHeight: 700], places: [.x(glyph: 1, 350), .x(glyph: 2, 350), .y(glyph: 2, 0)]),
    Case(
      why: "scripts keep to the letter below", formula: "$\\hat{a}^b$", constants: [.superscriptShiftUp: 100],
      places: [.y(glyph: 2, -100)]),
    Case(
      why: "an accent takes the place of the dot", formula: "$\\hat{i}$",
      places: [.ink(glyph: 0, Rect(x: 0, y: -500, width: 200, height: 500))]),
    Case(
      why: "and a rule does not", formula: "$\\overline{i}$",
      places: [.ink(glyph: 0, Rect(x: 0, y: -700, width: 200, height: 700))]),
    Case(
      why: "a wide accent is the widest that is no wider", formula: "$\\widehat{a}$",
      constants: [.accentBaseHeight: 600],
      places: [.ink(glyph: 1, Rect(x: 50, y: -750, width: 400, height: 100))]),
    Case(
      why: "a wider row has a wider one", formula: "$\\widehat{aa}$", constants: [.accentBaseHeight: 600],
      places: [.ink(glyph: 2, Rect(x: 100, y: -750, width: 800, height: 100))]),
    Case(
      why: "a narrow one has the usual one", formula: "$\\widehat{b}$",
      constants: [.accentBaseHeight: 600, .flattenedAccentBaseHeight: 600],
      places: [.ink(glyph: 1, Rect(x: 100, y: -750, width: 100, height: 100))]),
  ]

  /// A fraction that reaches from -1000 to 700, whose rule is a shape of its own.
  private static let tall = "\\frac{a}{a}"

  static let growth = [
    Case(
      // 0.901 of twice the larger half, 600, is 1081.2.
      why: "a fence takes the first form that is tall enough", formula: "$\\left(a\\right.$",
      places: [.ink(glyph: 0, Rect(x: 50, y: -800, width: 120, height: 1600))]),
    Case(
      // Twice the larger half is 2000; bottom, seven middles and top overlap by a little more than 20.
      why: "a taller one is put together to fit", formula: "$\\left(\(tall)\\right.$",
      constants: [.fractionNumeratorShiftUp: 400],
      places: [.shape(0, Rect(x: 50, y: -901, width: 140, height: 1802))]),
    Case(
      why: "one without parts is stretched upwards only", formula: "$\\left\\langle\(tall)\\right.$",
      constants: [.fractionNumeratorShiftUp: 400],
      places: [.shape(0, Rect(x: 50, y: -901, width: 120, height: 1802))]),
    Case(
      // Of 2.5 times 1.2 parentheses of 800.
      why: "the largest of the chosen sizes", formula: "$\\Bigg($",
      places: [.shape(0, Rect(x: 50, y: -1081.2, width: 140, height: 2162.4))]),
    Case(
      why: "an arrow is as long as its base", formula: "$\\overrightarrow{aa}$",
      places: [.shape(0, Rect(x: 0, y: -700, width: 1000, height: 100)), .width(1000)]),
  ]

  @Test("Glyphs are placed by what the font says of them", arguments: italics + scripts + marks + growth)
  func glyphs(_ item: Case) throws {
    try item.check()
  }
}
