import MathCore
import TestSupport
import Testing

private func bits(_ arrays: [[Double]]) -> [[UInt64]] { arrays.map { $0.map(\.bitPattern) } }

@Suite struct CompiledFunctionTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `Grids, clouds and single points give the same bits`(_ seed: UInt64) throws {
    var random = RandomGraph(seed: seed)
    let gradient = random.graph.gradient(of: random.output, withRespectTo: random.inputs)
    let outputs = [random.output, random.output, random.inputs[1]] + gradient
    let function = try CompiledFunction(random.graph, inputs: random.inputs, outputs: outputs)
    #expect(function.inputCount == 2 && function.outputCount == 5)
    let xs = (0..<37).map { Double($0) * 0.11 - 2 }
    let ys = (0..<5).map { Double($0) * 0.7 - 1.5 }
    let grid = function.onGrid(columns: xs, rows: ys)
    let cloud = function.onPoints([ys.flatMap { _ in xs }, ys.flatMap { y in xs.map { _ in y } }])
    #expect(bits(grid) == bits(cloud))
    for (row, y) in ys.enumerated() {
      for (column, x) in xs.enumerated() {
        let point = function.at([x, y])
        #expect(point.map(\.bitPattern) == grid.map { $0[row * xs.count + column].bitPattern })
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `A program agrees with the graph's own values`(_ seed: UInt64) throws {
    let random = RandomGraph(seed: seed)
    let function = try CompiledFunction(random.graph, inputs: random.inputs, outputs: [random.output])
    for (x, y) in [(0.3, -1.2), (2.5, 0.7), (-0.4, -0.4)] {
      let value = random.graph.values(
        of: [random.output], [(random.inputs[0], Tensor(x)), (random.inputs[1], Tensor(y))])[0]
      #expect(isClose(function.at([x, y])[0], value.elements[0], within: 1e-10, absolute: 1e-12))
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 64, 1000, 2049])
  func `Clouds of every size are computed to the last point`(_ count: Int) throws {
    var graph = Graph()
    let x = graph.variable(shape: [])
    let output = graph.apply(.add, graph.apply(.multiply, x, x), graph.constant(1))
    let function = try CompiledFunction(graph, inputs: [x], outputs: [output])
    let xs = (0..<count).map(Double.init)
    #expect(function.onPoints([xs]) == [xs.map { $0 * $0 + 1 }])
  }

  @Test func `Outputs may be constants, inputs, and more than fit on the stack`() throws {
    var graph = Graph()
    let (x, y) = (graph.variable(shape: []), graph.variable(shape: []))
    let sum = graph.apply(.add, x, y)
    let outputs =
      [graph.constant(7), x, y, sum]
      + (0..<30).map { graph.apply(.multiply, sum, graph.constant(Double($0) + 0.5)) }
    let function = try CompiledFunction(graph, inputs: [x, y], outputs: outputs)
    let grid = function.onGrid(columns: [1, 2, 3], rows: [10, 20])
    #expect(grid.count == 34)
    #expect(grid[0] == [7, 7, 7, 7, 7, 7])
    #expect(grid[1] == [1, 2, 3, 1, 2, 3])
    #expect(grid[2] == [10, 10, 10, 20, 20, 20])
    #expect(grid[33] == [11, 12, 13, 21, 22, 23].map { $0 * 29.5 })
    #expect(function.onGrid(columns: [], rows: [1]).joined().isEmpty)
    #expect(function.at([1, 2])[3] == 3)
  }

  @Test func `Tensors unfold`() throws {
    var graph = Graph()
    let (x, y) = (graph.variable(shape: []), graph.variable(shape: []))
    let point = graph.stack([x, y])
    let matrix = graph.constant(Tensor(shape: [2, 2], elements: [1, 2, 3, 4]))
    let product = graph.matrixProduct(matrix, graph.reshape(point, to: [2, 1]))
    let largest = graph.reduce(.maximum, product, axes: [0])
    let function = try CompiledFunction(graph, inputs: [x, y], outputs: [product, largest])
    #expect(function.at([5, 6]) == [17, 39, 39])
  }

  @Test func `A difference of two products is exactly 0 where they are equal`() throws {
    var graph = Graph()
    let (x, y) = (graph.variable(shape: []), graph.variable(shape: []))
    let difference = graph.apply(.subtract, graph.apply(.multiply, x, x), graph.apply(.multiply, y, y))
    let function = try CompiledFunction(graph, inputs: [x, y], outputs: [difference])
    #expect(function.at([0.1, 0.1]) == [0])
  }
}
