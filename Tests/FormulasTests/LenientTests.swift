import Diagnostics
import Formulas
import Testing

struct LenientTests {
  @Test(
    "What cannot be understood is shown, and the rest is read on",
    arguments: [
      Reading("a+\\foo b", "a +ᵇ problem(\\foo) b"),
      Reading("\\frac{1}", "frac(1 | problem(\\frac))"),
      Reading("x^", "x^{problem(^)}"),
      Reading("{a+b", "{problem({) a +ᵇ b}"),
      Reading("\\frac{a}{b", "frac(a | problem({) b)"),
      Reading("a}b", "a problem(}) b"),
      Reading("\\left( a+b", "{problem(\\left() a +ᵇ b}"),
      Reading("a\\right)b", "a problem(\\right)) b"),
      Reading("\\left(\\begin{matrix}a\\right)", "fence(( {problem(\\begin{matrix}) grid(a)} ))"),
      Reading("\\begin{matrix}a&b", "{problem(\\begin{matrix}) grid(a & b)}"),
      Reading("\\begin{matrx}a\\end{matrx}", "problem(\\begin{matrx}) a problem(\\end{matrx})"),
      Reading("\\begin{cases}a&b&c\\end{cases}", "fence({ grid:cases:l(a & b & c) .)"),
      Reading("a&b", "a problem(&) b"),
      Reading("x^2^3", "x^{2 3}"),
      Reading("\\textcolor{rde}{a}", "{a}"),
      Reading("\\sqrt[3{x}", "root(problem([) 3 x | problem(\\sqrt))"),
      Reading("\\text{a \\foo b}", "{text(a ) problem(\\foo) text( b)}"),
      Reading("50% of x", "5 0 % o f x"),
      Reading("\\def\\x{\\x}\\x+1", "problem(\\x) +ᵇ 1"),
      Reading("\\kern x", "0.0mu x"),
      Reading("\\big x", "{2.16mu} x"),
    ])
  func reading(_ reading: Reading) throws {
    #expect(tree(reading.source, in: lenient) == reading.tree)
    #expect(try !Label(parsing: LocatedText("$\(reading.source)$"), in: lenient).problems.isEmpty)
  }

  @Test("That commands expand without end is told once")
  func expansions() throws {
    func tenTimes(_ name: String) -> LocatedText {
      LocatedText(String(repeating: "\\\(name)", count: 10))
    }
    let macros = try Macros([
      (name: "a", body: tenTimes("b")), (name: "b", body: tenTimes("c")), (name: "c", body: tenTimes("d")),
      (name: "d", body: "x"),
    ])
    let language = FormulaLanguage(macros: macros, isLenient: true)
    let problems = try Label(parsing: LocatedText("$\\a + \\a$ $\\b$"), in: language).problems
    #expect(problems.map(\.message) == ["\\b expands without end"])
  }

  @Test(
    "Of a formula that is nested too deeply nothing else is told", arguments: ["{", "\\frac{", "\\left("])
  func nesting(opener: String) throws {
    let closers = opener == "{" ? String(repeating: "}", count: 500) : ""
    let source = "a $\(String(repeating: opener, count: 500))x\(closers)$ and $\\foo$"
    let problems = try Label(parsing: LocatedText(source), in: lenient).problems
    #expect(problems.map(\.message) == ["formula nested too deeply", "unknown command '\\foo'"])
  }

  @Test(
    "Openers of a label that nothing closes are shown, and the rest stays as if without them",
    arguments: [
      ("costs $5 now", "[costs ] problem($) [5 now]"),
      ("a **b c\nd", "[a ] problem(**) [b c] // [d]"),
      ("*a **b", "problem(*) [a ] problem(**) [b]"),
      ("**a *b", "problem(**) [a ] problem(*) [b]"),
      ("a `b", "[a ] problem(`) [b]"),
    ])
  func openers(source: String, expected: String) throws {
    let label = try Label(parsing: LocatedText(source), in: lenient)
    let found = label.lines.map { line in
      line.map { segment in
        switch segment {
        case .text(let words, let emphasis):
          #expect(emphasis == .plain)
          return "[\(words)]"
        case .formula(let formula): return text(formula.row)
        }
      }.joined(separator: " ")
    }
    #expect(found.joined(separator: " // ") == expected)
    #expect(!label.problems.isEmpty)
  }

  @Test("All problems of a label come in one list, the first as a strict reading reports it")
  func allProblems() throws {
    let text = LocatedText(
      "$\\alhpa + \\frac{1}$ and $\\bta$", at: SourceLocation(file: "a", line: 1, column: 1))
    let problems = Label.problems(in: text)
    #expect(problems.map(\.at?.column) == [2, 19, 26])
    #expect(problems.map(\.help) == ["did you mean '\\alpha'?", nil, "did you mean '\\beta'?"])
    #expect(throws: problems[0]) { try Label(parsing: text) }
  }

  @Test("Without a problem, a lenient reading is the strict one", arguments: FormulaTreeTests.cases)
  func same(_ sample: FormulaTreeTests.Case) {
    #expect(tree(sample.source, in: lenient) == tree(sample.source))
  }

  @Test("Nesting without end is read to the end")
  func deepNesting() throws {
    for opening in [
      "{", "\\sqrt", "x^", "\\left(", "\\text{$", "\\text{\\text{", "\\hat", "a\\over ", "\\begin{matrix}",
      "\\text{{", "\\frac", "\\sqrt[", "\\color{red}", "\\left(\\begin{cases}", "\\not", "\\mathbf", "\\set{",
      "\\substack{", "\\begin{array}{@{", "\\begin{CD}@>", "\\fbox{$",
    ] {
      let source = "$" + String(repeating: opening, count: 500) + "z$"
      let label = try Label(parsing: LocatedText(source), in: lenient)
      #expect(!label.problems.isEmpty)
    }
  }
}
