import LabelProbe
import TestSupport
import Testing

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

  @Test("No label crashes, hangs, loses its measures or is refused without a place", arguments: 0..<40)
  func random(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let probe = try LabelProbe()
    var outcomes: [LabelProbe.Outcome] = []
    for _ in 0..<60 {
      let count = Int.random(in: 1...14, using: &random)
      let words = (0..<count).map { _ in FuzzTests.pieces.randomElement(using: &random) ?? "" }
      let isClosed = Bool.random(using: &random)
      outcomes.append(try probe.run(isClosed ? "$" + words.joined(separator: " ") + "$" : words.joined()))
    }
    // Otherwise the pieces would test one of the two ways only.
    #expect(outcomes.count { $0 == .set } > 3 && outcomes.count { $0 == .refused } > 3)
  }

  @Test("Cut anywhere, a label is read or refused, never worse")
  func truncated() throws {
    let source =
      "a $\\frac{e^{z_i}}{\\sum_{j} \\text{x $y$}} \\left[\\begin{cases} a & \\sqrt[3]{b} \\\\ c \\end{cases}\\right]$ **b**"
    let probe = try LabelProbe()
    for count in 0...source.count {
      for text in [String(source.prefix(count)), String(source.suffix(count))] { _ = try probe.run(text) }
    }
  }
}
