internal import Diagnostics
internal import MathCore

/// The functions that are made from another one by differentiating it.
enum Derivation: String, Sendable {
  case grad
  case derivative
  case hessian
  case jacobian
}

/// A function that was recorded on variables in the form of its arguments.
struct RecordedCall {
  /// What the derivation is called in messages, such as `grad(L)`.
  var name: String
  /// The forms of the arguments, and what is put in for the variables in the end.
  var forms: [NumberTree]
  var variables: [RecordedValue]
  var output: Node
  var shape: [Int]

  var nodes: [Node] { variables.map(\.node) }
  /// Whether all arguments are numbers, which a derivation takes for one vector.
  var isOfNumbers: Bool { variables.allSatisfy { $0.shape.isEmpty } && variables.count == forms.count }
  /// Whether the only argument is a number.
  var isOfNumber: Bool { isOfNumbers && variables.count == 1 }
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
    var forms: [NumberTree] = []
    for argument in arguments { forms.append(try numberTree(of: argument, name, at: place)) }
    let isOutermost = graph == nil
    if isOutermost { startRecording() }
    defer { if isOutermost { graph = nil } }
    let call = try recordedCall(of: function, name, forms, at: place)
    var values: [Value] = []
    for output in try derivatives(derivation, call, at: place) {
      values.append(try value(of: output, call, isOutermost: isOutermost, at: place))
    }
    if values.count == 1 { return values[0] }
    return .list(ValueList(values))
  }

  /// Calls a function with fresh variables in the given forms.
  mutating func recordedCall(
    of function: Function, _ name: String, _ forms: [NumberTree], at place: Place
  ) throws(Diagnostic) -> RecordedCall {
    var variables: [RecordedValue] = []
    var arguments: [Argument] = []
    for form in forms {
      var leaves: [Value] = []
      for leaf in form.leaves {
        let variable = try variable(leaf.shape, at: place)
        variables.append(variable)
        leaves.append(.recorded(variable))
      }
      var rest = leaves[...]
      arguments.append(Argument(name: nil, value: form.value(of: &rest), place: place))
    }
    let output = try operand(try self.call(function, arguments, at: place), name, at: place)
    return RecordedCall(
      name: name, forms: forms, variables: variables, output: try node(of: output, at: place),
      shape: output.shape)
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

  /// The value of a derivative where the variables are the arguments of the call.
  private mutating func value(
    of result: DerivedNodes, _ call: RecordedCall, isOutermost: Bool, at place: Place
  ) throws(Diagnostic) -> Value {
    let operands = call.forms.flatMap(\.leaves)
    var leaves: [Value] = []
    if isOutermost {
      var known: [(Node, Tensor)] = []
      for case (let variable, .known(let tensor)) in zip(call.variables, operands) {
        known.append((variable.node, tensor))
      }
      leaves = try knownValues(of: result.nodes, known, at: place).map { Value($0) }
    } else {
      var replacements: [(Node, by: Node)] = []
      for (variable, operand) in zip(call.variables, operands) {
        replacements.append((variable.node, try node(of: operand, at: place)))
      }
      for node in result.nodes {
        leaves.append(try record(at: place) { graph in graph.substitute([node], replacements)[0] })
      }
    }
    var rest = leaves[...]
    return result.form.value(of: &rest)
  }

  /// The values of recorded nodes at known arguments.
  mutating func knownValues(
    of nodes: [Node], _ known: [(Node, Tensor)], at place: Place
  ) throws(Diagnostic) -> [Tensor] {
    guard let graph else { return [] }
    try charge(Self.stepsPerNode * graph.count + graph.work(of: nodes) / 64, at: place)
    let values = graph.values(of: nodes, known)
    try chargeBytes(8 * values.reduce(0) { $0 + $1.count }, at: place)
    return values
  }
}

/// Nodes, and the form of the value that they make up.
struct DerivedNodes {
  var form: NumberTree
  var nodes: [Node]

  /// A value that is one tensor.
  init(_ node: Node) {
    form = .leaf(.recorded(node, []))
    nodes = [node]
  }

  /// A value in the form of an argument.
  init(form: NumberTree, nodes: [Node]) {
    self.form = form
    self.nodes = nodes
  }
}
