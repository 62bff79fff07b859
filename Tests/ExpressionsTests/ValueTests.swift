import Diagnostics
import Expressions
import MathCore
import Testing

@Suite struct ValueTests {
  @Test(arguments: [
    // Precedence and associativity.
    ("1 + 2*3", "7"), ("-2^2", "−4"), ("2^3^2", "512"), ("2^-1", "0.5"), ("(-2)^2", "4"), ("- - 3", "3"),
    ("2**3", "8"), ("10 - 4 - 3", "3"), ("16/4/2", "2"), ("7 // 2", "3"), ("-7 % 3", "2"), ("-7 // 2", "−4"),
    ("1 + 2 < 4", "true"), ("not 1 < 2", "false"), ("not false and false", "false"),
    ("true or false and false", "true"), ("1 < 2 < 3", "true"), ("1 < 3 < 2", "false"), ("1 == 1.0", "true"),
    ("1 if true else 2 if true else 3", "1"), ("(1 if false else 2) + 1", "3"),
    ("1_000 + .5 + 1e-1", "1000.6"),
    ("2*-3", "−6"), ("2 - -3", "5"), ("'a' == 'a'", "true"), ("2 != 2", "false"),
    // Unicode as on a blackboard.
    ("3²", "9"), ("2⁻¹", "0.5"), ("2³²", "4294967296"), ("−2 × 3 ÷ 4", "−1.5"),
    ("1 ≤ 1 and 2 ≥ 1 and 1 ≠ 2", "true"),
    ("√16", "4"), ("√[1, 4]", "[1 2]"), ("‖[3, 4]‖", "5"), ("[1, 2]·[3, 4]", "11"), ("2·3", "6"),
    ("cos(π)", "−1"), ("∞", "∞"), ("-2²", "−4"), ("[[1, 2], [3, 4]]ᵀ", "[[1 3] [2 4]]"),
    ("(x → x²)(3)", "9"), ("(x -> x^3)′(2)", "12"), ("∇(w -> w·w)([1, 2])", "[2 4]"),
    // Vectors, matrices, indices.
    ("[1, 2] + 1", "[2 3]"), ("[1, 2] * [3, 4]", "[3 8]"), ("[[1, 2], [3, 4]] @ [1, 1]", "[3 7]"),
    ("[1, 2] @ [[1, 2], [3, 4]]", "[7 10]"), ("[1, 2] @ [3, 4]", "11"),
    ("[[1, 2], [3, 4]] @ [[0, 1], [1, 0]]", "[[2 1] [4 3]]"), ("[[1], [2]] + [10, 20]", "[[11 21] [12 22]]"),
    ("[5, 6, 7][0]", "5"), ("[5, 6, 7][-1]", "7"), ("[5, 6, 7][1:]", "[6 7]"), ("[5, 6, 7][:-1]", "[5 6]"),
    ("[5, 6, 7][::-1]", "[7 6 5]"), ("[5, 6, 7][5:]", "[]"), ("[[1, 2], [3, 4]][1, 0]", "3"),
    ("[[1, 2], [3, 4]][:, 1]", "[2 4]"), ("[[1, 2], [3, 4]][0]", "[1 2]"), ("[5, 6, 7][[2, 0]]", "[7 5]"),
    ("[5, 6, 7][0..1]", "[5 6]"), ("[[1, 2], [3, 4]].T", "[[1 3] [2 4]]"), ("[[1, 2, 3]].shape", "[1 3]"),
    ("(1..4)[-1]", "4"), ("0..3", "[0 1 2 3]"), ("3..1", "[]"), ("[1, 2, 3] > 2", "[0 0 1]"),
    ("[i^2 for i in 0..4]", "[0 1 4 9 16]"), ("[[i*j for j in 1..2] for i in 1..2]", "[[1 2] [2 4]]"),
    ("[a + b for a, b in [[1, 2], [3, 4]]]", "[3 7]"), ("[row for row in [[1, 2], [3, 4]]][1]", "[3 4]"),
    ("[[1, 2], [3]]", "[[1 2] [3]]"), ("['a', 'b'][1]", "b"), ("[true, 3]", "[1 3]"),
    // Built-in functions.
    ("max(1, 5, 2)", "5"), ("min([3, 1, 2])", "1"), ("sum([[1, 2], [3, 4]])", "10"), ("mean([1, 2, 3])", "2"),
    ("sum([[1, 2], [3, 4]], axis=0)", "[4 6]"), ("mean([[1, 2], [3, 4]], axis=-1)", "[1.5 3.5]"),
    ("std([1, 3])", "1"), ("var([[1, 3], [2, 6]], axis=1)", "[1 4]"), ("len([[1, 2], [3, 4], [5, 6]])", "3"),
    ("linspace(0, 1, 5)", "[0 0.25 0.5 0.75 1]"), ("linspace(2, 5, count=1)", "[2]"),
    ("eye(2)", "[[1 0] [0 1]]"),
    ("zeros([2, 1])", "[[0] [0]]"), ("reshape(1..4, [2, 2])", "[[1 2] [3 4]]"),
    ("where([1, -1] > 0, 5, 6)", "[5 6]"),
    ("clip([-5, 0.5, 5], 0, 1)", "[0 0.5 1]"), ("lerp(10, 20, 0.25)", "12.5"),
    ("round([0.5, 1.5, -2.5])", "[0 2 −2]"),
    ("softmax([[0, 0], [0, 0]])", "[[0.5 0.5] [0.5 0.5]]"), ("softmax([[0], [0]], axis=0)", "[[0.5] [0.5]]"),
    ("relu([-1, 2])", "[0 2]"), ("leaky_relu(-1, slope=0.1)", "−0.1"), ("atan2(1, 0) == pi/2", "true"),
    ("normal(2, 3).mean", "2"), ("normal(sd=3).variance", "9"), ("normal().cdf(0)", "0.5"),
    ("normal().pdf([0, 1])", "[0.398942 0.241971]"), ("normal(mean=[0, 1]).cdf(0)", "[0.5 0.158655]"),
    ("0/0", "nan"), ("1/0", "∞"), ("-1/0", "−∞"), ("0 * -1", "0"), ("e", "2.71828"), ("tau/2 == pi", "true"),
    // Derivatives.
    ("derivative(sin)(0)", "1"), ("derivative(derivative(x -> x^3))(2)", "12"),
    ("grad((x, y) -> x*y^2)(2, 3)", "[9 12]"),
    ("derivative(x -> [x^2, x^3])(2)", "[4 12]"), ("hessian((x, y) -> x^2*y)(1, 2)", "[[4 2] [2 0]]"),
    ("hessian(w -> w[0]^2*w[1])([1, 2])", "[[4 2] [2 0]]"), ("hessian(x -> x^3)(2)", "12"),
    ("jacobian((x, y) -> [x*y, x + y, x])(2, 3)", "[[3 2] [1 1] [1 0]]"),
    ("jacobian(x -> [x, x^2])(3)", "[1 6]"),
    ("jacobian(w -> [sum(w)])([1, 2, 3])", "[[1 1 1]]"), ("jacobian(w -> w@w)([1, 2])", "[2 4]"),
    ("derivative(x -> derivative(y -> x*y)(3))(5)", "1"),
    ("derivative(x -> x * derivative(y -> x)(1))(5)", "0"),
    ("derivative(x -> derivative(y -> x*y)(x))(5)", "1"),
    ("derivative(x -> x^2 if x > 0 else -x)(-3)", "−1"), ("derivative(abs)(0)", "0"),
    ("derivative(relu)(0)", "0"),
    ("derivative(x -> max(x, 0))(0)", "0.5"), ("grad(x -> max(x))([1, 3, 3])", "[0 0.5 0.5]"),
    ("derivative(x -> sum([x^i for i in 0..3]))(2)", "17"), ("derivative(normal(0, 1).cdf)(0)", "0.398942"),
    ("derivative(m -> normal(mean=m).logpdf(2))(0.5)", "1.5"),
    ("grad(W -> sum(W @ [1, 2]))([[1, 1], [1, 1]])", "[[1 2] [1 2]]"),
    ("grad(w -> sum(w[::-1] * [1, 10, 100]))([0, 0, 0])", "[100 10 1]"), ("derivative(x -> 3)(2)", "0"),
    ("grad(z -> logsumexp(z))([1000, 1000])", "[0.5 0.5]"), ("grad(w -> ‖w‖)([3, 4])", "[0.6 0.8]"),
    ("derivative(x -> 1 if x > 0 and x < 2 else x)(1)", "0"), ("derivative(x -> 0^x)(2)", "0"),
    ("derivative(x -> x^x)(1)", "1"), ("grad(w -> mean((w - mean(w))^2))([1, 3])", "[−1 1]"),
  ])
  func `An expression has a value`(_ text: String, _ expected: String) throws {
    #expect(try shown(text) == expected)
  }

