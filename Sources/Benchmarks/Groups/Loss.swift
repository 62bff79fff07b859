import Diagnostics
import MathCore

/// The loss of the one picture, compiled.
struct Loss: Sendable {
  let value: CompiledFunction
  let valueAndGradient: CompiledFunction
  let xs = evenly(1000, from: -2.5, to: 2.5)
  let ys = evenly(1000, from: -1.5, to: 2.5)

  init() throws(Diagnostic) {
    var g = Graph()
    let a = g.variable(shape: [])
    let b = g.variable(shape: [])
    func k(_ v: Double) -> Node { g.constant(v) }
    let d = g.apply(.subtract, k(1), a)
    let q = g.apply(.divide, g.apply(.power, a, k(2)), k(2))
    let r = g.apply(.subtract, b, q)
    let s = g.apply(.multiply, k(0.3), g.apply(.sine, g.apply(.multiply, k(3), a)))
    let sum1 = g.apply(.add, g.apply(.power, d, k(2)), g.apply(.multiply, k(4), g.apply(.power, r, k(2))))
    let l = g.apply(.add, sum1, s)
    let gr = g.gradient(of: l, withRespectTo: [a, b])
    value = try CompiledFunction(g, inputs: [a, b], outputs: [l])
    valueAndGradient = try CompiledFunction(g, inputs: [a, b], outputs: [l] + gr)
  }

  /// Every point of the grid, as unrelated points: all first numbers, all second numbers.
  var cloud: [[Double]] { [ys.flatMap { _ in xs }, ys.flatMap { y in xs.map { _ in y } }] }
}

private func evenly(_ count: Int, from start: Double, to end: Double) -> [Double] {
  (0..<count).map { i in
    let t = Double(i) / Double(count - 1)
    return start * (1 - t) + end * t
  }
}
