internal import Diagnostics
internal import MathCore

let svmFunction = Builtin(
  "svm",
  [
    "X", "y", .init("C", .number(1)), .init("kernel", .text("linear")), .optional("gamma"),
  ],
  "The boundary of widest margin between two classes, with the kernel 'linear' or 'rbf': alpha, support (rows), "
    + "support_vectors, b, decision, predict, predictions; a linear one also has w and margin, 1 / ‖w‖. "
    + "C=inf lets no point into the margin.",
  Example("svm([0, 1, 3, 4], [0, 0, 1, 1], C=10).support", "[1 2]")
) { (evaluation, call) throws(Diagnostic) in
  let (data, labels) = try call.classifiedPoints()
  let penalty = try call[2].number(of: call.title(of: 2), at: call.location(of: 2))
  guard penalty > 0 else {
    throw call.mistake(2, "expected more than 0, found \(shortest(penalty))")
  }
  try call.checked { () throws(ArgumentError) in
    try SupportVectorMachine.check(data, penalty: penalty)
  }
  let kernel = try kernel(of: call, for: data)
  try evaluation.chargeElements([data.count, data.count], at: call.place)
  let found = try SupportVectorMachine(data, penalty: penalty, kernel: kernel) {
    (operations) throws(Diagnostic) in
    try evaluation.chargeOperations(operations, at: call.place)
  }
  guard found.hasConverged else {
    if penalty.isInfinite {
      throw call.mistake(
        2, "found no gap between the classes, as C=inf asks for",
        help: "a finite C, such as C=1, lets points into the margin")
    }
    throw call.mistake(
      2, "found no solution within \(counted(found.steps, "step"))",
      help: "try a smaller C, or features of similar size")
  }
  return record(of: found, data, labels, call)
}

private func kernel(
  of call: Call, for data: ClassifiedPoints
) throws(Diagnostic) -> SupportVectorMachine.Kernel {
  let gamma = try call.optional(4) { (call) in { (index) throws(Diagnostic) in try call.positive(index) } }
  guard try call.word(3, among: ["linear", "rbf"]) == "rbf" else {
    guard gamma == nil else { throw call.mistake(4, "expected none with the kernel 'linear'") }
    return .linear
  }
  return .radial(gamma: gamma ?? SupportVectorMachine.Kernel.scaledGamma(of: data.points))
}

private func record(
  of found: SupportVectorMachine, _ data: ClassifiedPoints, _ labels: Labels, _ call: Call
) -> Value {
  let d = data.dimension
  let vectors = found.support.map { Array(data.points.elements[$0 * d..<($0 + 1) * d]) }
  let scores = found.decision.values(atRows: data.points.elements)
  var fields: [(name: String, value: Value)] = []
  var work = 2 * d
  switch found.decision {
  case .linear(let formula):
    let size = formula.weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    fields = [("w", call.weights(formula)), ("b", .number(formula.bias)), ("margin", .number(1 / size))]
  case .radial(let formula):
    fields = [("b", .number(formula.bias)), ("gamma", .number(formula.gamma))]
    work = vectors.count * (3 * d + 20)
  }
  let decision = ModelFunction("svm.decision", found.decision, work: work)
  return .record(
    "support vector machine",
    fields + [
      ("alpha", .vector(found.alpha)), ("support", .vector(found.support)),
      ("support_vectors", .matrix(vectors, columns: d)),
    ] + labels.fields(predictions: chosenClasses(scores: scores, perRow: 1, classCount: 2)) + [
      ("steps", .number(Double(found.steps))), ("decision", .model(decision)),
      ("predict", .model(decision.choice("svm.predict", of: labels))),
    ])
}