  @Test func `Functions see the names above them, and themselves`() throws {
    let lines: KeyValuePairs = [
      "a": "2", "f(x)": "a*x + 1", "factorial(n)": "1 if n < 2 else n*factorial(n - 1)",
      "twice(g)": "x -> g(g(x))", "η": "0.03", "w₁": "5",
    ]
    #expect(try shown("f(3)", lines) == "7")
    #expect(try shown("factorial(10)", lines) == "3628800")
    #expect(try shown("twice(f)(1)", lines) == "7")
    #expect(try shown("f(x=4)", lines) == "9")
    #expect(try shown("eta + w1", lines) == "5.03")
    #expect(try shown("derivative(twice(f))(1)", lines) == "4")
  }

  @Test func `A name of the user's hides a built-in one`() throws {
    #expect(try shown("e + 1", ["e": "1"]) == "2")
    #expect(try shown("sin(1)", ["sin(x)": "x + 1"]) == "2")
  }

  @Test func `A descent is a record`() throws {
    let lines: KeyValuePairs = [
      "L(x, y)": "x^2 + 10*y^2", "walk": "descend(L, from=[1, 1], with=sgd(rate=0.05), steps=2)",
    ]
    #expect(try shown("walk.points", lines) == "[[1 1] [0.9 0] [0.81 0]]")
    #expect(try shown("walk.losses", lines) == "[11 0.81 0.6561]")
    #expect(try shown("walk.gradients[0]", lines) == "[2 20]")
    #expect(try shown("walk.last", lines) == "[0.81 0]")
    #expect(try shown("walk.steps", lines) == "2")
    let vector: KeyValuePairs = ["L(w)": "w[0]^2 + 10*w[1]^2"]
    let text = "descend(L, from=[1, 1], with=sgd(rate=0.05), steps=2).last"
    #expect(try shown(text, vector) == "[0.81 0]")
    #expect(try shown("descend(x -> x^2, from=4, with=sgd(0.25), steps=2).last", [:]) == "[1]")
  }

