import MathCore
import TestSupport
import Testing

/// A derivative by differences of order six; independent of every rule.
private func difference(_ f: (Double) -> Double, at x: Double, _ h: Double = 3e-3) -> Double {
  let weights = [45.0, -9, 1]
  let sum = weights.enumerated().reduce(0.0) { sum, term in
    let step = Double(term.offset + 1) * h
    return sum + term.element * (f(x + step) - f(x - step))
  }
  return sum / (60 * h)
}

/// Points at which a function is smooth.
private func points(of function: UnaryFunction) -> [Double] {
  switch function {
  case .areaCosine: [1.3, 2, 5]
  case .logarithm, .binaryLogarithm, .decimalLogarithm, .squareRoot, .gamma, .logarithmOfGamma, .digamma,
    .stirlingError, .stirlingSlope:
    [0.8, 1.7, 4.2]
  case .normalQuantile: [0.2, 0.5, 0.71]
  default: [-0.62, 0.13, 0.77]
  }
}

@Suite struct DerivativeTests {
  @Test(arguments: UnaryFunction.allCases)
  func `Both modes agree with differences, also for second derivatives`(_ function: UnaryFunction) {
    var graph = Graph()
    let x = graph.variable(shape: [])
    let y = graph.apply(function, x)
    let reverse = graph.gradient(of: y, withRespectTo: [x])[0]
    let forward = graph.pushforward([graph.constant(1)], from: [x], to: [y])[0]
    let second = graph.gradient(of: reverse, withRespectTo: [x])[0]
    func value(_ node: Node, _ at: Double) -> Double {
      graph.values(of: [node], [(x, Tensor(at))])[0].elements[0]
    }
    for point in points(of: function) {
      let expected = difference({ value(y, $0) }, at: point)
      #expect(isClose(value(reverse, point), expected, within: 1e-6, absolute: 1e-8))
      #expect(isClose(value(forward, point), value(reverse, point), within: 1e-14))
      let expectedSecond = difference({ value(reverse, $0) }, at: point)
      #expect(isClose(value(second, point), expectedSecond, within: 1e-6, absolute: 1e-8))
    }
  }

