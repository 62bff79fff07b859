internal import Diagnostics
internal import MathCore

/// Functions that lay the same numbers out in another way.
let shapeFunctions: [Builtin] = [
  Builtin(
    "reshape", ["x", "shape"],
    "The same elements in the same order under another shape; −1 stands for what is left.",
    Example("reshape([1, 2, 3, 4], [2, -1])", "[[1 2] [3 4]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let shape = try evaluation.completedShape(call)
    return try evaluation.reshaped(call[0], shape, call)
  },
  Builtin("flatten", ["x"], "All elements as one vector.", Example("flatten([[1, 2], [3, 4]])", "[1 2 3 4]"))
  {
    (evaluation, call) throws(Diagnostic) in
    let count = try evaluation.shape(of: call[0], call.name, at: call.place).reduce(1, *)
    return try evaluation.reshaped(call[0], [count], call)
  },
  Builtin(
    "transpose", ["x", .init("axes", .text("reversed"))], "The axes in another order, as X.T.",
    Example("transpose([[1, 2], [3, 4]])", "[[1 3] [2 4]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let rank = try evaluation.shape(of: call[0], call.name, at: call.place).count
    var order = Array((0..<rank).reversed())
    if case .text("reversed") = call[1] {
    } else {
      let axes = try call[1].vector(of: "transpose: axes", at: call.location(of: 1))
      order = []
      for axis in axes { order.append(try evaluation.axis(.number(axis), of: call[0], call)) }
      guard order.sorted() == Array(0..<rank) else {
        throw Diagnostic(
          "transpose: axes: expected each number from 0 to \(rank - 1) once",
          at: call.place.location)
      }
    }
    return try evaluation.permuted(call[0], order, call)
  },
  Builtin(
    "reverse", ["x", .init("axis", .number(0))], "The elements in the opposite order along an axis.",
    Example("reverse([1, 2, 3])", "[3 2 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    let axis = try evaluation.axis(call[1], of: call[0], call)
    let extent = try evaluation.shape(of: call[0], call.name, at: call.place)[axis]
    return try evaluation.selected(call[0], axis, (0..<extent).reversed(), call)
  },
  Builtin(
    "flip", ["x", everyAxis], "The elements in the opposite order along an axis, or along all.",
    Example("flip([[1, 2], [3, 4]])", "[[4 3] [2 1]]")
  ) { (evaluation, call) throws(Diagnostic) in
    var result = call[0]
    for axis in try evaluation.axes(call[1], of: call[0], call) {
      let extent = try evaluation.shape(of: result, call.name, at: call.place)[axis]
      result = try evaluation.selected(result, axis, (0..<extent).reversed(), call)
    }
    return result
  },
  Builtin(
    "repeat", ["x", "times", everyAxis], "Each element several times in a row.",
    Example("repeat([1, 2], 3)", "[1 1 1 2 2 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.repeated(call)
  },
  Builtin(
    "tile", ["x", "times"], "Copies of a whole, side by side along the last axis, or along several.",
    Example("tile([1, 2], 3)", "[1 2 1 2 1 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.tiled(call)
  },
  Builtin(
    "diag", ["x"], "A diagonal matrix from a vector, or the diagonal of a matrix.",
    Example("diag([1, 2])", "[[1 0] [0 2]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let shape = try evaluation.shape(of: call[0], call.name, at: call.place)
    switch shape.count {
    case 1:
      let places = (0..<shape[0]).map { $0 * (shape[0] + 1) }
      return try evaluation.placed([(call[0], places)], [shape[0], shape[0]], call)
    case 2:
      let places = (0..<min(shape[0], shape[1])).map { $0 * (shape[1] + 1) }
      return try evaluation.gathered(call[0], places, [places.count], at: call.place)
    default:
      throw call[0].mismatch("diag", expected: "a vector or matrix", at: call.location(of: 0))
    }
  },
]

extension Evaluation {
  /// The shape that an argument gives, its −1 replaced by what the elements need.
  fileprivate mutating func completedShape(_ call: Call) throws(Diagnostic) -> [Int] {
    let count = try shape(of: call[0], call.name, at: call.place).reduce(1, *)
    var extents = [call[1]]
    if case .number = call[1] {
    } else {
      extents = try call[1].vector(of: "reshape: shape", at: call.location(of: 1)).map { .number($0) }
    }
    var rest: Int?
    for (axis, extent) in extents.enumerated() {
      if case .number(-1) = extent, rest == nil {
        rest = axis
        extents[axis] = .number(1)
      }
    }
    var target = try shape(from: [.tensor(Tensor(try numbers(extents, call)))], call)
    if let rest {
      let others = target.reduce(1, *)
      target[rest] = others > 0 ? count / others : 0
    }
    return target
  }

  private func numbers(_ values: [Value], _ call: Call) throws(Diagnostic) -> [Double] {
    var numbers: [Double] = []
    for value in values {
      numbers.append(try value.number(of: "\(call.name): shape", at: call.place.location))
    }
    return numbers
  }

  fileprivate mutating func repeated(_ call: Call) throws(Diagnostic) -> Value {
    let times = try call[1].integer(of: "repeat: times", in: 0...Self.elementLimit, at: call.location(of: 1))
    var (x, axis) = (call[0], 0)
    let shape = try shape(of: x, call.name, at: call.place)
    if case .text("all") = call[2] {
      x = try reshaped(x, [shape.reduce(1, *)], call)
    } else {
      axis = try self.axis(call[2], of: x, call)
    }
    let extent = try self.shape(of: x, call.name, at: call.place)[axis]
    try chargeElements(shape + [times], at: call.place)
    return try selected(x, axis, (0..<extent).flatMap { Array(repeating: $0, count: times) }, call)
  }

  fileprivate mutating func tiled(_ call: Call) throws(Diagnostic) -> Value {
    var times = try shape(from: [call[1]], call)
    var result = call[0]
    var shape = try shape(of: result, call.name, at: call.place)
    if shape.isEmpty { shape = [1] }
    while shape.count < times.count { shape.insert(1, at: 0) }
    while times.count < shape.count { times.insert(1, at: 0) }
    try chargeElements(shape + times, at: call.place)
    result = try reshaped(result, shape, call)
    for (axis, count) in times.enumerated() where count != 1 {
      let order = (0..<count).flatMap { _ in Array(0..<shape[axis]) }
      result = try selected(result, axis, order, call)
    }
    return result
  }
}
