extension Graph {
  /// Nodes of equal shapes, one after another along a new first axis.
  package mutating func stack(_ parts: [Node]) -> Node {
    precondition(!parts.isEmpty, "a stack needs a part to know its shape")
    return node(.stack, parts, shape: [parts.count] + shape(of: parts[0]))
  }

  /// The same numbers under another shape of as many elements.
  package mutating func reshape(_ x: Node, to shape: [Int]) -> Node {
    if self.shape(of: x) == shape { return x }
    return node(.reshape, [x], shape: shape)
  }

  /// Copies along new or stretched axes.
  package mutating func broadcast(_ x: Node, to shape: [Int]) -> Node {
    if self.shape(of: x) == shape { return x }
    return node(.broadcast, [x], shape: shape)
  }

  /// The same numbers with the axes in another order.
  package mutating func transpose(_ x: Node, _ order: [Int]) -> Node {
    let shape = shape(of: x)
    return node(.transpose(order), [x], shape: order.map { shape[$0] })
  }

  /// The elements at flat (row-major) positions, in a new shape.
  package mutating func gather(_ x: Node, at positions: [Int], shape: [Int]) -> Node {
    let entry = entries[x.index]
    // One element of a stack of numbers is that number: the commonest case, `w[0]`.
    if entry.operation == .stack, positions.count == 1, shape.isEmpty {
      let part = Node(index: entry.operands[0])
      if self.shape(of: part).isEmpty { return Node(index: entry.operands[positions[0]]) }
    }
    return node(.gather(positions), [x], shape: shape)
  }

  /// Zeros of a shape, plus the elements of `x` added at flat positions, one for each.
  package mutating func scatter(_ x: Node, at positions: [Int], shape: [Int]) -> Node {
    node(.scatter(positions), [x], shape: shape)
  }

  /// The tensor without some axes, the elements along them joined.
  package mutating func reduce(_ reduction: Reduction, _ x: Node, axes: [Int]) -> Node {
    if axes.isEmpty { return x }
    let shape = shape(of: x)
    return node(
      .reduce(reduction, axes: axes), [x],
      shape: shape.indices.filter { !axes.contains($0) }.map { shape[$0] })
  }

  /// The product of an n × k and a k × m matrix.
  package mutating func matrixProduct(_ x: Node, _ y: Node) -> Node {
    node(.matrixProduct, [x, y], shape: [shape(of: x)[0], shape(of: y)[1]])
  }

  /// The nodes again with some nodes replaced by others of the same shapes.
  package mutating func substitute(_ nodes: [Node], _ replacements: [(Node, by: Node)]) -> [Node] {
    var image = [Node?](repeating: nil, count: entries.count)
    let needed = needed(for: nodes)
    let dependent = dependent(on: replacements.map(\.0))
    for (old, new) in replacements { image[old.index] = new }
    for index in needed.indices where needed[index] && image[index] == nil {
      guard dependent[index] else {
        image[index] = Node(index: index)
        continue
      }
      let entry = entries[index]
      image[index] = rebuilt(entry, entry.operands.map { image[$0] ?? Node(index: $0) })
    }
    return nodes.map { image[$0.index] ?? $0 }
  }

  /// The operation of an entry on other operands, simplified where they allow it.
  private mutating func rebuilt(_ entry: Entry, _ operands: [Node]) -> Node {
    switch entry.operation {
    case .unary(let function): return apply(function, operands[0])
    case .binary(let function): return apply(function, operands[0], operands[1])
    case .ternary(let function): return apply(function, operands[0], operands[1], operands[2])
    case .select: return select(operands[0], operands[1], operands[2])
    case .gather(let positions): return gather(operands[0], at: positions, shape: entry.shape)
    default: return node(entry.operation, operands, shape: entry.shape)
    }
  }
}
