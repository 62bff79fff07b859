import Diagnostics
import Expressions
import Testing

private let many = String(repeating: "(", count: 300)

@Suite struct WrongProgramTests {
  @Test(arguments: [
    // The text.
    ("", "1:1: expected an expression, found nothing"),
    ("1 +", "1:4: expected a value, found the end"),
    ("2 x", "1:3: expected an operator before 'x'; write '*' to multiply"),
    ("a = 1", "1:3: unexpected '='; write '==' to compare"),
    ("(1", "1:3: expected ')' to close '(', found the end"),
    ("[1, 2", "1:6: expected ']' to close '[', found the end"),
    ("1 & 2", "1:3: unexpected character '&'; write 'and'"),
    ("'abc", "1:1: the text has no closing '"),
    ("1 if 2", "1:7: expected 'else' after 'if' and its condition, found the end"),
    ("f(a=1, 2)", "1:8: an argument without a name follows one with a name"),
    ("(x, x) -> x", "1:1: two parameters are called 'x'"),
    ("1..2..3", "1:5: a range has one '..'"),
    ("x.", "1:3: expected a name after '.', found the end"),
    ("[1][]", "1:5: expected a value, found ']'"),
    ("[i for 3 in x]", "1:8: expected a name after 'for', found '3'"),
    ("1 + ⁻", "1:5: expected a digit after '⁻'"),
    // Names.
    ("sinn(1)", "1:1: undefined name 'sinn'; did you mean 'sin'?"),
    ("1 + η", "1:5: undefined name 'η'"),
    ("x -> x + unknwon", "1:10: undefined name 'unknwon'"),
    ("walk.pionts", "1:6: a descent has no 'pionts'; did you mean 'points'?"),
    ("normal().pfd(1)", "1:10: a normal distribution has no 'pfd'; did you mean 'pdf'?"),
    ("[1, 2].men", "1:8: a vector of 2 has no 'men'; did you mean 'mean'?"),
    // Calls.
    ("L(1)", "1:1: L takes 2 arguments (w1, w2), found 1"),
    ("L(1, 2, 3)", "1:1: L takes 2 arguments (w1, w2), found 3"),
    ("L(1, w3=2)", "1:6: L has no argument 'w3'; did you mean 'w1'?"),
    ("L(1, w1=2)", "1:6: L: two values for 'w1'"),
    ("sin()", "1:1: sin needs the argument 'x'"),
    ("sin(1, 2)", "1:1: sin takes 1 argument (x), found 2"),
    ("sgd()", "1:1: sgd needs the argument 'rate'"),
    ("sgd(rat=1)", "1:5: sgd has no argument 'rat'; did you mean 'rate'?"),
    ("3(4)", "1:2: a number cannot be called; write '*' to multiply"),
    ("max()", "1:1: max needs an argument"),
    // Kinds.
    ("1 + 'a'", "1:3: +: expected numbers, found a text"),
    ("sin(L)", "1:1: sin: expected numbers, found a function of 2 variables"),
    ("1 if 5 else 2", "1:6: a condition: expected true or false, found a number"),
    (
      "1 if [1, 2] > 1 else 2",
      "1:6: a condition: expected true or false, found a vector of 2; where(condition, a, b) chooses for each element"
    ),
    ("1 and true", "1:1: a condition: expected true or false, found a number"),
    ("normal(0, -1)", "1:11: normal: sd: expected more than 0, found −1"),
    ("linspace(0, 1, 2.5)", "1:16: linspace: count: expected a whole number, found 2.5"),
    ("linspace(0, 1, -1)", "1:16: linspace: count: expected at least 0, found −1"),
    ("grad(3)", "1:1: grad: expected a function, found a number"),
    (
      "derivative(L)(1, 2)",
      "1:1: derivative(L): expected a function of one number; grad is for several variables"
    ),
    (
      "grad((x, y) -> [x, y])(1, 2)",
      "1:1: grad(the function): expected a function whose value is a number, found a vector of 2; jacobian is for functions whose value is a vector"
    ),
    (
      "descend(L, from=[1, 2], with=0.1, steps=3)",
      "1:25: descend: with: expected an optimizer such as sgd(rate=0.1), found a number"
    ),
    (
      "descend(L, from=[1, 2, 3], with=sgd(rate=0.1), steps=3)",
      "1:1: L takes 2 arguments (w1, w2), but is used with 3"
    ),
    (
      "descend(L, from=[nan, 2], with=sgd(rate=9), steps=10)",
      "1:12: descend: from: the loss or its gradient is not finite at the start"
    ),
    (
      "descend(L, from=[1, 2], with=sgd(rate=9), steps=1e9)",
      "1:43: descend: steps: expected at most 1000000, found 1000000000"
    ),
    // Shapes.
    ("[1, 2] + [1, 2, 3]", "1:8: +: shapes (2,) and (3,) do not fit: 2 ≠ 3"),
    ("zeros([3, 4]) @ zeros([3, 2])", "1:15: @: shapes (3, 4) and (3, 2) do not fit: 4 ≠ 3"),
    ("2 @ [1]", "1:3: @: expected vectors or matrices, found a number"),
    ("[1, 2, 3][3]", "1:11: index 3 is out of range: expected −3 … 2"),
    ("[1, 2, 3][0.5]", "1:11: an index: expected a whole number, found 0.5"),
    ("[1, 2, 3][0, 0]", "1:10: too many indices: a vector of 3 takes 1, found 2"),
    ("[1, 2, 3][::0]", "1:13: a slice's step cannot be 0"),
    ("5[0]", "1:2: a number cannot be indexed"),
    ("sum([1, 2], axis=1)", "1:1: sum: axis: expected at most 0, found 1"),
    ("reshape([1, 2, 3], [2, 2])", "1:1: reshape: a vector of 3 does not fill the shape (2, 2)"),
    ("max([])", "1:1: max: expected at least one element, found none"),
    ("[a for a, b in [1, 2]]", "1:16: expected a list, vector or range, found a number"),
    // Bounds.
    ("zeros(1e12)", "1:1: zeros: shape: expected at most 100000000, found 1000000000000"),
    (
      "zeros([1e5, 1e5])",
      "1:1: a tensor of shape (100000, 100000) is too large: more than 100000000 elements"
    ),
    ("sum(0..1000000000)", "1:1: a range of 1000000001 is too large: more than 100000000 elements"),
    ("[[1, 2][i] for i in 0..1e18]", "1:24: an end of '..': expected at most 1000000000, found 1e+18"),
    (
      "forever(1)",
      "1:1: calls are nested too deeply: more than 200; a function that calls itself needs a known condition at which it stops; a scene can raise it, as in limits: {recursion: 400}; at most 400"
    ),
  ])
  func `A wrong program is explained where it is wrong`(_ text: String, _ expected: String) {
    let found = complaint(
      text,
      [
        "L(w1, w2)": "(1 - w1)^2 + 100*(w2 - w1^2)^2", "forever(n)": "forever(n + 1)",
        "walk": "descend(L, from=[1, 2], with=sgd(rate=0.0001), steps=2)",
      ])
    #expect(found == expected)
  }

