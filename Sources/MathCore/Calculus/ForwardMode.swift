extension Graph {
  /// The change of nodes as variables move along tangents, by one sweep from the variables on.
  ///
  /// Tangents have the shapes of their variables, results those of their nodes.
  package mutating func pushforward(
    _ tangents: [Node], from variables: [Node], to outputs: [Node]
  ) -> [Node] {
    let isNeeded = needed(for: outputs)
    let isActive = dependent(on: variables)
    var moved: [Int: Node] = [:]
    for (variable, tangent) in zip(variables, tangents) { moved[variable.index] = tangent }
    let last = outputs.map(\.index).max() ?? -1
    for index in 0..<(last + 1) where isNeeded[index] && isActive[index] && moved[index] == nil {
      if let tangent = tangent(of: Node(index: index), moved) { moved[index] = tangent }
    }
    return outputs.map { moved[$0.index] ?? zeros(shape(of: $0)) }
  }

  private mutating func tangent(of result: Node, _ moved: [Int: Node]) -> Node? {
    let entry = entries[result.index]
    let operands = entry.operands.map { Node(index: $0) }
    let tangents = operands.map { moved[$0.index] }
    switch entry.operation {
    case .variable, .constant, .data: return nil
    case .select:
      if tangents[1] == nil && tangents[2] == nil { return nil }
      // A choice, and no sum of products with 0: the branch not taken may be without a derivative.
      let zero = constant(0)
      return filled(select(operands[0], tangents[1] ?? zero, tangents[2] ?? zero), to: entry.shape)
    case .unary, .binary, .ternary:
      var sum: Node?
      for (place, tangent) in tangents.enumerated() {
        guard let tangent, let part = scaledDerivative(of: result, operand: place, by: tangent)
        else { continue }
        sum = sum.map { apply(.add, $0, part) } ?? part
      }
      return sum.map { filled($0, to: entry.shape) }
    case .stack:
      if tangents.allSatisfy({ $0 == nil }) { return nil }
      var parts: [Node] = []
      for (operand, tangent) in zip(operands, tangents) {
        parts.append(tangent ?? zeros(shape(of: operand)))
      }
      return stack(parts)
    case .reduce(.maximum, let axes):
      guard let tangent = tangents[0] else { return nil }
      let share = maximumShare(of: result, in: operands[0], axes: axes)
      return reduce(.sum, apply(.multiply, share, tangent), axes: axes)
    case .matrixProduct:
      let first = tangents[0].map { matrixProduct($0, operands[1]) }
      let second = tangents[1].map { matrixProduct(operands[0], $0) }
      guard let first, let second else { return first ?? second }
      return apply(.add, first, second)
    case .reshape, .broadcast, .transpose, .gather, .scatter, .reduce:
      // Linear in their operand: they move tangents as they move values.
      return tangents[0].map { node(entry.operation, [$0], shape: entry.shape) }
    }
  }
}
