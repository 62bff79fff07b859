import Diagnostics
import Expressions
import Testing

@Suite struct FormatTests {
  /// What Python 3.11 prints, with true minus signs.
  @Test(
    arguments: [
      (0.659, ".2f", "0.66"),
      (0.125, ".2f", "0.12"),
      (2.5, ".0f", "2"),
      (1e+22, ".1f", "10000000000000000000000.0"),
      (-0.004, ".2f", "−0.00"),
      (1234567.891, ",.2f", "1,234,567.89"),
      (0.03, ".3e", "3.000e−02"),
      (12345.678, ".3g", "1.23e+04"),
      (1.234e-05, ".3g", "1.23e−05"),
      (1234567, "g", "1.23457e+06"),
      (0.9545, ".1%", "95.5%"),
      (3.14159, "8.2f", "    3.14"),
      (3.14159, "<8.2f", "3.14    "),
      (3.14159, "^8.2f", "  3.14  "),
      (3.14159, "+.2f", "+3.14"),
      (-3.14159, "08.2f", "−0003.14"),
      (3.14159, "08.2f", "00003.14"),
      (42, "d", "42"),
      (0.1, ".20f", "0.10000000000000000555"),
      (.leastNonzeroMagnitude, ".3e", "4.941e−324"),
      (1.7976931348623157e+308, ".4g", "1.798e+308"),
      (0.5, ".0f", "0"),
      (1.5, ".0f", "2"),
      (9.995, ".2f", "9.99"),
      (0, ".2f", "0.00"),
      (100, ".3g", "100"),
      (100000.0, ".3g", "1e+05"),
      (0.0001, ".3g", "0.0001"),
      (999999.5, ".6g", "1e+06"),
      (1234.5, "*>12.1f", "******1234.5"),
      (99.99, ".1f", "100.0"),
      (0.95, ".1g", "0.9"),
      (12, "#.4g", "12.00"),
      (1e-10, ".2f", "0.00"),
      (3, " .1f", " 3.0"),
      (255.0, "G", "255"),
      (1e+100, ".2E", "1.00E+100"),
    ] as [(Double, String, String)])
  func `Formats are Python's`(_ number: Double, _ spec: String, _ expected: String) throws {
    #expect(try formatted(.number(number), spec: located(spec)) == expected)
  }

  @Test(
    arguments: [
      (0.03, "0.03"), (4.0, "4"), (-4.5, "−4.5"), (0.1 + 0.2, "0.3"), (1234567, "1234567"), (1e15, "1e+15"),
      (1.0 / 3, "0.333333"), (1e-7, "1e−07"), (-0.0, "0"), (.infinity, "∞"), (-.infinity, "−∞"),
      (.nan, "nan"),
      (123456.789, "123457"),
    ] as [(Double, String)])
  func `Without a format numbers are short`(_ number: Double, _ expected: String) throws {
    #expect(try formatted(.number(number), spec: nil) == expected)
  }

  @Test func `Vectors, matrices, texts and truth are shown`() throws {
    #expect(try formatted(value("softmax([2, 1, 0.1])"), spec: located(".2f")) == "[0.66 0.24 0.10]")
    #expect(try formatted(value("[[1, 2], [3, -4]]"), spec: located(".1f")) == "[[1.0 2.0] [3.0 −4.0]]")
    #expect(try formatted(value("'learning rate'"), spec: nil) == "learning rate")
    #expect(try formatted(value("1 < 2"), spec: nil) == "true")
    #expect(try formatted(value("[nan, inf, -inf]"), spec: located(".1f")) == "[nan ∞ −∞]")
  }

  @Test(arguments: [
    (
      ".f",
      "1:2: format '.f': expected digits after '.'; formats are Python's, such as .2f, .3g, .1e, .1%, +d"
    ),
    (".2q", "1:3: format '.2q': unexpected 'q'; formats are Python's, such as .2f, .3g, .1e, .1%, +d"),
    (
      "9999999999999999999f",
      "1:1: format '9999999999999999999f': expected at most 400 digits; formats are Python's, such as .2f, .3g, .1e, .1%, +d"
    ),
  ])
  func `A wrong format is explained`(_ spec: String, _ expected: String) {
    var found = ""
    do { found = try formatted(.number(1), spec: located(spec)) } catch {
      found = "\(error)".replacing("scene:", with: "").replacing(" error:", with: "")
    }
    #expect(found == expected)
  }

  @Test func `What is no number cannot be shown`() throws {
    #expect(throws: (any Error).self) { try formatted(value("sin"), spec: nil) }
  }

  @Test(
    arguments: [
      ("0.00001234", "tex", "1.234 \\times 10^{-5}"), ("-1e20", "tex", "\u{2212}1 \\times 10^{20}"),
      ("2/3", "tex.2f", "0.67"), ("0.5", "tex.1%", "50.0\\%"), ("1/0", "tex", "∞"),
      ("[1, -2]", "tex", "\\begin{bmatrix} 1 \\\\ \u{2212}2 \\end{bmatrix}"),
      ("[[1, 2], [3, 4]]", "tex.1f", "\\begin{bmatrix} 1.0 & 2.0 \\\\ 3.0 & 4.0 \\end{bmatrix}"),
    ])
  func aValueIsSpelledAsAFormula(_ text: String, _ spec: String, _ expected: String) throws {
    #expect(try formatted(value(text), spec: located(spec)) == expected)
  }

  @Test(
    arguments: [
      (1.5e-7, .plain, "1.5e−07"), (1.5e-7, .label, "1.5\u{2009}×\u{2009}10⁻⁷"),
      (-2e30, .label, "−2\u{2009}×\u{2009}10³⁰"), (-1.5e-7, .formula, "−1.5 \\times 10^{-7}"),
      (-1.5e-7, .code, "-1.5e-07"), (.infinity, .code, "inf"), (-0.5, .label, "−0.5"), (-0.5, .code, "-0.5"),
    ] as [(Double, Spelling, String)])
  func `Numbers are spelled for their place`(
    _ number: Double, _ spelling: Spelling, _ expected: String
  ) throws {
    #expect(try formatted(.number(number), spec: nil, as: spelling) == expected)
  }

  @Test func `Elements are apart by commas in formulas and code`() throws {
    #expect(try formatted(value("[1, -2]"), spec: nil, as: .formula) == "[1, −2]")
    #expect(try formatted(value("[1, -2]"), spec: nil, as: .code) == "[1, -2]")
    #expect(
      try formatted(value("[[1, 2]]"), spec: nil, as: .formula) == "\\begin{bmatrix} 1 & 2 \\end{bmatrix}")
  }

  @Test func aLongVectorIsNoLabel() throws {
    #expect(throws: Diagnostic.self) { try formatted(value("zeros(100000)"), spec: nil) }
  }
}
