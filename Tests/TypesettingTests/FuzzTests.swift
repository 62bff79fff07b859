import Diagnostics
import Drawing
import Formulas
import Geometry
import Testing
import Typesetting

/// Sebastiano Vigna's splitmix64.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct FuzzTests {
  static let pieces = [
    "a", "x", "1", "θ", "∑", "漢", "\u{301}", " ", "\n", "{", "}", "^", "_", "'", "$", "$$", "&", "\\\\", "\\",
    "[", "]",
    "(", "|", "*", "**", "`", "~", "%", ":=", "-", "²", "₁", "\\frac", "\\sqrt", "\\sqrt[", "\\left(",
    "\\right)",
    "\\left.", "\\middle|", "\\right\\rangle", "\\hat", "\\widehat", "\\overline", "\\underbrace", "\\sum",
    "\\int",
    "\\limits", "\\log", "\\operatorname{", "\\text{", "\\mathbf", "\\mathrm{", "\\rm", "\\displaystyle",
    "\\over",
    "\\choose", "\\begin{matrix}", "\\end{matrix}", "\\begin{cases}", "\\end{cases}", "\\begin{aligned}",
    "\\end{aligned}",
    "\\substack{", "\\color{red}", "\\textcolor{#00ff00}", "\\role{w}", "\\phantom", "\\smash", "\\boxed",
    "\\not=",
    "\\Big|", "\\hspace{1em}", "\\overset", "\\stackrel", "\\binom", "\\norm", "\\R", "\\,", "\\!", "\\{",
    "\\$",
  ]

  @Test("No label crashes, hangs or loses its measures", arguments: 0..<40)
  func random(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let typesetter = try #require(typesetter)
    var good = 0
    for _ in 0..<100 {
      let count = Int.random(in: 1...14, using: &random)
      let words = (0..<count).map { _ in FuzzTests.pieces.randomElement(using: &random) ?? "" }
      let isClosed = Bool.random(using: &random)
      let source = isClosed ? "$" + words.joined(separator: " ") + "$" : words.joined()
      guard let label = try? Label(parsing: LocatedText(source)) else { continue }
      good += 1
      let width = Bool.random(using: &random) ? 30.0 : nil
      let block = typesetter.typeset(label, in: TextStyle(size: 10, color: .black, width: width))
      for measure in [block.width, block.ascent, block.descent, block.ink.minX, block.ink.maxY] {
        #expect(measure.isFinite)
      }
      for (run, at) in block.runs {
        #expect(at.isFinite)
        #expect(run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count)
        #expect(run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count)
      }
    }
    #expect(good > 5)
  }

  @Test("Cut anywhere, a formula is read or refused, never worse")
  func truncated() throws {
    let source =
      "a $\\frac{e^{z_i}}{\\sum_{j} \\text{x $y$}} \\left[\\begin{cases} a & \\sqrt[3]{b} \\\\ c \\end{cases}\\right]$ **b**"
    for count in 0...source.count {
      for text in [String(source.prefix(count)), String(source.suffix(count))] {
        guard let label = try? Label(parsing: LocatedText(text)) else { continue }
        _ = typesetter?.typeset(label, in: TextStyle(size: 10, color: .black))
      }
    }
  }
}
