extension Graph {
  /// The function of each element.
  package mutating func apply(_ function: UnaryFunction, _ x: Node) -> Node {
    if let number = constant(of: x) { return constant(function(number)) }
    let entry = entries[x.index]
    if function == .negate, let simpler = negation(of: x) { return simpler }
    return node(.unary(function), [x], shape: entry.shape)
  }

  /// The function of pairs of elements, broadcast; the shapes must fit.
  package mutating func apply(_ function: BinaryFunction, _ x: Node, _ y: Node) -> Node {
    if let a = constant(of: x), let b = constant(of: y) { return constant(function(a, b)) }
    if let simpler = simplified(function, x, y) { return simpler }
    let (a, b, shape) = aligned(x, y)
    let isSwapped = function.isCommutative && a.index > b.index
    return node(.binary(function), isSwapped ? [b, a] : [a, b], shape: shape)
  }

  /// The function of three elements each, broadcast; the shapes must fit.
  package mutating func apply(_ function: TernaryFunction, _ x: Node, _ y: Node, _ z: Node) -> Node {
    if let a = constant(of: x), let b = constant(of: y), let c = constant(of: z) {
      return constant(function(a, b, c))
    }
    guard let pair = broadcastShape(shape(of: x), shape(of: y)),
      let target = broadcastShape(pair, shape(of: z))
    else { preconditionFailure("shapes must broadcast before they are computed with") }
    return node(.ternary(function), [x, y, z].map { stretched($0, to: target) }, shape: target)
  }

  /// Chooses `first` where the condition is not 0, else `second`.
  ///
  /// Both are computed; the shapes must broadcast.
  package mutating func select(_ condition: Node, _ first: Node, _ second: Node) -> Node {
    if first == second, shape(of: condition).isEmpty { return first }
    if let known = constant(of: condition) {
      let (a, b, _) = aligned(first, second)
      return known != 0 ? a : b
    }
    guard let branches = broadcastShape(shape(of: first), shape(of: second)),
      let target = broadcastShape(shape(of: condition), branches)
    else { preconditionFailure("shapes must broadcast before they are computed with") }
    let parts = [condition, first, second].map { stretched($0, to: target) }
    return node(.select, parts, shape: target)
  }

  /// Both operands in the shape that they broadcast to; a number stays one.
  private mutating func aligned(_ x: Node, _ y: Node) -> (Node, Node, [Int]) {
    if shape(of: x) == shape(of: y) { return (x, y, shape(of: x)) }
    guard let target = broadcastShape(shape(of: x), shape(of: y)) else {
      preconditionFailure("shapes must broadcast before they are computed with")
    }
    return (stretched(x, to: target), stretched(y, to: target), target)
  }

  private mutating func stretched(_ x: Node, to target: [Int]) -> Node {
    shape(of: x).isEmpty ? x : broadcast(x, to: target)
  }
}
