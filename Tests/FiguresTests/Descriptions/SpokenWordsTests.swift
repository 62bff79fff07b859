import Diagnostics
import Formulas
import Testing

@testable import Figures

@Suite struct SpokenWordsTests {
  static let labels: [(String, String)] = [
    ("plain words", "plain words"), ("**bold** and *italic*", "bold and italic"), ("$w_1$", "w₁"),
    ("$x^2 + y^{10}$", "x² + y¹⁰"), (#"$w^\star$"#, "w star"), (#"$X^\top X$"#, "X transposed X"),
    ("$A^{-1}$", "A⁻¹"), ("$p_i$", "p sub i"), ("$X_{ij}$", "X sub ij"), ("$w_{t+1}$", "w sub (t + 1)"),
    ("$e^{z_i}$", "e to the power of (z sub i)"), (#"$\mathbf{a} + \mathbf{b}$"#, "a + b"),
    (#"$\sum_{j=1}^{K} z_j$"#, "∑ from j = 1 to K of z sub j"), (#"$\sum_j z_j$"#, "∑ over j of z sub j"),
    (#"$\lim_{h \to 0} f(h)$"#, "lim as h → 0 of f(h)"), (#"$\int_0^1 x\,dx$"#, "∫ from 0 to 1 of xdx"),
    (#"$\min_{w} L(w)$"#, "min over w of L(w)"), (#"$\frac{x^2}{4}$"#, "x²/4"),
    ("petal_length stays", "petal_length stays"), ("two\nlines", "two; lines"),
    ("A line.\nAnother", "A line. Another"),
    (#"costs \$5"#, "costs $5"),
  ]

  @Test(arguments: labels)
  func `Labels are read aloud without markup`(_ source: String, _ words: String) throws {
    #expect(try Label(parsing: LocatedText(source)).spoken() == words)
  }

  @Test func `Long labels are cut at a word`() throws {
    let label = try Label(parsing: LocatedText(Array(repeating: "word", count: 1000).joined(separator: " ")))
    let spoken = label.spoken(limit: 50)
    #expect(spoken.count <= 52 && spoken.hasSuffix("word …"))
  }

  @Test func `Scripts within scripts end somewhere`() throws {
    let deep = String(repeating: "x^{", count: 15) + "x" + String(repeating: "}", count: 15)
    let label = try Label(parsing: LocatedText("$\(deep)$"))
    #expect(label.spoken(limit: 5000).count < 1000)
  }
}
