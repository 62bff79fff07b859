internal import Diagnostics
internal import MathCore

/// A loss with its derivatives, compiled once for a walk's many steps.
struct CompiledLoss: ~Copyable {
  /// How much is compiled; each includes what is before it.
  enum Extent: Int {
    case value
    case gradient
    case hessian
  }

  /// The steps of work that a loss with its gradient counts for.
  let work: Int
  /// The steps of work that second derivatives count for, if they are compiled.
  let hessianWork: Int
  /// The shapes of the parts of a point.
  private let shapes: [[Int]]
  private let gradientCount: Int
  private let run: TensorRun
  private let hessianRun: TensorRun?

  /// The loss as a function of a point's numbers, and of tables of the shapes of `data`.
  ///
  /// The function is given the elements of the point as its arguments where it takes as many, else the
  /// point as it is; the tables are its last arguments.
  init(
    _ loss: PointLoss, data: [Tensor] = [], _ extent: Extent = .gradient, in evaluation: inout Evaluation
  ) throws(Diagnostic) {
    // Numbers of an outer recording must not be taken for this one's.
    let outer = evaluation.graph.take()
    let outerRecording = evaluation.recording
    defer {
      evaluation.graph = outer
      evaluation.recording = outerRecording
    }
    let place = loss.place
    let (call, tables) = try evaluation.recorded(loss, data)
    let second = extent == .hessian ? [try evaluation.hessian(of: call, at: place)] : []
    var graph = evaluation.graph ?? Graph()
    let gradients = extent == .value ? [] : graph.gradient(of: call.output, withRespectTo: call.nodes)
    let inputs = call.nodes + tables
    let program = TensorProgram(graph, inputs: inputs, outputs: [call.output] + gradients)
    let secondProgram =
      second.isEmpty ? nil : TensorProgram(graph, inputs: inputs, outputs: second)
    try evaluation.chargeBytes(program.byteCount + (secondProgram?.byteCount ?? 0), at: place)
    shapes = call.variables.map(\.shape)
    gradientCount = gradients.count
    work = program.cost
    hessianWork = secondProgram?.cost ?? 0
    run = TensorRun(program)
    hessianRun = secondProgram.map { TensorRun($0) }
  }

  /// Puts rows of tables in; the tables and the numbers of rows are those that were compiled for.
  func set(rows: [Int], of data: [Tensor]) {
    for (number, table) in data.enumerated() {
      let width = table.count / table.shape[0]
      run.set(shapes.count + number, toRows: rows, of: table.elements, width: width)
      switch hessianRun {
      case .some(let second):
        second.set(shapes.count + number, toRows: rows, of: table.elements, width: width)
      case .none: break
      }
    }
  }

  /// The loss at a point, with its gradient if that is compiled.
  func at(_ point: [Double]) -> LossAndGradient {
    set(point, in: run)
    run.run()
    var gradient: [Double] = []
    gradient.reserveCapacity(point.count)
    for number in 0..<gradientCount { gradient += run.output(1 + number) }
    return LossAndGradient(loss: run.output(0)[0], gradient: gradient)
  }

  /// The second derivatives at a point, row by row; none if they are not compiled.
  func hessian(at point: [Double]) -> [Double] {
    switch hessianRun {
    case .some(let second):
      set(point, in: second)
      second.run()
      return Array(second.output(0))
    case .none: return []
    }
  }

  private func set(_ point: [Double], in run: borrowing TensorRun) {
    var first = 0
    for (number, shape) in shapes.enumerated() {
      let count = shape.reduce(1, *)
      run.set(number, to: point[first..<first + count])
      first += count
    }
  }
}

extension TensorProgram {
  /// The steps of work that one run counts for.
  fileprivate var cost: Int { steps + work / Evaluation.elementsPerStep }
}

extension Evaluation {
  /// Records a loss on fresh variables in the form of a point, and on tables; the graph is left for the caller.
  fileprivate mutating func recorded(
    _ loss: PointLoss, _ data: [Tensor]
  ) throws(Diagnostic) -> (call: RecordedCall, tables: [Node]) {
    let (function, place) = (loss.function, loss.place)
    var forms: [NumberTree] = []
    for argument in try arguments(of: function, from: loss.start.value, beside: data.count, at: place) {
      forms.append(try numberTree(of: argument, function.name, at: place))
    }
    startRecording()
    var call = try recordedCall(
      of: function, function.name, forms + data.map { .leaf(.known($0)) }, at: place)
    guard call.shape.isEmpty else {
      throw Diagnostic(
        "\(function.name): expected a function whose value is a number, found "
          + shapeDescription(call.shape), at: place.location)
    }
    let tables = call.nodes.suffix(data.count)
    call.variables.removeLast(data.count)
    call.forms = forms
    return (call, Array(tables))
  }
}
