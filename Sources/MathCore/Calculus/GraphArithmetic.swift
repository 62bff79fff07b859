extension Graph {
  /// The function of each element.
  package mutating func apply(_ function: UnaryFunction, _ x: Node) -> Node {
    if let number = constant(of: x) { return constant(function(number)) }
    let entry = entries[x.index]
    if function == .negate, entry.operation == .unary(.negate) { return Node(index: entry.operands[0]) }
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

  /// `first` where the condition is not 0, else `second`; both are computed. Shapes must broadcast.
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

  /// A computation that gives the same number, to the last bit, with less work; or `nil`.
  private mutating func simplified(_ function: BinaryFunction, _ x: Node, _ y: Node) -> Node? {
    switch function {
    case .add:
      if let b = negated(y) { return apply(.subtract, x, b) }
      if let a = negated(x) { return apply(.subtract, y, a) }
    case .subtract:
      if let b = negated(y) { return apply(.add, x, b) }
      if constant(of: y)?.bitPattern == 0 { return x }
    case .multiply:
      if let a = constant(of: x) { return multiplied(y, by: a) }
      if let b = constant(of: y) { return multiplied(x, by: b) }
    case .divide:
      guard let divisor = constant(of: y) else { break }
      if divisor == 1 { return x }
      // The reciprocal of a power of two is exact.
      if divisor.significand == 1, divisor.isFinite, (1 / divisor).isNormal {
        return apply(.multiply, x, constant(1 / divisor))
      }
    case .power:
      if let exponent = constant(of: y) { return power(x, exponent) }
    default: break
    }
    return nil
  }

  private func negated(_ x: Node) -> Node? {
    let entry = entries[x.index]
    return entry.operation == .unary(.negate) ? Node(index: entry.operands[0]) : nil
  }

  private mutating func multiplied(_ x: Node, by factor: Double) -> Node? {
    if factor == 1 { return x }
    return factor == -1 ? apply(.negate, x) : nil
  }

  /// Common powers without the power function; `nil` where it is needed.
  private mutating func power(_ x: Node, _ exponent: Double) -> Node? {
    PowerPlan(exponent: exponent)?.power(
      of: x, multiply: { apply(.multiply, $0, $1) },
      reciprocal: { apply(.divide, constant(1), $0) }, root: { apply(.squareRoot, $0) })
  }
}
