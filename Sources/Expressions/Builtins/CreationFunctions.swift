internal import Diagnostics
internal import MathCore

private let dimensions: [Builtin.Parameter] = ["shape"]

/// Functions that make vectors and matrices of nothing but their size.
let creationFunctions: [Builtin] = [
  Builtin(
    "zeros", dimensions, isVariadic: true, "A vector or matrix of zeros, by its extents.",
    Example("zeros(2, 3)", "[[0 0 0] [0 0 0]]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.filled(.number(0), try evaluation.shape(from: call.values, call), call)
  },
  Builtin(
    "ones", dimensions, isVariadic: true, "A vector or matrix of ones, by its extents.",
    Example("ones(3)", "[1 1 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.filled(.number(1), try evaluation.shape(from: call.values, call), call)
  },
  Builtin(
    "full", ["shape", "value"], "A vector or matrix with the same number everywhere.",
    Example("full([2, 2], 7)", "[[7 7] [7 7]]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.filled(call[1], try evaluation.shape(from: [call[0]], call), call)
  },
  Builtin("eye", ["n"], "The n × n identity matrix.", Example("eye(2)", "[[1 0] [0 1]]")) {
    (evaluation, call) throws(Diagnostic) in
    let n = try call[0].integer(of: "eye: n", in: 0...10_000, at: call.location(of: 0))
    try evaluation.chargeElements([n, n], at: call.place)
    var identity = Tensor(repeating: 0, shape: [n, n])
    for i in 0..<n { identity.elements[i * n + i] = 1 }
    return .tensor(identity)
  },
  Builtin(
    "arange", ["start", .init("stop", .text("none")), .init("step", .number(1))],
    "Numbers from start (0 if it is the only argument) to before stop.",
    Example("arange(0, 1, 0.25)", "[0 0.25 0.5 0.75]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.stepped(call)
  },
  Builtin(
    "linspace", ["start", "stop", .init("count", .number(50))],
    "Evenly spaced numbers from start to stop, both included.",
    Example("linspace(0, 1, 5)", "[0 0.25 0.5 0.75 1]")
  ) { (evaluation, call) throws(Diagnostic) in
    .tensor(try evaluation.spaced(call))
  },
  Builtin(
    "logspace", ["start", "stop", .init("count", .number(50)), .init("base", .number(10))],
    "Powers of the base with evenly spaced exponents from start to stop.",
    Example("logspace(0, 3, 4)", "[1 10 100 1000]")
  ) { (evaluation, call) throws(Diagnostic) in
    let exponents = try evaluation.spaced(call)
    return try evaluation.combine(.power, call[3], .tensor(exponents), call.name, at: call.place)
  },
  Builtin(
    "meshgrid", ["x", "y"],
    "Two matrices with the coordinates of a grid's points: x along the columns, y along the rows.",
    Example("meshgrid([1, 2], [3, 4])", "[[[1 2] [1 2]] [[3 3] [4 4]]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let xs = try call[0].vector(of: "meshgrid: x", at: call.location(of: 0))
    let ys = try call[1].vector(of: "meshgrid: y", at: call.location(of: 1))
    try evaluation.chargeElements([2, ys.count, xs.count], at: call.place)
    return .tensor(
      Tensor(
        shape: [2, ys.count, xs.count],
        elements: ys.flatMap { _ in xs } + ys.flatMap { y in xs.map { _ in y } }))
  },
]

extension Evaluation {
  /// A shape given as numbers, or as one vector of numbers.
  mutating func shape(from values: [Value], _ call: Call) throws(Diagnostic) -> [Int] {
    var extents = values
    if values.count == 1 {
      switch values[0] {
      case .tensor, .range:
        extents = try values[0].vector(of: "\(call.name): shape", at: call.place.location)
          .map { .number($0) }
      default: break
      }
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

  fileprivate mutating func filled(
    _ value: Value, _ shape: [Int], _ call: Call
  ) throws(Diagnostic) -> Value {
    switch try operand(value, call.name, at: call.place) {
    case .known(let tensor) where tensor.rank == 0:
      return Value(Tensor(repeating: tensor.elements[0], shape: shape))
    case .recorded(let node, []):
      return try record(at: call.place) { graph in graph.broadcast(node, to: shape) }
    default: throw value.mismatch("\(call.name): value", expected: "a number", at: call.place.location)
    }
  }

  fileprivate mutating func spaced(_ call: Call) throws(Diagnostic) -> Tensor {
    let start = try call[0].number(of: "\(call.name): start", at: call.location(of: 0))
    let stop = try call[1].number(of: "\(call.name): stop", at: call.location(of: 1))
    let count = try call[2].integer(
      of: "\(call.name): count", in: 0...Self.elementLimit, at: call.location(of: 2))
    try chargeElements([count], at: call.place)
    let step = count > 1 ? (stop - start) / Double(count - 1) : 0
    // The last one is `stop` itself, whatever the steps have rounded to.
    return Tensor(
      (0..<count).map { $0 == count - 1 && count > 1 ? stop : start + Double($0) * step })
  }

  fileprivate mutating func stepped(_ call: Call) throws(Diagnostic) -> Value {
    let place = call.place.location
    var start = 0.0
    var stop = try call[0].number(of: "arange: start", at: call.location(of: 0))
    if case .text("none") = call[1] {
    } else {
      (start, stop) = (stop, try call[1].number(of: "arange: stop", at: call.location(of: 1)))
    }
    let step = try call[2].number(of: "arange: step", at: call.location(of: 2))
    let count = ((stop - start) / step).rounded(.up)
    guard step != 0, count.isFinite else {
      throw Diagnostic(
        "arange: expected finite ends and a step other than 0, found \(shortest(start)), "
          + "\(shortest(stop)) and \(shortest(step))", at: place)
    }
    // Beyond the limit any number is as good as any other.
    let whole = Int(min(max(count, 0), Double(Self.elementLimit) + 1))
    try chargeElements([whole], at: call.place)
    // As NumPy, which measures the step between the first two numbers.
    let measured = start + step - start
    return .tensor(Tensor((0..<whole).map { start + Double($0) * measured }))
  }
}
