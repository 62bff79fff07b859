extension Graph {
  /// 1 at one flat position and 0 elsewhere.
  package mutating func unit(_ position: Int, shape: [Int]) -> Node {
    let count = shape.reduce(1, *)
    return constant(Tensor(shape: shape, elements: (0..<count).map { $0 == position ? 1 : 0 }))
  }

  /// All elements of nodes, one after another, as a vector.
  package mutating func joined(_ nodes: [Node]) -> Node {
    let counts = nodes.map { shape(of: $0).reduce(1, *) }
    let total = counts.reduce(0, +)
    let flat = zip(nodes, counts).map { node, count in reshape(node, to: [count]) }
    if flat.count == 1 { return flat[0] }
    if counts.allSatisfy({ $0 == 1 }) { return stack(flat.map { reshape($0, to: []) }) }
    var sum: Node?
    var first = 0
    for (part, count) in zip(flat, counts) {
      let placed = scatter(part, at: Array(first..<first + count), shape: [total])
      sum = sum.map { apply(.add, $0, placed) } ?? placed
      first += count
    }
    return sum ?? constant(Tensor([]))
  }

  /// The Jacobian matrices of a node, flattened, by one sweep forward along each element of variables.
  package mutating func columnsByVariable(of node: Node, _ variables: [Node]) -> [Node] {
    let values = shape(of: node).reduce(1, *)
    return variables.map { variable in
      let shape = shape(of: variable)
      let count = shape.reduce(1, *)
      if count == 0 { return constant(Tensor(shape: [values, 0], elements: [])) }
      let columns = (0..<count).map { i in
        let change = pushforward([unit(i, shape: shape)], from: [variable], to: [node])[0]
        return reshape(change, to: [values])
      }
      return transpose(stack(columns), [1, 0])
    }
  }

  /// The Jacobian matrices of a node, flattened, by one sweep back from each of its elements.
  package mutating func rowsByVariable(of node: Node, _ variables: [Node]) -> [Node] {
    let shape = shape(of: node)
    let count = shape.reduce(1, *)
    let rows = (0..<count).map { i in
      pullback(unit(i, shape: shape), through: node, to: variables)
    }
    return variables.indices.map { place in
      let size = self.shape(of: variables[place]).reduce(1, *)
      if count == 0 { return constant(Tensor(shape: [0, size], elements: [])) }
      let flat = rows.map { reshape($0[place], to: [size]) }
      return stack(flat)
    }
  }

  /// Whether each element of a node depends on the same element of a variable and on no other.
  package func isElementwise(_ node: Node, in variable: Node) -> Bool {
    let isNeeded = needed(for: [node])
    let isActive = dependent(on: [variable])
    let shape = shape(of: variable)
    return entries.indices.allSatisfy { index in
      guard isNeeded[index], isActive[index], index != variable.index else { return true }
      return entries[index].isElementwise && entries[index].shape == shape
    }
  }
}
