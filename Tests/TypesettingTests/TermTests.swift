import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

struct TermTests {
  private func boxes(
    _ term: String, _ source: String, width: Double? = nil, alignment: TextStyle.Alignment = .left
  ) throws -> [Rect] {
    let typesetter = try #require(typesetter)
    let style = TextStyle(size: 100, color: .black, alignment: alignment, width: width)
    return typesetter.boxes(of: term, in: try Label(parsing: LocatedText(source)), style: style)
  }

  /// The ink of a label's glyphs, whatever run they are in.
  private func glyphs(_ source: String, width: Double? = nil) throws -> [Rect] {
    try set(source, width: width).glyphs.map { glyph, at, size, _ in
      // All outlines here are those of letters, whose extreme points are on the curve.
      Rect(around: glyph.outline.points.map { at + ($0 - .zero) * size }) ?? .zero
    }
  }

  private func expectSame(_ found: [Rect], _ expected: [Rect]) {
    #expect(found.count == expected.count)
    for (a, b) in zip(found, expected) {
      for (a, b) in [(a.minX, b.minX), (a.minY, b.minY), (a.maxX, b.maxX), (a.maxY, b.maxY)] {
        #expect(abs(a - b) < 0.5)
      }
    }
  }

  @Test("A term's boxes are those of its letters, without scripts")
  func letters() throws {
    let source = "$w_{t+1} = w_t - \\eta x$"
    let ink = try glyphs(source)
    // w t + 1 = w t − η x
    expectSame(try boxes("w", source), [ink[0], ink[5]])
    expectSame(try boxes("eta", source), [ink[8]])
    expectSame(try boxes("\\eta", source), [ink[8]])
    expectSame(try boxes("t", source), [ink[1], ink[6]])
  }

  @Test("A term of several symbols has one box around each occurrence")
  func several() throws {
    let source = "$\\nabla L + \\nabla f + \\nabla L$"
    let ink = try glyphs(source)
    expectSame(try boxes("∇L", source), [ink[0].union(ink[1]), ink[6].union(ink[7])])
  }

  @Test(
    "A term is found wherever it stands",
    arguments: [
      "\\sqrt{w}", "\\frac{1}{w}", "\\frac{w}{2}", "x^w", "x_w", "x_{a_w}", "\\left(w\\right)", "\\sum_{w}^n",
      "\\textcolor{red}{w}", "\\begin{matrix} a \\\\ w \\end{matrix}", "\\overset{w}{=}", "\\sqrt[w]{2}",
      "\\text{$w$}", "\\mathbf{w}", "\\mathrm{if}\\ w", "{w}", "\\displaystyle w", "\\underbrace{w}_{2}",
      "\\underbrace{a}_{w}", "\\boxed{w}", "\\overline{w}", "\\binom{w}{k}",
    ])
  func everywhere(formula: String) throws { #expect(try boxes("w", "$\(formula)$").count == 1) }

  @Test("A term is not found in words", arguments: ["\\text{new}", "\\mathrm{new}", "\\operatorname{new}"])
  func notInWords(formula: String) throws { #expect(try boxes("w", "w $\(formula)$").isEmpty) }

  @Test("A part that is marked by hand is an occurrence as a whole")
  func byHand() throws {
    let source = "$a + \\role{gradient}{b_1 + w} + w$"
    let ink = try glyphs(source)
    let group = ink[2...5].dropFirst().reduce(ink[2]) { $0.union($1) }
    expectSame(try boxes("gradient", source), [group])
    expectSame(try boxes("w", source), [ink[5], ink[7]])
  }

  @Test(
    "A ground counts to the term only if it is within what is marked",
    arguments: [
      ("\\colorbox{yellow}{$w$}", 0.0), ("\\colorbox{yellow}{$\\role{w}{w}$}", 0),
      ("\\colorbox{yellow}{$\\textcolor{red}{w}$}", 0), ("\\fcolorbox{red}{yellow}{$a w$}", 0),
      ("\\textcolor{red}{\\colorbox{yellow}{$w$}}", 0), ("\\role{w}{\\colorbox{yellow}{$w$}}", 60),
      ("\\role{w}{\\fcolorbox{red}{yellow}{$\\textcolor{blue}{w}$}}", 60),
    ])
  func grounds(formula: String, room: Double) throws {
    let found = try boxes("w", "$\(formula)$")
    let letter = try #require(try boxes("w", "$w$").first)
    #expect(found.count == 1)
    #expect(found.allSatisfy { letter.width + room - 1 < $0.width && $0.width < letter.width + room + 30 })
  }

  @Test("Boxes follow the line and the formula that the term is in")
  func lines() throws {
    let source = "one $a$ two $b$ three $a$"
    let found = try boxes("a", source, width: 150)
    let ink = try set(source, width: 150).runs.filter { $0.run.text == "a" }.map(\.at)
    #expect(found.count == 2 && ink.count == 2)
    for (box, at) in zip(found, ink) {
      #expect(abs(box.maxY - at.y) < 5 && box.minX > at.x && box.maxX < at.x + 70)
    }
    #expect(found[1].minY > found[0].maxY + 100)
  }

  @Test("What is not there has no boxes", arguments: ["z", "", "\\frac{a}{b}", "\\", "{"])
  func absent(term: String) throws { #expect(try boxes(term, "$a = \\frac{a}{b}$").isEmpty) }

  @Test("Asking for boxes does not change how the label is set")
  func noTrace() throws {
    let source = "$w + q + w_1$"
    let before = try set(source)
    _ = try boxes("w", source)
    #expect(try set(source) == before)
    #expect(try set(source).runs.allSatisfy { $0.run.color == .black })
  }
}
