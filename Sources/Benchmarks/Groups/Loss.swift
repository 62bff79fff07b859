import Diagnostics
import Expressions
import MathCore

/// The loss of the one picture, compiled from the language of scenes, and points for it.
struct Loss: Sendable {
  let value: CompiledFunction
  /// Three numbers a point.
  let valueAndGradient: CompiledFunction
  let xs: [Double]
  let ys: [Double]

  /// The loss, with the points of a square grid.
  init(side: Int = 1000) throws(Diagnostic) {
    xs = evenlySpaced(side, from: -2.5, to: 2.5)
    ys = evenlySpaced(side, from: -1.5, to: 2.5)
    var scope = Scope()
    value = try Self.compiled(
      "L(w1, w2)", "(1 - w1)^2 + 4*(w2 - w1^2/2)^2 + 0.3*sin(3*w1)", in: &scope)
    valueAndGradient = try Self.compiled(
      "both(w1, w2)", "[L(w1, w2), grad(L)(w1, w2)[0], grad(L)(w1, w2)[1]]", in: &scope)
  }

  /// Every point of the grid, as unrelated points: all first numbers, then all second numbers.
  var cloud: [[Double]] { [ys.flatMap { _ in xs }, ys.flatMap { y in xs.map { _ in y } }] }

  /// A function of two numbers, which later ones can use by its name.
  private static func compiled(
    _ head: String, _ body: String, in scope: inout Scope
  ) throws(Diagnostic) -> CompiledFunction {
    let definition = try Definition(key: LocatedText(head), body: LocatedText(body))
    let value = try definition.evaluate(in: scope)
    scope.define(definition.name, as: value)
    return try value.function(of: head, at: nil).compiled(inputs: 2, at: nil)
  }
}

/// Numbers at equal distances, both ends included.
private func evenlySpaced(_ count: Int, from start: Double, to end: Double) -> [Double] {
  (0..<count).map { i in
    let t = Double(i) / Double(count - 1)
    return start * (1 - t) + end * t
  }
}
