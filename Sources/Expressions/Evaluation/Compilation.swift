package import Diagnostics
package import MathCore

extension Function {
  /// The function of `inputs` numbers as a program for grids and clouds; vectors as values are flattened.
  ///
  /// A function of one vector is given its numbers as that vector. Errors are placed at `place` where
  /// they are the caller's.
  package func compiled(
    inputs: Int, at place: SourceLocation?, limits: Limits = .standard
  ) throws(Diagnostic) -> CompiledFunction {
    if case .model(let model) = body, model.formula == nil {
      return try model.compiled(inputs: inputs, at: place)
    }
    var evaluation = Evaluation(limits: limits)
    let traced = try evaluation.trace(self, inputs: inputs, at: place)
    let graph = evaluation.graph ?? Graph()
    return try located(place) { () throws(Diagnostic) in
      try CompiledFunction(graph, inputs: traced.inputs, outputs: [traced.output])
    }
  }
}

/// Gives an error without a place one.
func located<Result>(
  _ place: SourceLocation?, _ step: () throws(Diagnostic) -> Result
) throws(Diagnostic) -> Result {
  do {
    return try step()
  } catch {
    var error = error
    error.at = error.at ?? place
    throw error
  }
}

extension Evaluation {
  /// Records a function of numbers, which stays in `graph`.
  mutating func trace(
    _ function: Function, inputs count: Int, at location: SourceLocation?
  ) throws(Diagnostic) -> (inputs: [Node], output: Node) {
    startRecording()
    let place = Place(source: LocatedText("", at: location), offset: 0)
    var variables: [RecordedValue] = []
    for _ in 0..<count { variables.append(try variable([], at: place)) }
    var values = variables.map { Value.recorded($0) }
    if !function.accepts(count) {
      guard function.accepts(1), count > 1 else {
        let names = function.parameterNames
        throw Diagnostic(
          "\(function.name) takes \(counted(names.count, "argument")) (\(names.joined(separator: ", "))), "
            + "but is used with \(count)", at: location)
      }
      values = [try stacked(values, at: place)]
    }
    let arguments = values.map { Argument(name: nil, value: $0, place: place) }
    let result = try call(function, arguments, at: place)
    let output = try operand(result, "the value of \(function.name)", at: place)
    return (variables.map(\.node), try node(of: output, at: place))
  }
}
