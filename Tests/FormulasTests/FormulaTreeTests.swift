import Diagnostics
import Formulas
import Testing

struct FormulaTreeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var tree: String
    var testDescription: String { source }

    init(_ source: String, _ tree: String) {
      self.source = source
      self.tree = tree
    }
  }

  static let cases = [
    Case("{}", "{}"),
    Case("w := w - \\eta\\,\\nabla L(w)", "w ≔ʳ w −ᵇ η 3.0mu ∇ L (ᵒ w )ᶜ"),
    Case("\\mathbf{a} + \\mathbf b", "a:bold +ᵇ b:bold"),
    Case("a*b-c", "a ∗ᵇ b −ᵇ c"),
    Case("x_1^2", "x_{1}^{2}"),
    Case("x^2_1", "x_{1}^{2}"),
    Case("x'", "x^{′}"),
    Case("f''^2", "f^{′ ′ 2}"),
    Case("x²", "x^{2}"),
    Case("w₁₂ᵀ", "w_{1 2}^{⊤}"),
    Case("{}^n", "{}^{n}"),
    Case("_1", "∅_{1}"),
    Case("x^\\frac12", "x^{frac(1 | 2)}"),
    Case("{x}_i", "x_{i}"),
    Case("{xy}_i", "{x y}_{i}"),
    Case("\\frac{e^{z_i}}{\\sum_j e^{z_j}}", "frac(e^{z_{i}} | big(∑ limits)_{j} e^{z_{j}})"),
    Case("a \\over b", "frac(a | b)"),
    Case("{n \\choose k}", "{fence(( over(n | k) ))}"),
    Case("\\binom{n}{k}", "fence(( over(n | k) ))"),
    Case("\\sqrt[3]{x}", "root(3 | x)"),
    Case("\\sqrt 2", "root(2)"),
    Case("\\left( \\frac ab \\middle| c \\right]", "fence(( frac(a | b) | c ])"),
    Case("\\left. x \\right|_0", "fence(. x |)_{0}"),
    Case("\\left\\{ x \\right\\rangle", "fence({ x ⟩)"),
    Case("\\big( \\Bigr)", "size1(() size2())ᶜ"),
    Case("\\int\\limits_0^1", "big(∫)!l_{0}^{1}"),
    Case("\\hat{\\theta}", "hat(θ)"),
    Case("\\log x", "op(log) x"),
    Case("\\operatorname*{arg\\,max}_x", "op(arg max limits)_{x}"),
    Case("\\mathrm{train}", "word(train)"),
    Case("\\mathrm d x", "d:upright x"),
    Case("\\mathbb{R}^d", "R:blackboard^{d}"),
    Case("\\text{if } x > 0", "text(if ) x >ʳ 0"),
    Case("\\text{a $b$ \\textbf{c}}", "{text(a ) {b} text( ) text(c bold)}"),
    Case("θ ≤ ∇L", "θ ≤ʳ ∇ L"),
    Case("∑_i x·y", "big(∑ limits)_{i} x ⋅ᵇ y"),
    Case("x \\not= y", "x ≠ʳ y"),
    Case("\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\\\ \\end{bmatrix}", "fence([ grid(1 & 2 / 3 & 4) ])"),
    Case("a \\\\ b", "grid:gathered:l(a / b)"),
    Case("\\textcolor{red}{a}+b", "ink(rgb(16711680) a) +ᵇ b"),
    Case("\\role{gradient}{g}", "ink(role(\"gradient\") g)"),
    Case("\\R", "R:blackboard"),
    Case("\\underset{w}{\\argmin} L", "stack(op(arg min limits) over - under w)ˡ L"),
    Case("\\underbrace{a}_{b}", "brace-under(⏟ a)_{b}"),
    Case("50\\%, a~b", "5 0 % ,ᵖ a 6.0mu b"),
    Case("\\bf x", "x:bold"),
    Case("{\\rm x} y", "x:upright y"),
    Case("\\norm{x}", "fence(‖ x ‖)"),
  ]

  @Test("A formula becomes the tree that TeX would build", arguments: cases)
  func tree(_ sample: Case) throws {
    let label = try Label(parsing: LocatedText("$\(sample.source)$"))
    guard case .formula(let formula)? = label.lines[0].first else {
      Issue.record("no formula")
      return
    }
    #expect(text(formula.row) == sample.tree)
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var source: String
    var column: Int
    var message: String
    var help: String?
    var testDescription: String { source }

    init(_ source: String, _ column: Int, _ message: String, help: String? = nil) {
      self.source = source
      self.column = column
      self.message = message
      self.help = help
    }
  }

  static let delimiterHelp =
    "known: ( ) [ ] \\{ \\} | \\| \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil / ."

  static let mistakes = [
    Mistake("a $\\nabbla L$", 4, "unknown command '\\nabbla'", help: "did you mean '\\nabla'?"),
    Mistake("θ $\\alhpa$", 4, "unknown command '\\alhpa'", help: "did you mean '\\alpha'?"),
    Mistake("$x_{t$", 4, "unclosed '{'"),
    Mistake("$x}$", 3, "unexpected '}'"),
    Mistake("costs $5", 7, "unclosed '$'", help: "write \\$ for a dollar sign"),
    Mistake("$x^2^3$", 5, "second superscript", help: "group with braces: {x^a}^b"),
    Mistake("$x_a_b$", 5, "second subscript", help: "group with braces: {x_a}_b"),
    Mistake("$\\frac{1}$", 10, "expected an argument of \\frac"),
    Mistake("$\\left( x$", 2, "\\left without \\right", help: "write \\right. for an invisible one"),
    Mistake("$x \\right)$", 4, "unexpected '\\right'", help: "it needs a \\left before it"),
    Mistake("$a & b$", 4, "unexpected '&'", help: "write \\& for an ampersand"),
    Mistake(
      "$\\begin{pmatrx}a\\end{pmatrx}$", 8, "unknown environment 'pmatrx'", help: "did you mean 'pmatrix'?"),
    Mistake("$\\begin{cases}a\\end{matrix}$", 20, "\\begin{cases} ends with \\end{matrix}"),
    Mistake("$\\begin{cases}a$", 2, "\\begin{cases} without \\end{cases}"),
    Mistake("$\\textcolor{rde}{a}$", 13, "unknown color 'rde'", help: "did you mean 'red'?"),
    Mistake("$x^$", 4, "expected an argument of '^'"),
    Mistake("a **b", 3, "unclosed '**'", help: "write \\*\\* for two asterisks"),
    Mistake("a *b", 3, "unclosed '*'", help: "write \\* for an asterisk"),
    Mistake("a `b", 3, "unclosed '`'", help: "write \\` for a backtick"),
    Mistake("$\\$", 1, "unclosed '$'", help: "write \\$ for a dollar sign"),
    Mistake("$\\hspace{x}$", 9, "expected a length after \\hspace, such as 1em"),
    Mistake("$\\lamda$", 2, "unknown command '\\lamda'", help: "did you mean '\\lambda'?"),
    Mistake("$\\mathbff{x}$", 2, "unknown command '\\mathbff'", help: "did you mean '\\mathbf'?"),
    Mistake(
      "$\\longleftr$", 2, "unknown command '\\longleftr'", help: "did you mean '\\longleftrightarrow'?"),
    Mistake("$\\lambdafoobar$", 2, "unknown command '\\lambdafoobar'", help: "did you mean '\\lambda'?"),
    Mistake(
      "$\\begin{array}{cc|r}1\\\\1&2&3&4\\end{array}$", 29, "row 2 has 4 cells, expected 3 columns",
      help: "the columns after \\begin{array} are {cc|r}"),
    Mistake("$\\begin{cases}a&b&c&d\\end{cases}$", 18, "row 1 has 4 cells, expected 2 columns"),
    Mistake("$\\begin{array}{cx}1\\end{array}$", 17, "unknown column 'x', expected l, c or r"),
    Mistake("$\\begin{alignat}{x}a\\end{alignat}$", 17, "expected a number of column pairs, found 'x'"),
    Mistake("$a\\\\[1em b$", 5, "unclosed '['"),
    Mistake(
      "$50%$", 4, "'%' starts a comment, which no line break ends", help: "write \\% for a percent sign"),
    Mistake("$\\left x$", 8, "expected a delimiter after \\left, found 'x'", help: delimiterHelp),
    Mistake("$a\\tag1\\tag2$", 8, "a second \\tag on one line"),
    Mistake("$\\verb|a$", 7, "expected the same sign before and after what \\verb shows", help: "\\verb|…|"),
    Mistake("$\\char\"g$", 7, "expected the number of a character after \\char", help: "\\char\"3B1"),
    Mistake("$\\text{a$", 9, "unclosed '$' in text"),
    Mistake(
      "$\\def x{1}$", 7, "expected the name of a command after \\def", help: "such as \\newcommand{\\loss}{L}"
    ),
    Mistake("$\\newcommand\\x[1]{a#2}$", 20, "#2, but the command takes 1 argument"),
    Mistake("$\\hline$", 2, "unexpected '\\hline'"),
    Mistake("$a \\end{matrix}$", 4, "unexpected '\\end'", help: "it needs a \\begin before it"),
    Mistake("$1\\over2\\over3$", 9, "a second \\over in one group", help: "group with braces"),
    Mistake(
      "$\\begin{CD}A@x B\\end{CD}$", 13, "expected an arrow after '@'",
      help: "@>>> @<<< @= @VVV @AAA @| or @."),
  ]

  @Test("A mistake is shown at its very character", arguments: mistakes)
  func located(_ mistake: Mistake) {
    let start = SourceLocation(file: "a.yaml", line: 3, column: 1)
    #expect {
      try Label(parsing: LocatedText(mistake.source, at: start))
    } throws: { error in
      guard let diagnostic = error as? Diagnostic else { return false }
      #expect(diagnostic.message == mistake.message)
      #expect(diagnostic.at == SourceLocation(file: "a.yaml", line: 3, column: mistake.column))
      #expect(diagnostic.help == mistake.help)
      return true
    }
  }

  @Test("Nesting without end is refused, not followed")
  func deepNesting() {
    for opening in ["{", "\\sqrt", "x^", "\\left(", "\\text{$", "\\text{\\text{", "\\hat", "a\\over"] {
      let source = "$" + String(repeating: opening, count: 7_000)
      #expect(throws: Diagnostic.self) { try Label(parsing: LocatedText(source)) }
    }
  }
}