  @Test(arguments: BinaryFunction.allCases)
  func `Functions of two numbers agree with differences`(_ function: BinaryFunction) {
    var graph = Graph()
    let (x, y) = (graph.variable(shape: []), graph.variable(shape: []))
    let z = graph.apply(function, x, y)
    let gradient = graph.gradient(of: z, withRespectTo: [x, y])
    for (a, b) in [(1.3, 2.2), (2.6, 0.7)] {
      func value(_ node: Node, _ a: Double, _ b: Double) -> Double {
        graph.values(of: [node], [(x, Tensor(a)), (y, Tensor(b))])[0].elements[0]
      }
      // The order of a polygamma function is a whole number, and quantiles are of probabilities.
      if [.polygamma, .gammaQuantile, .poissonQuantile].contains(function) { continue }
      let expected = [difference({ value(z, $0, b) }, at: a), difference({ value(z, a, $0) }, at: b)]
      for (place, (node, slope)) in zip(gradient, expected).enumerated() {
        if place == 0, [.regularizedGamma, .complementaryRegularizedGamma].contains(function) {
          #expect(value(node, a, b).isNaN)
          continue
        }
        #expect(isClose(value(node, a, b), slope, within: 1e-6, absolute: 1e-8))
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `Random graphs: reverse, forward and differences agree`(_ seed: UInt64) {
    var random = RandomGraph(seed: seed)
    let reverse = random.graph.gradient(of: random.output, withRespectTo: random.inputs)
    let forward = random.graph.columnsByVariable(of: random.output, random.inputs)
    let graph = random.graph
    func value(_ node: Node, _ x: Double, _ y: Double) -> Double {
      graph.values(of: [node], [(random.inputs[0], Tensor(x)), (random.inputs[1], Tensor(y))])[0].elements[0]
    }
    let (x, y) = (0.37, -0.81)
    let expected = [
      difference({ value(random.output, $0, y) }, at: x, 1e-3),
      difference({ value(random.output, x, $0) }, at: y, 1e-3),
    ]
    for place in 0..<2 {
      let slope = value(reverse[place], x, y)
      #expect(isClose(slope, expected[place], within: 1e-6, absolute: 1e-7))
      #expect(isClose(value(forward[place], x, y), slope, within: 1e-11, absolute: 1e-12))
    }
  }

  @Test func `Structural operations carry gradients`() {
    var graph = Graph()
    let x = graph.variable(shape: [2, 3])
    let w = graph.variable(shape: [3])
    let rows = graph.matrixProduct(
      graph.transpose(x, [1, 0]), graph.transpose(graph.transpose(x, [1, 0]), [1, 0]))
    let bent = graph.apply(.multiply, graph.apply(.sine, rows), w)
    let picked = graph.gather(bent, at: [0, 4, 4, 8], shape: [2, 2])
    let spread = graph.scatter(picked, at: [0, 1, 1, 2], shape: [4])
    let largest = graph.reduce(.maximum, bent, axes: [1])
    let loss = graph.apply(
      .add, graph.reduce(.sum, graph.apply(.multiply, spread, spread), axes: [0]),
      graph.reduce(.sum, graph.stack([largest, graph.apply(.exponential, largest)]), axes: [0, 1]))
    let reverse = graph.gradient(of: loss, withRespectTo: [x, w])
    let start = Tensor(shape: [2, 3], elements: [0.1, -0.4, 0.7, 0.3, 0.9, -0.2])
    let weights = Tensor([0.5, -1.1, 0.8])
    func value(_ node: Node, _ x0: Tensor, _ w0: Tensor) -> Tensor {
      graph.values(of: [node], [(x, x0), (w, w0)])[0]
    }
    let found = [value(reverse[0], start, weights), value(reverse[1], start, weights)]
    #expect(found[0].shape == [2, 3] && found[1].shape == [3])
    for place in 0..<6 {
      let slope = difference(
        { moved in
          var other = start
          other.elements[place] = moved
          return value(loss, other, weights).elements[0]
        }, at: start.elements[place], 1e-3)
      #expect(isClose(found[0].elements[place], slope, within: 1e-7, absolute: 1e-9))
    }
    for place in 0..<3 {
      let slope = difference(
        { moved in
          var other = weights
          other.elements[place] = moved
          return value(loss, start, other).elements[0]
        }, at: weights.elements[place], 1e-3)
      #expect(isClose(found[1].elements[place], slope, within: 1e-7, absolute: 1e-9))
    }
    let tangent = Tensor([1, 0.5, -2])
    let forward = graph.pushforward([graph.constant(tangent)], from: [w], to: [loss])[0]
    let expected = zip(found[1].elements, tangent.elements).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(isClose(value(forward, start, weights).elements[0], expected, within: 1e-12))
  }

  @Test func `Equal computations are one node, and constants fold`() {
    var graph = Graph()
    let x = graph.variable(shape: [])
    let nodes = [
      graph.apply(.sine, x), graph.apply(.sine, x),
      graph.apply(.add, x, graph.constant(2)), graph.apply(.add, graph.constant(2), x),
      graph.apply(.multiply, x, graph.constant(1)), x,
      graph.apply(.negate, graph.apply(.negate, x)), x,
    ]
    for pair in stride(from: 0, to: nodes.count, by: 2) { #expect(nodes[pair] == nodes[pair + 1]) }
    let (one, product) = (
      graph.apply(.exponential, graph.constant(0)), graph.apply(.multiply, x, graph.constant(0))
    )
    #expect(graph.constant(of: one) == 1)
    // 0 · x is not 0 where x is not finite.
    #expect(graph.constant(of: product) == nil)
    let zeros = [graph.constant(0.0), graph.constant(-0.0)]
    #expect(zeros[0] != zeros[1])
  }
}
