import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing
import Typesetting

struct TextTests {
  @Test("The fonts of the Debian packages are found")
  func fontsAreThere() throws { _ = try FontTypesetter(environmentFolder: nil) }

  @Test("A missing font names its package")
  func missingFont() {
    #expect {
      try FontTypesetter(environmentFolder: "/nowhere", usesSystemFonts: false)
    } throws: { error in
      guard let diagnostic = error as? Diagnostic else { return false }
      return diagnostic.message == "font Inter-Regular.otf not found in /nowhere"
        && diagnostic.help == "install the Debian package fonts-inter"
    }
  }

  static let labels = [
    "plain text", "AVAWA Type", "fi ffl ﬁ", "The bell curve: $\\mu \\pm 2\\sigma$ holds 95.4 %",
    "**bold** *it* `a == b`",
    "θ → ∇ ☃ 漢 \u{1F600}", "e\u{301}x", "$\\text{naïve } x_{\\text{max}}^2 \\frac{a}{b} \\log x$",
    "10 000,5 %", "", "\n", " ",
    "$\\sum_{i=1}^n \\left(\\frac{a}{b}\\right)$",
  ]

  @Test("Clusters cover the text and the glyphs", arguments: labels)
  func clusters(label: String) throws {
    for (run, _) in try set(label).runs {
      #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
      #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
    }
  }

  @Test("Runs say in reading order what the label says")
  func readingOrder() throws {
    let text = try set("Loss $w_1 = \\softmax(z)$ here").runs.map(\.run.text).joined()
    #expect(text == "Loss w1=softmax(z) here")
  }

  @Test("No character is left out", arguments: ["☃", "漢", "\u{10FFFD}", "$漢$", "`漢`"])
  func nothingLeftOut(label: String) throws {
    let block = try set(label)
    #expect(block.glyphs.contains { !$0.glyph.outline.isEmpty })
    #expect(block.width > 10 && !block.ink.isEmpty)
  }

  @Test("A line's box does not depend on its letters")
  func strut() throws {
    let (x, g) = (try set("x"), try set("Ág"))
    #expect(x.ascent == g.ascent && x.descent == g.descent)
    #expect(x.ascent > 90 && x.descent > 20)
  }

  @Test("Digits of numbers are equally wide, those of words are not")
  func tabularDigits() throws {
    #expect(try set("111").width == set("777").width)
    #expect(try set("−1.5").width == set("−7.2").width)
    #expect(try set("a111").width < set("a777").width)
  }

  @Test("Weights and slants are faces of their own")
  func faces() throws {
    let sources = ["a", "**a**", "*a*", "***a***", "`a`", "$a$"]
    let names = try sources.map { source in try set(source).runs[0].run.font.name }
    #expect(
      names == [
        "Inter-Regular", "Inter-Bold", "Inter-Italic", "Inter-BoldItalic", "JetBrainsMono-Regular",
        "TeXGyrePagellaMath-Regular",
      ])
  }

  @Test("Code has a fixed pitch and no ligatures")
  func code() throws {
    let glyphs = try set("`a!=b`").glyphs
    #expect(glyphs.count == 4)
    let steps = zip(glyphs, glyphs.dropFirst()).map { $1.at.x - $0.at.x }
    for step in steps { #expect(isClose(step, 60, within: 1e-9)) }
  }

  @Test("Lines of the source stand under one another")
  func lines() throws {
    let block = try set("one\ntwo\n\nfour")
    #expect(isClose(block.runs[1].at.y, 130, within: 1e-12))
    #expect(isClose(block.runs[2].at.y, 390, within: 1e-12))
    let widths = try ["one", "two", "four"].map { word in try set(word).width }
    #expect(block.width == widths.max())
  }

  @Test("Tall formulas push lines apart")
  func tallLines() throws {
    let block = try set("one\n$$\\frac{\\frac{a}{b}}{c}$$\ntwo")
    let tops = block.runs.map { $0.at.y }
    #expect(tops[tops.count - 1] > 2 * 130 + 50)
  }

  @Test("No line is wider than asked, and no word is lost", arguments: [150.0, 300, 500, 1000])
  func wrapping(width: Double) throws {
    let source = "the gradient points uphill and $x + y$ is a formula, so we walk the other way"
    let block = try set(source, width: width)
    // Neither a word nor a formula is ever broken.
    let widest = max(try set("gradient").width, try set("$x + y$").width)
    #expect(block.width <= max(width, widest) + 1e-9)
    let text = block.runs.map(\.run.text).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(text.replacing(" ", with: "") == source.filter { $0 != " " && $0 != "$" })
    // At most one line less than lines filled without gaps would need.
    #expect(block.descent > 1.3 * 100 * (try set(source).width / max(width, widest) - 1))
  }

  @Test("Punctuation stays with the formula before it")
  func punctuation() throws {
    let block = try set("aaa $x$, b", width: (try set("aaa $x$").width) + 1)
    let comma = try #require(block.runs.first { $0.run.text.hasPrefix(",") })
    let formula = try #require(block.runs.first { $0.run.text == "x" })
    #expect(comma.at.y == formula.at.y)
  }

  @Test("Lines align left, in the middle or right")
  func alignment() throws {
    let narrow = try set("i").width
    for (alignment, share) in [(TextStyle.Alignment.left, 0.0), (.center, 0.5), (.right, 1.0)] {
      let block = try set("wide words\ni", alignment: alignment)
      #expect(isClose(block.runs[1].at.x, (block.width - narrow) * share, within: 1e-9, absolute: 1e-9))
    }
  }

  @Test("The same label gives the same block, from any typesetter")
  func deterministic() throws {
    let other = try FontTypesetter(environmentFolder: nil)
    for source in TextTests.labels {
      let label = try Label(parsing: LocatedText(source))
      let style = TextStyle(size: 12, color: .black)
      #expect(try set(source, size: 12) == other.typeset(label, in: style))
    }
  }
}
