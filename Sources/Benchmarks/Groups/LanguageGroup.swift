import Diagnostics
import Expressions
import MathCore

/// What is written in the language of scenes: a training loop, and many small lines.
let languageGroup = Group("Programs in the language of scenes, one core") { (bench) throws(Diagnostic) in
  let training = try Race(
    rounds: bench.rounds, ours: try trainingContestant(),
    rivals: [
      Contestant(pyTorch) { () throws(Diagnostic) in try bench.measurements(ofPython: Snippets.pyTorch) },
      Contestant(byHand) { () throws(Diagnostic) in
        try bench.measurements(ofPython: Snippets.trainingByHand)
      },
    ])
  let lines = try linesTime(rounds: bench.rounds)
  return [
    training.finding(
      "a step of training 2-16-16-1 on 1,000 rows", in: .milliseconds, { $0["step"] }, against: pyTorch,
      goal: .atMost(2)),
    training.finding(
      "a step of training 2-16-16-1 on 1,000 rows", in: .milliseconds, { $0["step"] }, against: byHand),
    Finding("500 lines of let, parsed and evaluated", Quantity(lines * 1e3, .milliseconds), limit: 5),
  ]
}

private let (pyTorch, byHand) = ("PyTorch, float64", "NumPy, gradients by hand")

/// The course's network with its loss; the last line trains it.
private let training: KeyValuePairs = [
  "X": "[[sin(12.9898*i), cos(78.233*i)] for i in 0..999]",
  "y": "X[:, :1] * X[:, 1:]",
  "W1": "[[sin(3*i + j) for j in 0..15] for i in 0..1]",
  "W2": "[[0.25*sin(5*i + 2*j) for j in 0..15] for i in 0..15]",
  "W3": "[[0.25*sin(7*i)] for i in 0..15]",
  "loss(W1, b1, W2, b2, W3, b3)": "mean((tanh(tanh(X @ W1 + b1) @ W2 + b2) @ W3 + b3 - y)^2)",
  "start": "[W1, zeros(16), W2, zeros(16), W3, zeros(1)]",
]

/// Milliseconds a step, of a thousand.
private func trainingContestant() throws(Diagnostic) -> Contestant<Measurements> {
  var scope = Scope()
  for (head, body) in training { try define(head, body, in: &scope) }
  let steps = 1000
  let walk = try Expression(
    parsing: LocatedText("descend(loss, from=start, with=sgd(rate=0.1), steps=\(steps))"))
  return Contestant("onepicture") { [scope] () throws(Diagnostic) in
    let start = now()
    _ = try walk.evaluate(in: scope)
    var times = Measurements()
    times["step"] = (now() - start) / Double(steps) * 1e3
    return times
  }
}

private func define(_ head: String, _ body: String, in scope: inout Scope) throws(Diagnostic) {
  let definition = try Definition(key: LocatedText(head), body: LocatedText(body))
  scope.define(definition.name, as: try definition.evaluate(in: scope))
}

/// Ten lines as in a scene, fifty times; `#` is the number of the time.
private let lines: KeyValuePairs = [
  "eta#": "0.03 + #",
  "f#(x)": "x^2 + #*sin(x)",
  "x#": "linspace(0, 1, 50)",
  "p#": "softmax([2, 1, 0.1*#])",
  "L#(w1, w2)": "(1 - w1)^2 + 4*(w2 - w1^2/2)^2 + 0.3*sin(#*w1)",
  "g#": "grad(L#)(0.5, #)",
  "M#": "[[1, 2], [3, #]] @ [[5, 6], [7, 8]]",
  "squares#": "[j^2 for j in 0..10]",
  "s#": "sum(x#) + mean(p#) * sqrt(eta#)",
  "c#": "s# if s# > 3 else -g#[0]",
]

/// The median seconds of parsing and evaluating 500 lines in one scope.
private func linesTime(rounds: Int) throws(Diagnostic) -> Double {
  let written = (0..<50).flatMap { number in
    lines.map { line in (numbered(line.key, number), numbered(line.value, number)) }
  }
  var times: [Double] = []
  for _ in 0...rounds {
    let start = now()
    var scope = Scope()
    for (head, body) in written { try define(head, body, in: &scope) }
    times.append(now() - start)
  }
  return median(times.dropFirst())
}

private func numbered(_ text: String, _ number: Int) -> String {
  text.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(number)")
}
