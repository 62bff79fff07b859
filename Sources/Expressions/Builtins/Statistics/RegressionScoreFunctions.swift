internal import Diagnostics
internal import MathCore

/// How far predicted numbers are from the truth; also as losses, because they can be differentiated.
let regressionScoreFunctions: [Builtin] = [
  Builtin(
    "mean_squared_error", ["truth", "predicted"], "The mean of the squared differences.",
    Example("mean_squared_error([3, 5, 2], [2, 5, 4])", "1.66667")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.meanError(call, .squared)
  },
  Builtin(
    "root_mean_squared_error", ["truth", "predicted"],
    "The square root of mean_squared_error, in units of the truth.",
    Example("root_mean_squared_error([3, 5, 2], [2, 5, 4])", "1.29099")
  ) { (evaluation, call) throws(Diagnostic) in
    let squared = try evaluation.meanError(call, .squared)
    return try evaluation.apply(.squareRoot, squared, call.name, at: call.place)
  },
  Builtin(
    "mean_absolute_error", ["truth", "predicted"], "The mean of the differences' sizes.",
    Example("mean_absolute_error([3, 5, 2], [2, 5, 4])", "1")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.meanError(call, .absolute)
  },
  Builtin(
    "r_squared", ["truth", "predicted"],
    "The share R² of the truth's variance that is predicted: 1 − Σ(y − ŷ)² / Σ(y − ȳ)².",
    Example("r_squared([3, 5, 2, 6], [2.5, 5, 2, 7])", "0.875")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.shareOfVariance(call)
  },
]

/// What becomes of a difference.
private enum Distance {
  case squared
  case absolute
}

extension Evaluation {
  fileprivate mutating func meanError(_ call: Call, _ distance: Distance) throws(Diagnostic) -> Value {
    let shape = try comparedShape(call)
    let difference = try combine(.subtract, call[0], call[1], call.name, at: call.place)
    let size =
      distance == .squared
      ? try combine(.multiply, difference, difference, call.name, at: call.place)
      : try apply(.absolute, difference, call.name, at: call.place)
    let sum = try reduce(.sum, size, axes: Array(shape.indices), call.name, at: call.place)
    return try combine(.divide, sum, .number(Double(shape.reduce(1, *))), call.name, at: call.place)
  }

  fileprivate mutating func shareOfVariance(_ call: Call) throws(Diagnostic) -> Value {
    let shape = try comparedShape(call)
    if case .known(let truth) = try operand(call[0], call.name, at: call.place),
      truth.elements.allSatisfy({ $0 == truth.elements[0] })
    {
      throw call.mistake(0, "all elements are equal, so that there is no variance to predict")
    }
    let axes = Array(shape.indices)
    let sum = try reduce(.sum, call[0], axes: axes, call.name, at: call.place)
    let mean = try combine(
      .divide, sum, .number(Double(shape.reduce(1, *))), call.name, at: call.place)
    var sums: [Value] = []
    for center in [call[1], mean] {
      let difference = try combine(.subtract, call[0], center, call.name, at: call.place)
      let squares = try combine(.multiply, difference, difference, call.name, at: call.place)
      sums.append(try reduce(.sum, squares, axes: axes, call.name, at: call.place))
    }
    let rest = try combine(.divide, sums[0], sums[1], call.name, at: call.place)
    return try combine(.subtract, .number(1), rest, call.name, at: call.place)
  }

  /// The shape that truth and prediction share; unlike in arithmetic, none is stretched to the other's.
  private func comparedShape(_ call: Call) throws(Diagnostic) -> [Int] {
    let truth = try shape(of: call[0], call.title(of: 0), at: call.place)
    let predicted = try shape(of: call[1], call.title(of: 1), at: call.place)
    guard truth == predicted else {
      throw call.mistake(
        1, "expected the shape \(shapeText(truth)) of the truth, found \(shapeText(predicted))")
    }
    guard truth.reduce(1, *) > 0 else { throw call.mistake(0, "expected at least one element, found none") }
    return truth
  }
}
