internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// The derivatives as nodes: one value, or one for each argument.
  mutating func derivatives(
    _ derivation: Derivation, _ call: RecordedCall, at place: Place
  ) throws(Diagnostic) -> [DerivedNodes] {
    switch derivation {
    case .derivative: return [DerivedNodes(try derivative(of: call, at: place))]
    case .grad:
      try expectNumber(call, at: place)
      let gradients = try derive(at: place) { graph in
        let gradients = graph.gradient(of: call.output, withRespectTo: call.nodes)
        return call.isOfNumbers && !call.isOfNumber ? [graph.stack(gradients)] : gradients
      }
      return byArgument(gradients, call)
    case .hessian:
      try expectNumber(call, at: place)
      return [DerivedNodes(try hessian(of: call, at: place))]
    case .jacobian: return byArgument(try jacobian(of: call, at: place), call)
    }
  }

  /// Results for each variable, grouped as the arguments are.
  private func byArgument(_ nodes: [Node], _ call: RecordedCall) -> [DerivedNodes] {
    guard nodes.count == call.variables.count else { return nodes.map { DerivedNodes($0) } }
    var rest = nodes[...]
    return call.forms.map { form in
      let count = form.leaves.count
      defer { rest = rest.dropFirst(count) }
      return DerivedNodes(form: form, nodes: Array(rest.prefix(count)))
    }
  }

  /// The change along a number; of a function of each element, the change at each.
  private mutating func derivative(
    of call: RecordedCall, at place: Place
  ) throws(Diagnostic) -> Node {
    guard call.variables.count == 1, case .leaf = call.forms[0] else {
      throw Diagnostic(
        "\(call.name): expected a function of one number", at: place.location,
        help: "grad is for several variables")
    }
    let shape = call.variables[0].shape
    let isElementwise = graph?.isElementwise(call.output, in: call.nodes[0]) ?? false
    guard shape.isEmpty || isElementwise else {
      throw Diagnostic(
        "\(call.name): expected a function of one number, or of each element of \(shapeDescription(shape))",
        at: place.location, help: "grad and jacobian are for functions of vectors")
    }
    return try derive(at: place) { graph in
      let ones = graph.broadcast(graph.constant(1), to: shape)
      return graph.pushforward([ones], from: call.nodes, to: [call.output])
    }[0]
  }

  /// Runs a step that only adds nodes.
  mutating func derive(
    at place: Place, _ step: (inout Graph) -> [Node]
  ) throws(Diagnostic) -> [Node] {
    var nodes: [Node] = []
    _ = try record(at: place) { graph in
      nodes = step(&graph)
      return nodes.first ?? graph.constant(0)
    }
    return nodes
  }

  func expectNumber(_ call: RecordedCall, at place: Place) throws(Diagnostic) {
    guard call.shape.isEmpty else {
      throw Diagnostic(
        "\(call.name): expected a function whose value is a number, found \(shapeDescription(call.shape))",
        at: place.location, help: "jacobian is for functions whose value is a vector")
    }
  }
}
