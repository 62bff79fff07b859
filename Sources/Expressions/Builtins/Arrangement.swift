internal import Diagnostics
internal import MathCore

/// Moving numbers, known or recorded, to other places.
extension Evaluation {
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

  /// The axes in another order.
  mutating func permuted(_ x: Value, _ order: [Int], _ call: Call) throws(Diagnostic) -> Value {
    let operand = try operand(x, call.name, at: call.place)
    try chargeElements(operand.shape, at: call.place)
    switch operand {
    case .known(let tensor): return Value(tensor.transposed(order))
    case .recorded(let node, _):
      return try record(at: call.place) { graph in graph.transpose(node, order) }
    }
  }

  /// One axis taken out and put in at another place.
  mutating func moved(_ x: Value, from: Int, to: Int, _ call: Call) throws(Diagnostic) -> Value {
    if from == to { return x }
    var order = Array(try shape(of: x, call.name, at: call.place).indices)
    order.insert(order.remove(at: from), at: to)
    return try permuted(x, order, call)
  }

  /// The parts at some indices along an axis, in that order.
  mutating func selected(
    _ x: Value, _ axis: Int, _ indices: [Int], _ call: Call
  ) throws(Diagnostic) -> Value {
    var shape = try shape(of: x, call.name, at: call.place)
    let inner = shape[(axis + 1)...].reduce(1, *)
    let outer = shape[..<axis].reduce(1, *)
    let block = shape[axis] * inner
    shape[axis] = indices.count
    try chargeElements(shape, at: call.place)
    var positions: [Int] = []
    positions.reserveCapacity(shape.reduce(1, *))
    for start in 0..<outer {
      for index in indices {
        let first = start * block + index * inner
        positions.append(contentsOf: first..<first + inner)
      }
    }
    return try gathered(x, positions, shape, at: call.place)
  }

  /// Zeros, with the elements of parts at their flat positions, which must differ.
  mutating func placed(
    _ parts: [(value: Value, positions: [Int])], _ shape: [Int], _ call: Call
  ) throws(Diagnostic) -> Value {
    try chargeElements(shape, at: call.place)
    var known = Tensor(repeating: 0, shape: shape)
    var recorded: [(node: Node, positions: [Int])] = []
    for part in parts {
      switch try operand(part.value, call.name, at: call.place) {
      case .known(let tensor):
        for (from, to) in part.positions.enumerated() { known.elements[to] = tensor.elements[from] }
      case .recorded(let node, _): recorded.append((node, part.positions))
      }
    }
    if recorded.isEmpty { return Value(known) }
    var result = try record(at: call.place) { graph in
      graph.scatter(recorded[0].node, at: recorded[0].positions, shape: shape)
    }
    for part in recorded.dropFirst() {
      let next = try record(at: call.place) { graph in
        graph.scatter(part.node, at: part.positions, shape: shape)
      }
      result = try combine(.add, result, next, call.name, at: call.place)
    }
    return recorded.count == parts.count
      ? result : try combine(.add, result, Value(known), call.name, at: call.place)
  }
}
