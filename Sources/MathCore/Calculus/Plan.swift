internal import Kernels

/// How a scalar graph is computed over a grid or a cloud of points: up to three programs.
///
/// What changes along columns only is computed once for a grid, into blocks; what changes along rows
/// only, once for each row; the rest at every point. On a cloud everything changes at every point.
struct Plan: Sendable {
  /// Once for a grid, over its columns' numbers.
  private(set) var columnProgram = Program()
  /// Once for a grid, over its rows' numbers.
  private(set) var rowProgram = Program()
  private(set) var program = Program()
  let constants: [Double]
  let inputCount: Int
  private(set) var columnLiftCount = 0
  private(set) var rowLiftCount = 0
  let outputCount: Int

  /// The places of constants, inputs, lifted columns, lifted rows and outputs follow one another.
  var firstInput: Int { constants.count }
  var firstColumnLift: Int { firstInput + inputCount }
  var firstRowLift: Int { firstColumnLift + columnLiftCount }
  var firstOutput: Int { firstRowLift + rowLiftCount }
  var firstRegister: Int { firstOutput + outputCount }

  /// A plan for clouds, or, with two inputs and `lifting`, for grids.
  init(_ graph: ScalarGraph, inputCount: Int, outputs: [Int], lifting: Bool) {
    constants = graph.constants
    self.inputCount = inputCount
    outputCount = outputs.count
    let axes = Self.axes(of: graph, lifting: lifting)
    let live = Self.live(graph, outputs)
    let lifted = Self.lifted(graph, live, axes, outputs)
    let columnLifts = lifted.filter { axes[$0] == .columns }
    let rowLifts = lifted.filter { axes[$0] == .rows }
    columnLiftCount = columnLifts.count
    rowLiftCount = rowLifts.count

    var fixed = fixedPlaces(graph, axes, lifting: lifting)
    func members(_ wanted: AxisSet) -> [Int] {
      live.filter { axes[$0] == wanted && graph.nodes[$0].operandCount > 0 }
    }
    columnProgram = Assembler(graph: graph, fixed: vectors(fixed), firstRegister: firstRegister)
      .program(of: members(.columns), results: places(columnLifts, firstColumnLift), copies: [])
    rowProgram = Assembler(graph: graph, fixed: vectors(fixed), firstRegister: firstRegister)
      .program(
        of: members(.rows), results: places(rowLifts, firstRowLift), copies: [])

    for (node, place) in places(columnLifts, firstColumnLift) {
      fixed[node] = FixedPlace(index: place, isNumber: false)
    }
    for (node, place) in places(rowLifts, firstRowLift) {
      fixed[node] = FixedPlace(index: place, isNumber: true)
    }
    var results: [Int: Int] = [:]
    var copies: [(from: Int, to: Int)] = []
    for (number, node) in outputs.enumerated() {
      if fixed[node] == nil, results[node] == nil {
        results[node] = firstOutput + number
      } else {
        copies.append((node, firstOutput + number))
      }
    }
    program = Assembler(graph: graph, fixed: fixed, firstRegister: firstRegister)
      .program(of: members(.both), results: results, copies: copies)
  }

  /// How many numbers the lifted values of a grid are.
  func liftedCount(columns: Int, rows: Int) -> Int {
    columnLiftCount * columns + rowLiftCount * rows
  }

  private static func axes(of graph: ScalarGraph, lifting: Bool) -> [AxisSet] {
    var axes = [AxisSet](repeating: lifting ? [] : .both, count: graph.nodes.count)
    for place in graph.nodes.indices where lifting {
      let node = graph.nodes[place]
      if node.operation == ScalarNode.input { axes[place] = node.a == 0 ? .columns : .rows }
      node.forEachOperand { axes[place].formUnion(axes[$0]) }
    }
    return axes
  }

  /// The nodes that outputs need, ascending.
  private static func live(_ graph: ScalarGraph, _ outputs: [Int]) -> [Int] {
    var isLive = [Bool](repeating: false, count: graph.nodes.count)
    for output in outputs { isLive[output] = true }
    for place in graph.nodes.indices.reversed() where isLive[place] {
      graph.nodes[place].forEachOperand { isLive[$0] = true }
    }
    return graph.nodes.indices.filter { isLive[$0] }
  }

  /// The computed nodes of one axis that outputs or nodes of both axes use.
  private static func lifted(
    _ graph: ScalarGraph, _ live: [Int], _ axes: [AxisSet], _ outputs: [Int]
  ) -> [Int] {
    var isUsed = [Bool](repeating: false, count: graph.nodes.count)
    for output in outputs { isUsed[output] = true }
    for place in live where axes[place] == .both {
      graph.nodes[place].forEachOperand { isUsed[$0] = true }
    }
    return live.filter { isUsed[$0] && axes[$0] != .both && graph.nodes[$0].operandCount > 0 }
  }

  private func fixedPlaces(_ graph: ScalarGraph, _ axes: [AxisSet], lifting: Bool) -> [FixedPlace?] {
    graph.nodes.map { node in
      switch node.operation {
      case ScalarNode.constant: FixedPlace(index: Int(node.a), isNumber: true)
      case ScalarNode.input:
        FixedPlace(index: firstInput + Int(node.a), isNumber: lifting && node.a == 1)
      default: nil
      }
    }
  }

  /// The same places as the programs of one axis see them: both inputs are blocks there.
  private func vectors(_ fixed: [FixedPlace?]) -> [FixedPlace?] {
    fixed.map { place in
      place.map { FixedPlace(index: $0.index, isNumber: $0.index < firstInput) }
    }
  }

  private func places(_ nodes: [Int], _ first: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($0.element, first + $0.offset) })
  }
}
