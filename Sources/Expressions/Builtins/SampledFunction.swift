internal import Diagnostics
internal import MathCore

/// A function of one number that is evaluated at many known points: compiled if it can be.
///
/// What needs known numbers, such as `sort`, or an integral within an integral, is evaluated point by point.
struct SampledFunction {
  private let function: Function
  private let program: CompiledFunction?
  /// How many numbers one evaluation of the program computes.
  private let size: Int
  private let call: Call

  init(_ function: Function, _ call: Call, in evaluation: inout Evaluation) throws(Diagnostic) {
    (self.function, self.call) = (function, call)
    guard function.accepts(1) else {
      throw Diagnostic(
        "\(call.name): expected a function of one number, found \(function.typeDescription)",
        at: call.place.location)
    }
    (program, size) = evaluation.apart { (inner) in
      guard let traced = try? inner.trace(function, inputs: 1, at: call.place.location),
        let graph = inner.graph, graph.shape(of: traced.output).isEmpty
      else { return (nil, 1) }
      let program = try? CompiledFunction(graph, inputs: traced.inputs, outputs: [traced.output])
      return (program, graph.work(of: [traced.output]))
    }
  }

  func values(at xs: [Double], in evaluation: inout Evaluation) throws(Diagnostic) -> [Double] {
    let place = call.place
    if let program {
      try evaluation.charge(1 + xs.count / 16 * size, at: place)
      return program.onPoints([xs])[0]
    }
    var values: [Double] = []
    for x in xs {
      let argument = Argument(name: nil, value: .number(x), place: place)
      let value = try evaluation.call(function, [argument], at: place)
      values.append(try value.number(of: "\(call.name): the value of \(function.name)", at: place.location))
    }
    return values
  }

  func value(at x: Double, in evaluation: inout Evaluation) throws(Diagnostic) -> Double {
    try values(at: [x], in: &evaluation)[0]
  }
}

extension Evaluation {
  /// Runs a step that records something of its own, and then goes on with this recording.
  ///
  /// Work and depth are counted on; numbers of this recording are not known within the step.
  mutating func apart<Result>(_ step: (inout Evaluation) -> Result) -> Result {
    let (outer, number) = (graph.take(), recording)
    defer { (graph, recording) = (outer, number) }
    return step(&self)
  }
}
