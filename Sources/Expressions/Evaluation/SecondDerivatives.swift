internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// The number of variables, if they are all numbers or a single vector.
  private func dimension(
    _ variables: [RecordedValue], _ name: String, at place: Place
  ) throws(Diagnostic) -> Int {
    if variables.allSatisfy({ $0.shape.isEmpty }) { return variables.count }
    if variables.count == 1, variables[0].shape.count == 1 { return variables[0].shape[0] }
    throw Diagnostic("\(name): expected numbers or one vector as arguments", at: place.location)
  }

  mutating func hessian(
    of node: Node, _ name: String, _ variables: [RecordedValue], at place: Place
  ) throws(Diagnostic) -> Node {
    let dimension = try dimension(variables, name, at: place)
    let isNumber = variables.count == 1 && variables[0].shape.isEmpty
    try chargeElements([dimension, dimension], at: place)
    // Forward over reverse: the change of the gradient along each variable.
    let nodes = try derive(at: place) { graph in
      let gradients = graph.gradient(of: node, withRespectTo: variables.map(\.node))
      if isNumber { return graph.columns(of: gradients[0], along: variables.map(\.node)) }
      let gradient = variables[0].shape.isEmpty ? graph.stack(gradients) : gradients[0]
      return [graph.stack(graph.columns(of: gradient, along: variables.map(\.node)))]
    }
    return nodes[0]
  }

  mutating func jacobian(
    of node: Node, _ shape: [Int], _ name: String, _ variables: [RecordedValue], at place: Place
  ) throws(Diagnostic) -> Node {
    let dimension = try dimension(variables, name, at: place)
    guard shape.count <= 1 else {
      throw Diagnostic(
        "\(name): expected a function whose value is a vector, found \(shapeDescription(shape))",
        at: place.location)
    }
    let isNumber = variables.count == 1 && variables[0].shape.isEmpty
    try chargeElements(shape + [dimension], at: place)
    let nodes = try derive(at: place) { graph in
      if shape.isEmpty || dimension <= shape[0] {
        let columns = graph.columns(of: node, along: variables.map(\.node))
        if isNumber { return columns }
        let stacked = graph.stack(columns)
        return [shape.isEmpty ? stacked : graph.transpose(stacked, [1, 0])]
      }
      // Fewer values than variables: one sweep back from each value.
      let rows = (0..<shape[0]).map { i in
        let value = graph.gather(node, at: [i], shape: [])
        let gradients = graph.gradient(of: value, withRespectTo: variables.map(\.node))
        return variables[0].shape.isEmpty ? graph.stack(gradients) : gradients[0]
      }
      return rows.isEmpty
        ? [graph.constant(Tensor(shape: [0, dimension], elements: []))] : [graph.stack(rows)]
    }
    return nodes[0]
  }
}
