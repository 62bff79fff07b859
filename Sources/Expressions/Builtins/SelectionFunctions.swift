internal import Diagnostics
internal import MathCore

/// Choosing between values, and reading off a line through points.
let selectionFunctions: [Builtin] = [
  Builtin(
    "where", ["condition", "a", "b"], "a where the condition holds, else b, for each element.",
    Example("where([1, -2, 3] > 0, 1, 0)", "[1 0 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.choose(call[0], call[1], call[2], call.name, at: call.place)
  },
  pairwise(
    "maximum", .maximum, ["a", "b"], "The larger one of each pair of elements; NaN wins.",
    "maximum([1, 5], [3, 4])", "[3 5]"),
  pairwise(
    "minimum", .minimum, ["a", "b"], "The smaller one of each pair of elements; NaN wins.",
    "minimum([1, 5], 3)", "[1 3]"),
  Builtin(
    "clip", ["x", "lower", "upper"], "x, but at least the lower and at most the upper bound.",
    Example("clip([-2, 0.5, 7], 0, 1)", "[0 0.5 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    let raised = try evaluation.combine(.maximum, call[0], call[1], call.name, at: call.place)
    return try evaluation.combine(.minimum, raised, call[2], call.name, at: call.place)
  },
  Builtin(
    "interp", ["x", "xs", "ys"],
    "The height at x of the line that joins the points (xs, ys); level beyond the outer ones.",
    Example("interp([0.5, 2, 9], [0, 1, 3], [0, 10, 30])", "[5 20 30]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.interpolated(call)
  },
]

extension Evaluation {
  fileprivate mutating func interpolated(_ call: Call) throws(Diagnostic) -> Value {
    let place = call.place.location
    let xs = try call[1].vector(of: "interp: xs", at: call.location(of: 1))
    let heights = try shape(of: call[2], "interp: ys", at: call.place)
    guard heights == [xs.count], !xs.isEmpty else {
      throw Diagnostic(
        "interp: expected as many ys as xs and at least one, found \(shapeDescription([xs.count])) and "
          + shapeDescription(heights), at: place)
    }
    for (left, right) in zip(xs, xs.dropFirst()) where !(left < right) {
      throw Diagnostic(
        "interp: expected rising xs, found \(shortest(right)) after \(shortest(left))", at: place)
    }
    if case .known(let x) = try operand(call[0], call.name, at: call.place),
      case .known(let ys) = try operand(call[2], call.name, at: call.place)
    {
      try chargeElements(x.shape, at: call.place)
      return Value(
        Tensor(shape: x.shape, elements: x.elements.map { interpolation(at: $0, xs, ys.elements) }))
    }
    var result = try element(0, of: call[2], at: call.place)
    for i in 0..<xs.count {
      let piece = try piece(i, xs, call)
      // Written so that NaN falls through to a piece and stays NaN.
      let isBefore = try combine(.less, call[0], .number(xs[i]), call.name, at: call.place)
      result = try choose(isBefore, result, piece, call.name, at: call.place)
    }
    return result
  }

  /// The line from the i-th point to the next one; level after the last one.
  private mutating func piece(_ i: Int, _ xs: [Double], _ call: Call) throws(Diagnostic) -> Value {
    let height = try element(i, of: call[2], at: call.place)
    guard i + 1 < xs.count else { return height }
    let next = try element(i + 1, of: call[2], at: call.place)
    let rise = try combine(.subtract, next, height, call.name, at: call.place)
    let slope = try combine(.divide, rise, .number(xs[i + 1] - xs[i]), call.name, at: call.place)
    let way = try combine(.subtract, call[0], .number(xs[i]), call.name, at: call.place)
    let climb = try combine(.multiply, slope, way, call.name, at: call.place)
    return try combine(.add, height, climb, call.name, at: call.place)
  }
}

private func interpolation(at x: Double, _ xs: [Double], _ ys: [Double]) -> Double {
  if x.isNaN { return x }
  // The number of points up to x.
  var (low, high) = (0, xs.count)
  while low < high {
    let middle = (low + high) / 2
    if xs[middle] <= x { low = middle + 1 } else { high = middle }
  }
  if low == 0 { return ys[0] }
  if low == xs.count { return ys[low - 1] }
  let slope = (ys[low] - ys[low - 1]) / (xs[low] - xs[low - 1])
  return ys[low - 1] + slope * (x - xs[low - 1])
}
