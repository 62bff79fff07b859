/// Gives the tensors of a program their places and turns stages into steps.
struct TensorLayout {
  private let graph: Graph
  private let sources: ElementSources
  /// For each computed node, the last stage that reads it.
  private var lastStage: [Int: Int] = [:]
  /// The nodes whose last reader is a stage.
  private var ending: [Int: [Int]] = [:]
  private var isOutput: Set<Int>
  private var stageOf: [Int: Int] = [:]
  /// For each node, whether a stage other than its own reads it.
  private var isRead: Set<Int> = []
  private var places: [Int: Int] = [:]
  private(set) var memory = MemoryPlan()
  private(set) var given: [(place: Int, elements: [Double])] = []

  init(
    _ graph: Graph, _ sources: ElementSources, _ schedule: Schedule, _ inputs: [Node],
    _ outputs: [Node]
  ) {
    self.graph = graph
    self.sources = sources
    isOutput = Set(outputs.map { sources.arrays[$0.index].node })
    for (number, stage) in schedule.stages.enumerated() {
      for index in stage { stageOf[index] = number }
    }
    var leaves = inputs.map(\.index) + outputs.map { sources.arrays[$0.index].node }
    for (number, stage) in schedule.stages.enumerated() {
      for index in stage {
        for source in sources.operands(of: index, in: graph) {
          leaves.append(source.node)
          lastStage[source.node] = number
          if stageOf[source.node] != number { isRead.insert(source.node) }
        }
      }
    }
    for (index, stage) in lastStage where stageOf[index] != nil && !isOutput.contains(index) {
      ending[stage, default: []].append(index)
    }
    for leaf in leaves where graph.entries[leaf].isLeaf && places[leaf] == nil { placeLeaf(leaf) }
  }

  /// Leaves keep their places for good.
  private mutating func placeLeaf(_ index: Int) {
    let entry = graph.entries[index]
    let place = memory.place(for: entry.count)
    places[index] = place
    switch entry.operation {
    case .constant(let bits): given.append((place, [Double(bitPattern: bits)]))
    case .data(let number): given.append((place, graph.data[number].elements))
    default: break
    }
  }

  func place(of source: ElementSource) -> Int {
    guard let place = places[source.node] else {
      preconditionFailure("a tensor has a place before it is read, and every variable is an input")
    }
    return place + source.offset
  }

  /// Whether a node outlives its stage, so that it needs a place.
  private func isStored(_ index: Int) -> Bool {
    !graph.entries[index].isElementwise || isOutput.contains(index) || isRead.contains(index)
  }

  /// Finds places for what a stage computes.
  mutating func enter(_ stage: [Int]) {
    for index in stage where isStored(index) {
      places[index] = memory.place(for: graph.entries[index].count)
    }
  }

  /// Frees the places of what no later stage reads.
  mutating func leave(_ number: Int) {
    for index in (ending[number] ?? []).sorted() where isStored(index) {
      if let place = places[index] { memory.release(place, graph.entries[index].count) }
    }
  }

  /// The steps of a stage, which was entered.
  mutating func steps(of stage: [Int]) -> [TensorStep] {
    let index = stage[0]
    let entry = graph.entries[index]
    if entry.isElementwise { return [.elements(elementStep(stage))] }
    let from = sources.operands(of: index, in: graph).map { place(of: $0) }
    let to = place(of: ElementSource(node: index))
    let shape = entry.operands.first.map { graph.entries[$0].shape } ?? []
    switch entry.operation {
    case .matrixProduct:
      let factors = entry.operands.map { sources.matrix($0, in: graph).isTransposed }
      return [
        .product(
          ProductStep(
            left: (from[0], factors[0]), right: (from[1], factors[1]), to: to, n: entry.shape[0],
            k: shape[1], m: entry.shape[1]))
      ]
    case .reduce(let reduction, let axes): return reducing(reduction, shape, axes, from[0], to)
    case .broadcast: return [.copy(StridedCopy(broadcasting: shape, to: entry.shape), from: from[0], to: to)]
    case .transpose(let order): return [.copy(StridedCopy(transposing: shape, order), from: from[0], to: to)]
    case .gather(let positions): return [.gather(positions, from: from[0], to: to)]
    case .scatter(let positions): return [.scatter(positions, count: entry.count, from: from[0], to: to)]
    case .stack:
      let counts = entry.operands.map { graph.entries[$0].count }
      return [.stack(zip(from, counts).map { ($0, $1) }, to: to)]
    default: preconditionFailure("leaves and views are not computed")
    }
  }

  /// A reduction, of a copy in a better order where it has to be.
  private mutating func reducing(
    _ reduction: Reduction, _ shape: [Int], _ axes: [Int], _ from: Int, _ to: Int
  ) -> [TensorStep] {
    let layout = ReductionLayout(shape, axes: axes)
    guard let order = layout.order else { return [.reduce(reduction, layout, from: from, to: to)] }
    let walk = StridedCopy(transposing: shape, order)
    let copy = memory.place(for: walk.count)
    memory.release(copy, walk.count)
    return [
      .copy(walk, from: from, to: copy), .reduce(reduction, layout, from: copy, to: to),
    ]
  }

  /// The scalar operations of a stage, with a result for each node that is stored.
  private func elementStep(_ stage: [Int]) -> ElementStep {
    let formula = ElementFormula(graph, sources, stage)
    var results: [Int: Int] = [:]
    var copies: [(from: Int, to: Int)] = []
    var outputs: [Int] = []
    for index in stage where isStored(index) {
      guard let scalar = formula.scalarOf[index], let place = places[index] else { continue }
      let target = formula.inputs.count + outputs.count
      if results[Int(scalar)] == nil {
        results[Int(scalar)] = target
      } else {
        copies.append((Int(scalar), target))
      }
      outputs.append(place)
    }
    let program = formula.program(results: results, copies: copies, outputCount: outputs.count)
    let arrays = program.registerCount + formula.inputs.count + outputs.count
    let count = MemoryPlan.padded(graph.entries[stage[0]].count)
    return ElementStep(
      instructions: program.instructions,
      inputs: formula.inputs.map { (place(of: $0), $0.isNumber) }, outputs: outputs,
      registerCount: program.registerCount, count: count,
      block: max(blockLanes, min(count, Run.block(for: arrays))))
  }
}
