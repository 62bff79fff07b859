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
    let node = step(&graph)
    let shape = graph.shape(of: node)
    let known = graph.constant(of: node)
    let count = graph.count
    self.graph = graph
    guard count <= Self.graphLimit else {
      throw Diagnostic(
        "the function is too large to compile: more than \(Self.graphLimit) operations",
        at: place.location)
    }
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
    guard operands.allSatisfy({ $0.shape == shape }) else {
      return try list(values, at: place)
    }
    try chargeElements([operands.count] + shape, at: place)
    var elements: [Double] = []
    elements.reserveCapacity(operands.count * shape.reduce(1, *))
    for case .known(let tensor) in operands { elements += tensor.elements }
    if elements.count == operands.count * shape.reduce(1, *),
      operands.allSatisfy({ if case .known = $0 { true } else { false } })
    {
      return .tensor(Tensor(shape: [operands.count] + shape, elements: elements))
    }
    var nodes: [Node] = []
    for operand in operands { nodes.append(try node(of: operand, at: place)) }
    return try record(at: place) { graph in graph.stack(nodes) }
  }
}
