internal import Diagnostics
internal import MathCore

/// Functions that make vectors and matrices.
let tensorFunctions: [Builtin] = [
  Builtin(
    "linspace", ["start", "stop", .init("count", .number(50))],
    "Evenly spaced numbers from start to stop, both included."
  ) { (evaluation, call) throws(Diagnostic) in
    let start = try call[0].number(of: "linspace: start", at: call.place.location)
    let stop = try call[1].number(of: "linspace: stop", at: call.place.location)
    let count = try call[2].integer(
      of: "linspace: count", in: 0...Evaluation.elementLimit, at: call.place.location)
    try evaluation.chargeElements([count], at: call.place)
    let step = count > 1 ? (stop - start) / Double(count - 1) : 0
    // The last one is `stop` itself, whatever the steps have rounded to.
    return .tensor(
      Tensor((0..<count).map { $0 == count - 1 && count > 1 ? stop : start + Double($0) * step }))
  },
  Builtin("zeros", ["shape"], "A vector or matrix of zeros.") { (evaluation, call) throws(Diagnostic) in
    try evaluation.filled(0, call)
  },
  Builtin("ones", ["shape"], "A vector or matrix of ones.") { (evaluation, call) throws(Diagnostic) in
    try evaluation.filled(1, call)
  },
  Builtin("eye", ["n"], "The n × n identity matrix.") { (evaluation, call) throws(Diagnostic) in
    let n = try call[0].integer(of: "eye: n", in: 0...10_000, at: call.place.location)
    try evaluation.chargeElements([n, n], at: call.place)
    return .tensor(
      Tensor(shape: [n, n], elements: (0..<n * n).map { $0 / n == $0 % n ? 1 : 0 }))
  },
  Builtin("reshape", ["x", "shape"], "The same elements in the same order under another shape.") {
    (evaluation, call) throws(Diagnostic) in
    let shape = try evaluation.shape(from: call[1], call)
    return try evaluation.reshaped(call[0], shape, call)
  },
]

extension Evaluation {
  /// A shape given as a number or a vector of numbers.
  fileprivate mutating func shape(from value: Value, _ call: Call) throws(Diagnostic) -> [Int] {
    var extents: [Value] = [value]
    if case .number = value {
    } else {
      extents = try value.vector(of: "\(call.name): shape", at: call.place.location).map { .number($0) }
    }
    guard extents.count <= 4 else {
      throw Diagnostic(
        "\(call.name): expected at most 4 axes, found \(extents.count)", at: call.place.location)
    }
    var shape: [Int] = []
    for extent in extents {
      shape.append(
        try extent.integer(
          of: "\(call.name): shape", in: 0...Self.elementLimit, at: call.place.location))
    }
    try chargeElements(shape, at: call.place)
    return shape
  }

  fileprivate mutating func filled(_ number: Double, _ call: Call) throws(Diagnostic) -> Value {
    Value(Tensor(repeating: number, shape: try shape(from: call[0], call)))
  }

  mutating func reshaped(_ x: Value, _ shape: [Int], _ call: Call) throws(Diagnostic) -> Value {
    let operand = try operand(x, call.name, at: call.place)
    guard operand.shape.reduce(1, *) == shape.reduce(1, *) else {
      throw Diagnostic(
        "\(call.name): \(shapeDescription(operand.shape)) does not fill the shape \(shapeText(shape))",
        at: call.place.location)
    }
    switch operand {
    case .known(let tensor): return Value(tensor.reshaped(to: shape))
    case .recorded(let node, _):
      return try record(at: call.place) { graph in graph.reshape(node, to: shape) }
    }
  }
}
