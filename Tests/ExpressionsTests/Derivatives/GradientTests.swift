import Expressions
import MathCore
import TestSupport
import Testing

/// Derivatives against closed forms and against differences of high order.
@Suite struct GradientTests {
  @Test(arguments: [
    // Nested derivatives do not mistake each other's variables.
    ("derivative(x -> x * derivative(y -> x*y)(2))(3)", "6"),
    ("derivative(x -> derivative(x -> x^2)(x) * x)(3)", "12"),
    ("grad(x -> grad(y -> x*y^2)(x))(2)", "8"),
    ("grad(w -> ‖grad(L)(w)‖²)([1, 0])", "[0 −256]"),
    ("derivative(x -> sum(grad(v -> x^2 * sum(v^2))([x, 1])))(2)", "32"),
    ("derivative(derivative(derivative(x -> x^5)))(2)", "240"), ("hessian(x -> x^4)(2)", "48"),
    ("hessian(grad(x -> x^4))(2)", "48"),
    ("jacobian(grad(L))([1, 2])", "[[2 0] [0 8]]"),
    ("derivative(t -> [cos(t), t^2])(0)", "[0 0]"), ("derivative(x -> x^3)([1, 2, 3])", "[3 12 27]"),
    // Vectors, matrices and lists of them.
    ("grad(L)([1, 1])", "[0 −8]"), ("∇L([3, 2])", "[4 0]"), ("hessian(L)([5, 5])", "[[2 0] [0 8]]"),
    ("grad((W, b) -> sum((W @ [1, 2] + b)^2))([[1, 2], [3, 4]], [1, 1])[0]", "[[12 24] [24 48]]"),
    ("grad((W, b) -> sum((W @ [1, 2] + b)^2))([[1, 2], [3, 4]], [1, 1])[1]", "[12 24]"),
    ("grad(p -> sum(p[0]^2) + 3*p[1])([[1, 2, 3], 5])", "[[2 4 6] 3]"),
    (
      "hessian(W -> sum(W^3))([[1, 2]])",
      "[[[[6 0]] [[0 12]]]]"
    ),
    ("hessian((a, v) -> a*sum(v^2))(3, [1, 2])", "[[0 2 4] [2 6 0] [4 0 6]]"),
    ("jacobian(W -> W @ [1, 2])([[1, 2], [3, 4]])", "[[[1 2] [0 0]] [[0 0] [1 2]]]"),
    ("jacobian((a, v) -> a*v)(3, [1, 2])[1]", "[[3 0] [0 3]]"), ("jacobian((a, b) -> a*b)(3, 2)", "[2 3]"),
    ("jacobian(v -> sum(v))([1, 2, 3])", "[1 1 1]"),
    ("jacobian((x, y) -> [x*y, x + y, y^2])(2, 3)", "[[3 2] [1 1] [0 6]]"),
    // Through every construct.
    ("grad(x -> max(x))([1, 3, 2])", "[0 1 0]"), ("grad(x -> max(x))([3, 3])", "[0.5 0.5]"),
    ("grad(x -> max(x[0], x[1]^2))([1, 3])", "[0 6]"), ("grad(x -> min(x))([1, 3, 2])", "[1 0 0]"),
    ("grad(x -> sum([x[i]*x[i+1] for i in 0..2]))([1, 2, 3, 4])", "[2 4 6 3]"),
    ("grad(x -> sum(x[::2]^2))([1, 2, 3])", "[2 0 6]"),
    ("grad(x -> x[[0, 0, 1]] @ [1, 2, 3])([1, 1])", "[3 3]"),
    ("grad(W -> W[0, :] @ W[1, :])([[1, 2], [3, 4]])", "[[3 4] [1 2]]"),
    ("grad(W -> sum(W.T @ W))([[1, 2], [3, 4]])", "[[6 6] [14 14]]"),
    ("grad(x -> sum(reshape(x, [2, 2]) @ [1, 10]))([1, 2, 3, 4])", "[1 10 1 10]"),
    ("grad(x -> sum(x, axis=0)[1])([[1, 2], [3, 4]])", "[[0 1] [0 1]]"),
    ("grad(b -> sum([[1, 2], [3, 4]] * b))([1, 1])", "[4 6]"), ("grad(x -> ‖x‖)([3, 4])", "[0.6 0.8]"),
    ("grad((x, y) -> power(x, y))(2, 3)", "[12 5.54518]"), ("grad(x -> step(x, 3))(2)", "12"),
    // A branch that is not taken has no say, not even if it has no derivative.
    ("grad(x -> sqrt(x) if x > 0 else x^2)(-1)", "−2"), ("grad(x -> sqrt(x) if x > 0 else x^2)(4)", "0.25"),
    ("grad(x -> sum(where(x > 0, log(x), 0)))([-1, 0, 2])", "[0 0 0.5]"),
    ("hessian(x -> x*log(x) if x > 0 else 0)(0)", "0"), ("grad(x -> (1/x if x != 0 else 5*x) + x)(0)", "6"),
    ("grad(x -> (sqrt(x) + (sqrt(x) if x > 4 else 0)) if x > 0 else -x)(-1)", "−1"),
    ("grad(x -> sum(where(x < 0, 0, where(x < 1, sqrt(x), 1/x))))([-1, 0.25, 2])", "[0 1 −0.25]"),
    ("derivative(x -> sqrt(x) if x > 0 else x^2)(-1)", "−2"),
  ])
  func `A derivative is the textbook's`(_ program: String, _ expected: String) throws {
    #expect(
      try shown(
        program,
        [
          "L(w)": "(w[0] - 1)^2 + 4*(w[1] - 2)^2", "power(x, y)": "x^y",
          "step(x, n)": "1 if n == 0 else x*step(x, n - 1)",
        ]) == expected)
  }

  /// Functions of a vector of three that use all of the language.
  static let functions = [
    "w -> sum(sin(w)*exp(w[::-1]))", "w -> log(1 + w @ w) * tanh(w[0])", "w -> softmax(w)[1]",
    "w -> -log(softmax(w*[1, 2, 3])[2])", "w -> logsumexp(w) + var(w)", "w -> sum(sigmoid(outer(w, w)))",
    "w -> (w[0]^2 if w[1] > 0 else w[2]^3) * w[1]", "w -> sum(where(w > 0.2, w^3, -w))",
    "w -> sum([w[i]^i * cos(w[i]) for i in 0..2])", "w -> max(w) * min(w) + norm(w)",
    "w -> sum((X @ w - y)^2) / 4", "w -> sum(gelu(X @ w)) + sum(softplus(w))",
    "w -> normal(w[0], 1 + w[1]^2).pdf(w[2])",
    "w -> det2(reshape(concatenate([w, w[:1]]), [2, 2]))", "w -> atan2(w[0], w[1]) + hypot(w[1], w[2])",
    "w -> sum(cumsum(w)^2) + sum(abs(w))", "w -> sum(tanh(X @ w))^2",
    "w -> sum(erf(w)) * sum(w**4) / (1 + w[0]^2)",
  ]
  static let names: KeyValuePairs<String, String> = [
    "X": "[[1, 2, 3], [-1, 0.5, 2], [0, 1, -1], [2, 2, 0]]", "y": "[1, -1, 0.5, 2]",
    "det2(A)": "A[0, 0]*A[1, 1] - A[0, 1]*A[1, 0]",
  ]

  @Test(arguments: functions)
  func `Gradient, Jacobian, Hessian and differences agree`(_ text: String) throws {
    let point = [0.7, 0.4, -0.3]
    func values(_ program: String) throws -> [Double] {
      let value = try value(program, Self.names)
      if case .number(let number) = value { return [number] }
      if case .tensor(let tensor) = value { return tensor.elements }
      return []
    }
    func at(_ moved: [Double]) throws -> Double {
      try values("(\(text))([\(moved[0]), \(moved[1]), \(moved[2])])")[0]
    }
    let reverse = try values("grad(\(text))([0.7, 0.4, -0.3])")
    let forward = try (0..<3).map { i in
      let direction = (0..<3).map { $0 == i ? "t" : "\(point[$0])" }.joined(separator: ", ")
      return try values("derivative(t -> (\(text))([\(direction)]))(\(point[i]))")[0]
    }
    for i in 0..<3 {
      #expect(isClose(reverse[i], forward[i], within: 1e-12, absolute: 1e-14))
      #expect(isClose(reverse[i], try sixthOrderDifference(at, point, i), within: 1e-8, absolute: 1e-9))
    }
    let hessian = try values("hessian(\(text))([0.7, 0.4, -0.3])")
    let jacobian = try values("jacobian(grad(\(text)))([0.7, 0.4, -0.3])")
    for (second, other) in zip(hessian, jacobian) {
      #expect(isClose(second, other, within: 1e-11, absolute: 1e-12))
    }
    for i in 0..<3 {
      for j in 0..<3 {
        #expect(isClose(hessian[3 * i + j], hessian[3 * j + i], within: 1e-11, absolute: 1e-12))
        let slope = try sixthOrderDifference(
          { moved in try values("grad(\(text))([\(moved[0]), \(moved[1]), \(moved[2])])")[i] }, point, j)
        #expect(isClose(hessian[3 * i + j], slope, within: 1e-7, absolute: 1e-8))
      }
    }
  }

  /// The central difference whose error is of the sixth order in the step.
  private func sixthOrderDifference(
    _ f: ([Double]) throws -> Double, _ point: [Double], _ i: Int
  ) throws -> Double {
    let h = 4e-3
    func at(_ steps: Double) throws -> Double {
      var moved = point
      moved[i] += steps * h
      return try f(moved)
    }
    let near = try at(1) - at(-1), middle = try at(2) - at(-2), far = try at(3) - at(-3)
    return (45 * near - 9 * middle + far) / (60 * h)
  }
}
