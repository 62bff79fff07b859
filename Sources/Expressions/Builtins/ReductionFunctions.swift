internal import Diagnostics
internal import MathCore

private let freedom = Builtin.Parameter("ddof", .number(0))

/// Functions that make one number, or fewer, of many.
let reductionFunctions: [Builtin] = [
  Builtin(
    "sum", ["x", everyAxis], "The sum of all elements, or along an axis.",
    Example("sum([[1, 2], [3, 4]], axis=0)", "[4 6]")
  ) { (evaluation, call) throws(Diagnostic) in
    let axes = try evaluation.axes(call[1], of: call[0], call)
    return try evaluation.reduce(.sum, call[0], axes: axes, call.name, at: call.place)
  },
  Builtin(
    "prod", ["x", everyAxis], "The product of all elements, or along an axis.",
    Example("prod([2, 3, 4])", "24")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.product(call)
  },
  Builtin(
    "mean", ["x", everyAxis], "The mean of all elements, or along an axis.",
    Example("mean([[1, 2], [3, 6]], axis=1)", "[1.5 4.5]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.mean(call[0], call)
  },
  Builtin(
    "var", ["x", everyAxis, freedom],
    "The mean squared distance from the mean; the sum is divided by the count less ddof.",
    Example("var([1, 2, 3, 4], ddof=1)", "1.66667")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.variance(call)
  },
  Builtin(
    "std", ["x", everyAxis, freedom], "The square root of var.", Example("std([1, 2, 3, 4])", "1.11803")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.apply(.squareRoot, try evaluation.variance(call), call.name, at: call.place)
  },
  Builtin(
    "max", ["x"], isVariadic: true, options: [everyAxis],
    "The largest element, also along an axis, or the largest of several arguments; NaN wins.",
    Example("max([[1, 5], [3, 4]], axis=0)", "[3 5]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.extreme(.maximum, call)
  },
  Builtin(
    "min", ["x"], isVariadic: true, options: [everyAxis],
    "The smallest element, also along an axis, or the smallest of several arguments; NaN wins.",
    Example("min(3, 1, 2)", "1")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.extreme(.minimum, call)
  },
  Builtin(
    "any", ["x", everyAxis], "Whether one element or more is not 0.", Example("any([1, 5] > 4)", "true")
  ) { (evaluation, call) throws(Diagnostic) in
    let hits = try evaluation.count(.notEqual, call)
    return truth(try evaluation.combine(.less, .number(0), hits, call.name, at: call.place))
  },
  Builtin(
    "all", ["x", everyAxis], "Whether no element is 0.",
    Example("all([[1, 5], [6, 7]] > 4, axis=1)", "[0 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    let misses = try evaluation.count(.equal, call)
    return truth(try evaluation.combine(.equal, misses, .number(0), call.name, at: call.place))
  },
  Builtin("len", ["x"], "The number of elements along the first axis.", Example("len([7, 8, 9])", "3")) {
    (evaluation, call) throws(Diagnostic) in
    .number(Double(try evaluation.length(of: call[0], at: call.place)))
  },
]

extension Evaluation {
  private mutating func mean(_ x: Value, lessBy freedom: Double = 0, _ call: Call) throws(Diagnostic) -> Value
  {
    let count = Double(try lanes(call[1], of: x, call).length)
    guard count > freedom else {
      throw Diagnostic(
        "\(call.name): ddof: expected less than the \(counted(Int(count), "element")), "
          + "found \(shortest(freedom))", at: call.place.location)
    }
    let axes = try axes(call[1], of: x, call)
    let sum = try reduce(.sum, x, axes: axes, call.name, at: call.place)
    return try combine(.divide, sum, .number(count - freedom), call.name, at: call.place)
  }

  fileprivate mutating func mean(_ x: Value, _ call: Call) throws(Diagnostic) -> Value {
    try mean(x, lessBy: 0, call)
  }

  fileprivate mutating func variance(_ call: Call) throws(Diagnostic) -> Value {
    let freedom = try call[2].number(of: "\(call.name): ddof", at: call.location(of: 2))
    var kept = try shape(of: call[0], call.name, at: call.place)
    for axis in try axes(call[1], of: call[0], call) { kept[axis] = 1 }
    let center = try reshaped(try mean(call[0], call), kept, call)
    let distance = try combine(.subtract, call[0], center, call.name, at: call.place)
    let squares = try combine(.multiply, distance, distance, call.name, at: call.place)
    return try mean(squares, lessBy: freedom, call)
  }

  fileprivate mutating func product(_ call: Call) throws(Diagnostic) -> Value {
    let lanes = try lanes(call[1], of: call[0], call, isEmptyAllowed: true)
    try chargeElements(lanes.shape, at: call.place)
    if case .known(let tensor) = try operand(call[0], call.name, at: call.place) {
      return Value(lanes.numbers(of: tensor) { $0.reduce(1, *) })
    }
    var product = Value(Tensor(repeating: 1, shape: lanes.outerShape))
    for i in 0..<lanes.length {
      let factor = try column(i, lanes, of: call[0], call)
      product = try combine(.multiply, product, factor, call.name, at: call.place)
    }
    return product
  }

  fileprivate mutating func extreme(_ function: BinaryFunction, _ call: Call) throws(Diagnostic) -> Value {
    guard call.values.count == 1 else {
      if case .text("all") = call.options[0] {
      } else {
        throw Diagnostic("\(call.name): axis is for a single argument", at: call.place.location)
      }
      var result = call[0]
      for value in call.values.dropFirst() {
        result = try combine(function, result, value, call.name, at: call.place)
      }
      return result
    }
    _ = try lanes(call.options[0], of: call[0], call)
    let axes = try axes(call.options[0], of: call[0], call)
    if function == .maximum { return try reduce(.maximum, call[0], axes: axes, call.name, at: call.place) }
    let opposite = try apply(.negate, call[0], call.name, at: call.place)
    let largest = try reduce(.maximum, opposite, axes: axes, call.name, at: call.place)
    return try apply(.negate, largest, call.name, at: call.place)
  }

  /// How many elements are, or are not, equal to 0.
  fileprivate mutating func count(_ relation: BinaryFunction, _ call: Call) throws(Diagnostic) -> Value {
    let hits = try combine(relation, call[0], .number(0), call.name, at: call.place)
    let axes = try axes(call[1], of: call[0], call)
    return try reduce(.sum, hits, axes: axes, call.name, at: call.place)
  }
}
