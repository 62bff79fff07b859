internal import Kernels

/// A graph as a flat program on whole tensors, with all its memory planned beforehand.
///
/// For functions of few points with much work at each, such as a loss over a data set; functions of
/// many points are compiled to a `CompiledFunction`. Each element gets the bits that it has in an
/// evaluation tensor by tensor.
package struct TensorProgram: Sendable {
  let plan: [TensorStep]
  /// What never changes: constants and data, with their places.
  let given: [(place: Int, elements: [Double])]
  let inputs: [(place: Int, count: Int)]
  let outputs: [(place: Int, shape: [Int])]
  /// The numbers of memory for tensors, then those for registers and panels of matrix products.
  let tensorSize: Int
  let scratchSize: Int
  let tableSize: Int
  /// How many elements one run computes, weighted by what they cost beside a sum.
  package let work: Int

  /// The number of steps of one run.
  package var steps: Int { plan.count }

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
    plan = steps
    given = layout.given
    inputs = variables.map {
      (layout.place(of: ElementSource(node: $0.index)), graph.entries[$0.index].count)
    }
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
    case .elements(let step): step.count * step.instructions.reduce(0) { $0 + $1.weight }
    case .product(let step): step.n * step.m * step.k / 4
    case .reduce(_, let layout, _, _): layout.outer * layout.count * layout.inner
    case .copy(let walk, _, _): 4 * walk.count
    case .gather(let positions, _, _): 4 * positions.count
    case .scatter(let positions, let count, _, _): 4 * positions.count + count
    case .stack(let parts, _): parts.reduce(0) { $0 + 4 + $1.count }
    }
  }
}

extension kernel_instruction {
  /// What it costs beside a sum: elementary functions take about eight times as long.
  fileprivate var weight: Int {
    let isElementary =
      (KERNEL_CUBE_ROOT.rawValue...KERNEL_SOFTPLUS.rawValue).contains(UInt32(operation))
      || operation == KERNEL_HYPERBOLIC_SECANT_SQUARED.rawValue
      || operation == KERNEL_SINE_AND_COSINE.rawValue || operation == KERNEL_POWER.rawValue
      || operation == KERNEL_POLYGAMMA.rawValue
    return isElementary ? 8 : 1
  }
}
