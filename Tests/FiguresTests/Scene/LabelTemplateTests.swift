import Diagnostics
import Expressions
import Figures
import Formulas
import SceneFiles
import Testing

@Suite struct LabelTemplateTests {
  private let start = SourceLocation(file: "test.yaml", line: 3, column: 10)

  private func scope() throws -> Scope {
    var scope = Scope()
    for (name, body) in [("eta", "0.03"), ("v", "[1, -2]"), ("n", "40")] {
      let definition = try Definition(key: LocatedText(name), body: LocatedText(body))
      scope.define(name, as: try definition.evaluate(in: scope))
    }
    return scope
  }

  private func template(_ text: String) throws(Diagnostic) -> LabelTemplate {
    let labels = LabelReader()
    let template = try LabelTemplate(LocatedText(text, at: start), labels: labels)
    if let problem = labels.problems.first { throw problem }
    return template
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("after {{n}} steps", "after 40 steps"), ("{{eta}}", "0.03"),
    ("{{eta:.3f}} and {{n}}", "0.030 and 40"), ("$\\eta = {{eta}}$", "$\\eta = 0.03$"),
    ("{{n}}{{n}}", "4040"), ("{ {n} }", "{ {n} }"), ("{{inside(2):.1f}}", "2.0"),
    ("{{inside'(2):.1f}}", "1.0"),
    ("{{'a:b'}}", "a:b"), ("{{v[0]}}", "1"),
    ("{{ 1 + 1 }}", "2"), ("$10^{{{n}}}$", "$10^{40}$"), ("Größe {{n}}", "Größe 40"),
    ("{{eta/1e4:.1e}}", "3.0\u{2009}×\u{2009}10⁻⁶"), ("$x = {{-eta/1e4:.1e}}$", "$x = −3.0 \\times 10^{-6}$"),
    ("`{{-eta/1e4:.1e}}`", "`-3.0e-06`"), ("$a$ {{v}} $$b$$ `c`", "$a$ [1 −2] $$b$$ `c`"),
    ("$$v = {{v}}$$", "$$v = [1, −2]$$"), ("\\$ {{v}}", "\\$ [1 −2]"), ("`$` {{v}}", "`$` [1 −2]"),
    ("$M = {{[[1, 2], [3, 4]]}}$", "$M = \\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}$"),
  ])
  func valuesArePutIn(_ source: String, _ expected: String) throws {
    var scope = try scope()
    let inside = try Definition(key: LocatedText("inside(k)"), body: LocatedText("k"))
    scope.define("inside", as: try inside.evaluate(in: scope))
    #expect(try template(source).evaluate(in: scope).source == expected)
  }

  /// Where an error stands, as a column of the one line that starts at column 10.
  @Test(arguments: [
    ("a {{b", 12), ("ab {{1 +}}", 18), ("{{}}", 12), ("$\\nabl L$", 11), ("x $a_$", 15), ("$a", 10),
  ])
  func whatIsWrongByItselfIsFoundAtOnce(_ source: String, _ column: Int) {
    let error = #expect(throws: Diagnostic.self) { try template(source) }
    #expect(error?.at?.line == 3)
    #expect(error?.at?.column == column, "\(error?.message ?? "")")
  }

  @Test(arguments: [("a {{b}}", 14), ("{{eta}} {{eta + w}}", 26), ("{{v:q}}", 14)])
  func whatIsWrongWithAValueIsFoundAtIt(_ source: String, _ column: Int) throws {
    let template = try template(source)
    let scope = try scope()
    let error = #expect(throws: Diagnostic.self) { try template.evaluate(in: scope) }
    #expect(error?.at?.column == column, "\(error?.message ?? "")")
  }
}
