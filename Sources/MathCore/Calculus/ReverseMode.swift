extension Graph {
  /// The derivatives of a number with respect to nodes, by one sweep from it back to them.
  ///
  /// Each has the shape of its node. The nodes should be variables: what else depends on the same
  /// things as they do is not told apart from them.
  package mutating func gradient(of output: Node, withRespectTo variables: [Node]) -> [Node] {
    precondition(shape(of: output).isEmpty, "a gradient is that of a number")
    return pullback(constant(1), through: output, to: variables)
  }

  /// The gradients of the sum of `output` weighted by `weight`, which has its shape or is a number.
  package mutating func pullback(
    _ weight: Node, through output: Node, to variables: [Node]
  ) -> [Node] {
    let isNeeded = needed(for: [output])
    let isActive = dependent(on: variables)
    var adjoints: [Int: Node] = [output.index: filled(weight, to: shape(of: output))]
    let isVariable = Set(variables)
    for index in (0...output.index).reversed() where isNeeded[index] && isActive[index] {
      guard let adjoint = adjoints[index], !isVariable.contains(Node(index: index)) else { continue }
      for (operand, part) in adjointParts(of: Node(index: index), adjoint, isActive) {
        adjoints[operand] = adjoints[operand].map { apply(.add, $0, part) } ?? part
      }
    }
    return variables.map { adjoints[$0.index] ?? zeros(shape(of: $0)) }
  }

  /// What each operand receives of a node's adjoint; what one receives twice, as in x·x, is joined first.
  private mutating func adjointParts(
    of result: Node, _ adjoint: Node, _ isActive: [Bool]
  ) -> [(operand: Int, part: Node)] {
    var parts: [(operand: Int, part: Node)] = []
    let operands = entries[result.index].operands
    for (place, operand) in operands.enumerated() where isActive[operand] {
      guard let part = adjointPart(of: result, place, adjoint) else { continue }
      if operands.count == 2, let first = parts.first, first.operand == operand {
        parts[0].part = apply(.add, first.part, part)
      } else {
        parts.append((operand, part))
      }
    }
    return parts
  }

  /// What one operand of a node receives of the node's adjoint; `nil` for nothing.
  private mutating func adjointPart(of result: Node, _ place: Int, _ g: Node) -> Node? {
    let entry = entries[result.index]
    let operand = Node(index: entry.operands[place])
    let shape = shape(of: operand)
    switch entry.operation {
    case .variable, .constant, .data: return nil
    case .unary, .binary, .select:
      return scaledDerivative(of: result, operand: place, by: g).map { summed($0, to: shape) }
    case .stack:
      let size = shape.reduce(1, *)
      return gather(g, at: Array(place * size..<(place + 1) * size), shape: shape)
    case .reshape: return reshape(g, to: shape)
    case .broadcast: return summed(g, to: shape)
    case .transpose(let order):
      return transpose(g, order.indices.map { axis in order.firstIndex(of: axis) ?? axis })
    case .gather(let positions): return scatter(g, at: positions, shape: shape)
    case .scatter(let positions): return gather(g, at: positions, shape: shape)
    case .reduce(.sum, let axes): return restored(g, to: shape, axes: axes)
    case .reduce(.maximum, let axes):
      let share = maximumShare(of: result, in: operand, axes: axes)
      return apply(.multiply, share, restored(g, to: shape, axes: axes))
    case .matrixProduct:
      let other = Node(index: entry.operands[1 - place])
      let flipped = transpose(other, [1, 0])
      return place == 0 ? matrixProduct(g, flipped) : matrixProduct(flipped, g)
    }
  }

  /// 1 for an element that is the maximum along its axes, shared equally among ties, else 0.
  mutating func maximumShare(of result: Node, in operand: Node, axes: [Int]) -> Node {
    let shape = shape(of: operand)
    let hits = apply(.equal, operand, restored(result, to: shape, axes: axes))
    let count = restored(reduce(.sum, hits, axes: axes), to: shape, axes: axes)
    return apply(.divide, hits, count)
  }

  /// A reduced tensor copied along the axes that it lost.
  mutating func restored(_ x: Node, to shape: [Int], axes: [Int]) -> Node {
    var kept = shape
    for axis in axes { kept[axis] = 1 }
    return broadcast(reshape(x, to: kept), to: shape)
  }

  /// The sum over the axes along which `shape` was stretched to that of `x`.
  private mutating func summed(_ x: Node, to shape: [Int]) -> Node {
    let own = self.shape(of: x)
    if own == shape { return x }
    // A factor that is a number stands for equal elements.
    if own.isEmpty { return broadcast(x, to: shape) }
    let missing = own.count - shape.count
    let axes = own.indices.filter { $0 < missing || shape[$0 - missing] != own[$0] }
    return reshape(reduce(.sum, x, axes: axes), to: shape)
  }

  mutating func filled(_ x: Node, to shape: [Int]) -> Node { broadcast(x, to: shape) }

  mutating func zeros(_ shape: [Int]) -> Node { filled(constant(0), to: shape) }
}
