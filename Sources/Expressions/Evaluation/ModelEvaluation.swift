internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// A model's value at a point, or at each row of a matrix.
  mutating func evaluate(
    _ model: ModelFunction, _ arguments: [Argument], at place: Place
  ) throws(Diagnostic) -> Value {
    let count = model.coordinates.count
    let takes = "\(model.name) takes a point with \(counted(count, "coordinate"))"
    if let named = arguments.first(where: { $0.name != nil }) {
      throw Diagnostic("\(takes), without a name", at: named.place.location)
    }
    var points = arguments.first?.value ?? .number(.nan)
    guard arguments.count == 1 || arguments.count == count else {
      throw Diagnostic("\(takes), found \(counted(arguments.count, "argument"))", at: place.location)
    }
    if arguments.count > 1 {
      for argument in arguments {
        guard try shape(of: argument.value, model.name, at: argument.place).isEmpty else {
          throw argument.value.mismatch(model.name, expected: "a number", at: argument.place.location)
        }
      }
      points = try stacked(arguments.map(\.value), at: place)
    }
    let operand = try operand(points, model.name, at: place)
    let isPoint =
      count == 1 ? operand.shape.isEmpty || operand.shape == [1] : operand.shape == [count]
    let isCloud = operand.shape.count == 2 ? operand.shape[1] == count : count == 1 && !isPoint
    guard isPoint || (isCloud && operand.shape.count <= 2) else {
      throw points.mismatch(
        model.name, expected: "a point with \(counted(count, "coordinate")), or a matrix with such rows",
        at: place.location)
    }
    switch operand {
    case .known(let tensor):
      let rows = tensor.count / count
      try chargeOperations(model.work, times: rows, at: place)
      try chargeElements((isPoint ? [] : [rows]) + model.shape, at: place)
      let values = model.values(tensor.elements, rows)
      return Value(Tensor(shape: (isPoint ? [] : [rows]) + model.shape, elements: values))
    case .recorded(let node, let shape):
      guard let formula = model.formula else {
        throw Diagnostic(
          "\(model.name) needs a point that is known, and cannot be compiled or differentiated",
          at: place.location)
      }
      return try record(formula, of: model, on: node, shape, isPoint: isPoint, at: place)
    }
  }

  /// Records a model's formula on a point, or on the columns of a matrix of points.
  private mutating func record(
    _ formula: ([RecordedNumber]) -> [RecordedNumber], of model: ModelFunction, on node: Node,
    _ shape: [Int], isPoint: Bool, at place: Place
  ) throws(Diagnostic) -> Value {
    let count = model.coordinates.count
    let rows = shape.reduce(1, *) / count
    return try record(at: place) { graph in
      let columns = (0..<count).map { column in
        isPoint
          ? graph.gather(graph.reshape(node, to: [count]), at: [column], shape: [])
          : graph.gather(node, at: (0..<rows).map { $0 * count + column }, shape: [rows])
      }
      let recording = Recording(graph)
      let results = formula(columns.map { RecordedNumber($0, in: recording) }).map(\.node)
      graph = recording.graph
      let whole = (isPoint ? [] : [rows]) as [Int]
      // A formula that does not depend on the point is one number for all.
      let parts = results.map { graph.broadcast($0, to: whole) }
      if model.shape.isEmpty { return parts[0] }
      let stacked = graph.stack(parts)
      return isPoint
        ? graph.reshape(stacked, to: model.shape)
        : graph.reshape(graph.transpose(stacked, [1, 0]), to: whole + model.shape)
    }
  }

  /// Counts the work of a numerical method: floating-point operations, about as many to a step as a
  /// tight loop computes in its time.
  mutating func chargeOperations(
    _ operations: Int, times: Int = 1, at place: Place
  ) throws(Diagnostic) {
    let (product, isOverflow) = operations.multipliedReportingOverflow(by: times)
    try charge(isOverflow ? .max : product / Self.operationsPerStep, at: place)
  }
}