  @Test(arguments: [
    many + "1", String(repeating: "-", count: 300) + "1", String(repeating: "[", count: 300),
    String(repeating: "not ", count: 300) + "true", String(repeating: "2^", count: 300) + "2",
    String(repeating: "1 if true else ", count: 300) + "2", String(repeating: "x -> ", count: 300) + "x",
    String(repeating: "sin(", count: 300) + "1", String(repeating: "√", count: 300) + "2",
    String(repeating: "∇", count: 300) + "2", String(repeating: "‖", count: 301),
    "x" + String(repeating: "²[0]", count: 300),
  ])
  func `Deep nesting is refused and does not exhaust the stack`(_ text: String) {
    let found = complaint(text)
    #expect(found.contains("too deeply") || found.contains("too many") || found.contains("expected a value"))
  }

  @Test func `Long sums are not deep`() throws {
    let sum = Array(repeating: "1", count: 5000).joined(separator: " + ")
    #expect(try shown(sum) == "5000")
    #expect(try shown(Array(repeating: "true", count: 5000).joined(separator: " and ")) == "true")
  }

  @Test func `Nested calls of nested expressions stay within the stack`() {
    let nested = String(repeating: "(0 + ", count: 150) + "f(n + 1)" + String(repeating: ")", count: 150)
    let found = complaint("f(1)", ["f(n)": nested])
    #expect(found.contains("the evaluation is nested too deeply"))
    let recursive = complaint("derivative(f)(1)", ["f(x)": "x if x > 0 else f(x + 1)"])
    #expect(recursive.contains("calls are nested too deeply"))
  }

