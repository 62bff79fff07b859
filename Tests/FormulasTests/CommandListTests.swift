import Diagnostics
import Formulas
import Testing

struct CommandListTests {
  static let entries = FormulaCommands.groups.flatMap(\.entries)

  @Test("Every command's example is read without a problem")
  func examples() {
    for entry in CommandListTests.entries {
      let problems = Label.problems(in: LocatedText("$\(entry.example)$"))
      #expect(problems.isEmpty, "\(entry.example)")
    }
  }

  @Test("Every example holds its command, and no command has two rows")
  func names() {
    let groups = FormulaCommands.groups
    let formulaNames = groups.filter { !$0.title.hasSuffix("text") && $0.title != "Environments" }
      .flatMap { $0.entries.map(\.name) }
    var seen: Set<String> = []
    for name in formulaNames { #expect(seen.insert(name).inserted, "\\\(name) has two rows") }
    for group in groups {
      for entry in group.entries {
        let use = group.title == "Environments" ? "{\(entry.name)}" : "\\\(entry.name)"
        #expect(entry.example.contains(use), "\(entry.example) does not show \(use)")
      }
    }
  }

  @Test("A command that stands alone draws something", arguments: FormulaCommands.groups)
  func drawsSomething(_ group: FormulaCommands) throws {
    for entry in group.entries where group.title != "Spaces" && group.title != "Definitions" {
      let label = try Label(parsing: LocatedText("$\(entry.example)$"))
      guard case .formula(let formula)? = label.lines[0].first else {
        Issue.record("no formula in \(entry.example)")
        continue
      }
      #expect(!formula.row.nodes.isEmpty, "\(entry.example)")
    }
  }

  /// What real texts on machine learning use, ranked in a count of 8,141 formulas, and what slides add.
  static let used = """
    mathbf textrm frac times partial mathcal in mid sum theta epsilon mathbb left right top | begin end log hat
    sigma ldots boldsymbol cdot eta lambda ; alpha mu pi sim int phi exp { } infty ell beta leq sqrt mathrm nabla
    approx rightarrow text bar mathsf gamma cdots Big max geq delta dots vdots prod tau cos mathit stackrel quad
    leftarrow xi Delta bigg neq sin Sigma odot textbf to , hspace % tilde Lambda Theta ast operatorname rho lim
    omega mathop le min langle rangle cap prime tanh lfloor rfloor ge ddots big propto underbrace cup det ln
    emptyset pm ! parallel longrightarrow implies qquad small underset subseteq overrightarrow overleftarrow not >
    backslash Vert equiv perp circ succeq overbrace dfrac varepsilon uparrow gets Phi choose kappa ni forall arccos
    vec binom # chi circledast _ star Gamma Pr subset bigcup setminus lceil rceil lessapprox cosh succ overset iff
    mapsto ll wedge geqslant Longrightarrow color textcolor colorbox boxed displaystyle textstyle scriptstyle limits
    nolimits substack overline underline widehat widetilde dot ddot check breve mathring arg inf sup dim ker sinh
    arctan psi zeta nu iota varphi vartheta varrho Psi Omega Pi Xi Upsilon imath jmath Re Im exists neg lor land vee
    oplus otimes bullet div mp cong simeq asymp doteq models vdash prec preceq gg supset supseteq subsetneq notin
    bigcap bigoplus bigotimes iint oint Rightarrow Leftarrow leftrightarrow Leftrightarrow longmapsto hookrightarrow
    downarrow nearrow searrow leadsto xrightarrow xleftarrow middle bigl bigm bigr Bigl Bigm Bigr biggl biggm biggr
    Bigg Biggl Biggm Biggr lvert rvert lVert rVert lbrace rbrace llbracket rrbracket mathfrak mathscr mathtt bm textit
    texttt textsf tfrac cfrac dbinom tbinom phantom hphantom vphantom smash cancel tag mathrel mathbin mathord bmod
    pmod hline rm bf it cal enspace : mkern kern triangleq coloneqq blacksquare dagger degree angle over atop rule
    R N E Var Cov KL argmax argmin softmax sign Tr norm abs vx mW 1
    """

  @Test("All commands that real texts use are there")
  func tiers() {
    let known = Set(CommandListTests.entries.map(\.name))
    let names = CommandListTests.used.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(names.filter { !known.contains($0) } == [])
    #expect(known.contains("\\"))
  }
}
