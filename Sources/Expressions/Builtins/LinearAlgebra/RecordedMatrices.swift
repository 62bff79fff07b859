internal import Diagnostics
internal import MathCore

extension Call {
  /// Whether an argument depends on numbers that are not known yet.
  var isRecorded: Bool {
    values.contains { if case .recorded = $0 { true } else { false } }
  }
}

/// Formulas of small matrices whose numbers are not known yet.
extension Evaluation {
  /// The number of rows of the first argument, a square matrix that is small enough for formulas.
  func smallSize(of call: Call) throws(Diagnostic) -> Int {
    let shape = try shape(of: call[0], call.name, at: call.place)
    guard shape.count == 2, shape[0] == shape[1], shape[0] > 0 else {
      throw Diagnostic(
        "\(call.title(of: 0)): expected a square matrix, found \(shapeDescription(shape))",
        at: call.location(of: 0))
    }
    guard shape[0] <= Cofactors.largestSize else {
      let most = Cofactors.largestSize
      throw call.mistake(
        0,
        "expected at most \(most) × \(most) in a function that is compiled or differentiated, found "
          + "\(shape[0]) × \(shape[1])")
    }
    return shape[0]
  }

  /// A formula of the elements of some values, recorded; its results fill `shape`.
  mutating func recordFormula(
    of values: [Value], shape: [Int], _ call: Call,
    _ formula: ([[RecordedNumber]]) -> [RecordedNumber]
  ) throws(Diagnostic) -> Value {
    var nodes: [(node: Node, count: Int)] = []
    for value in values {
      let operand = try operand(value, call.name, at: call.place)
      try chargeElements([16] + operand.shape, at: call.place)
      nodes.append((try node(of: operand, at: call.place), operand.shape.reduce(1, *)))
    }
    // Each result is a sum of as many terms as the matrix has elements, at most.
    try charge(Self.stepsPerNode * 16 * shape.reduce(1, *), at: call.place)
    if shape.contains(0) { return .tensor(Tensor(repeating: 0, shape: shape)) }
    return try record(at: call.place) { graph in
      var elements: [[Node]] = []
      for (node, count) in nodes {
        elements.append((0..<count).map { graph.gather(node, at: [$0], shape: []) })
      }
      let recording = Recording(graph)
      let results = formula(elements.map { $0.map { RecordedNumber($0, in: recording) } }).map(\.node)
      graph = recording.graph
      return shape.isEmpty ? results[0] : graph.reshape(graph.stack(results), to: shape)
    }
  }
}
