/// Where a step reads a node's elements: those of a node that is computed, from an offset on.
struct ElementSource: Hashable, Sendable {
  var node: Int
  var offset = 0
  /// Whether it is one number for all elements.
  var isNumber = false
}

/// Which nodes of a graph are computed, and which are only other views of those.
struct ElementSources {
  /// As arrays that lie one after another in memory.
  private(set) var arrays: [ElementSource] = []
  /// As operands of functions of each element, which take a number in place of equal elements.
  private(set) var elements: [ElementSource] = []

  init(_ graph: Graph) {
    arrays.reserveCapacity(graph.count)
    elements.reserveCapacity(graph.count)
    for (index, entry) in graph.entries.enumerated() {
      var array = ElementSource(node: index)
      var element = array
      switch entry.operation {
      case .reshape:
        array = arrays[entry.operands[0]]
        element = elements[entry.operands[0]]
      case .gather(let positions):
        guard let first = positions.first, Self.isRun(positions) else { break }
        array = arrays[entry.operands[0]]
        array.offset += first
        element = elements[entry.operands[0]]
        if !element.isNumber { element.offset += first }
      case .broadcast where graph.entries[entry.operands[0]].shape.allSatisfy({ $0 == 1 }):
        element = elements[entry.operands[0]]
        element.isNumber = true
      default: break
      }
      if entry.shape.allSatisfy({ $0 == 1 }) { element.isNumber = true }
      arrays.append(array)
      elements.append(element)
    }
  }

  private static func isRun(_ positions: [Int]) -> Bool {
    for (place, position) in positions.enumerated() where position != positions[0] + place { return false }
    return true
  }

  /// What the step of a node reads, operand by operand.
  func operands(of index: Int, in graph: Graph) -> [ElementSource] {
    let entry = graph.entries[index]
    switch entry.operation {
    case .unary, .binary, .ternary, .select: return entry.operands.map { elements[$0] }
    case .matrixProduct: return entry.operands.map { matrix($0, in: graph).source }
    default: return entry.operands.map { arrays[$0] }
    }
  }

  /// A factor of a matrix product; what was transposed for it is read by columns instead.
  func matrix(_ index: Int, in graph: Graph) -> (source: ElementSource, isTransposed: Bool) {
    let entry = graph.entries[index]
    if case .transpose([1, 0]) = entry.operation { return (arrays[entry.operands[0]], true) }
    return (arrays[index], false)
  }
}

extension Graph.Entry {
  var count: Int { shape.reduce(1, *) }

  var isElementwise: Bool {
    switch operation {
    case .unary, .binary, .ternary, .select: true
    default: false
    }
  }

  /// Whether it is given and not computed.
  var isLeaf: Bool {
    switch operation {
    case .variable, .constant, .data: true
    default: false
    }
  }
}
