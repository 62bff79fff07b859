/// An order in which the nodes of a graph are computed, neighbors of one size together.
struct Schedule {
  /// Functions of each element over as many elements are one stage; anything else is its own.
  private(set) var stages: [[Int]] = []

  private let graph: Graph
  /// For each node, how many of its operands are not computed yet, or −1 if it is not needed.
  private var waiting: [Int]
  private var users: [[Int]]
  /// What could be computed next, the last one first: depth before breadth keeps little alive.
  private var readyElements: [Int: [Int]] = [:]
  private var readyOthers: [Int] = []

  init(_ graph: Graph, _ sources: ElementSources, outputs: [Node]) {
    self.graph = graph
    waiting = Array(repeating: -1, count: graph.count)
    users = Array(repeating: [], count: graph.count)
    var starts: [Int] = []
    var open = outputs.map { sources.arrays[$0.index].node }
    while let index = open.popLast() {
      guard waiting[index] < 0, !graph.entries[index].isLeaf else { continue }
      let operands = Set(sources.operands(of: index, in: graph).map(\.node))
        .filter { !graph.entries[$0].isLeaf }.sorted()
      waiting[index] = operands.count
      for operand in operands { users[operand].append(index) }
      if operands.isEmpty { starts.append(index) }
      open += operands
    }
    for index in graph.entries.indices { users[index].sort(by: >) }
    for index in starts.sorted(by: >) { makeReady(index) }
    while let stage = nextStage() { stages.append(stage) }
  }

  private mutating func makeReady(_ index: Int) {
    if graph.entries[index].isElementwise {
      readyElements[graph.entries[index].count, default: []].append(index)
    } else {
      readyOthers.append(index)
    }
  }

  private mutating func finish(_ index: Int) {
    for user in users[index] {
      waiting[user] -= 1
      if waiting[user] == 0 { makeReady(user) }
    }
  }

  private mutating func nextStage() -> [Int]? {
    // The more is ready, the larger the stages of functions of each element become.
    if let index = readyOthers.popLast() {
      finish(index)
      return [index]
    }
    guard let size = readyElements.filter({ !$0.value.isEmpty }).keys.min() else { return nil }
    var stage: [Int] = []
    while let index = readyElements[size]?.popLast() {
      stage.append(index)
      finish(index)
    }
    return stage
  }
}
