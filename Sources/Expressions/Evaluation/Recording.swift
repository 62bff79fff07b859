internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// A value recorded by one step in the graph; known again if the step folded into a number.
  mutating func record(
    at place: Place, _ step: (inout Graph) -> Node
  ) throws(Diagnostic) -> Value {
    guard var graph = graph.take() else {
      throw Diagnostic("a number that is not known yet is used after its recording", at: place.location)
    }
    let before = graph.count
    let node = step(&graph)
    let shape = graph.shape(of: node)
    let known = graph.constant(of: node)
    let count = graph.count
    self.graph = graph
    guard count <= limits.size else {
      throw Limits.exceeded("the function is too large to compile", "size", limits.size, at: place.location)
    }
    try charge(Self.stepsPerNode * (1 + count - before), at: place)
    if let known { return .number(known) }
    return .recorded(RecordedValue(node: node, shape: shape, recording: recording))
  }

  mutating func record(
    _ x: Operand, _ y: Operand, at place: Place, _ step: (inout Graph, Node, Node) -> Node
  ) throws(Diagnostic) -> Value {
    let a = try node(of: x, at: place)
    let b = try node(of: y, at: place)
    return try record(at: place) { graph in step(&graph, a, b) }
  }

  /// The node of an operand; known numbers become constants of the graph.
  mutating func node(of operand: Operand, at place: Place) throws(Diagnostic) -> Node {
    switch operand {
    case .recorded(let node, _): return node
    case .known(let tensor):
      guard var graph = graph.take() else {
        throw Diagnostic("a number that is not known yet is used after its recording", at: place.location)
      }
      let node = graph.constant(tensor)
      self.graph = graph
      return node
    }
  }

  private func list(_ values: [Value], at place: Place) throws(Diagnostic) -> Value {
    try Value.list(ValueList(values)).checkedNesting(at: place.location)
  }

  /// Values of equal shapes along a new first axis; a list where that is impossible.
  mutating func stacked(_ values: [Value], at place: Place) throws(Diagnostic) -> Value {
    if values.isEmpty { return .tensor(Tensor([])) }
    if let numbers = numbers(values) {
      try chargeElements([numbers.count], at: place)
      return .tensor(Tensor(numbers))
    }
    var operands: [Operand] = []
    operands.reserveCapacity(values.count)
    for value in values {
      switch value {
      case .number, .boolean, .tensor, .range, .recorded:
        operands.append(try operand(value, "a list", at: place))
      default: return try list(values, at: place)
      }
    }
    let shape = operands[0].shape
    guard shape.count < Self.rankLimit, operands.allSatisfy({ $0.shape == shape }) else {
      return try list(values, at: place)
    }
    try chargeElements([operands.count] + shape, at: place)
    let tensors = operands.compactMap { operand -> Tensor? in
      if case .known(let tensor) = operand { tensor } else { nil }
    }
    if tensors.count == operands.count {
      var joined = Tensor(shape: [tensors.count] + shape, elements: tensors.flatMap(\.elements))
      joined.isTruth = values.allSatisfy { $0.isTruth }
      return .tensor(joined)
    }
    var nodes: [Node] = []
    for operand in operands { nodes.append(try node(of: operand, at: place)) }
    return try record(at: place) { graph in graph.stack(nodes) }
  }

  /// The numbers of values that are all known numbers, the commonest list.
  private func numbers(_ values: [Value]) -> [Double]? {
    var numbers: [Double] = []
    numbers.reserveCapacity(values.count)
    for value in values {
      guard case .number(let number) = value else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
