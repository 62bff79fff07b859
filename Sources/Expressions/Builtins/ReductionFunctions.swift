internal import Diagnostics
internal import MathCore

/// All axes, where an argument `axis` says nothing.
private let everyAxis = Builtin.Parameter("axis", .text("all"))

/// Functions that make one number, or fewer, of many.
let reductionFunctions: [Builtin] = [
  Builtin("sum", ["x", everyAxis], "The sum of all elements, or along an axis.") {
    (evaluation, call) throws(Diagnostic) in
    let axes = try evaluation.axes(call[1], of: call[0], call)
    return try evaluation.reduce(.sum, call[0], axes: axes, call.name, at: call.place)
  },
  Builtin("mean", ["x", everyAxis], "The mean of all elements, or along an axis.") {
    (evaluation, call) throws(Diagnostic) in
    try evaluation.mean(call[0], try evaluation.axes(call[1], of: call[0], call), call)
  },
  Builtin("var", ["x", everyAxis], "The mean squared distance from the mean.") {
    (evaluation, call) throws(Diagnostic) in
    try evaluation.variance(call)
  },
  Builtin("std", ["x", everyAxis], "The root of the mean squared distance from the mean.") {
    (evaluation, call) throws(Diagnostic) in
    try evaluation.apply(.squareRoot, try evaluation.variance(call), call.name, at: call.place)
  },
  Builtin("max", ["x"], isVariadic: true, "The largest element of a vector, or of several arguments.") {
    (evaluation, call) throws(Diagnostic) in
    if call.values.count > 1 { return try evaluation.extreme(.maximum, call) }
    return try evaluation.largest(call[0], call)
  },
  Builtin("min", ["x"], isVariadic: true, "The smallest element of a vector, or of several arguments.") {
    (evaluation, call) throws(Diagnostic) in
    if call.values.count > 1 { return try evaluation.extreme(.minimum, call) }
    let opposite = try evaluation.apply(.negate, call[0], call.name, at: call.place)
    let largest = try evaluation.largest(opposite, call)
    return try evaluation.apply(.negate, largest, call.name, at: call.place)
  },
  Builtin("dot", ["a", "b"], "The scalar product of two vectors, or the matrix product.") {
    (evaluation, call) throws(Diagnostic) in
    try evaluation.matrixProduct(call[0], call[1], call.name, at: call.place)
  },
  Builtin("norm", ["v"], "The Euclidean length of a vector.") { (evaluation, call) throws(Diagnostic) in
    try evaluation.norm(call[0], call.name, at: call.place)
  },
  Builtin("len", ["x"], "The number of elements along the first axis.") {
    (evaluation, call) throws(Diagnostic) in
    .number(Double(try evaluation.length(of: call[0], at: call.place)))
  },
]

extension Evaluation {
  /// The axes that an argument `axis` names.
  fileprivate func axes(_ axis: Value, of x: Value, _ call: Call) throws(Diagnostic) -> [Int] {
    if case .text("all") = axis { return Array(try shape(of: x, call.name, at: call.place).indices) }
    return [try self.axis(axis, of: x, call)]
  }

  /// The axis that a number names, a negative one counting from the last.
  func axis(_ axis: Value, of x: Value, _ call: Call) throws(Diagnostic) -> Int {
    let rank = try shape(of: x, call.name, at: call.place).count
    guard rank > 0 else {
      throw Diagnostic("\(call.name): expected a vector or matrix, found a number", at: call.place.location)
    }
    let number = try axis.integer(
      of: "\(call.name): axis", in: -rank...rank - 1, at: call.place.location)
    return number < 0 ? number + rank : number
  }

  fileprivate mutating func mean(_ x: Value, _ axes: [Int], _ call: Call) throws(Diagnostic) -> Value {
    let shape = try shape(of: x, call.name, at: call.place)
    let count = axes.reduce(1) { $0 * shape[$1] }
    let sum = try reduce(.sum, x, axes: axes, call.name, at: call.place)
    return try combine(.divide, sum, .number(Double(count)), call.name, at: call.place)
  }

  fileprivate mutating func variance(_ call: Call) throws(Diagnostic) -> Value {
    let axes = try axes(call[1], of: call[0], call)
    var kept = try shape(of: call[0], call.name, at: call.place)
    for axis in axes { kept[axis] = 1 }
    let center = try reshaped(try mean(call[0], axes, call), kept, call)
    let distance = try combine(.subtract, call[0], center, call.name, at: call.place)
    let squares = try combine(.multiply, distance, distance, call.name, at: call.place)
    return try mean(squares, axes, call)
  }

  fileprivate mutating func largest(_ x: Value, _ call: Call) throws(Diagnostic) -> Value {
    let shape = try shape(of: x, call.name, at: call.place)
    guard shape.reduce(1, *) > 0 else {
      throw Diagnostic("\(call.name): expected at least one element, found none", at: call.place.location)
    }
    return try reduce(.maximum, x, axes: Array(shape.indices), call.name, at: call.place)
  }

  fileprivate mutating func extreme(_ function: BinaryFunction, _ call: Call) throws(Diagnostic) -> Value {
    var result = call[0]
    for value in call.values.dropFirst() {
      result = try combine(function, result, value, call.name, at: call.place)
    }
    return result
  }
}
