import Formulas
import Testing

@Suite struct CodeRolesTests {
  /// The code with every token that wears a role's color in brackets, behind the role's place.
  private func colored(_ source: String, _ symbols: [String]) -> String {
    let roles = CodeRoles(symbols)
    return CodeLanguage.python.tokens(source).map { token in
      roles.place(of: token).map { "\($0)[\(token.text)]" } ?? token.text
    }.joined()
  }

  @Test(
    "A symbol of formulas is found however it is spelled",
    arguments: [
      ("w", "w + w1 + new", "0[w] + w1 + new"), ("eta", "eta * η", "0[eta] * 0[η]"),
      ("\\eta", "eta * η", "0[eta] * 0[η]"), ("η", "eta * η", "0[eta] * 0[η]"), ("$\\eta$", "eta", "0[eta]"),
      ("\\varepsilon", "epsilon + ε + ϵ", "0[epsilon] + 0[ε] + 0[ϵ]"), ("phi", "φ ϕ", "0[φ] 0[ϕ]"),
      ("\\lambda", "lambda_ * lambda_(λ)", "0[lambda_] * 0[lambda_](0[λ])"),
      ("lambda", "lambda x: x", "lambda x: x"),
      ("∇L", "L + grad", "L + grad"), ("grad", "g = grad(w)", "g = 0[grad](w)"),
      ("w_1", "w_1 + w1", "0[w_1] + w1"),
      ("eta_", "eta", "eta"),
    ])
  func spellings(symbol: String, source: String, expected: String) {
    #expect(colored(source, [symbol]) == expected)
  }

  @Test(
    "Only the variable itself wears the color",
    arguments: [
      ("x.w", "x.w"), ("x.w(1)", "x.w(1)"), ("self.w + self.net.w", "self.0[w] + self.net.w"),
      ("f(w=w)", "f(w=0[w])"), ("f(a, w=1)[w]", "f(a, w=1)[0[w]]"),
      ("def f(w=1): return w", "def f(0[w]=1): return 0[w]"),
      ("def w(x): pass", "def 0[w](x): pass"), ("w = 1", "0[w] = 1"), ("'w' # w", "'w' # w"),
      ("f'{w:.2f} w'", "f'{0[w]:.2f} w'"), ("'''w'''", "'''w'''"), ("@w\nw", "@w\n0[w]"),
      ("w[w]", "0[w][0[w]]"),
      ("f(w == 1)", "f(0[w] == 1)"), ("f(*w)", "f(*0[w])"), ("a.b.w, w", "a.b.w, 0[w]"),
    ])
  func variables(source: String, expected: String) { #expect(colored(source, ["w"]) == expected) }

  @Test("Library and built-in names may have roles too, keywords never")
  func reserved() {
    #expect(colored("sum(np.x) if w", ["sum", "np", "if"]) == "0[sum](1[np].x) if w")
  }

  @Test("Of two symbols with one name the first counts")
  func first() { #expect(colored("eta", ["\\eta", "eta"]) == "0[eta]") }

  @Test("Plain text has no variables")
  func plain() {
    let roles = CodeRoles(["w"])
    #expect(CodeLanguage.plain.tokens("w").allSatisfy { roles.place(of: $0) == nil })
  }
}
