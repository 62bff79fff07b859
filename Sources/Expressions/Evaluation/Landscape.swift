internal import Diagnostics
internal import MathCore

/// A loss with its gradient, compiled once for an optimizer's many steps.
struct Landscape: ~Copyable {
  /// The numbers of the starting point, one parameter after another.
  let start: [Double]
  /// The steps of work that one evaluation counts for.
  let work: Int
  private let form: NumberTree
  private let shapes: [[Int]]
  private let run: TensorRun

  /// The loss as a function of a starting point's numbers: a number, a vector, or a list of tensors.
  ///
  /// The function is given the elements of the point as its arguments where it takes as many, else the
  /// point as it is.
  init(
    _ function: Function, from point: Value, called name: String, in evaluation: inout Evaluation,
    at place: Place
  ) throws(Diagnostic) {
    let form = try evaluation.numberTree(of: point, name, at: place)
    var start: [Double] = []
    for leaf in form.leaves {
      guard case .known(let tensor) = leaf else {
        throw Diagnostic("\(name): expected known numbers", at: place.location)
      }
      start += tensor.elements
    }
    // Numbers of an outer recording must not be taken for this one's.
    let outer = evaluation.graph.take()
    let outerRecording = evaluation.recording
    defer {
      evaluation.graph = outer
      evaluation.recording = outerRecording
    }
    let traced = try evaluation.recordedLoss(function, from: point, at: place)
    var graph = evaluation.graph ?? Graph()
    let variables = traced.variables.map(\.node)
    let gradients = graph.gradient(of: traced.output, withRespectTo: variables)
    let program = TensorProgram(graph, inputs: variables, outputs: [traced.output] + gradients)
    try evaluation.chargeBytes(program.byteCount, at: place)
    self.form = form
    self.start = start
    shapes = traced.variables.map(\.shape)
    work = program.steps + program.work / Evaluation.elementsPerStep
    run = TensorRun(program)
  }

  func at(_ point: [Double]) -> LossAndGradient {
    var first = 0
    for (number, shape) in shapes.enumerated() {
      let count = shape.reduce(1, *)
      run.set(number, to: point[first..<first + count])
      first += count
    }
    run.run()
    var gradient: [Double] = []
    gradient.reserveCapacity(point.count)
    for number in shapes.indices { gradient += run.output(number + 1) }
    return LossAndGradient(loss: run.output(0)[0], gradient: gradient)
  }

  /// A point in the form of the starting point.
  func value(of point: [Double]) -> Value {
    var first = 0
    var values: [Value] = []
    for leaf in form.leaves {
      let count = leaf.shape.reduce(1, *)
      values.append(Value(Tensor(shape: leaf.shape, elements: Array(point[first..<first + count]))))
      first += count
    }
    var rest = values[...]
    return form.value(of: &rest)
  }
}

extension Evaluation {
  /// Records a loss on fresh variables in the form of a starting point; the graph is left for the caller.
  mutating func recordedLoss(
    _ function: Function, from point: Value, at place: Place
  ) throws(Diagnostic) -> (variables: [RecordedValue], output: Node) {
    let arguments = try arguments(of: function, from: point, at: place)
    startRecording()
    var variables: [RecordedValue] = []
    var recorded: [Argument] = []
    for argument in arguments {
      let tree = try numberTree(of: argument, function.name, at: place)
      var leaves: [Value] = []
      for leaf in tree.leaves {
        let variable = try variable(leaf.shape, at: place)
        variables.append(variable)
        leaves.append(.recorded(variable))
      }
      var rest = leaves[...]
      recorded.append(Argument(name: nil, value: tree.value(of: &rest), place: place))
    }
    let result = try call(function, recorded, at: place)
    let output = try operand(result, "the value of \(function.name)", at: place)
    guard output.shape.isEmpty else {
      throw Diagnostic(
        "\(function.name): expected a function whose value is a number, found "
          + shapeDescription(output.shape), at: place.location)
    }
    return (variables, try node(of: output, at: place))
  }
}
