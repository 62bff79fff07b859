internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// The value of a distribution's function at numbers.
  mutating func evaluate(
    _ member: DistributionFunction, of distribution: DistributionValue, at x: Value, _ place: Place
  ) throws(Diagnostic) -> Value {
    let name = "\(distribution.name).\(member.name(isDiscrete: distribution.isDiscrete))"
    let x = try number(of: x, in: distribution, name, at: place)
    switch distribution.body {
    case .family(let type, let parameters):
      return try formula([x] + parameters, name, at: place) { numbers in
        Formulas.value(of: member, type, numbers[0], Array(numbers[1...]))
      }
    case .single(let single, let work):
      guard case .known(let tensor) = try operand(x, name, at: place) else {
        guard member != .quantile else {
          throw x.mismatch(name, expected: "a probability", at: place.location)
        }
        return try formula([x], name, at: place) { Formulas.value(of: member, single, $0[0]) }
      }
      try chargeElements(tensor.shape, at: place)
      try chargeOperations(member == .quantile ? 64 * work : work, times: tensor.count, at: place)
      let values = tensor.elements.map { x in
        member == .quantile ? single.quantile(at: x) : Formulas.value(of: member, single, x)
      }
      return Value(Tensor(shape: tensor.shape, elements: values))
    case .multivariate: throw Diagnostic("\(name) needs a distribution of numbers", at: place.location)
    }
  }

  /// The place of a label, or the value itself.
  private func number(
    of x: Value, in distribution: DistributionValue, _ name: String, at place: Place
  ) throws(Diagnostic) -> Value {
    guard case .text(let text) = x, !distribution.labels.isEmpty else { return x }
    guard let index = distribution.labels.firstIndex(of: text) else {
      throw Diagnostic(
        "\(name): expected one of \(distribution.labels.joined(separator: ", ")), found '\(text)'",
        at: place.location, help: suggestion(for: text, in: distribution.labels))
    }
    return .number(Double(index))
  }

  /// The mean, variance, standard deviation or entropy of a distribution of numbers.
  mutating func moment(
    _ moment: Moment, of distribution: DistributionValue, at place: Place
  ) throws(Diagnostic) -> Value {
    switch distribution.body {
    case .single(let single, _): return .number(moment.value(of: single))
    case .family(let type, let parameters):
      let name = "\(distribution.name).\(moment.rawValue)"
      if moment == .entropy, type.entropy(type.parameters.map { _ in 0.5 }) == nil {
        return try entropies(type, parameters, name, at: place)
      }
      return try formula(parameters, name, at: place) { moment.value(of: type, $0) }
    case .multivariate(let normal): return .number(normal.entropy)
    }
  }

  /// Entropies that are sums, one for each set of parameters.
  private mutating func entropies(
    _ type: any DistributionFamily.Type, _ parameters: [Value], _ name: String, at place: Place
  ) throws(Diagnostic) -> Value {
    var tensors: [Tensor] = []
    var shape: [Int] = []
    for parameter in parameters {
      guard case .known(let tensor) = try operand(parameter, name, at: place) else {
        throw Diagnostic(
          "\(name) is a sum without a formula, so that its parameters have to be known", at: place.location)
      }
      tensors.append(tensor)
      shape = try broadcast(shape, tensor.shape, name, at: place)
    }
    try chargeElements(shape, at: place)
    let stretched = tensors.map { $0.broadcast(to: shape) }
    var entropies: [Double] = []
    for index in 0..<shape.reduce(1, *) {
      let distribution = type.init(parameterValues: stretched.map { $0.elements[index] })
      try chargeOperations(1000, times: distribution.entropyTermCount, at: place)
      entropies.append(distribution.entropy)
    }
    return Value(Tensor(shape: shape, elements: entropies))
  }

  /// A formula's value: it is recorded, into the graph at hand or into one that is computed at once.
  private mutating func formula(
    _ values: [Value], _ name: String, at place: Place, _ formula: ([RecordedNumber]) -> RecordedNumber
  ) throws(Diagnostic) -> Value {
    let isOutermost = graph == nil
    if isOutermost { startRecording() }
    defer { if isOutermost { graph = nil } }
    var nodes: [Node] = []
    var shape: [Int] = []
    for value in values {
      let operand = try operand(value, name, at: place)
      shape = try broadcast(shape, operand.shape, name, at: place)
      nodes.append(try node(of: operand, at: place))
    }
    try chargeElements(shape, at: place)
    let value = try record(at: place) { graph in
      let recording = Recording(graph)
      let result = formula(nodes.map { RecordedNumber($0, in: recording) })
      graph = recording.graph
      return result.node
    }
    guard isOutermost, case .recorded(let recorded) = value, let graph else { return value }
    try charge(graph.work(of: [recorded.node]) / 64, at: place)
    return Value(graph.values(of: [recorded.node], [])[0])
  }
}

/// What a distribution has one number of.
enum Moment: String, CaseIterable {
  case mean
  case variance
  case deviation = "sd"
  case entropy

  fileprivate func value(of distribution: any Distribution) -> Double {
    switch self {
    case .mean: distribution.mean
    case .variance: distribution.variance
    case .deviation: distribution.standardDeviation
    case .entropy: distribution.entropy
    }
  }

  fileprivate func value<Number: RealNumber>(
    of type: any DistributionFamily.Type, _ parameters: [Number]
  ) -> Number {
    switch self {
    case .mean: type.mean(parameters)
    case .variance: type.variance(parameters)
    case .deviation: type.variance(parameters).applying(.squareRoot)
    case .entropy: type.entropy(parameters) ?? parameters[0].constant(.nan)
    }
  }
}

/// A distribution's formulas by name.
private enum Formulas {
  static func value<Number: RealNumber>(
    of member: DistributionFunction, _ type: any DistributionFamily.Type, _ x: Number, _ parameters: [Number]
  ) -> Number {
    switch member {
    case .density: type.density(at: x, parameters)
    case .logDensity: type.logDensity(at: x, parameters)
    case .cumulative: type.cumulative(at: x, parameters)
    case .survival: type.survival(at: x, parameters)
    case .quantile: type.quantile(at: x, parameters)
    }
  }

  /// A quantile has no formula that could be recorded; whoever needs one asks for numbers.
  static func value<Number: RealNumber>(
    of member: DistributionFunction, _ distribution: any Distribution, _ x: Number
  ) -> Number {
    switch member {
    case .density: distribution.density(at: x)
    case .logDensity: distribution.logDensity(at: x)
    case .cumulative: distribution.cumulative(at: x)
    case .survival: distribution.survival(at: x)
    case .quantile: x.constant(.nan)
    }
  }
}
