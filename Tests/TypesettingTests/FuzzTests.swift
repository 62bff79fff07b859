import Formulas
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

  /// Commands with the lengths, sizes and nesting that nobody means.
  static let extremes = [
    "\\kern99999999999999em", "\\rule{1e99em}{99999999999pt}", "\\hspace{-99999999999em}",
    "\\raisebox{99999999em}{x}",
    "\\\\[99999999999em]", "\\genfrac{(}{)}{99999999999pt}{0}{a}{b}", "\\Huge", "\\tiny",
    "\\phantom{\\rule{0em}{99999em}}",
  ]

  @Test("No examples of commands in one another crash, hang or lose their measures", arguments: 0..<20)
  func nested(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let probe = try LabelProbe()
    let examples = FormulaCommands.groups.flatMap(\.entries).map(\.example) + FuzzTests.extremes
    let letters: Set<Character> = ["a", "b", "x", "n", "z", "A", "B"]
    for _ in 0..<15 {
      var source = examples.randomElement(using: &random) ?? "x"
      for _ in 0..<4 {
        // A letter that stands by itself is replaced by another example.
        let places = source.indices.filter { place in
          letters.contains(source[place])
            && !(place > source.startIndex && source[source.index(before: place)].isLetter)
            && !(source.index(after: place) < source.endIndex && source[source.index(after: place)].isLetter)
        }
        guard let place = places.randomElement(using: &random) else { break }
        source.replaceSubrange(
          place...place, with: "{" + (examples.randomElement(using: &random) ?? "x") + "}")
      }
      _ = try probe.run("$$\(source)$$")
    }
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
