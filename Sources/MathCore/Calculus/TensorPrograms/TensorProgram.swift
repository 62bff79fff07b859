/// A graph as a flat program on whole tensors, with all its memory planned beforehand.
///
/// For functions of few points with much work at each, such as a loss over a data set; functions of
/// many points are compiled to a `CompiledFunction`. Each element gets the bits that it has in an
/// evaluation tensor by tensor.
package struct TensorProgram: Sendable {
  let steps: [TensorStep]
  /// What never changes: constants and data, with their places.
  let given: [(place: Int, elements: [Double])]
  let inputs: [(place: Int, count: Int)]
  let outputs: [(place: Int, shape: [Int])]
  /// The numbers of memory for tensors, then those for registers and panels of matrix products.
  let tensorSize: Int
  let scratchSize: Int
  let tableSize: Int
  /// About how many elements one run computes.
  package let work: Int

  /// The bytes that a run holds.
  package var byteCount: Int { (tensorSize + scratchSize) * 8 }

  /// Compiles nodes as a function of variables; they must depend on no other variables.
  package init(_ graph: Graph, inputs variables: [Node], outputs nodes: [Node]) {
    let sources = ElementSources(graph)
    let schedule = Schedule(graph, sources, outputs: nodes)
    var layout = TensorLayout(graph, sources, schedule, variables, nodes)
    var steps: [TensorStep] = []
    for (number, stage) in schedule.stages.enumerated() {
      layout.enter(stage)
      steps += layout.steps(of: stage)
      layout.leave(number)
    }
    self.steps = steps
    given = layout.given
    inputs = variables.map { (layout.place(of: ElementSource(node: $0.index)), graph.entries[$0.index].count) }
    outputs = nodes.map { (layout.place(of: sources.arrays[$0.index]), graph.shape(of: $0)) }
    // A view may be read to the end of the vector that its own end falls into.
    tensorSize = layout.memory.size + blockLanes
    scratchSize = steps.reduce(0) { max($0, $1.scratchCount) }
    tableSize = steps.reduce(0) { max($0, $1.tableCount) }
    work = steps.reduce(0) { $0 + $1.work }
  }
}

extension TensorStep {
  fileprivate var scratchCount: Int {
    switch self {
    case .elements(let step): step.registerCount * step.block
    case .product(let step): step.panelCount
    default: 0
    }
  }

  fileprivate var tableCount: Int {
    if case .elements(let step) = self { return step.tableCount }
    return 0
  }

  fileprivate var work: Int {
    switch self {
    case .elements(let step): step.count * step.instructions.count
    case .product(let step): step.n * step.m * step.k
    case .reduce(_, let layout, _, _): layout.outer * layout.count * layout.inner
    case .copy(let walk, _, _): walk.count
    case .gather(let positions, _, _): positions.count
    case .scatter(let positions, let count, _, _): positions.count + count
    case .stack(let parts, _): parts.reduce(0) { $0 + $1.count }
    }
  }
}
