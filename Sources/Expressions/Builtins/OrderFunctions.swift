internal import Diagnostics
internal import MathCore

private let lastAxis = Builtin.Parameter("axis", .number(-1))

/// Functions of the order of numbers; NaN comes last, as in NumPy.
let orderFunctions: [Builtin] = [
  Builtin(
    "argmax", ["x", everyAxis], "The index of the first largest element, also along an axis.",
    Example("argmax([0.1, 0.7, 0.2])", "1")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.place(of: .maximum, call)
  },
  Builtin(
    "argmin", ["x", everyAxis], "The index of the first smallest element, also along an axis.",
    Example("argmin([[3, 1], [0, 2]], axis=1)", "[1 0]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.place(of: .minimum, call)
  },
  Builtin(
    "sort", ["x", lastAxis], "The elements in rising order along an axis.",
    Example("sort([3, 1, 2])", "[1 2 3]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.lanewise(call) { row in row.sorted(by: isBefore) }
  },
  Builtin(
    "argsort", ["x", lastAxis], "The indices that sort; equal elements keep their order.",
    Example("argsort([30, 10, 20])", "[1 2 0]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.lanewise(call) { row in
      row.indices.sorted { a, b in
        isBefore(row[a], row[b]) || (!isBefore(row[b], row[a]) && a < b)
      }.map(Double.init)
    }
  },
  Builtin(
    "median", ["x", everyAxis], "The middle element, or the mean of the middle two.",
    Example("median([7, 1, 3, 100])", "5")
  ) { (evaluation, call) throws(Diagnostic) in
    let tensor = try evaluation.known(call[0], call)
    try evaluation.charge(tensor.count / 2, at: call.place)
    let lanes = try evaluation.lanes(call[1], of: call[0], call)
    return Value(lanes.numbers(of: tensor, middle))
  },
  Builtin(
    "unique", ["x"], "The different elements, in rising order; of texts, by their letters.",
    Example("unique([2, 1, 2, 3, 1])", "[1 2 3]")
  ) { (evaluation, call) throws(Diagnostic) in
    if let texts = call[0].asTexts {
      try evaluation.chargeElements([texts.count], at: call.place)
      return .texts(TextColumn(texts.sorted.texts))
    }
    let tensor = try evaluation.known(call[0], call)
    try evaluation.charge(tensor.count / 2, at: call.place)
    var kept: [Double] = []
    for number in tensor.elements.sorted(by: isBefore) {
      if let last = kept.last, last == number || (last.isNaN && number.isNaN) { continue }
      kept.append(number)
    }
    return .tensor(Tensor(kept))
  },
]

private func isBefore(_ a: Double, _ b: Double) -> Bool { a < b || (b.isNaN && !a.isNaN) }

private func middle(of row: [Double]) -> Double {
  let sorted = row.sorted(by: isBefore)
  if let last = sorted.last, last.isNaN { return last }
  let half = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[half] : 0.5 * sorted[half - 1] + 0.5 * sorted[half]
}

extension Evaluation {
  /// Each row of a known tensor replaced by another one of the same length.
  fileprivate mutating func lanewise(
    _ call: Call, _ body: ([Double]) -> [Double]
  ) throws(Diagnostic) -> Value {
    let tensor = try known(call[0], call)
    // Sorting takes about eight times as long as adding up.
    try charge(tensor.count / 2, at: call.place)
    let lanes = try lanes(call[1], of: call[0], call, isEmptyAllowed: true)
    return Value(lanes.rows(lanes.length, of: tensor, body))
  }

  /// The index of the first extreme element; NaN counts as one.
  fileprivate mutating func place(of extreme: BinaryFunction, _ call: Call) throws(Diagnostic) -> Value {
    let lanes = try lanes(call[1], of: call[0], call)
    try chargeElements(lanes.shape, at: call.place)
    if case .known(let tensor) = try operand(call[0], call.name, at: call.place) {
      return Value(
        lanes.numbers(of: tensor) { row in
          var best = 0
          for i in row.indices where !row[best].isNaN {
            if row[i].isNaN || (extreme == .maximum ? row[i] > row[best] : row[i] < row[best]) { best = i }
          }
          return Double(best)
        })
    }
    var best = try column(0, lanes, of: call[0], call)
    var index = Value(Tensor(repeating: 0, shape: lanes.outerShape))
    for i in 1..<max(lanes.length, 1) {
      let next = try column(i, lanes, of: call[0], call)
      let sides = extreme == .maximum ? (next, best) : (best, next)
      // "Not at most" is also true of NaN.
      let isAtMost = try combine(.lessOrEqual, sides.0, sides.1, call.name, at: call.place)
      let isBetter = try apply(.not, isAtMost, call.name, at: call.place)
      let isNumber = try combine(.equal, best, best, call.name, at: call.place)
      let wins = try combine(.and, isBetter, isNumber, call.name, at: call.place)
      best = try choose(wins, next, best, call.name, at: call.place)
      index = try choose(wins, .number(Double(i)), index, call.name, at: call.place)
    }
    return index
  }
}
