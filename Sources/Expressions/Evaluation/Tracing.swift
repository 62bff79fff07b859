internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// The computation of a function at a point as a record, for pictures of computation graphs.
  ///
  /// `nodes` is a list of records, every node after its inputs: `operation`, `inputs` (places in the
  /// list), `value`, `gradient` (of the function's value with respect to this node) and `name` (of a
  /// parameter, else empty). `value` is that of the function, `gradient` its gradient in the form of the
  /// point, `output` the place of the last node.
  mutating func trace(
    _ function: Function, at point: Value, at place: Place
  ) throws(Diagnostic) -> Value {
    guard graph == nil else {
      throw Diagnostic("trace: the point has to be known", at: place.location)
    }
    let arguments = try arguments(of: function, from: point, at: place)
    var forms: [NumberTree] = []
    for argument in arguments { forms.append(try numberTree(of: argument, "trace", at: place)) }
    startRecording()
    defer { graph = nil }
    let call = try recordedCall(of: function, "trace", forms, at: place)
    try expectNumber(call, at: place)
    let traced = graph?.traced(call.output) ?? []
    let way = traced.map(\.node)
    let gradients = try derive(at: place) { graph in graph.gradients(of: call.output, on: way) }
    let ends = try derive(at: place) { graph in
      graph.gradient(of: call.output, withRespectTo: call.nodes)
    }
    var known: [(Node, Tensor)] = []
    for case (let variable, .known(let tensor)) in zip(call.variables, forms.flatMap(\.leaves)) {
      known.append((variable.node, tensor))
    }
    let values = try knownValues(of: way + gradients + ends, known, at: place).map { Value($0) }
    let names = parameterNames(of: function, call)
    var nodes: [Value] = []
    for (number, node) in traced.enumerated() {
      nodes.append(
        .record(
          Record(
            kind: "node",
            fields: [
              ("operation", .text(node.operation)), ("name", .text(names[node.node] ?? "")),
              ("inputs", .tensor(Tensor(node.inputs.map(Double.init)))), ("value", values[number]),
              ("gradient", values[way.count + number]),
            ])))
    }
    var rest = values[(2 * way.count)...]
    let parts = forms.map { $0.value(of: &rest) }
    return .record(
      Record(
        kind: "trace",
        fields: [
          ("nodes", .list(ValueList(nodes))), ("output", .number(Double(nodes.count - 1))),
          ("value", values[way.count - 1]),
          ("gradient", parts.count == 1 ? parts[0] : try stacked(parts, at: place)),
        ]))
  }

  /// What the variables are called: as their parameters, or as a part of one, `p[1]`.
  private func parameterNames(of function: Function, _ call: RecordedCall) -> [Node: String] {
    let names = function.parameterNames
    var found: [Node: String] = [:]
    var rest = call.nodes[...]
    for (number, form) in call.forms.enumerated() {
      let name = number < names.count ? names[number] : ""
      let leaves = form.leaves
      for (place, node) in zip(leaves.indices, rest.prefix(leaves.count)) {
        if case .leaf = form { found[node] = name } else { found[node] = "\(name)[\(place)]" }
      }
      rest = rest.dropFirst(leaves.count)
    }
    return found
  }
}
