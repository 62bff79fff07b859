internal import Diagnostics
internal import MathCore

let logisticRegressionFunction = Builtin(
  "logistic_regression", ["X", "y", .init("lambda", .number(0))],
  "Probabilities of classes by Newton's method, with the penalty lambda/2 · ‖w‖²: of two classes w, b, "
    + "decision, probability, predict, predictions, losses and parameters of each step; of more a row of W "
    + "each, b, probabilities.",
  Example("logistic_regression([0, 1, 2, 3], [0, 1, 0, 1]).predict([0, 3])", "[0 1]")
) { (evaluation, call) throws(Diagnostic) in
  let (data, labels) = try call.classifiedPoints()
  let lambda = try call.penalty(2)
  // As many steps as Newton's method hardly ever takes.
  try evaluation.chargeOperations(SoftmaxRegression.work(on: data), times: 20, at: call.place)
  return data.classCount > 2
    ? try softmaxRegression(data, labels, lambda, call)
    : try logisticRegression(data, labels, lambda, call)
}

private func logisticRegression(
  _ data: ClassifiedPoints, _ labels: Labels, _ lambda: Double, _ call: Call
) throws(Diagnostic) -> Value {
  let found = try call.checked { () throws(ArgumentError) in
    try LogisticRegression(data, lambda: lambda)
  }
  let (name, work) = (call.name, 2 * data.dimension)
  let decision = ModelFunction("\(name).decision", found.decision, work: work)
  let scores = found.decision.values(atRows: data.points.elements)
  let predictions = chosenClasses(scores: scores, perRow: 1, classCount: 2)
  return .record(
    "logistic regression",
    [("w", call.weights(found.decision)), ("b", .number(found.decision.bias))]
      + labels.fields(predictions: predictions) + [
        ("losses", .vector(found.losses)),
        ("parameters", .matrix(found.steps.map { $0.weights + [$0.bias] }, columns: data.dimension + 1)),
        ("decision", .model(decision)),
        (
          "probability",
          .model(ModelFunction("\(name).probability", found.probability, work: work + 20))
        ),
        ("predict", .model(decision.choice("\(name).predict", of: labels))),
      ])
}

private func softmaxRegression(
  _ data: ClassifiedPoints, _ labels: Labels, _ lambda: Double, _ call: Call
) throws(Diagnostic) -> Value {
  let found = try call.checked { () throws(ArgumentError) in
    try SoftmaxRegression(data, lambda: lambda)
  }
  let (name, k, work) = (call.name, data.classCount, 2 * data.dimension * data.classCount)
  let decision = ModelFunction("\(name).decision", found.scores, isVector: true, work: work)
  let scores = found.scores.values(atRows: data.points.elements)
  let predictions = chosenClasses(scores: scores, perRow: k, classCount: k)
  let history = found.steps.flatMap { step in step.rows.flatMap { $0.weights + [$0.bias] } }
  let probabilities = ModelFunction(
    "\(name).probabilities", found.probabilities, isVector: true, work: work + 20 * k)
  return .record(
    "softmax regression",
    [
      ("W", .matrix(found.scores.rows.map(\.weights), columns: data.dimension)),
      ("b", .vector(found.scores.rows.map(\.bias))),
    ] + labels.fields(predictions: predictions) + [
      ("losses", .vector(found.losses)),
      (
        "parameters",
        .tensor(Tensor(shape: [found.steps.count, k, data.dimension + 1], elements: history))
      ),
      ("decision", .model(decision)), ("probabilities", .model(probabilities)),
      ("predict", .model(decision.choice("\(name).predict", of: labels))),
    ])
}
