internal import Diagnostics
internal import MathCore

/// True classes against predicted ones.
let confusionFunctions: [Builtin] = [
  Builtin(
    "confusion_matrix", ["truth", "predicted", .optional("threshold")],
    "How often each class was taken for each: a record with matrix (rows are the truth), classes and "
      + "accuracy. With a threshold, predicted are scores, from the threshold on for the second class.",
    Example("confusion_matrix([0, 0, 1, 1], [0, 1, 1, 1]).matrix", "[[1 1] [0 2]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let (matrix, classes) =
      call.isGiven(2) ? try evaluation.thresholdConfusion(call) : try evaluation.confusion(call)
    let k = matrix.classCount
    return .record(
      "confusion matrix",
      [
        ("matrix", .tensor(Tensor(shape: [k, k], elements: matrix.counts.map(Double.init)))),
        ("classes", classes.named(Array(0..<k))), ("accuracy", .number(matrix.accuracy)),
      ])
  },
  Builtin(
    "classification_report", ["truth", "predicted"],
    "Each class's precision, recall, f1, specificity and support, with classes, accuracy, and the means over "
      + "the classes: macro, and weighted by support.",
    Example("classification_report([0, 0, 1, 1], [0, 1, 1, 1]).precision", "[1 0.666667]")
  ) { (evaluation, call) throws(Diagnostic) in
    let (matrix, classes) = try evaluation.confusion(call)
    return report(matrix, classes)
  },
  score("accuracy_score", "The share of predictions that are right.", "0.75", ofPositives: false) {
    (matrix, _) in
    matrix.accuracy
  },
  score(
    "precision_score", "TP / (TP + FP), the share of the predicted positives that are positive.", "0.666667"
  ) {
    $0.precision($1)
  },
  score("recall_score", "TP / (TP + FN), the share of the positives that are predicted.", "1") {
    $0.recall($1)
  },
  score("f1_score", "The harmonic mean of precision and recall.", "0.8") { $0.f1($1) },
]

private let help = "say which class is the positive one: positive=…, or see classification_report for each"

/// A row for one number of a confusion matrix.
private func score(
  _ name: String, _ summary: String, _ result: String, ofPositives: Bool = true,
  _ measure: @escaping @Sendable (ConfusionMatrix, Int) -> Double
) -> Builtin {
  let parameters: [Builtin.Parameter] = ["truth", "predicted"]
  return Builtin(
    name, ofPositives ? parameters + [.optional("positive")] : parameters,
    ofPositives ? "\(summary) The second class is positive unless said otherwise." : summary,
    Example("\(name)([0, 0, 1, 1], [0, 1, 1, 1])", result)
  ) { (evaluation, call) throws(Diagnostic) in
    let (matrix, classes) = try evaluation.confusion(call)
    let positive = ofPositives ? try call.positive(2, among: classes, labelsAt: 0, help: help) : 0
    return .number(measure(matrix, positive))
  }
}

private func report(_ matrix: ConfusionMatrix, _ classes: Labels) -> Value {
  let all = Array(0..<matrix.classCount)
  let supports = all.map { Double(matrix.support($0)) }
  let total = supports.reduce(0, +)
  let columns: [(name: String, values: [Double])] = [
    ("precision", all.map(matrix.precision)), ("recall", all.map(matrix.recall)),
    ("f1", all.map(matrix.f1)), ("specificity", all.map(matrix.specificity)),
  ]
  func means(_ kind: String, _ weights: [Double]) -> Value {
    .record(
      kind,
      columns.map { (name, values) in
        (name, .number(zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)))
      })
  }
  return .record(
    "classification report",
    [("classes", classes.named(all))] + columns.map { ($0.name, .vector($0.values)) } + [
      ("support", .vector(supports)), ("accuracy", .number(matrix.accuracy)),
      ("macro", means("macro average", all.map { _ in 1 })),
      ("weighted", means("weighted average", supports.map { $0 / total })),
    ])
}

extension Evaluation {
  /// The confusion matrix of two arguments with classes, and the classes of both.
  fileprivate mutating func confusion(_ call: Call) throws(Diagnostic) -> (ConfusionMatrix, Labels) {
    let count = try length(of: call[0], at: call.place)
    try chargeOperations(200, times: count, at: call.place)
    let (truth, predicted) = (try call.labels(0, count: count), try call.labels(1, count: count))
    guard let classes = Labels(uniting: truth, predicted) else {
      throw call.mistake(1, "expected labels of the same kind as the truth, numbers or texts")
    }
    try chargeElements([classes.classes.count, classes.classes.count], at: call.place)
    let matrix = try call.checked { () throws(ArgumentError) in
      try ConfusionMatrix(
        truth: Array(classes.codes.prefix(count)), predicted: Array(classes.codes.suffix(count)),
        classCount: classes.classes.count)
    }
    return (matrix, classes)
  }

  /// The same where what scores at least a threshold is predicted to be of the second class.
  fileprivate mutating func thresholdConfusion(_ call: Call) throws(Diagnostic) -> (ConfusionMatrix, Labels) {
    let scores = try call.vector(1)
    let threshold = try call.number(2)
    try chargeOperations(200, times: scores.count, at: call.place)
    let truth = try call.labels(0, count: scores.count)
    guard truth.classes.count == 2 else {
      throw call.mistake(0, "expected labels of two classes, found \(truth.classes.count)")
    }
    let matrix = try call.checked { () throws(ArgumentError) in
      try ConfusionMatrix(
        truth: truth.codes, predicted: scores.map { $0 >= threshold ? 1 : 0 }, classCount: 2)
    }
    return (matrix, truth)
  }
}

extension Labels {
  /// The labels of two vectors one after the other, with the classes of both; `nil` if their kinds differ.
  fileprivate init?(uniting first: Labels, _ second: Labels) {
    let values = [first, second].flatMap { labels in labels.codes.map { labels.classes[$0] } }
    let numbers = values.compactMap { if case .number(let number) = $0 { number } else { nil } }
    let texts = values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    switch values.count {
    case numbers.count: self.init(numbers)
    case texts.count: self.init(texts)
    default: return nil
    }
  }
}

extension Call {
  /// Which of two classes is the positive one: the second, unless an optional argument names another.
  func positive(
    _ index: Int, among labels: Labels, labelsAt: Int,
    help: String = "say which class is the positive one: positive=…"
  ) throws(Diagnostic) -> Int {
    guard isGiven(index) else {
      guard labels.classes.count == 2 else {
        throw mistake(labelsAt, "expected labels of two classes, found \(labels.classes.count)", help: help)
      }
      return 1
    }
    let place = labels.classes.firstIndex {
      switch ($0, values[index]) {
      case (.number(let a), .number(let b)): a == b
      case (.number(let a), .boolean(let b)): a == (b ? 1 : 0)
      case (.text(let a), .text(let b)): a == b
      default: false
      }
    }
    guard let place else { throw mistake(index, "no label is of that class") }
    return place
  }
}
