internal import Diagnostics

/// Takes the tensors of a graph apart into numbers.
struct Unfolding {
  private(set) var scalars = ScalarGraph()
  private let graph: Graph
  /// For each node of the graph, where its elements' places start in `places`.
  private var starts: [Int]
  private var places: [Int32] = []

  init(_ graph: Graph, inputs: [Node], outputs: [Node]) throws(Diagnostic) {
    self.graph = graph
    starts = Array(repeating: -1, count: graph.count)
    let needed = graph.needed(for: outputs)
    for (number, node) in inputs.enumerated() {
      starts[node.index] = places.count
      places.append(scalars.input(number))
    }
    for index in needed.indices where needed[index] && starts[index] < 0 {
      // Before the work, which could fill the memory.
      guard places.count + cost(of: graph.entries[index]) <= ScalarGraph.limit else {
        throw Diagnostic(
          "the function is too large to compile: more than \(ScalarGraph.limit) numbers for each point")
      }
      let elements = unfolded(graph.entries[index])
      starts[index] = places.count
      places += elements
    }
  }

  /// How many numbers a node takes, and for a matrix product a part of those on the way.
  private func cost(of entry: Graph.Entry) -> Int {
    let count = entry.shape.reduce(1, *)
    guard case .matrixProduct = entry.operation else { return count }
    return max(count, count * graph.entries[entry.operands[0]].shape[1] / 8)
  }

  /// The places of a node's elements, in row-major order.
  func elements(of node: Node) -> ArraySlice<Int32> { elements(node.index) }

  private func elements(_ index: Int) -> ArraySlice<Int32> {
    let count = graph.entries[index].shape.reduce(1, *)
    return places[starts[index]..<starts[index] + count]
  }

  private mutating func unfolded(_ entry: Graph.Entry) -> [Int32] {
    let operands = entry.operands.map { elements($0) }
    switch entry.operation {
    case .variable: preconditionFailure("every variable of a compiled graph is an input")
    case .constant(let bits): return [scalars.constant(Double(bitPattern: bits))]
    case .data(let place):
      var elements: [Int32] = []
      for value in graph.data[place].elements { elements.append(scalars.constant(value)) }
      return elements
    case .unary, .binary, .ternary, .select: return elementwise(entry, operands)
    case .stack: return Array(operands.joined())
    case .reshape: return Array(operands[0])
    case .broadcast:
      let from = broadcastPositions(
        from: graph.entries[entry.operands[0]].shape, to: entry.shape)
      return from.map { operands[0][operands[0].startIndex + $0] }
    case .transpose(let order):
      let shape = graph.entries[entry.operands[0]].shape
      let own = strides(of: shape)
      return positions(in: entry.shape, steps: order.map { own[$0] }).map {
        operands[0][operands[0].startIndex + $0]
      }
    case .gather(let positions): return positions.map { operands[0][operands[0].startIndex + $0] }
    case .scatter(let positions):
      var sums = [Int32](repeating: scalars.constant(0), count: entry.shape.reduce(1, *))
      for (from, to) in zip(operands[0], positions) { sums[to] = scalars.binary(.add, sums[to], from) }
      return sums
    case .reduce(let reduction, let axes): return reduced(entry, operands[0], reduction, axes)
    case .matrixProduct: return product(entry, operands[0], operands[1])
    }
  }

  private mutating func elementwise(_ entry: Graph.Entry, _ operands: [ArraySlice<Int32>]) -> [Int32] {
    let count = entry.shape.reduce(1, *)
    var elements: [Int32] = []
    elements.reserveCapacity(count)
    for i in 0..<count {
      func part(_ operand: Int) -> Int32 {
        let slice = operands[operand]
        return slice[slice.startIndex + (slice.count == 1 ? 0 : i)]
      }
      switch entry.operation {
      case .unary(let function): elements.append(scalars.unary(function, part(0)))
      case .binary(let function): elements.append(scalars.binary(function, part(0), part(1)))
      case .ternary(let function):
        elements.append(scalars.ternary(function, part(0), part(1), part(2)))
      default: elements.append(scalars.select(part(0), part(1), part(2)))
      }
    }
    return elements
  }

  private mutating func reduced(
    _ entry: Graph.Entry, _ operand: ArraySlice<Int32>, _ reduction: Reduction, _ axes: [Int]
  ) -> [Int32] {
    let shape = graph.entries[entry.operands[0]].shape
    let own = strides(of: shape)
    let kept = shape.indices.filter { !axes.contains($0) }
    let inner = positions(in: axes.map { shape[$0] }, steps: axes.map { own[$0] })
    let isPairwise = ReductionLayout(shape, axes: axes).inner == 1
    var elements: [Int32] = []
    for start in positions(in: kept.map { shape[$0] }, steps: kept.map { own[$0] }) {
      let parts = inner.map { operand[operand.startIndex + start + $0] }
      let function: BinaryFunction = reduction == .sum ? .add : .maximum
      let joined = ReductionLayout.sum(parts[...], pairwise: isPairwise && reduction == .sum) {
        scalars.binary(function, $0, $1)
      }
      elements.append(joined ?? scalars.constant(reduction == .sum ? 0 : -Double.infinity))
    }
    return elements
  }

  private mutating func product(
    _ entry: Graph.Entry, _ left: ArraySlice<Int32>, _ right: ArraySlice<Int32>
  ) -> [Int32] {
    let (n, m) = (entry.shape[0], entry.shape[1])
    let k = graph.entries[entry.operands[0]].shape[1]
    var elements: [Int32] = []
    for row in 0..<n {
      for column in 0..<m {
        var sum = scalars.constant(0)
        for inner in 0..<k {
          let factors = (
            left[left.startIndex + row * k + inner], right[right.startIndex + inner * m + column]
          )
          sum = scalars.binary(.add, sum, scalars.binary(.multiply, factors.0, factors.1))
        }
        elements.append(sum)
      }
    }
    return elements
  }
}
