/// One operation on numbers: the kernels' code and the places of its operands.
struct ScalarNode: Hashable, Sendable {
  /// Codes beyond the kernels' own: a number given at run time, and one known now.
  static let input: UInt16 = 1000
  static let constant: UInt16 = 1001

  var operation: UInt16
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0

  /// The number of operands that are nodes.
  var operandCount: Int {
    operation >= ScalarNode.input ? 0 : operation >= 128 ? 3 : operation >= 64 ? 2 : 1
  }

  /// Calls `body` with the place of each operand.
  func forEachOperand(_ body: (Int) -> Void) {
    let count = operandCount
    if count > 0 { body(Int(a)) }
    if count > 1 { body(Int(b)) }
    if count > 2 { body(Int(c)) }
  }
}

/// A graph with all tensors taken apart into numbers, ready to become a flat program.
struct ScalarGraph: Sendable {
  /// Tensors of a graph may unfold to this many numbers.
  static let limit = 1_000_000

  private(set) var nodes: [ScalarNode] = []
  private(set) var constants: [Double] = []
  private var known: [ScalarNode: Int32] = [:]
  private var knownConstants: [UInt64: Int32] = [:]

  mutating func input(_ number: Int) -> Int32 {
    find(ScalarNode(operation: ScalarNode.input, a: Int32(number)))
  }

  mutating func constant(_ value: Double) -> Int32 {
    if let place = knownConstants[value.bitPattern] { return place }
    constants.append(value)
    nodes.append(ScalarNode(operation: ScalarNode.constant, a: Int32(constants.count - 1)))
    let place = Int32(nodes.count - 1)
    knownConstants[value.bitPattern] = place
    return place
  }

  mutating func unary(_ function: UnaryFunction, _ a: Int32) -> Int32 {
    if let x = value(of: a) { return constant(function(x)) }
    return find(ScalarNode(operation: function.rawValue, a: a))
  }

  mutating func binary(_ function: BinaryFunction, _ a: Int32, _ b: Int32) -> Int32 {
    if let x = value(of: a), let y = value(of: b) { return constant(function(x, y)) }
    if function == .add {
      // Zeros come from scattered gradients; only the sign of −0 is lost.
      if value(of: a) == 0 { return b }
      if value(of: b) == 0 { return a }
    }
    return find(ScalarNode(operation: function.rawValue, a: a, b: b))
  }

  mutating func ternary(_ function: TernaryFunction, _ a: Int32, _ b: Int32, _ c: Int32) -> Int32 {
    if let x = value(of: a), let y = value(of: b), let z = value(of: c) {
      return constant(function(x, y, z))
    }
    return find(ScalarNode(operation: function.rawValue, a: a, b: b, c: c))
  }

  mutating func select(_ condition: Int32, _ a: Int32, _ b: Int32) -> Int32 {
    if let known = value(of: condition) { return known != 0 ? a : b }
    let select = TernaryFunction.select.rawValue
    return find(ScalarNode(operation: select, a: condition, b: a, c: b))
  }

  private func value(of place: Int32) -> Double? {
    let node = nodes[Int(place)]
    return node.operation == ScalarNode.constant ? constants[Int(node.a)] : nil
  }

  private mutating func find(_ node: ScalarNode) -> Int32 {
    if let place = known[node] { return place }
    nodes.append(node)
    known[node] = Int32(nodes.count - 1)
    return Int32(nodes.count - 1)
  }

  /// Joins products with the sum or difference that they enter, which then rounds once.
  ///
  /// A sum of two products stays as it is: rounding one side only would break the symmetry of such as
  /// x² − y². Whether something is fused depends on its expression alone, not on who else uses it.
  mutating func fuse() {
    let multiply = BinaryFunction.multiply.rawValue
    for place in nodes.indices {
      let node = nodes[place]
      guard
        node.operation == BinaryFunction.add.rawValue
          || node.operation == BinaryFunction.subtract.rawValue
      else { continue }
      let (first, second) = (nodes[Int(node.a)], nodes[Int(node.b)])
      guard (first.operation == multiply) != (second.operation == multiply) else { continue }
      let product = first.operation == multiply ? first : second
      let other = first.operation == multiply ? node.b : node.a
      let function: TernaryFunction =
        node.operation == BinaryFunction.add.rawValue
        ? .multiplyAdd : first.operation == multiply ? .multiplySubtract : .subtractProduct
      nodes[place] = ScalarNode(operation: function.rawValue, a: product.a, b: product.b, c: other)
    }
  }
}
