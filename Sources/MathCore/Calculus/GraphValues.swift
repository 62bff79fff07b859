extension Graph {
  /// The values of nodes, whole tensors at a time, for given values of variables.
  ///
  /// For few evaluations over large tensors; functions of many points are compiled instead.
  package func values(of nodes: [Node], _ known: [(Node, Tensor)]) -> [Tensor] {
    // Where tensors are large it pays to plan their memory, and to hold few of them at a time.
    let elements = elementCount(of: nodes)
    if elements > 1 << 16, elements > 16 * count { return plannedValues(of: nodes, known) }
    return directValues(of: nodes, known)
  }

  /// The same by a program for whole tensors.
  func plannedValues(of nodes: [Node], _ known: [(Node, Tensor)]) -> [Tensor] {
    let run = TensorRun(TensorProgram(self, inputs: known.map(\.0), outputs: nodes))
    for (input, value) in known.enumerated() { run.set(input, to: value.1.elements) }
    run.run()
    return nodes.indices.map {
      Tensor(shape: shape(of: nodes[$0]), elements: Array(run.output($0)))
    }
  }

  /// The same node by node.
  func directValues(of nodes: [Node], _ known: [(Node, Tensor)]) -> [Tensor] {
    var values = [Tensor?](repeating: nil, count: entries.count)
    for (node, value) in known { values[node.index] = value }
    let isNeeded = needed(for: nodes)
    for index in entries.indices where isNeeded[index] && values[index] == nil {
      let operands = entries[index].operands.compactMap { values[$0] }
      values[index] = value(of: entries[index], operands)
    }
    return nodes.map { node in
      guard let value = values[node.index] else {
        preconditionFailure("every variable must be known")
      }
      return value
    }
  }

  private func value(of entry: Entry, _ operands: [Tensor]) -> Tensor? {
    switch entry.operation {
    case .variable: return nil
    case .constant(let bits): return Tensor(Double(bitPattern: bits))
    case .data(let place): return data[place]
    case .unary(let function): return function(operands[0])
    case .binary(let function): return function(operands[0], operands[1])
    case .ternary(let function): return function(operands[0], operands[1], operands[2])
    case .select: return Tensor.select(operands[0], operands[1], operands[2])
    case .stack: return Tensor(shape: entry.shape, elements: operands.flatMap(\.elements))
    case .reshape: return operands[0].reshaped(to: entry.shape)
    case .broadcast: return operands[0].broadcast(to: entry.shape)
    case .transpose(let order): return operands[0].transposed(order)
    case .gather(let positions):
      return Tensor(shape: entry.shape, elements: positions.map { operands[0].elements[$0] })
    case .scatter(let positions):
      var result = Tensor(repeating: 0, shape: entry.shape)
      for (from, to) in positions.enumerated() { result.elements[to] += operands[0].elements[from] }
      return result
    case .reduce(let reduction, let axes): return operands[0].reduced(reduction, axes: axes)
    case .matrixProduct: return Tensor.matrixProduct(operands[0], operands[1])
    }
  }
}
