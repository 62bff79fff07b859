internal import Diagnostics
internal import MathCore

extension Evaluation {
  mutating func member(
    _ name: String, of distribution: DistributionValue, at place: Place
  ) throws(Diagnostic) -> Value {
    if let function = DistributionFunction(rawValue: name) {
      return .function(
        Function(name: "\(distribution.name).\(name)", body: .distribution(distribution, function)))
    }
    let moments = ["mean", "variance", "sd", "entropy"]
    guard moments.contains(name) else {
      let known = DistributionFunction.allCases.map(\.rawValue) + moments
      throw Diagnostic(
        "a \(distribution.name) distribution has no '\(name)'", at: place.location,
        help: suggestion(for: name, in: known) ?? "it has \(known.joined(separator: ", "))")
    }
    return try formula(of: distribution, [], name, at: place) { type, _, parameters in
      Formulas.moment(name, of: type, parameters)
    }
  }

  mutating func evaluate(
    _ member: DistributionFunction, of distribution: DistributionValue, at x: Value, _ place: Place
  ) throws(Diagnostic) -> Value {
    let name = "\(distribution.name).\(member.rawValue)"
    return try formula(of: distribution, [x], name, at: place) { type, arguments, parameters in
      Formulas.value(of: member, type, arguments[0], parameters)
    }
  }

  /// A formula's value: it is recorded, into the graph at hand or into one that is computed at once.
  private mutating func formula(
    of distribution: DistributionValue, _ arguments: [Value], _ name: String, at place: Place,
    _ formula: (any DistributionFamily.Type, [RecordedNumber], [RecordedNumber]) -> RecordedNumber
  ) throws(Diagnostic) -> Value {
    let isOutermost = graph == nil
    if isOutermost { startRecording() }
    defer { if isOutermost { graph = nil } }
    var nodes: [Node] = []
    var shape: [Int] = []
    for value in arguments + distribution.parameters {
      let operand = try operand(value, name, at: place)
      shape = try broadcast(shape, operand.shape, name, at: place)
      nodes.append(try node(of: operand, at: place))
    }
    try chargeElements(shape, at: place)
    let value = try record(at: place) { graph in
      let recording = Recording(graph)
      let numbers = nodes.map { RecordedNumber($0, in: recording) }
      let result = formula(
        distribution.type, Array(numbers[..<arguments.count]), Array(numbers[arguments.count...]))
      graph = recording.graph
      return result.node
    }
    guard isOutermost, case .recorded(let recorded) = value, let graph else { return value }
    return Value(graph.values(of: [recorded.node], [])[0])
  }
}

/// A distribution's formulas by name.
private enum Formulas {
  static func value<Number: RealNumber>(
    of member: DistributionFunction, _ type: any DistributionFamily.Type, _ x: Number, _ parameters: [Number]
  ) -> Number {
    switch member {
    case .pdf: type.density(at: x, parameters)
    case .logpdf: type.logDensity(at: x, parameters)
    case .cdf: type.cumulative(at: x, parameters)
    case .sf: type.survival(at: x, parameters)
    case .quantile: type.quantile(at: x, parameters)
    }
  }

  static func moment<Number: RealNumber>(
    _ name: String, of type: any DistributionFamily.Type, _ parameters: [Number]
  ) -> Number {
    switch name {
    case "mean": type.mean(parameters)
    case "variance": type.variance(parameters)
    case "sd": type.variance(parameters).applying(.squareRoot)
    default: type.entropy(parameters) ?? parameters[0].constant(.nan)
    }
  }
}
