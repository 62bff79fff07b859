internal import Diagnostics
internal import MathCore

private let firstAxis = Builtin.Parameter("axis", .number(0))

/// Functions that put vectors and matrices together.
let joinFunctions: [Builtin] = [
  Builtin(
    "concatenate", ["parts", firstAxis], "Parts one after another along an axis that they have.",
    Example("concatenate([[1, 2], [3, 4, 5]])", "[1 2 3 4 5]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.concatenated(try evaluation.parts(call), call[1], call)
  },
  Builtin(
    "stack", ["parts", firstAxis], "Parts of equal shapes along a new axis.",
    Example("stack([[1, 2], [3, 4]], axis=1)", "[[1 3] [2 4]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.parts(call)
    let first = try evaluation.shape(of: parts[0], call.name, at: call.place)
    for part in parts {
      let shape = try evaluation.shape(of: part, call.name, at: call.place)
      guard shape == first else { throw evaluation.clash(first, shape, call) }
    }
    let rank = first.count + 1
    let number = try call[1].integer(of: "stack: axis", in: -rank...rank - 1, at: call.location(of: 1))
    let stack = try evaluation.stacked(parts, at: call.place)
    return try evaluation.moved(stack, from: 0, to: number < 0 ? number + rank : number, call)
  },
  Builtin(
    "hstack", ["parts"], "Vectors one after another, or matrices side by side.",
    Example("hstack([[[1], [2]], [[3], [4]]])", "[[1 3] [2 4]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let parts = try evaluation.parts(call)
    let rank = try evaluation.shape(of: parts[0], call.name, at: call.place).count
    if rank == 0 { return try evaluation.stacked(parts, at: call.place) }
    return try evaluation.concatenated(parts, .number(rank == 1 ? 0 : 1), call)
  },
  Builtin(
    "vstack", ["parts"], "Vectors as rows, or matrices one below the other.",
    Example("vstack([[1, 2], [3, 4]])", "[[1 2] [3 4]]")
  ) { (evaluation, call) throws(Diagnostic) in
    var rows: [Value] = []
    for part in try evaluation.parts(call) {
      let shape = try evaluation.shape(of: part, call.name, at: call.place)
      rows.append(shape.count < 2 ? try evaluation.reshaped(part, [1, shape.first ?? 1], call) : part)
    }
    return try evaluation.concatenated(rows, .number(0), call)
  },
]

extension Evaluation {
  /// The elements of the list, or of the tensor along its first axis, that is the first argument.
  fileprivate mutating func parts(_ call: Call) throws(Diagnostic) -> [Value] {
    let count = try length(of: call[0], at: call.place)
    guard count > 0 else {
      throw Diagnostic("\(call.name): expected at least one part, found none", at: call.place.location)
    }
    try chargeElements([count], at: call.place)
    var parts: [Value] = []
    for i in 0..<count { parts.append(try element(i, of: call[0], at: call.place)) }
    return parts
  }

  fileprivate mutating func concatenated(
    _ parts: [Value], _ axis: Value, _ call: Call
  ) throws(Diagnostic) -> Value {
    let number = try self.axis(axis, of: parts[0], call)
    var shapes: [[Int]] = []
    for part in parts { shapes.append(try shape(of: part, call.name, at: call.place)) }
    var target = shapes[0]
    for shape in shapes.dropFirst() {
      var expected = target
      if shape.count == target.count { expected[number] = shape[number] }
      guard shape == expected else { throw clash(shapes[0], shape, call) }
      target[number] += shape[number]
    }
    try chargeElements(target, at: call.place)
    let inner = target[(number + 1)...].reduce(1, *)
    let outer = target[..<number].reduce(1, *)
    var first = 0
    var places: [(Value, [Int])] = []
    for (part, shape) in zip(parts, shapes) {
      let block = shape[number] * inner
      let starts = (0..<outer).map { $0 * target[number] * inner + first }
      places.append((part, starts.flatMap { Array($0..<$0 + block) }))
      first += block
    }
    return try placed(places, target, call)
  }

  fileprivate func clash(_ first: [Int], _ second: [Int], _ call: Call) -> Diagnostic {
    Diagnostic(
      "\(call.name): shapes \(shapeText(first)) and \(shapeText(second)) do not fit",
      at: call.place.location)
  }
}
