import MathCore
import TestSupport
import Testing

/// Programs on whole tensors against evaluation node by node, which shares no code with them beyond kernels.
@Suite struct TensorProgramTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `A random graph has the same bits in planned memory`(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var graph = Graph()
    let inputs = [[3, 4], [4], [], [4, 2]].map { graph.variable(shape: $0) }
    var nodes = inputs + [graph.constant(0.5), graph.constant(Tensor([1, -2, 0.5, 3]))]
    for _ in 0..<40 {
      let x = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      let y = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      if let node = Self.operation(Int.random(in: 0..<12, using: &random), x, y, &graph, &random) {
        nodes.append(node)
      }
    }
    let last = nodes[nodes.count - 1]
    let sum = graph.reduce(.sum, last, axes: Array(graph.shape(of: last).indices))
    let outputs = [sum, last, nodes[nodes.count / 2]] + graph.gradient(of: sum, withRespectTo: inputs)
    let values = inputs.map { input in
      let shape = graph.shape(of: input)
      return Tensor(
        shape: shape,
        elements: (0..<shape.reduce(1, *)).map { _ in Double.random(in: -2...2, using: &random) })
    }
    let expected = graph.values(of: outputs, Array(zip(inputs, values)))
    let run = TensorRun(TensorProgram(graph, inputs: inputs, outputs: outputs))
    for _ in 0..<2 {
      for (place, value) in values.enumerated() { run.set(place, to: value.elements) }
      run.run()
      for (place, tensor) in expected.enumerated() {
        #expect(tensor.elements.map(\.bitPattern) == run.output(place).map(\.bitPattern))
      }
    }
  }

  private static func operation(
    _ kind: Int, _ x: Node, _ y: Node, _ graph: inout Graph, _ random: inout SplitMix64
  ) -> Node? {
    let (a, b) = (graph.shape(of: x), graph.shape(of: y))
    let count = a.reduce(1, *)
    switch kind {
    case 0: return graph.apply(.hyperbolicTangent, x)
    case 1: return graph.apply(.cosine, graph.apply(.sine, x))
    case 2, 3, 4:
      return broadcastShape(a, b) == nil
        ? nil : graph.apply(kind == 2 ? .add : kind == 3 ? .multiply : .maximum, x, y)
    case 5: return a.count == 2 && b.count == 2 && a[1] == b[0] ? graph.matrixProduct(x, y) : nil
    case 6: return a.count == 2 ? graph.transpose(x, [1, 0]) : nil
    case 7: return a.isEmpty ? nil : graph.reduce(.sum, x, axes: [Int.random(in: a.indices, using: &random)])
    case 8: return a.isEmpty ? nil : graph.reduce(.maximum, x, axes: [0])
    case 9: return count > 1 ? graph.gather(x, at: [1, 0, count - 1], shape: [3]) : nil
    case 10: return a == b && a.count < 2 ? graph.stack([x, y, x]) : nil
    default: return count > 2 ? graph.gather(x, at: [1, 2], shape: [2, 1]) : nil
    }
  }

  @Test func `Empty tensors are computed too`() {
    var graph = Graph()
    let x = graph.variable(shape: [0, 3])
    let sum = graph.reduce(.sum, graph.apply(.exponential, x), axes: [0])
    let run = TensorRun(TensorProgram(graph, inputs: [x], outputs: [sum]))
    run.set(0, to: [])
    run.run()
    #expect(Array(run.output(0)) == [0, 0, 0])
  }

  @Test func `Memory is used again: a long chain needs no more than a short one`() {
    func bytes(_ length: Int) -> Int {
      var graph = Graph()
      let x = graph.variable(shape: [64, 64])
      var node = x
      for _ in 0..<length { node = graph.matrixProduct(graph.apply(.sine, node), x) }
      return TensorProgram(graph, inputs: [x], outputs: [node]).byteCount
    }
    #expect(bytes(20) == bytes(4))
  }

  @Test(arguments: [
    (1, 1, 1), (3, 5, 7), (8, 16, 16), (17, 33, 9), (40, 3, 70), (5, 0, 4), (2, 100, 1), (1, 9, 130),
  ])
  func `Matrix products of all sizes are sums of products`(_ n: Int, _ k: Int, _ m: Int) {
    var random = SplitMix64(seed: UInt64(n * 1000 + k * 10 + m))
    func matrix(_ rows: Int, _ columns: Int) -> Tensor {
      Tensor(
        shape: [rows, columns],
        elements: (0..<rows * columns).map { _ in Double.random(in: -1...1, using: &random) })
    }
    let (a, b) = (matrix(n, k), matrix(k, m))
    let product = Tensor.matrixProduct(a, b)
    for i in 0..<n {
      for j in 0..<m {
        var sum = 0.0
        for p in 0..<k { sum.addProduct(a.elements[i * k + p], b.elements[p * m + j]) }
        #expect(product.elements[i * m + j] == sum)
      }
    }
    // Read by columns, with the same bits.
    var graph = Graph()
    let (x, y) = (graph.variable(shape: [k, n]), graph.variable(shape: [m, k]))
    let node = graph.matrixProduct(graph.transpose(x, [1, 0]), graph.transpose(y, [1, 0]))
    let run = TensorRun(TensorProgram(graph, inputs: [x, y], outputs: [node]))
    run.set(0, to: a.transposed([1, 0]).elements)
    run.set(1, to: b.transposed([1, 0]).elements)
    run.run()
    #expect(Array(run.output(0)) == product.elements)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 127, 128, 129, 1000, 4099])
  func `Sums are pairwise and close to exact`(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let numbers = (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
    // Neumaier's compensated sum.
    var (sum, lost) = (0.0, 0.0)
    for x in numbers {
      let next = sum + x
      lost += abs(sum) >= abs(x) ? (sum - next) + x : (x - next) + sum
      sum = next
    }
    let found = Tensor(numbers).reduced(.sum, axes: [0]).elements[0]
    #expect(isClose(found, sum + lost, within: 0, absolute: 1e-15 * Double(count)))
    let largest = Tensor(numbers).reduced(.maximum, axes: [0]).elements[0]
    #expect(largest == numbers.max() ?? -.infinity)
  }
}
