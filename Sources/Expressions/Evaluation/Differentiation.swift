internal import Diagnostics
internal import MathCore

/// The functions that are made from another one by differentiating it.
enum Derivation: String, Sendable {
  case grad
  case derivative
  case hessian
  case jacobian
}

extension Evaluation {
  /// The derived function of a value that has to be a function.
  func derived(_ derivation: Derivation, _ value: Value, at place: Place) throws(Diagnostic) -> Function {
    let inner = try value.function(of: derivation.rawValue, at: place.location)
    let derived = DerivedFunction(derivation, of: inner)
    // Names grow with every derivative; a few levels say enough.
    let name = derived.nesting > 8 ? "a derivative" : "\(derivation.rawValue)(\(inner.name))"
    let function = Function(name: name, body: .derived(derived))
    _ = try Value.function(function).checkedNesting(at: place.location)
    return function
  }

  /// The derivatives of a function at given arguments, known or recorded.
  ///
  /// The function is recorded on fresh variables, differentiated, and then the arguments are put in for
  /// the variables; so nested derivatives never mistake each other's variables.
  mutating func differentiate(
    _ derivation: Derivation, _ function: Function, _ arguments: [Value], at place: Place
  ) throws(Diagnostic) -> Value {
    let name = "\(derivation.rawValue)(\(function.name))"
    var operands: [Operand] = []
    for argument in arguments { operands.append(try operand(argument, name, at: place)) }
    let isOutermost = graph == nil
    if isOutermost { startRecording() }
    defer { if isOutermost { graph = nil } }
    var variables: [RecordedValue] = []
    for operand in operands { variables.append(try variable(operand.shape, at: place)) }
    let result = try call(
      function, variables.map { Argument(name: nil, value: .recorded($0), place: place) }, at: place)
    let outputs = try derivatives(derivation, name, result, variables, at: place)
    if isOutermost {
      return try known(outputs, variables, operands, at: place)
    }
    var replacements: [(Node, by: Node)] = []
    for (variable, operand) in zip(variables, operands) {
      replacements.append((variable.node, try node(of: operand, at: place)))
    }
    var values: [Value] = []
    for output in outputs {
      try charge((graph?.count ?? 0) / 16, at: place)
      values.append(try record(at: place) { graph in graph.substitute([output], replacements)[0] })
    }
    return values.count == 1 ? values[0] : .list(ValueList(values))
  }

  mutating func startRecording() {
    graph = Graph()
    recording += 1
  }

  mutating func variable(_ shape: [Int], at place: Place) throws(Diagnostic) -> RecordedValue {
    let value = try record(at: place) { graph in graph.variable(shape: shape) }
    guard case .recorded(let variable) = value else {
      throw Diagnostic("a variable cannot be known", at: place.location)
    }
    return variable
  }

  /// The values of recorded nodes at known arguments.
  private mutating func known(
    _ outputs: [Node], _ variables: [RecordedValue], _ operands: [Operand], at place: Place
  ) throws(Diagnostic) -> Value {
    var arguments: [(Node, Tensor)] = []
    for case (let variable, .known(let tensor)) in zip(variables, operands) {
      arguments.append((variable.node, tensor))
    }
    try charge((graph?.elementCount(of: outputs) ?? 0) / 16, at: place)
    let tensors = graph?.values(of: outputs, arguments) ?? []
    return tensors.count == 1 ? Value(tensors[0]) : .list(ValueList(tensors.map { Value($0) }))
  }

  /// The derivatives as nodes: one, or one for each argument.
  private mutating func derivatives(
    _ derivation: Derivation, _ name: String, _ result: Value, _ variables: [RecordedValue],
    at place: Place
  ) throws(Diagnostic) -> [Node] {
    let output = try operand(result, name, at: place)
    let node = try node(of: output, at: place)
    switch derivation {
    case .derivative:
      guard variables.count == 1, variables[0].shape.isEmpty else {
        throw Diagnostic(
          "\(name): expected a function of one number", at: place.location,
          help: "grad is for several variables")
      }
      return try derive(at: place) { graph in
        graph.pushforward([graph.constant(1)], from: [variables[0].node], to: [node])
      }
    case .grad:
      try expectNumber(output.shape, name, at: place)
      let gradients = try derive(at: place) { graph in
        graph.gradient(of: node, withRespectTo: variables.map(\.node))
      }
      return try gathered(gradients, variables, at: place)
    case .hessian:
      try expectNumber(output.shape, name, at: place)
      return [try hessian(of: node, name, variables, at: place)]
    case .jacobian: return [try jacobian(of: node, output.shape, name, variables, at: place)]
    }
  }

  /// Runs a step that only adds nodes.
  mutating func derive(
    at place: Place, _ step: (inout Graph) -> [Node]
  ) throws(Diagnostic) -> [Node] {
    // Every sweep visits the whole graph.
    try charge((graph?.count ?? 0) / 16, at: place)
    var nodes: [Node] = []
    _ = try record(at: place) { graph in
      nodes = step(&graph)
      return nodes.first ?? graph.constant(0)
    }
    return nodes
  }

  private func expectNumber(_ shape: [Int], _ name: String, at place: Place) throws(Diagnostic) {
    guard shape.isEmpty else {
      throw Diagnostic(
        "\(name): expected a function whose value is a number, found \(shapeDescription(shape))",
        at: place.location, help: "jacobian is for functions whose value is a vector")
    }
  }

  /// The gradients of several numbers are one vector; those of other arguments stay apart.
  private mutating func gathered(
    _ gradients: [Node], _ variables: [RecordedValue], at place: Place
  ) throws(Diagnostic) -> [Node] {
    guard gradients.count > 1, variables.allSatisfy({ $0.shape.isEmpty }) else { return gradients }
    return try derive(at: place) { graph in [graph.stack(gradients)] }
  }
}
