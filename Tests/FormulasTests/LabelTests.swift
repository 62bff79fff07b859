import Diagnostics
import Formulas
import Testing

struct LabelTests {
  /// A label as text: `b` bold, `i` italic, `c` code before brackets.
  private func text(_ label: Label) -> String {
    label.lines.map { line in
      line.map { segment in
        switch segment {
        case .text(let words, let emphasis):
          let marks =
            (emphasis.isBold ? "b" : "") + (emphasis.isItalic ? "i" : "") + (emphasis.isCode ? "c" : "")
          return "\(marks)[\(words)]"
        case .formula(let formula):
          return "\(formula.isDisplay ? "$$" : "$")(\(FormulasTests.text(formula.row)))"
        }
      }.joined()
    }.joined(separator: "/")
  }

  @Test(
    "Text, emphasis, code, formulas and lines",
    arguments: [
      ("", ""), ("plain", "[plain]"), ("a **b** c", "[a ]b[b][ c]"), ("*a* b", "i[a][ b]"),
      ("**a *b***", "b[a ]bi[b]"), ("2 * 3", "[2 * 3]"), ("a * b * c", "[a * b * c]"),
      ("\\$5 and \\*", "[$5 and *]"), ("`a*b`", "c[a*b]"), ("a\nb", "[a]/[b]"), ("a\n\nb", "[a]//[b]"),
      ("a\u{2028}b\u{85}c", "[a]/[b]/[c]"), ("$f\u{2061}x\u{2062}y\u{2063}$", "$(f x y)"),
      ("$x$ is $$y$$", "$(x)[ is ]$$(y)"), ("\\alpha", "[\\alpha]"), ("a\tb", "[a b]"), ("**", "[**]"),
      ("$a\nb$", "$(a b)"), ("x**2", "error"), ("é—ж", "[é—ж]"),
    ])
  func segments(source: String, expected: String) {
    let found = (try? Label(parsing: LocatedText(source))).map(text) ?? "error"
    #expect(found == expected)
  }

  @Test("A label that no page could hold is refused where it starts", arguments: [false, true])
  func tooLong(isLenient: Bool) throws {
    let place = Diagnostics.SourceLocation(file: "a", line: 2, column: 3)
    let language = FormulaLanguage(isLenient: isLenient)
    let error = #expect(throws: Diagnostic.self) {
      try Label(parsing: LocatedText(String(repeating: "a ", count: 50_001), at: place), in: language)
    }
    #expect(error?.at == place && error?.message.hasPrefix("the label is too long") == true)
    _ = try Label(parsing: LocatedText(String(repeating: "a ", count: 50_000)), in: language)
  }

  @Test("A label keeps what was written")
  func keepsSource() throws {
    #expect(try Label(parsing: LocatedText("a $b$")).source == "a $b$")
  }
}

struct AlphabetTests {
  @Test(
    "Letters come from Unicode's mathematical alphabets",
    arguments: [
      (Alphabet.automatic, "whLαΓ∇∂ϕ1ϵ", "𝑤ℎ𝐿𝛼Γ∇𝜕𝜙1𝜖"), (.upright, "wα∂", "wα∂"), (.bold, "aZ1α∇∂", "𝐚𝐙𝟏𝛂𝛁𝛛"),
      (.boldItalic, "aθΣ", "𝒂𝜽𝜮"), (.calligraphic, "LDN", "ℒ𝒟𝒩"), (.blackboard, "REC1", "ℝ𝔼ℂ𝟙"),
      (.fraktur, "gC", "𝔤ℭ"), (.sansSerif, "A", "𝖠"), (.typewriter, "x0", "𝚡𝟶"),
    ])
  func letters(alphabet: Alphabet, plain: String, shown: String) {
    #expect(plain.unicodeScalars.map { alphabet.letter(for: $0) } == Array(shown.unicodeScalars))
  }
}

struct RolePatternTests {
  @Test(
    "A role covers its symbols wherever they are terms",
    arguments: [
      ("w", "w_{t+1}", [0]), ("w", "aw+w", [1, 3]), ("eta", "\\eta g", [0]), ("\\eta", "η", [0]),
      ("η", "x", []),
      ("∇L", "\\nabla L(w)", [0]), ("∇L", "\\nabla f", []), ("w", "\\text{w}", []),
      ("w", "\\mathrm{new}", []),
      ("w", "\\mathbf{w}", [0]), ("L", "\\mathcal{L}", []), ("\\mathcal{L}", "\\mathcal{L} L", [0]),
      ("\\hat y", "y\\hat{y}_i", [1]),
      ("ŷ", "\\widehat y", [0]), ("w_1", "w_1w_2 w_1^2w₁", [0, 3]), ("softmax", "\\softmax(z)", [0]),
      ("softmax", "\\mathrm{softmax}\\operatorname{softmax}", [0, 1]), ("train", "\\mathrm{train}_i", [0]),
      ("\\nabla L", "∇L", [0]), ("\\vw", "w\\mathbf w\\bm w", [2]), ("dx", "\\int f dx", [2]),
      ("\\sum", "\\sum_i i", [0]), ("$w$", "w", [0]), ("x'", "x x' x''", [1]),
    ])
  func places(role: String, formula: String, expected: [Int]) throws {
    let label = try Label(parsing: LocatedText("$\(formula)$"))
    guard case .formula(let tree)? = label.lines[0].first else { return }
    let pattern = try #require(RolePattern(role))
    let nodes = tree.row.nodes
    #expect(nodes.indices.filter { pattern.matches(nodes, at: $0) } == expected)
    #expect(expected.allSatisfy { pattern.mayBegin(with: RolePattern.initial(of: nodes[$0])) })
  }

  @Test("Of two roles that match, the one that says more is meant")
  func specificity() throws {
    let rising = try ["w", "\\mathbf w", "w_1", "w_1^2"].map { try #require(RolePattern($0)?.specificity) }
    #expect(rising == rising.sorted() && Set(rising).count == rising.count)
    #expect(try #require(RolePattern("w_1")).coversScripts)
    #expect(try !#require(RolePattern("w")).coversScripts)
  }

  @Test(
    "What is no sequence of symbols is no role",
    arguments: ["", "\\frac12", "}", "^2", "\\text{w}", "\\nabbla L", "≤ \\frac"])
  func refused(source: String) { #expect(RolePattern(source) == nil) }
}
