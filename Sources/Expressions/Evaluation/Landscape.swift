internal import Diagnostics
internal import MathCore

/// A loss with its gradient, ready for an optimizer's many steps.
struct Landscape {
  private let graph: Graph
  private let inputs: [Node]
  private let outputs: [Node]
  /// The program, unless tensors are so large that computing them whole is faster.
  private let program: CompiledFunction?
  /// How many numbers one evaluation computes.
  let size: Int

  init(
    _ function: Function, dimension: Int, in evaluation: borrowing Evaluation, at place: Place
  ) throws(Diagnostic) {
    var inner = Evaluation(workLimit: evaluation.workLeft)
    // Numbers of an outer recording must not be taken for this one's.
    inner.recording = evaluation.recording
    let traced = try inner.trace(function, inputs: dimension, at: place.location)
    var graph = inner.graph ?? Graph()
    guard graph.shape(of: traced.output).isEmpty else {
      throw Diagnostic(
        "\(function.name): expected a function whose value is a number, found "
          + shapeDescription(graph.shape(of: traced.output)), at: place.location)
    }
    let gradient = graph.gradient(of: traced.output, withRespectTo: traced.inputs)
    inputs = traced.inputs
    outputs = [traced.output] + gradient
    self.graph = graph
    size = graph.elementCount(of: outputs)
    program =
      size > 20_000
      ? nil
      : try located(place.location) { [graph, inputs, outputs] () throws(Diagnostic) in
        try CompiledFunction(graph, inputs: inputs, outputs: outputs)
      }
  }

  func at(_ point: [Double]) -> LossAndGradient {
    let values =
      program?.at(point)
      ?? graph.values(of: outputs, Array(zip(inputs, point.map { Tensor($0) }))).map { $0.elements[0] }
    return LossAndGradient(loss: values[0], gradient: Array(values.dropFirst()))
  }
}
