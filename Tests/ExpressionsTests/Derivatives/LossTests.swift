import Expressions
import MathCore
import TestSupport
import Testing

/// Losses over data sets: closed forms of their gradients, and walks down them.
@Suite struct LossTests {
  private static let data: KeyValuePairs<String, String> = [
    "n": "3000", "X": "[[sin(12.9898*i), cos(78.233*i), 1] for i in 0..n-1]",
    "y": "X @ [2, -1, 0.5] + 0.1*sin(1..n)", "c": "where(y > 0.5, 1, 0)",
    "mse(w)": "mean((X @ w - y)^2)", "p(w)": "sigmoid(X @ w)",
    "logistic(w)": "-mean(c*log(p(w)) + (1 - c)*log(1 - p(w)))",
    "k": "[i % 3 for i in 0..n-1]", "Y": "[[1 if j == i % 3 else 0 for j in 0..2] for i in 0..n-1]",
    "cross(W)": "-mean(log_softmax(X @ W)[0..n-1, k])",
  ]

  @Test(arguments: [
    ("grad(mse)([1, 2, 3])", "2/n * X.T @ (X @ [1, 2, 3] - y)"),
    ("hessian(mse)([1, 2, 3])", "2/n * X.T @ X"),
    ("grad(logistic)([0.3, -0.2, 0.1])", "X.T @ (p([0.3, -0.2, 0.1]) - c) / n"),
    ("grad(cross)(X[:3])", "X.T @ (softmax(X @ X[:3]) - Y) / n"),
    (
      "grad(w -> mean([(w[0]*a + w[1]*b + w[2] - t)^2 for a, b, t in D]))([1, 2, 3])",
      "2/300 * X[:300].T @ (X[:300] @ [1, 2, 3] - y[:300])"
    ),
  ])
  func `A gradient over thousands of rows is the closed form`(_ program: String, _ closed: String) throws {
    var scope = Scope()
    for (key, body) in Self.data {
      let definition = try Definition(key: located(key), body: located(body))
      scope.define(definition.name, as: try definition.evaluate(in: scope))
    }
    scope.define(
      "D",
      as: try Expression(parsing: located("[[X[i, 0], X[i, 1], y[i]] for i in 0..299]")).evaluate(in: scope))
    func tensor(_ text: String) throws -> Tensor {
      guard case .tensor(let tensor) = try Expression(parsing: located(text)).evaluate(in: scope) else {
        return Tensor([])
      }
      return tensor
    }
    let (found, expected) = (try tensor(program), try tensor(closed))
    #expect(found.shape == expected.shape && found.count > 0)
    for (a, b) in zip(found.elements, expected.elements) {
      #expect(isClose(a, b, within: 1e-11, absolute: 1e-14))
    }
  }

  private static let network: KeyValuePairs<String, String> = [
    "X": "[[sin(12.9898*i), cos(78.233*i)] for i in 0..99]", "y": "X[:, :1] * X[:, 1:]",
    "start":
      "[[[sin(3*i + j) for j in 0..3] for i in 0..1], zeros(4), [[0.25*sin(7*i)] for i in 0..3], zeros(1)]",
    "loss(W1, b1, W2, b2)": "mean((tanh(X @ W1 + b1) @ W2 + b2 - y)^2)",
    "listed(p)": "mean((tanh(X @ p[0] + p[1]) @ p[2] + p[3] - y)^2)",
    "walk": "descend(loss, from=start, with=sgd(rate=0.2), steps=200)",
  ]

  @Test func `A network is trained on parameters of any shapes`() throws {
    guard case .record(let walk) = try value("walk", Self.network), case .tensor(let losses)? = walk["losses"]
    else {
      Issue.record("no walk")
      return
    }
    #expect(zip(losses.elements, losses.elements.dropFirst()).allSatisfy { $0 > $1 })
    #expect(try shown("[w.shape for w in walk.last]", Self.network) == "[[2 4] [4] [4 1] [1]]")
    #expect(
      try shown(
        "loss(walk.last[0], walk.last[1], walk.last[2], walk.last[3]) == walk.losses[-1]", Self.network)
        == "true")
    // The first step is the one by hand, bit for bit, also where parameters are one list.
    let step =
      "[all(a - 0.2*g == b) for a, g, b in [[start[i], grad(loss)(start[0], start[1], start[2], start[3])[i], descend(listed, from=start, with=sgd(rate=0.2), steps=1).last[i]] for i in 0..3]]"
    #expect(try shown("[\(step.dropFirst().dropLast())]", Self.network).contains("false") == false)
  }

  @Test func `The same program gives the same bits`() throws {
    guard case .record(let first) = try value("walk", Self.network),
      case .record(let second) = try value("walk", Self.network),
      case .tensor(let a)? = first["points"], case .tensor(let b)? = second["points"]
    else { return }
    #expect(a.elements.map(\.bitPattern) == b.elements.map(\.bitPattern))
  }

  @Test func `The course's regression ends where its NumPy code does`() throws {
    let names: KeyValuePairs<String, String> = [
      "X": "numpy_randn(100, seed=42)", "y": "2*X + 1", "J(w, b)": "mean((w*X + b - y)^2)",
      "walk": "descend(J, from=[0, 0], with=sgd(rate=0.1), steps=50)",
    ]
    guard case .tensor(let last) = try value("walk.last", names) else { return }
    // By hand, with the closed form of the gradient.
    guard case .tensor(let x) = try value("X", names) else { return }
    var (w, b) = (0.0, 0.0)
    for _ in 0..<50 {
      let residuals = x.elements.map { w * $0 + b - (2 * $0 + 1) }
      let slopes = (
        zip(residuals, x.elements).reduce(0) { $0 + $1.0 * $1.1 } * 2 / 100, residuals.reduce(0, +) * 2 / 100
      )
      (w, b) = (w - 0.1 * slopes.0, b - 0.1 * slopes.1)
    }
    #expect(isClose(last.elements[0], w, within: 1e-12) && isClose(last.elements[1], b, within: 1e-12))
  }
}
