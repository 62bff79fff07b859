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
    let isVariable = Set(variables)
    let adjoints = adjoints(weight, of: output, dependent(on: variables)) { isVariable.contains($0) }
    return variables.map { variable in
      adjoints[variable.index].map { masked($0) } ?? zeros(shape(of: variable))
    }
  }

  /// The derivatives of a number with respect to nodes that lie on the way to it, all in one sweep.
  package mutating func gradients(of output: Node, on way: [Node]) -> [Node] {
    var isActive = [Bool](repeating: false, count: count)
    for node in way { isActive[node.index] = true }
    let adjoints = adjoints(constant(1), of: output, isActive) { _ in false }
    return way.map { node in adjoints[node.index].map { masked($0) } ?? zeros(shape(of: node)) }
  }

  /// What reaches each active node in a sweep back from `output`, which ends at some of them.
  private mutating func adjoints(
    _ weight: Node, of output: Node, _ isActive: [Bool], endingAt isEnd: (Node) -> Bool
  ) -> [Int: Adjoint] {
    let isNeeded = needed(for: [output])
    var adjoints = [output.index: Adjoint(value: filled(weight, to: shape(of: output)))]
    for index in (0...output.index).reversed() where isNeeded[index] && isActive[index] {
      guard let adjoint = adjoints[index], !isEnd(Node(index: index)) else { continue }
      for (operand, part) in adjointParts(of: Node(index: index), adjoint, isActive) {
        adjoints[operand] = adjoints[operand].map { joined($0, part) } ?? part
      }
    }
    return adjoints
  }

  /// What each operand receives of a node's adjoint; what one receives twice, as in x·x, is joined first.
  private mutating func adjointParts(
    of result: Node, _ adjoint: Adjoint, _ isActive: [Bool]
  ) -> [(operand: Int, part: Adjoint)] {
    var parts: [(operand: Int, part: Adjoint)] = []
    let operands = entries[result.index].operands
    for (place, operand) in operands.enumerated() where isActive[operand] {
      guard let part = adjointPart(of: result, place, adjoint) else { continue }
      if operands.count == 2, let first = parts.first, first.operand == operand {
        parts[0].part = joined(first.part, part)
      } else {
        parts.append((operand, part))
      }
    }
    return parts
  }

  /// What one operand of a node receives of the node's adjoint; `nil` for nothing.
  private mutating func adjointPart(of result: Node, _ place: Int, _ adjoint: Adjoint) -> Adjoint? {
    let entry = entries[result.index]
    let shape = shape(of: Node(index: entry.operands[place]))
    var mask = adjoint.mask
    let value: Node?
    switch entry.operation {
    case .select where place > 0:
      let condition = Node(index: entry.operands[0])
      let chosen = place == 1 ? condition : apply(.not, condition)
      mask = mask.map { apply(.and, $0, chosen) } ?? chosen
      value = adjoint.value
    case .unary, .binary, .ternary, .select:
      value = scaledDerivative(of: result, operand: place, by: adjoint.value)
    default:
      // Lanes of a mask belong to elements, which these operations move; a mask of all stays.
      let isOfAll = mask.map { self.shape(of: $0).isEmpty } ?? true
      let g = isOfAll ? adjoint.value : masked(adjoint)
      mask = isOfAll ? mask : nil
      return adjointPart(of: result, place, g).map { Adjoint(value: $0, mask: mask) }
    }
    guard let value else { return nil }
    if self.shape(of: value) == shape,
      mask.map({ self.shape(of: $0) == shape || self.shape(of: $0).isEmpty }) ?? true
    {
      return Adjoint(value: value, mask: mask)
    }
    return Adjoint(value: summed(masked(Adjoint(value: value, mask: mask)), to: shape))
  }

  /// What an operand of an operation that moves or joins elements receives.
  private mutating func adjointPart(of result: Node, _ place: Int, _ g: Node) -> Node? {
    let entry = entries[result.index]
    let operand = Node(index: entry.operands[place])
    let shape = shape(of: operand)
    switch entry.operation {
    case .variable, .constant, .data, .unary, .binary, .ternary, .select: return nil
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
