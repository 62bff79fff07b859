import MathCore
import TestSupport

/// A graph of random operations on two numbers, smooth and defined nearly everywhere.
struct RandomGraph {
  var graph = Graph()
  let inputs: [Node]
  let output: Node

  init(seed: UInt64, size: Int = 25) {
    var random = SplitMix64(seed: seed)
    inputs = [graph.variable(shape: []), graph.variable(shape: [])]
    var nodes = inputs + [graph.constant(0.5), graph.constant(-1.25)]
    let functions: [UnaryFunction] = [.sine, .cosine, .hyperbolicTangent, .arcTangent, .sigmoid, .negate]
    for _ in 0..<size {
      let x = nodes[Int.random(in: max(0, nodes.count - 8)..<nodes.count, using: &random)]
      let y = nodes[Int.random(in: 0..<nodes.count, using: &random)]
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        let function = functions[Int.random(in: 0..<functions.count, using: &random)]
        nodes.append(graph.apply(function, x))
      case 2: nodes.append(graph.apply(.add, x, y))
      case 3: nodes.append(graph.apply(.subtract, x, y))
      case 4: nodes.append(graph.apply(.multiply, x, graph.apply(.sine, y)))
      default:
        let condition = graph.apply(.less, inputs[0], inputs[1])
        nodes.append(graph.select(condition, x, y))
      }
    }
    output = graph.apply(.add, nodes[nodes.count - 1], graph.apply(.multiply, inputs[0], inputs[1]))
  }
}
