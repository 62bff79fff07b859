/// A value in a graph, by its place in the order of computation.
package struct Node: Hashable, Sendable {
  let index: Int
}

/// What a node computes from its operands.
enum Operation: Hashable, Sendable {
  /// An unknown, with a number of its own.
  case variable(Int)
  /// A known number, kept as bits so that −0 and NaN are told apart and found again.
  case constant(UInt64)
  /// A known tensor, by its place in the graph's list.
  case data(Int)
  case unary(UnaryFunction)
  /// Operands of equal shapes, or of which one is a number.
  case binary(BinaryFunction)
  /// Condition, then, else: of equal shapes, or numbers.
  case select
  /// Operands of equal shapes, or numbers.
  case ternary(TernaryFunction)
  /// Operands of equal shapes along a new first axis.
  case stack
  case reshape
  case broadcast
  case transpose([Int])
  /// The elements at flat positions of the operand.
  case gather([Int])
  /// Zeros, to which the operand's elements are added at flat positions.
  case scatter([Int])
  case reduce(Reduction, axes: [Int])
  case matrixProduct
}

/// A computation as a graph: every node follows its operands, and equal computations are one node.
///
/// Nodes have shapes, so vectors, matrices and tensors are single values; numbers have the shape `[]`.
package struct Graph: Sendable {
  struct Entry: Hashable, Sendable {
    var operation: Operation
    var operands: [Int]
    var shape: [Int]
  }

  private(set) var entries: [Entry] = []
  private(set) var data: [Tensor] = []
  private var known: [Entry: Int] = [:]
  private var variableCount = 0

  /// A graph without nodes.
  package init() {}

  /// The number of nodes.
  package var count: Int { entries.count }

  /// The extents of a node's value; empty for a number.
  package func shape(of node: Node) -> [Int] { entries[node.index].shape }

  /// The value of a node that is a known number.
  package func constant(of node: Node) -> Double? {
    guard case .constant(let bits) = entries[node.index].operation else { return nil }
    return Double(bitPattern: bits)
  }

  /// A new unknown.
  package mutating func variable(shape: [Int]) -> Node {
    variableCount += 1
    return append(Entry(operation: .variable(variableCount), operands: [], shape: shape))
  }

  /// A known number.
  package mutating func constant(_ number: Double) -> Node {
    find(Entry(operation: .constant(number.bitPattern), operands: [], shape: []))
  }

  /// A known tensor.
  package mutating func constant(_ tensor: Tensor) -> Node {
    if tensor.shape.isEmpty { return constant(tensor.elements[0]) }
    data.append(tensor)
    return append(Entry(operation: .data(data.count - 1), operands: [], shape: tensor.shape))
  }

  /// The node that computes this: the one that does so already, or a new one.
  mutating func node(_ operation: Operation, _ operands: [Node], shape: [Int]) -> Node {
    find(Entry(operation: operation, operands: operands.map(\.index), shape: shape))
  }

  private mutating func find(_ entry: Entry) -> Node {
    if let index = known[entry] { return Node(index: index) }
    known[entry] = entries.count
    return append(entry)
  }

  private mutating func append(_ entry: Entry) -> Node {
    entries.append(entry)
    return Node(index: entries.count - 1)
  }

  /// For each node, whether it is needed for one of the given ones.
  func needed(for nodes: [Node]) -> [Bool] {
    var needed = [Bool](repeating: false, count: entries.count)
    for node in nodes { needed[node.index] = true }
    for index in entries.indices.reversed() where needed[index] {
      for operand in entries[index].operands { needed[operand] = true }
    }
    return needed
  }

  /// For each node, whether it changes with one of the given ones.
  func dependent(on nodes: [Node]) -> [Bool] {
    var dependent = [Bool](repeating: false, count: entries.count)
    for node in nodes { dependent[node.index] = true }
    for index in entries.indices where !dependent[index] {
      dependent[index] = entries[index].operands.contains { dependent[$0] }
    }
    return dependent
  }
}

extension Graph {
  /// How many numbers all that is needed for some nodes would unfold to.
  func elementCount(of nodes: [Node]) -> Int {
    let isNeeded = needed(for: nodes)
    return entries.indices.reduce(0) { count, index in
      isNeeded[index] ? count + entries[index].shape.reduce(1, *) : count
    }
  }
}
