internal import Diagnostics
internal import MathCore

/// What learners are given.
extension Call {
  /// Points and their classes, in the first two arguments.
  func classifiedPoints() throws(Diagnostic) -> (data: ClassifiedPoints, labels: Labels) {
    let points = try points(0)
    let labels = try labels(1, count: points.shape[0])
    let data = try checked { () throws(ArgumentError) in
      try ClassifiedPoints(points, classes: labels.codes)
    }
    return (data, labels)
  }

  /// Points and the numbers measured at them, in the first two arguments.
  func measuredPoints() throws(Diagnostic) -> MeasuredPoints {
    let points = try points(0)
    let values = try vector(1)
    return try checked { () throws(ArgumentError) in try MeasuredPoints(points, values: values) }
  }

  /// How much large weights cost: a number from 0 to 1e100.
  func penalty(_ index: Int) throws(Diagnostic) -> Double {
    let penalty = try number(index)
    guard (0...1e100).contains(penalty) else {
      throw mistake(index, "expected 0 to 1e100, found \(shortest(penalty))")
    }
    return penalty
  }

  /// Weights for the points of the first argument: a number if these are numbers, else a vector.
  func weights(_ formula: LinearFormula) -> Value {
    switch self[0] {
    case .tensor(let tensor) where tensor.rank == 2: .vector(formula.weights)
    default: .number(formula.weights[0])
    }
  }
}

/// What the coordinates of a point are called in messages: x, or x1, x2, ….
func coordinateNames(_ count: Int) -> [String] {
  count == 1 ? ["x"] : (1...max(1, count)).map { "x\($0)" }
}

/// What learners found, as functions.
extension ModelFunction {
  /// A formula; of several values if it `isVector`, also where there is just one.
  init(_ name: String, _ formula: some PointFormula, isVector: Bool = false, work: Int) {
    self.init(
      name, coordinates: coordinateNames(formula.dimension),
      shape: isVector ? [formula.valueCount] : [], work: work, formula: { formula.values(at: $0) }
    ) { points, _ in
      formula.values(atRows: points)
    }
  }

  /// The class that scores speak for: its label, or, if the labels are texts, its place among the classes.
  func choice(_ name: String, of labels: Labels) -> ModelFunction {
    let (values, numbers, count) = (values, labels.numbers, shape.reduce(1, *))
    return ModelFunction(
      name, coordinates: coordinates, work: work + 2 * count,
      formula: formula(followedBy: { scores in chosenClass(scores, of: numbers) })
    ) { points, rows in
      let scores = values(points, rows)
      return chosenClasses(scores: scores, perRow: count, classCount: numbers.count).map { numbers[$0] }
    }
  }

  /// One of several values.
  func part(_ name: String, at place: Int) -> ModelFunction {
    let (values, count) = (values, shape.reduce(1, *))
    return ModelFunction(
      name, coordinates: coordinates, work: work, formula: formula(followedBy: { parts in parts[place] })
    ) { points, rows in
      let all = values(points, rows)
      return (0..<rows).map { all[$0 * count + place] }
    }
  }

  /// The formula of a number that is worked out from the values; `nil` if these have none.
  private func formula(
    followedBy step: @escaping @Sendable ([RecordedNumber]) -> RecordedNumber
  ) -> (@Sendable ([RecordedNumber]) -> [RecordedNumber])? {
    guard let formula else { return nil }
    return { point in [step(formula(point))] }
  }
}

extension Labels {
  /// The numbers that stand for the classes: the labels themselves, or the places of texts.
  var numbers: [Double] {
    classes.enumerated().map { place, label in
      if case .number(let number) = label { number } else { Double(place) }
    }
  }

  /// The fields that every classifier has: what classes there are, what it says of the points that it knows,
  /// and how often that is right.
  func fields(predictions: [Int]) -> [(name: String, value: Value)] {
    [
      ("classes", named(Array(classes.indices))), ("predictions", named(predictions)),
      ("accuracy", .number(accuracy(of: predictions, on: codes))),
    ]
  }

  /// As functions: the share or probability of each class and, if there are two, that of the second.
  func fields(
    of shares: ModelFunction, named name: String, learner: String
  ) -> [(name: String, value: Value)] {
    var fields = [(name, Value.model(shares))]
    if classes.count == 2 {
      fields.append(("probability", .model(shares.part("\(learner).probability", at: 1))))
    }
    return fields + [("predict", .model(shares.choice("\(learner).predict", of: self)))]
  }
}

/// The fields that every regression has.
func fields(of fit: RegressionFit) -> [(name: String, value: Value)] {
  [
    ("predictions", .vector(fit.predictions)), ("residuals", .vector(fit.residuals)),
    ("mse", .number(fit.meanSquaredError)), ("r2", .number(fit.determination)),
  ]
}
