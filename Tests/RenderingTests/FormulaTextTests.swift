import Diagnostics
import Drawing
import Formulas
import Geometry
import Rendering
import Testing
import Typesetting

/// What other programs read from formulas in a PDF.
@Suite(.enabled(if: OtherProgram.pdfText.isInstalled && OtherProgram.pdfFonts.isInstalled))
struct FormulaTextTests {
  /// A label, and its text in reading order without white space.
  static let labels: [(source: String, text: String)] = [
    (#"$w_1 = \softmax(z)$"#, "w1=softmax(z)"),
    (#"the loss $L(w)$ *falls*"#, "thelossL(w)falls"),
    (#"$\mathbf{x}^\top W \in \mathbb{R}^d$"#, "x⊤W∈Rd"),
    (#"$\nabla L \neq 0$"#, "∇L≠0"),
    (#"$$\sum_{i=1}^n x_i$$"#, "∑ni=1xi"),
    (#"$$\left(\frac{a}{b}\right)^2$$"#, "(ab)2"),
    (#"$$\left[\frac{\frac{a}{b}}{\frac{c}{d}}\right]$$"#, "[abcd]"),
    (#"$$\sqrt{x}$$"#, "√x"),
    (#"$$\sqrt[3]{\frac{\frac{a}{b}}{\frac{c}{d}}} + 1$$"#, "3√abcd+1"),
    (#"$$\begin{bmatrix}1&2\\3&4\\5&6\\7&8\end{bmatrix}x$$"#, "[12345678]x"),
    (
      #"$f(x) = \begin{cases}0 & x<0\\1 & x\geq0\\2 & \text{otherwise}\end{cases}$"#,
      "f(x)={0x<01x≥02otherwise"
    ),
    (#"$$\underbrace{a+b+c+d}_{n}$$"#, "a+b+c+d⏟n"),
    (#"$$\int_0^\infty e^{-x}\,dx$$"#, "∫∞0e−xdx"),
  ]

  @Test(arguments: labels) func theTextComesOutInOrder(source: String, text: String) throws {
    let words = String(
      decoding: try OtherProgram.pdfText.output(reading: pdf(source), "-raw", "-"), as: UTF8.self)
    #expect(words.filter { !$0.isWhitespace } == text)
  }

  @Test func aNameOfAFunctionIsAWord() throws {
    let words = String(
      decoding: try OtherProgram.pdfText.output(reading: pdf(#"$p = \softmax(z)$"#), "-"), as: UTF8.self)
    #expect(words.contains("softmax"))
  }

  /// Publishers refuse others.
  @Test(arguments: labels.map(\.source)) func fontsAreEmbeddedSubsetsAndNoneIsType3(source: String) throws {
    let table = String(decoding: try OtherProgram.pdfFonts.output(reading: pdf(source)), as: UTF8.self)
    let fonts = table.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      #expect(!font.contains("Type 3"))
      // The columns emb, sub and uni.
      #expect(font.contains(/yes +yes +yes +\d+ +\d+ *$/), "\(font)")
    }
  }

  private func pdf(_ source: String) throws -> [UInt8] {
    let typesetter = try FontTypesetter(environmentFolder: nil)
    let block = typesetter.typeset(
      try Label(parsing: LocatedText(source)), in: TextStyle(size: 12, color: .black))
    var list = page([])
    list.size = Size(width: block.width + 20, height: block.height + 20)
    list.draw(block, at: Point(x: 10, y: 10 + block.ascent))
    return try encoded("pdf", list)
  }
}
