internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// The second derivatives: a matrix of all numbers by all numbers; of one tensor, its axes twice.
  mutating func hessian(of call: RecordedCall, at place: Place) throws(Diagnostic) -> Node {
    if call.isOfNumber {
      return try derive(at: place) { graph in
        let gradient = graph.gradient(of: call.output, withRespectTo: call.nodes)
        return graph.pushforward([graph.constant(1)], from: call.nodes, to: gradient)
      }[0]
    }
    let counts = call.variables.map { $0.shape.reduce(1, *) }
    let dimension = counts.reduce(0, +)
    let isOfTensor = call.variables.count == 1 && call.forms.count == 1 && !call.isOfNumbers
    let shape = isOfTensor ? call.variables[0].shape + call.variables[0].shape : [dimension, dimension]
    try chargeElements(shape, at: place)
    try expectRoom(dimension, call, at: place)
    // Forward over reverse: the change of the gradient along each variable.
    let nodes = try derive(at: place) { graph in
      let gradients = graph.gradient(of: call.output, withRespectTo: call.nodes)
      var rows: [Node] = []
      for (variable, count) in zip(call.nodes, counts) {
        for i in 0..<count {
          let tangent = graph.unit(i, shape: graph.shape(of: variable))
          let changes = graph.pushforward([tangent], from: [variable], to: gradients)
          rows.append(graph.joined(changes))
        }
      }
      if rows.isEmpty { return [graph.constant(Tensor(shape: shape, elements: []))] }
      return [graph.reshape(graph.stack(rows), to: shape)]
    }
    return nodes[0]
  }

  /// The first derivatives: the axes of the value, then those of an argument; numbers count as a vector.
  mutating func jacobian(of call: RecordedCall, at place: Place) throws(Diagnostic) -> [Node] {
    let counts = call.variables.map { $0.shape.reduce(1, *) }
    let (values, dimension) = (call.shape.reduce(1, *), counts.reduce(0, +))
    for (variable, count) in zip(call.variables, counts) {
      try chargeElements(call.isOfNumbers ? call.shape + [dimension] : call.shape + variable.shape, at: place)
      try chargeElements([values, count], at: place)
    }
    try expectRoom(min(values, dimension), call, at: place)
    let isForward = dimension <= values || call.shape.isEmpty && call.isOfNumber
    return try derive(at: place) { graph in
      let parts =
        isForward
        ? graph.columnsByVariable(of: call.output, call.nodes)
        : graph.rowsByVariable(of: call.output, call.nodes)
      if call.isOfNumber { return [graph.reshape(parts[0], to: call.shape)] }
      if call.isOfNumbers {
        // Matrices of one column each, side by side.
        let columns = parts.map { graph.reshape($0, to: [values]) }
        let matrix = graph.transpose(graph.stack(columns), [1, 0])
        return [graph.reshape(matrix, to: call.shape + [dimension])]
      }
      return zip(parts, call.variables).map { part, variable in
        graph.reshape(part, to: call.shape + variable.shape)
      }
    }
  }

  /// Sweeps repeat the recorded function as often as there are directions.
  private func expectRoom(
    _ directions: Int, _ call: RecordedCall, at place: Place
  ) throws(Diagnostic) {
    let (size, isOverflow) = directions.multipliedReportingOverflow(by: graph?.count ?? 0)
    guard !isOverflow, size <= 4 * limits.size else {
      throw Limits.exceeded(
        "\(call.name): the function is too large for its \(directions) directions", "size", limits.size,
        at: place.location)
    }
  }
}
