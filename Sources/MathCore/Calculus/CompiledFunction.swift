package import Diagnostics

/// A function of n numbers with m numbers as its value, as a flat program that runs on blocks.
package struct CompiledFunction: Sendable {
  /// How many numbers it takes.
  package let inputCount: Int
  /// How many numbers it gives.
  package let outputCount: Int
  let scalars: ScalarGraph
  let outputs: [Int]
  let cloud: Plan
  /// What computes the values, if no formula does.
  private let native: Native?

  /// Values at n points in row-major order, those of each point side by side.
  package typealias Values = @Sendable (_ points: [Double], _ count: Int) -> [Double]

  private struct Native {
    var operationCount: Int
    var values: Values
  }

  /// How many numbers of single axes a grid may keep.
  private static let liftLimit = 1 << 24

  /// How many operations one point takes: what a caller with many points bounds its work by.
  package var operationCount: Int { native?.operationCount ?? cloud.program.work }

  /// A function that code of its own computes, such as the vote of the nearest neighbors.
  ///
  /// `operationCount` is about what one point takes.
  package init(inputs: Int, outputs: Int, operationCount: Int, values: @escaping Values) {
    inputCount = inputs
    outputCount = outputs
    scalars = ScalarGraph()
    self.outputs = []
    cloud = Plan(scalars, inputCount: 0, outputs: [], lifting: false)
    native = Native(operationCount: operationCount, values: values)
  }

  /// Compiles nodes of a graph, tensors flattened, as a function of variables that are numbers.
  ///
  /// The outputs must depend on no other variables. Throws without a place if the graph is too large.
  package init(_ graph: Graph, inputs: [Node], outputs nodes: [Node]) throws(Diagnostic) {
    let unfolding = try Unfolding(graph, inputs: inputs, outputs: nodes)
    var scalars = unfolding.scalars
    scalars.fuse()
    self.scalars = scalars
    inputCount = inputs.count
    outputs = nodes.flatMap { unfolding.elements(of: $0).map(Int.init) }
    outputCount = outputs.count
    cloud = Plan(scalars, inputCount: inputs.count, outputs: outputs, lifting: false)
    native = nil
  }

  /// The outputs at one point.
  package func at(_ point: [Double]) -> [Double] {
    precondition(point.count == inputCount, "a point needs a number for every input")
    if let native { return native.values(point, 1) }
    return Run(cloud, block: blockLanes, columns: 0, rows: 0).at(point)
  }

  /// The outputs over points: `inputs[i]` are the i-th numbers of all points, all of equal length.
  package func onPoints(_ inputs: [[Double]]) -> [[Double]] {
    precondition(inputs.count == inputCount, "a cloud needs an array for every input")
    let count = inputs.first?.count ?? 0
    precondition(inputs.allSatisfy { $0.count == count }, "a cloud's arrays must have equal lengths")
    if let native { return values(of: native, at: inputs, count) }
    return uninitializedArrays(outputCount, of: count) { outputs in
      Run(cloud, columns: 0, rows: 0).overPoints(inputs, count: count, outputs)
    }
  }

  /// The outputs of a function of two numbers over a grid: `result[output][row * columns + column]`.
  package func onGrid(columns xs: [Double], rows ys: [Double]) -> [[Double]] {
    precondition(inputCount == 2, "a grid is for functions of two numbers")
    let plan = Plan(scalars, inputCount: 2, outputs: outputs, lifting: true)
    guard native == nil, plan.liftedCount(columns: xs.count, rows: ys.count) <= Self.liftLimit else {
      return onPoints([ys.flatMap { _ in xs }, ys.flatMap { y in xs.map { _ in y } }])
    }
    return uninitializedArrays(outputCount, of: xs.count * ys.count) { outputs in
      Run(plan, columns: xs.count, rows: ys.count).overGrid(xs, ys, outputs)
    }
  }

  private func values(of native: Native, at inputs: [[Double]], _ count: Int) -> [[Double]] {
    var points: [Double] = []
    points.reserveCapacity(count * inputCount)
    for point in 0..<count { for input in inputs { points.append(input[point]) } }
    let values = native.values(points, count)
    return (0..<outputCount).map { output in
      stride(from: output, to: values.count, by: outputCount).map { values[$0] }
    }
  }
}