  @Test func `Values and functions built on each other without end are refused`() throws {
    let bodies: KeyValuePairs = [
      "['a', x]": "a list of 2 is nested too deeply", "y -> x(y)": "is nested too deeply",
      "derivative(x)": "is nested too deeply",
    ]
    for (body, expected) in bodies {
      var scope = Scope()
      scope.define("x", as: try value("sin"))
      var message = ""
      for _ in 0..<400 {
        let definition = try Definition(key: located("x"), body: located(body))
        do { scope.define("x", as: try definition.evaluate(in: scope)) } catch { message = "\(error)" }
      }
      #expect(message.contains(expected), "\(message)")
    }
    let lines: KeyValuePairs = ["d(g, n)": "g if n == 0 else d(derivative(g), n - 1)", "f": "d(x -> x, 150)"]
    #expect(
      try shown("f(1)", ["d(g, n)": "g if n == 0 else d(derivative(g), n - 1)", "f": "d(x -> x, 20)"]) == "0")
    #expect(complaint("d(f, 100)(1)", lines).contains("calls are nested too deeply"))
  }

  @Test func `Bounds of work hold in loops of loops`() {
    var scope = Scope()
    scope.limits.work = 50_000
    let programs = [
      "sum([sum([sum([i*j*k for k in 0..10000]) for j in 0..10000]) for i in 0..10000])",
      "[0 for i in 0..1000000000]", "sum(zeros(9000000) + 1)", "zeros([20000, 20]) @ zeros([20, 1000])",
    ]
    for program in programs {
      #expect(throws: Diagnostic.self) {
        try Expression(parsing: located(program)).evaluate(in: scope)
      }
    }
    scope.limits.work = 1_000_000
    #expect(throws: Never.self) {
      try Expression(parsing: located("sum(zeros(900000) + 1)")).evaluate(in: scope)
    }
  }

  @Test func `Errors of definitions have their places`() {
    func found(_ key: String, _ body: String) -> String {
      do {
        let definition = try Definition(key: located(key), body: located(body))
        _ = try definition.evaluate(in: Scope())
        return "fine"
      } catch { return "\(error)".replacing("scene:", with: "").replacing(" error:", with: "") }
    }
    #expect(found("L(x, x)", "1") == "1:6: two parameters are called 'x'")
    #expect(found("L(x", "1") == "1:4: expected ',' between parameters, found the end")
    #expect(found("3", "1") == "1:1: expected a name, found '3'")
    #expect(found("a b", "1") == "1:3: expected '(' or nothing after 'a', found 'b'")
    #expect(found("f(x)", "x + foo") == "1:5: undefined name 'foo'")
    #expect(found("f(x)", "f(x)") == "fine")
  }

  @Test func `Conversions name what they wanted`() throws {
    let place = SourceLocation(file: "scene", line: 3, column: 4)
    let vector = try value("[1, 2]")
    #expect(throws: Diagnostic("eta: expected a number, found a vector of 2", at: place)) {
      try vector.number(of: "eta", at: place)
    }
    #expect(throws: Diagnostic("data: expected a matrix, found a vector of 2", at: place)) {
      try vector.matrix(of: "data", at: place)
    }
    #expect(throws: Diagnostic("L takes 2 arguments (x, y), but is used with 3", at: place)) {
      try function("L", ["L(x, y)": "x"]).compiled(inputs: 3, at: place)
    }
  }
}
