import Diagnostics
import Formulas
import Testing

struct MacroTests {
  private func language(_ pairs: [(String, String)]) throws -> FormulaLanguage {
    FormulaLanguage(
      macros: try Macros(pairs.map { (name: LocatedText($0), body: LocatedText($1)) }))
  }

  /// A definition, its use, and what the use means when it is written out.
  struct Law: Sendable, CustomStringConvertible {
    var definition: String
    var use: String
    var meaning: String
    var description: String { "\(definition) \(use)" }

    init(_ definition: String, _ use: String, _ meaning: String) {
      self.definition = definition
      self.use = use
      self.meaning = meaning
    }
  }

  @Test(
    "A command means what it stands for, written out",
    arguments: [
      Law("\\newcommand{\\half}{\\frac12}", "x^\\half y", "x^\\frac12 y"),
      Law("\\newcommand\\p[2]{P(#1\\mid#2)}", "\\p{x}{y}\\p xy", "P(x\\mid y)P(x\\mid y)"),
      Law("\\newcommand{\\p}[2][x]{#1_#2}", "\\p y\\p[z]y", "x_y z_y"),
      Law("\\renewcommand\\alpha{\\beta}", "\\alpha a", "\\beta a"),
      Law("\\providecommand\\alpha{b}", "\\alpha", "\\alpha"),
      Law("\\providecommand\\foo{b}", "\\foo", "b"),
      Law("\\def\\x#1#2{#2^#1}", "\\x ab", "b^a"),
      Law("\\def\\x{a}\\def\\y{\\x\\x}", "\\y_\\y", "a a_a a"),
      Law("\\let\\x=\\sum", "\\x_i", "\\sum_i"),
      Law("\\def\\x{a}\\let\\y\\x\\def\\x{b}", "\\y", "a"),
      Law("\\DeclareMathOperator{\\rot}{rot}", "\\rot F", "\\operatorname{rot} F"),
      Law("\\DeclareMathOperator*{\\am}{arg\\,max}", "\\am_x", "\\operatorname*{arg\\,max}_x"),
      Law("\\def\\open{e^\\bgroup}\\def\\close{\\egroup}", "\\open a+b\\close", "e^{a+b}"),
      Law("\\def\\d#1{\\alpha#1}", "\\d x", "\\alpha x"),
      Law("\\def\\x{\\alpha}", "\\frac\\x y\\x", "\\frac\\alpha y\\alpha"),
      Law(
        "\\def\\row{a&b\\\\}", "\\begin{matrix}\\row c\\end{matrix}", "\\begin{matrix}a&b\\\\c\\end{matrix}"),
      Law("\\def\\l{\\left(}\\def\\r{\\right)}", "\\l x\\r", "\\left(x\\right)"),
      Law("\\def\\name{net}", "\\text{the \\name.}", "\\text{the net.}"),
      Law("\\def\\s{^2}", "x\\s", "x^2"),
    ])
  func expansion(_ law: Law) {
    let expected = tree(law.meaning)
    #expect(!expected.hasPrefix("error"))
    #expect(tree("\(law.definition) \(law.use)") == expected)
  }

  @Test("A definition holds to the end of its group, and from one formula to the next of a label")
  func scope() {
    #expect(tree("{\\def\\x{a}\\x}\\x") == "error: unknown command '\\x'")
    #expect(tree("\\def\\x{a}\\x$ and $\\x") == "a [ and ] a")
  }

  @Test("A scene's commands, with a backslash or without")
  func scene() throws {
    let language = try language([
      ("R", "\\mathbb{R}^{#1}"), ("\\loss", "\\mathcal{L}(\\vtheta)"), ("1", "\\mathbf 1"), ("rank", "r"),
      ("risk", "\\loss+\\R 2"),
    ])
    #expect(tree("\\R n", in: language) == tree("\\mathbb{R}^n"))
    #expect(tree("\\risk", in: language) == tree("\\mathcal{L}(\\vtheta)+\\mathbb{R}^2"))
    #expect(tree("\\rank\\1", in: language) == tree("r\\mathbf1"))
  }

  @Test(
    "A wrong definition is shown at its very character",
    arguments: [
      ("R2", "x", "1:2: 'R2' cannot name a command"),
      ("\\", "x", "1:2: '\\' cannot name a command"),
      ("a", "b#", "2:2: expected a number after '#'"),
      ("a", "#1#3", "2:3: #3 without #2"),
      ("a", "#10", "2:1: a command has parameters #1 to #9"),
      ("a", "{x", "2:1: unclosed '{'"),
      ("a", "x}", "2:2: unexpected '}'"),
      ("a", "\\foo\\bar", "2:1: unknown command '\\foo'"),
      ("a", "é\\mathbff{x}", "2:2: unknown command '\\mathbff'"),
    ])
  func wrongDefinition(name: String, body: String, message: String) throws {
    func located(_ text: String, _ line: Int) -> LocatedText {
      LocatedText(text, at: SourceLocation(file: "a", line: line, column: 1))
    }
    #expect {
      try Macros([(name: located(name, 1), body: located(body, 2))])
    } throws: { error in
      guard let first = (error as? DiagnosticList)?.diagnostics.first, let at = first.at else {
        return false
      }
      return "\(at.line):\(at.column): \(first.message)" == message
    }
  }

  @Test("All wrong definitions of a scene are reported at once, and two of one name")
  func several() {
    #expect {
      try Macros([
        (name: LocatedText("R2"), body: LocatedText("x")), (name: LocatedText("a"), body: LocatedText("{")),
        (name: LocatedText("b"), body: LocatedText("1")), (name: LocatedText("\\b"), body: LocatedText("2")),
      ])
    } throws: { error in (error as? DiagnosticList)?.diagnostics.count == 3 }
  }

  @Test(
    "A mistake in an argument points at it, one in a body at the call",
    arguments: [
      ("\\two{\\nabbla}", 7, "unknown command '\\nabbla'"),
      ("ab\\wrong", 4, "expected an argument of \\frac"),
      ("a+\\two", 8, "expected an argument of \\two"),
      ("\\loop", 2, "\\loop expands without end"),
      ("\\grow", 2, "\\grow expands without end"),
    ])
  func places(source: String, column: Int, message: String) throws {
    let language = try language([
      ("two", "#1+x"), ("wrong", "\\frac{1}"), ("loop", "\\loop"), ("grow", "\\grow\\grow xxxxxxxx"),
    ])
    let text = LocatedText("$\(source)$", at: SourceLocation(file: "a", line: 1, column: 1))
    #expect {
      try Label(parsing: text, in: language)
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.message == message && diagnostic?.at?.column == column
    }
  }
}
