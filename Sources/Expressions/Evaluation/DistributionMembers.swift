internal import Diagnostics
internal import MathCore

extension Evaluation {
  /// A member of a distribution, such as `pdf`, `mean` or `sample`.
  mutating func member(
    _ name: String, of distribution: DistributionValue, at place: Place
  ) throws(Diagnostic) -> Value {
    if name == "sample", case .function(let sample) = builtinValue(named: name) {
      return .function(
        Function(name: "\(distribution.name).sample", body: .bound(sample, to: .distribution(distribution))))
    }
    if let argument = distribution.arguments.first(where: { $0.name == name }) { return argument.value }
    if case .multivariate(let normal) = distribution.body, let member = normal.member(name) { return member }
    if let function = distribution.function(named: name) {
      return .function(
        Function(name: "\(distribution.name).\(name)", body: .distribution(distribution, function)))
    }
    if distribution.memberNames.contains(name) {
      if name == "support" { return try support(of: distribution, at: place) }
      if let moment = Moment(rawValue: name) { return try self.moment(moment, of: distribution, at: place) }
    }
    throw distribution.unknownMember(name, at: place)
  }

  /// The least and the greatest number that can occur.
  private func support(of distribution: DistributionValue, at place: Place) throws(Diagnostic) -> Value {
    let support = try Value.distribution(distribution).distribution(
      of: "\(distribution.name).support", at: place.location
    ).support
    return .vector([support.lowerBound, support.upperBound])
  }
}

extension DistributionValue {
  fileprivate var memberNames: [String] {
    let own = arguments.map(\.name)
    if case .multivariate = body { return own + MultivariateNormal.memberNames + ["entropy", "sample"] }
    var moments = Moment.allCases.map(\.rawValue)
    // A mixture's entropy has no formula.
    if case .single(let single, _) = body, single is Mixture { moments.removeAll { $0 == "entropy" } }
    let functions = DistributionFunction.allCases.map { $0.name(isDiscrete: isDiscrete) }
    return functions + moments + ["support", "sample"] + own.filter { !moments.contains($0) }
  }

  fileprivate func function(named name: String) -> DistributionFunction? {
    if case .multivariate = body { return nil }
    return DistributionFunction.allCases.first { $0.name(isDiscrete: isDiscrete) == name }
  }

  fileprivate func unknownMember(_ name: String, at place: Place) -> Diagnostic {
    let message = "a \(self.name) distribution has no '\(name)'"
    if case .multivariate = body {
    } else if let function = DistributionFunction.allCases.first(where: {
      $0.name(isDiscrete: !isDiscrete) == name
    }) {
      return Diagnostic(
        message, at: place.location,
        help:
          "it is \(isDiscrete ? "discrete" : "continuous"): write '\(function.name(isDiscrete: isDiscrete))'")
    }
    return Diagnostic(
      message, at: place.location,
      help: suggestion(for: name, in: memberNames) ?? "it has \(memberNames.joined(separator: ", "))")
  }
}

extension MultivariateNormal {
  fileprivate static let memberNames = ["pdf", "logpdf", "ellipse"]

  fileprivate func member(_ name: String) -> Value? {
    switch name {
    case "pdf": .model(model("pdf", { density(at: $0) }, { density(at: $0) }))
    case "logpdf": .model(model("logpdf", { logDensity(at: $0) }, { logDensity(at: $0) }))
    case "ellipse": .function(Function(name: "multivariate_normal.ellipse", body: .builtin(ellipse)))
    default: nil
    }
  }

  /// A function of a point, of its coordinates, or of a matrix of points.
  private func model(
    _ name: String, _ number: @escaping @Sendable ([Double]) -> Double,
    _ formula: @escaping @Sendable ([RecordedNumber]) -> RecordedNumber
  ) -> ModelFunction {
    let dimension = dimension
    return ModelFunction(
      "multivariate_normal.\(name)", coordinates: (1...dimension).map { "x\($0)" },
      work: 4 * dimension * dimension + 64, formula: { [formula($0)] }
    ) { points, count in
      (0..<count).map { number(Array(points[$0 * dimension..<($0 + 1) * dimension])) }
    }
  }

  private var ellipse: Builtin {
    Builtin("ellipse", ["probability"], "The smallest ellipse that holds a probability.") {
      (evaluation, call) throws(Diagnostic) in
      try evaluation.chargeOperations(30 * dimension * dimension, times: dimension, at: call.place)
      let probability = try call.number(0)
      let ellipse = try call.checked { () throws(ArgumentError) in try self.ellipse(probability) }
      return .record(
        "ellipse",
        [
          ("center", .vector(ellipse.center)), ("radii", .vector(ellipse.radii)),
          ("directions", .tensor(ellipse.directions)),
        ])
    }
  }
}