  @Test func `A descent over a table of thousands is computed whole`() throws {
    let lines: KeyValuePairs = [
      "x": "linspace(0, 1, 30000)", "y": "2*x + 1",
      "L(w, b)": "mean((w*x + b - y)^2)", "walk": "descend(L, from=[0, 0], with=sgd(rate=0.5), steps=3)",
    ]
    let small: KeyValuePairs = [
      "x": "linspace(0, 1, 300)", "y": "2*x + 1",
      "L(w, b)": "mean((w*x + b - y)^2)", "walk": "descend(L, from=[0, 0], with=sgd(rate=0.5), steps=3)",
    ]
    let (large, few) = (try value("walk.last", lines), try value("walk.last", small))
    let found = try large.vector(of: "last", at: nil)
    let expected = try few.vector(of: "last", at: nil)
    // The mean over a finer table differs by the width of its steps.
    for (a, b) in zip(found, expected) { #expect(abs(a - b) < 0.01) }
  }

  @Test func `Functions compile for grids, clouds and points`() throws {
    let lines: KeyValuePairs = ["L(w1, w2)": "(1 - w1)^2 + w2*sin(w1)", "M(w)": "w[0] + 2*w[1]"]
    let loss = try function("L", lines).compiled(inputs: 2, at: nil)
    #expect(loss.onGrid(columns: [0, 1], rows: [3])[0] == [1, 3 * UnaryFunction.sine(1)])
    #expect(try function("M", lines).compiled(inputs: 2, at: nil).at([3, 4]) == [11])
    let gradient = try function("grad(M)", lines).compiled(inputs: 2, at: nil)
    #expect(gradient.outputCount == 2 && gradient.at([3, 4]) == [1, 2])
    let bell = try function("normal(1, 2).pdf").compiled(inputs: 1, at: nil)
    #expect(
      bell.onPoints([[1, 1]])[0] == [
        Normal(mean: 1, sd: 2).density(at: 1), Normal(mean: 1, sd: 2).density(at: 1),
      ])
    #expect(try function("x -> 3").compiled(inputs: 1, at: nil).onPoints([[1, 2, 3]]) == [[3, 3, 3]])
    let field = try function("(x, y) -> [-y, x]").compiled(inputs: 2, at: nil)
    #expect(field.onGrid(columns: [1, 2], rows: [5]) == [[-5, -5], [1, 2]])
  }

  @Test func `Values describe themselves`() throws {
    let descriptions: KeyValuePairs = [
      "1": "a number", "true": "true or false", "'a'": "a text", "[1, 2]": "a vector of 2",
      "[[1, 2, 3], [4, 5, 6]]": "a matrix of 2 × 3", "zeros([2, 3, 4])": "a tensor of 2 × 3 × 4",
      "(x, y) -> x": "a function of 2 variables", "sin": "a function of 1 variable", "1..3": "a range of 3",
      "['a', 1]": "a list of 2", "normal()": "a normal distribution", "sgd(1)": "the optimizer sgd",
    ]
    for (text, description) in descriptions { #expect(try value(text).typeDescription == description) }
  }

  @Test func `Free names and the ends of expressions are found`() throws {
    #expect(
      try Expression(parsing: located("a*f(b, x -> x + c) + [i for i in a]")).freeNames == [
        "a", "f", "b", "c",
      ])
    let parts = Expression.splitFormat(located("x[1:2] + f('a:b'):.2f"))
    #expect(parts.expression.text == "x[1:2] + f('a:b')" && parts.spec?.text == ".2f")
    #expect(parts.spec?.start?.column == 19)
    #expect(Expression.splitFormat(located("x")).spec == nil)
  }

  @Test func `A scope lists and finds names`() throws {
    var scope = Scope()
    scope.define("η", as: .number(2))
    scope.define("L", as: .number(3))
    scope.define("eta", as: .number(4))
    #expect(Array(scope.names.prefix(2)) == ["eta", "L"])
    #expect(try scope.value(named: "η")?.number(of: "η", at: nil) == 4)
    #expect(scope.value(named: "nothing") == nil)
    #expect(scope.names.contains("softmax"))
  }
}
