import Diagnostics
import Formulas
import TestSupport
import Testing

@Suite struct ListingTests {
  static let program = """
    import numpy as np

    @jit
    def step(w, eta=1e-3):
    \t\"""One step
    \tdownhill.\"""
        g = 2 * X.T @ (X @ w - y) / len(y)  # ∇L
        print(f"{np.linalg.norm(g):.{digits}f} {'ok' if g @ g < 1 else "no"}")
        return w - eta * g

    """

  private func joined(_ tokens: [CodeToken]) -> [Unicode.Scalar] {
    tokens.flatMap { Array($0.text.unicodeScalars) }
  }

  @Test("Tokens are the text, nothing more and nothing less", arguments: codeLanguages.names)
  func exact(name: String) throws {
    let language = try codeLanguages.entry(named: name, at: nil)
    let scalars = Array(ListingTests.program.unicodeScalars)
    for length in 0...scalars.count {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars[..<length])
      let tokens = language.tokens(String(text))
      #expect(joined(tokens) == Array(scalars[..<length]))
      #expect(!tokens.contains { $0.text.unicodeScalars.isEmpty })
    }
  }

  @Test("Any text gives a listing of as many lines", arguments: codeLanguages.names)
  func total(name: String) throws {
    let language = try codeLanguages.entry(named: name, at: nil)
    var random = SplitMix64(seed: 5)
    let alphabet = Array(
      "f'\"{}[]():!=@#\\\n\r\t .,0x1e_jrbmatch def class self.η∇\u{301}\u{0}é".unicodeScalars)
    for _ in 0..<1500 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        if let scalar = alphabet.randomElement(using: &random) { view.append(scalar) }
      }
      let text = String(view)
      #expect(joined(language.tokens(text)) == Array(view), "\(text)")
      let listing = Listing(text, in: language)
      let lines = listing.lines.map { String(String.UnicodeScalarView(joined($0))) }
      #expect(Array(lines.joined(separator: "\n").unicodeScalars) == Array(view), "\(text)")
      #expect(listing.numbers.count == view.filter { $0 == "\n" }.count + 1)
    }
  }

  @Test("Random bytes are read to their end", arguments: codeLanguages.names)
  func bytes(name: String) throws {
    let language = try codeLanguages.entry(named: name, at: nil)
    var random = SplitMix64(seed: 9)
    for _ in 0..<300 {
      let text = String(
        decoding: (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
      #expect(joined(language.tokens(text)) == Array(text.unicodeScalars))
    }
  }

  /// What is nested or left open costs no more than other text: none of these may look back, or ahead twice.
  @Test(
    "The time is linear in the length",
    arguments: [
      "(", "f'{", "f'''{", "f'{x:{", "'''", "\"", "x ", "case x\n", "f'''{x\n", "\\", ")(", "a=(", "# ",
    ])
  func linear(piece: String) {
    func time(_ piece: String) -> Duration {
      let text = String(repeating: piece, count: 30_000 / piece.utf8.count)
      return ContinuousClock().measure { _ = Listing(text, in: .python) }
    }
    // A quadratic reader would take a thousand times as long as one that reads names.
    #expect(time(piece) < time("x ") * 20 + .milliseconds(100))
  }

  @Test("A text without a line is one empty line")
  func empty() {
    #expect(Listing("").lines == [[]])
    #expect(Listing("\n", in: .python).lines == [[], []])
    #expect(Listing("", firstNumber: 7).numbers == 7...7)
  }

  @Test("Strings of several lines are strings on every line")
  func severalLines() {
    let lines = Listing("x = '''a\n  b\n''' + y", in: .python).lines
    #expect(lines[0].last == CodeToken("'''a", .string))
    #expect(lines[1] == [CodeToken("  b", .string)])
    #expect(lines[2].first == CodeToken("'''", .string))
  }
}
