extension Graph {
  /// A computation that gives the same number with less work, or `nil`.
  ///
  /// To the last bit, unless a product leaves the range of doubles on the way; the sign of a zero may
  /// change.
  mutating func simplified(_ function: BinaryFunction, _ x: Node, _ y: Node) -> Node? {
    switch function {
    case .add:
      if x == y { return apply(.multiply, constant(2), x) }
      if let b = negated(y) { return apply(.subtract, x, b) }
      if let a = negated(x) { return apply(.subtract, y, a) }
    case .subtract:
      if let b = negated(y) { return apply(.add, x, b) }
      if constant(of: y)?.bitPattern == 0 { return x }
    case .multiply:
      if let a = constant(of: x) { return multiplied(y, by: a) }
      if let b = constant(of: y) { return multiplied(x, by: b) }
      if let a = negated(x) { return apply(.negate, apply(.multiply, a, y)) }
      if let b = negated(y) { return apply(.negate, apply(.multiply, x, b)) }
    case .divide:
      guard let divisor = constant(of: y) else { break }
      if divisor == 1 { return x }
      if isPowerOfTwo(divisor) { return apply(.multiply, x, constant(1 / divisor)) }
    case .power:
      if let exponent = constant(of: y) { return power(x, exponent) }
    default: break
    }
    return nil
  }

  /// The opposite of a node, where something simpler than its negation is.
  mutating func negation(of x: Node) -> Node? {
    if let inner = negated(x) { return inner }
    let entry = entries[x.index]
    switch entry.operation {
    case .binary(.subtract):
      return apply(.subtract, Node(index: entry.operands[1]), Node(index: entry.operands[0]))
    case .binary(.multiply): return absorbing(-1, into: x)
    default: return nil
    }
  }

  private func negated(_ x: Node) -> Node? {
    let entry = entries[x.index]
    return entry.operation == .unary(.negate) ? Node(index: entry.operands[0]) : nil
  }

  private mutating func multiplied(_ x: Node, by factor: Double) -> Node? {
    if factor == 1 { return x }
    if let inner = negated(x) { return apply(.multiply, constant(-factor), inner) }
    if isPowerOfTwo(factor), let simpler = absorbing(factor, into: x) { return simpler }
    return factor == -1 ? apply(.negate, x) : nil
  }

  /// The product of a power of two and a product with a constant somewhere in it, as one product less.
  private mutating func absorbing(_ factor: Double, into x: Node, depth: Int = 4) -> Node? {
    let entry = entries[x.index]
    guard depth > 0, entry.operation == .binary(.multiply) else { return nil }
    let (a, b) = (Node(index: entry.operands[0]), Node(index: entry.operands[1]))
    if let known = constant(of: a) { return apply(.multiply, constant(factor * known), b) }
    if let known = constant(of: b) { return apply(.multiply, constant(factor * known), a) }
    if let smaller = absorbing(factor, into: a, depth: depth - 1) { return apply(.multiply, smaller, b) }
    if let smaller = absorbing(factor, into: b, depth: depth - 1) { return apply(.multiply, a, smaller) }
    return nil
  }

  /// Whether products with that number, and its reciprocal, are exact.
  private func isPowerOfTwo(_ number: Double) -> Bool {
    number.isNormal && number.significand == 1 && (1 / number).isNormal
  }

  /// Common powers without the power function; `nil` where it is needed.
  private mutating func power(_ x: Node, _ exponent: Double) -> Node? {
    PowerPlan(exponent: exponent)?.power(
      of: x, multiply: { apply(.multiply, $0, $1) },
      reciprocal: { apply(.divide, constant(1), $0) }, root: { apply(.squareRoot, $0) })
  }
}
