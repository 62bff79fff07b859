internal import Diagnostics
internal import MathCore

/// Running sums and products, and their opposite.
let cumulativeFunctions: [Builtin] = [
  Builtin(
    "cumsum", ["x", everyAxis], "The sums of the first one, two, three … elements.",
    Example("cumsum([1, 2, 3, 4])", "[1 3 6 10]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.running(.add, call)
  },
  Builtin(
    "cumprod", ["x", everyAxis], "The products of the first one, two, three … elements.",
    Example("cumprod([1, 2, 3, 4])", "[1 2 6 24]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.running(.multiply, call)
  },
  Builtin(
    "diff", ["x", .init("axis", .number(-1))], "The differences between neighbors.",
    Example("diff([1, 4, 9, 16])", "[3 5 7]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.differences(call)
  },
]

extension Evaluation {
  fileprivate mutating func running(_ function: BinaryFunction, _ call: Call) throws(Diagnostic) -> Value {
    let lanes = try lanes(call[1], of: call[0], call, isEmptyAllowed: true)
    try chargeElements(lanes.shape, at: call.place)
    if case .known(let tensor) = try operand(call[0], call.name, at: call.place) {
      return .tensor(
        lanes.rows(lanes.length, of: tensor) { row in
          var sums = row
          for i in sums.indices.dropFirst() {
            sums[i] = function == .add ? sums[i - 1] + row[i] : sums[i - 1] * row[i]
          }
          return sums
        })
    }
    if lanes.length == 0 { return call[0] }
    var columns = [try column(0, lanes, of: call[0], call)]
    for i in 1..<max(lanes.length, 1) {
      let next = try column(i, lanes, of: call[0], call)
      columns.append(try combine(function, columns[i - 1], next, call.name, at: call.place))
    }
    let stack = try stacked(columns, at: call.place)
    guard let axis = lanes.axis else { return stack }
    return try moved(stack, from: 0, to: axis, call)
  }

  fileprivate mutating func differences(_ call: Call) throws(Diagnostic) -> Value {
    let axis = try axis(call[1], of: call[0], call)
    let shape = try shape(of: call[0], call.name, at: call.place)
    let lanes = Lanes(shape: shape, axis: axis)
    let count = max(lanes.length - 1, 0)
    let left = try slice(call[0], axis, 0..<count, call)
    let right = try slice(call[0], axis, min(1, lanes.length)..<lanes.length, call)
    return try combine(.subtract, right, left, call.name, at: call.place)
  }

  /// The elements within a range along an axis.
  private mutating func slice(
    _ x: Value, _ axis: Int, _ range: Range<Int>, _ call: Call
  ) throws(Diagnostic) -> Value {
    try selected(x, axis, Array(range), call)
  }
}
