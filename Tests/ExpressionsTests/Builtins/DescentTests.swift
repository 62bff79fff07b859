import Expressions
import MathCore
import TestSupport
import Testing

/// Nine noisy points of a line.
private let line: KeyValuePairs = [
  "x": "linspace(-1, 1, 9)", "y": "1.5*x - 0.5 + 0.1*sin(17*x)",
  "L(w, x, y)": "mean((w[0]*x + w[1] - y)^2)",
]

private func numbers(_ text: String, _ lines: KeyValuePairs<String, String>) throws -> [Double] {
  try #require(tensor(try value(text, lines))).elements
}

@Suite struct DescentTests {
  @Test func `A run that diverges keeps its finite part`() throws {
    let lines: KeyValuePairs = ["walk": "descend(w -> w^4, from=3, with=sgd(rate=1), steps=10)"]
    #expect(try shown("[walk.diverged, walk.diverged_at, walk.steps]", lines) == "[1 5 4]")
    #expect(
      try shown("[len(walk.points), len(walk.losses), len(walk.gradients), len(walk.rates)]", lines)
        == "[5 5 5 4]")
    #expect(try shown("all(isfinite(walk.points)) and all(isfinite(walk.gradients))", lines) == "true")
    #expect(try shown("walk.last[0] == walk.points[-1, 0]", lines) == "true")
    // 3, then 3 − 4·27.
    #expect(try shown("walk.points[:2]", lines) == "[[3] [−105]]")
  }

  @Test func `A run that stays finite says so`() throws {
    let lines: KeyValuePairs = ["walk": "descend(w -> w^2, from=3, with=sgd(rate=0.1), steps=10)"]
    #expect(try shown("[walk.diverged, walk.diverged_at, walk.steps]", lines) == "[0 −1 10]")
    #expect(try shown("all(walk.rates == 0.1*ones(10))", lines) == "true")
  }

  @Test(arguments: [
    ("cosine_schedule(0.2, steps=10)", "k -> 0.1*(1 + cos(pi*min(k, 10)/10))"),
    ("step_schedule(0.2, every=3)", "k -> 0.2*0.1^floor(k/3)"),
    ("exponential_schedule(0.2, 0.9)", "k -> 0.2*0.9^k"),
    ("warmup_schedule(0.2, steps=4, then=0.3)", "k -> where(k < 4, 0.05*k, 0.3)"),
    ("warmup_schedule(0.2, 4)", "k -> 0.2*min(k/4, 1)"),
  ])
  func `A rate is a schedule or any function of the step`(_ schedule: String, _ formula: String) throws {
    let walk = "descend((a, b) -> a^2 + 3*b^2, from=[2, 1], with=momentum(rate=s), steps=12)"
    for field in ["rates", "points"] {
      let found = try numbers("\(walk).\(field)", ["s": schedule])
      let expected = try numbers("\(walk).\(field)", ["s": formula])
      for (a, b) in zip(found, expected) { #expect(isClose(a, b, within: 1e-12, absolute: 1e-15)) }
    }
    // As a function it is drawn, differentiated, and compiled with others.
    let lines: KeyValuePairs = ["s": schedule, "f": formula]
    for (a, b) in zip(try numbers("s(0..15)", lines), try numbers("[f(k) for k in 0..15]", lines)) {
      #expect(isClose(a, b, within: 1e-12, absolute: 1e-15))
    }
    #expect(
      try shown("abs(derivative(k -> 2*s(k))(2.5) - derivative(k -> 2*f(k))(2.5)) < 1e-12", lines) == "true")
    let compiled = try function("s", lines).compiled(inputs: 1, at: nil)
    #expect(compiled.onPoints([[0, 1, 2]])[0] == (try numbers("s(0..2)", lines)))
  }

  @Test func `Newton's method and a line search see the loss itself`() throws {
    let lines: KeyValuePairs = [
      "R(x, y)": "(1 - x)^2 + 100*(y - x^2)^2",
      "newton_walk": "descend(R, from=[-1.2, 1], with=newton(), steps=7)",
      "vector_walk": "descend(w -> R(w[0], w[1]), from=[-1.2, 1], with=newton(), steps=7)",
      "search": "descend(R, from=[-1.2, 1], with=line_search(), steps=50)",
    ]
    for walk in ["newton_walk", "vector_walk"] {
      for number in try numbers("\(walk).last", lines) { #expect(isClose(number, 1, within: 1e-12)) }
    }
    #expect(try shown("all(diff(search.losses) < 0) and search.rates[0] < 0.01", lines) == "true")
    // x⁴ as a function of a number; lists of tensors.
    #expect(try shown("descend(x -> x^4, from=3, with=newton(), steps=1).last", [:]) == "[2]")
    #expect(
      try shown(
        "descend((a, b) -> sum((a - 2)^2) + (b + 1)^2, from=[[1, 5], 4], with=newton(), steps=1).last[0]", [:]
      )
        == "[2 2]")
  }

  /// The steps again from the rows that the record names, with gradients by hand.
  @Test(arguments: [1, 2, 4, 8])
  func `Steps follow the batches that are recorded`(_ size: Int) throws {
    let walk = "descend(L, from=[0, 0], with=sgd(rate=0.2), steps=20, data=[x, y], batch=\(size), seed=3)"
    let points = try numbers("\(walk).points", line)
    let losses = try numbers("\(walk).losses", line)
    let batchLosses = try numbers("\(walk).batch_losses", line)
    let (x, y) = (try numbers("x", line), try numbers("y", line))
    var w = (0.0, 0.0)
    func loss(_ rows: [Int]) -> Double {
      rows.reduce(0) { sum, i in
        let error = w.0 * x[i] + w.1 - y[i]
        return sum + error * error / Double(rows.count)
      }
    }
    for step in 0...20 {
      let rows = try numbers("\(walk).batches[\(step)]", line).map { Int($0) }
      #expect(isClose(points[2 * step], w.0, within: 1e-12, absolute: 1e-14))
      #expect(isClose(points[2 * step + 1], w.1, within: 1e-12, absolute: 1e-14))
      #expect(isClose(batchLosses[step], loss(rows), within: 1e-12, absolute: 1e-14))
      #expect(isClose(losses[step], loss(Array(0..<9)), within: 1e-12))
      var slope = (0.0, 0.0)
      for i in rows {
        let error = 2 * (w.0 * x[i] + w.1 - y[i]) / Double(rows.count)
        slope = (slope.0 + error * x[i], slope.1 + error)
      }
      w = (w.0 - 0.2 * slope.0, w.1 - 0.2 * slope.1)
    }
    let perEpoch = (9 + size - 1) / size
    #expect(try numbers("\(walk).epochs", line) == (0...20).map { Double($0 / perEpoch) })
  }

  @Test(arguments: ["sgd(0.3)", "adam(rate=0.1)", "newton()", "line_search()"])
  func `A batch of all rows is the descent without batches, bit for bit`(_ rule: String) throws {
    let whole = "descend(w -> L(w, x, y), from=[0, 0], with=\(rule), steps=15)"
    let batched = "descend(L, from=[0, 0], with=\(rule), steps=15, data=[x, y], batch=9, seed=1)"
    for field in ["points", "losses", "gradients", "rates"] {
      #expect(try numbers("\(whole).\(field)", line) == numbers("\(batched).\(field)", line))
    }
  }

  @Test func `Data are vectors, matrices or both, and the point as the loss takes it`() throws {
    let lines: KeyValuePairs = [
      "X": "[[1, 0], [0, 1], [1, 1], [2, 1]]", "y": "X @ [2, -1]",
      "vector(w, X, y)": "mean((X @ w - y)^2)", "split(a, b, X, y)": "mean((X @ [a, b] - y)^2)",
      "rows(w, X)": "mean((X @ w)^2)", "single(w, y)": "mean((y - w)^2)",
      "listed(W, b, X, y)": "mean((X @ W + b - y)^2)",
    ]
    func last(_ loss: String, _ start: String, _ data: String) throws -> [Double] {
      try numbers(
        "descend(\(loss), from=\(start), with=sgd(rate=0.1), steps=40, data=\(data), batch=2, seed=7).last",
        lines)
    }
    #expect(try last("vector", "[0, 0]", "[X, y]") == last("split", "[0, 0]", "[X, y]"))
    #expect(try last("rows", "[3, 4]", "X") == last("rows", "[3, 4]", "[X]"))
    #expect(try last("single", "0", "y") == last("single", "0", "[y]"))
    #expect(
      try shown(
        "descend(listed, from=[[0, 0], 0], with=sgd(0.1), steps=3, data=[X, y], batch=3, seed=7).last[0].shape",
        lines) == "[2]")
  }

  /// On a batch the loss stays finite, on all rows it does not.
  @Test func `A loss on all data that is not finite ends the walk too`() throws {
    let lines: KeyValuePairs = [
      "walk":
        "descend((w, x) -> mean(w*x), from=0, with=sgd(1e108), steps=9, data=[1, 1, 1, -1e200], batch=1, seed=1)"
    ]
    #expect(
      try shown("[walk.diverged, walk.diverged_at, walk.steps, len(walk.batches)]", lines) == "[1 2 1 2]")
    #expect(try shown("[walk.last[0], walk.batch_losses[1]]", lines) == "[−1e+108 −1e+108]")
  }

  static let mistakes: [(String, String)] = [
    ("data=[x, y[1:]], batch=2, seed=1", "data: expected tables of as many rows, found 9 and 8"),
    ("data=[x, y], batch=0, seed=1", "batch: expected at least 1, found 0"),
    ("data=[x, y], batch=10, seed=1", "batch: expected at most 9, found 10"),
    ("data=[x, y], batch=2.5, seed=1", "batch: expected a whole number, found 2.5"),
    ("data=[x, y], batch=2", "data: needs the argument 'seed' too"),
    ("data=[x, y], seed=1", "data: needs the argument 'batch' too: how many rows a step looks at"),
    ("data=[x, y], batch=2, seed=-1", "seed: expected at least 0, found −1"),
    ("data=[x, y/0], batch=2, seed=1", "data: expected finite numbers, found −∞"),
    ("data=[x, x/x], batch=2, seed=1", "data: expected finite numbers, found nan"),
    ("data=[[], []], batch=1, seed=1", "data: expected at least one row, found none"),
    ("data=3, batch=1, seed=1", "data: expected a table, or a list of tables, found a number"),
    ("data=['a', x], batch=1, seed=1", "data: expected numbers, found a text"),
    ("batch=2", "batch: expected data to draw batches from, found none"),
    ("seed=2", "seed: expected data to draw batches from, found none"),
  ]

  @Test(arguments: mistakes)
  func `Data that cannot be drawn from are refused`(_ options: String, _ expected: String) {
    let message = complaint("descend(L, from=[0, 0], with=sgd(0.1), steps=5, \(options))", line)
    #expect(message.contains(": descend: " + expected), "\(message)")
    #expect(!message.hasPrefix("1:1:"), "\(message)")
  }

  @Test(arguments: [
    ("sgd(rate=0)", "1:5: sgd: rate: expected a finite number greater than 0, found 0"),
    ("adam(rate=inf)", "1:6: adam: rate: expected a finite number greater than 0, found ∞"),
    ("adam(0.1, beta1=1)", "1:11: adam: beta1: expected a number from 0 to below 1, found 1"),
    ("adam(0.1, epsilon=nan)", "1:11: adam: epsilon: expected a finite number greater than 0, found nan"),
    ("line_search(c=1)", "1:13: line_search: c: expected a number between 0 and 1, found 1"),
    ("sgd(rate='fast')", "1:5: sgd: rate: expected a number, found a text"),
    ("sgd(rate=(a, b) -> a)", "1:5: the function takes 2 arguments (a, b), but is used with 1"),
    ("sgd(rate=k -> [k, k])", "1:5: the function: expected a number as the rate, found a vector of 2"),
    (
      "cosine_schedule(0.1, steps=0)",
      "1:22: cosine_schedule: steps: expected a whole number of at least 1, found 0"
    ),
    (
      "warmup_schedule(0.1, 3, then=sin)",
      "1:25: warmup_schedule: then: expected a schedule or a rate, found a function of 1 variable"
    ),
    (
      "descend(w -> w^2, from=1, with=sgd(rate=k -> 3 - k), steps=5)",
      "1:27: descend: with: expected finite rates of at least 0, found −1 at step 4"
    ),
    ("descend(w -> abs(w)^1.5, from=0, with=newton(), steps=5).diverged_at", "no complaint, but a number"),
  ])
  func `Settings without sense are refused where they are written`(_ source: String, _ expected: String) {
    #expect(complaint(source) == expected)
  }
}
