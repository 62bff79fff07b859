internal import Diagnostics
internal import MathCore

/// Numerical answers to questions about functions.
let solvingFunctions: [Builtin] = [
  Builtin(
    "root", ["f", "interval"], "Where a function crosses 0 between two points, by Brent's method.",
    Example("root(x -> x^2 - 2, [0, 2])", "1.41421")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.root(call)
  },
  Builtin(
    "minimize", ["f", .init("from", .text("none")), .init("interval", .text("none"))],
    "A lowest point: downhill from a point by BFGS with exact gradients, or on an interval by Brent's "
      + "method; a record with point, value, gradient and steps.",
    Example("minimize((x, y) -> (x - 1)^2 + (y + 2)^2, from=[0, 0]).point", "[1 −2]")
  ) { (evaluation, call) throws(Diagnostic) in
    if case .text("none") = call[2] { return try evaluation.descended(call) }
    return try evaluation.lowest(call)
  },
  Builtin(
    "integrate", ["f", "a", "b"],
    "The integral from a to b, which may be infinite, by adaptive Gauss–Kronrod quadrature.",
    Example("integrate(x -> exp(-x^2), -inf, inf)", "1.77245")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.integral(call)
  },
]

extension Evaluation {
  /// The two finite ends of an interval, the lower one first.
  private func interval(_ index: Int, _ call: Call) throws(Diagnostic) -> ClosedRange<Double> {
    let ends = try call[index].vector(of: call.title(of: index), at: call.location(of: index))
    guard ends.count == 2, ends[0] != ends[1], ends.allSatisfy(\.isFinite) else {
      let found = ends.prefix(4).map(shortest).joined(separator: ", ")
      throw call.mistake(index, "expected two finite ends, found [\(found)\(ends.count > 4 ? ", …" : "")]")
    }
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }

  fileprivate mutating func root(_ call: Call) throws(Diagnostic) -> Value {
    let place = call.place.location
    let function = try call[0].function(of: "root: f", at: call.location(of: 0))
    let interval = try interval(1, call)
    let sampled = try SampledFunction(function, call, in: &self)
    let ends = (interval.lowerBound, interval.upperBound)
    let found = try sampled.values(at: [ends.0, ends.1], in: &self)
    let values = (found[0], found[1])
    guard (values.0 <= 0 && values.1 >= 0) || (values.0 >= 0 && values.1 <= 0) else {
      throw Diagnostic(
        "root: expected values of opposite signs at the ends, found \(shortest(values.0)) at "
          + "\(shortest(ends.0)) and \(shortest(values.1)) at \(shortest(ends.1))", at: place)
    }
    let root = try Root(between: ends, values: values) { (x) throws(Diagnostic) in
      try sampled.value(at: x, in: &self)
    }
    if root.value.isNaN {
      throw Diagnostic("root: \(function.name) is NaN at \(shortest(root.point))", at: place)
    }
    // Next to a zero a value is far smaller than at the ends; next to a jump or pole it is not.
    guard root.value == 0 || abs(root.value) < min(abs(values.0), abs(values.1)) else {
      throw Diagnostic(
        "root: \(function.name) jumps at \(shortest(root.point)) without being 0: "
          + "it is \(shortest(root.value)) there", at: place)
    }
    return .number(root.point)
  }

  fileprivate mutating func integral(_ call: Call) throws(Diagnostic) -> Value {
    let place = call.place.location
    let function = try call[0].function(of: "integrate: f", at: call.location(of: 0))
    let ends = (
      try call[1].number(of: "integrate: a", at: call.location(of: 1)),
      try call[2].number(of: "integrate: b", at: call.location(of: 2))
    )
    if ends.0.isNaN || ends.1.isNaN {
      throw Diagnostic("integrate: expected two ends, found nan", at: place)
    }
    let sampled = try SampledFunction(function, call, in: &self)
    let integral = try Integral(from: ends.0, to: ends.1) { (xs) throws(Diagnostic) in
      try sampled.values(at: xs, in: &self)
    }
    if let point = integral.singularity {
      let value = try sampled.value(at: point, in: &self)
      throw Diagnostic(
        "integrate: \(function.name) is \(shortest(value)) at \(shortest(point))", at: place,
        help: "split the integral there")
    }
    // Beyond the goal, what is certain to the digits that are shown still counts.
    guard integral.isAccurate || integral.error <= 1e-9 * abs(integral.value) else {
      throw Diagnostic(
        "integrate: found no certain value: \(shortest(integral.value)) ± \(shortest(integral.error))",
        at: place, help: "the integral may be infinite, or the function too jagged")
    }
    return .number(integral.value)
  }

  /// The lowest point on an interval.
  fileprivate mutating func lowest(_ call: Call) throws(Diagnostic) -> Value {
    let place = call.place.location
    guard case .text("none") = call[1] else {
      throw Diagnostic("minimize takes from or interval, not both", at: place)
    }
    let function = try call[0].function(of: "minimize: f", at: call.location(of: 0))
    let interval = try interval(2, call)
    let sampled = try SampledFunction(function, call, in: &self)
    var steps = 0
    let minimum = try IntervalMinimum(on: interval) { (xs) throws(Diagnostic) in
      steps += xs.count == 1 ? 1 : 0
      return try sampled.values(at: xs, in: &self)
    }
    guard let minimum, minimum.value.isFinite else {
      let value = minimum.map { shortest($0.value) } ?? "nan"
      throw Diagnostic(
        "minimize: \(function.name) has no lowest point: it is \(value) on the interval", at: place)
    }
    let (point, slope) = try refined(minimum, function, call)
    let value = point == minimum.point ? minimum.value : try sampled.value(at: point, in: &self)
    return record(.number(point), value, .number(slope), steps)
  }

  /// The zero of the derivative near a minimum, where there is one: all digits instead of half of them.
  private mutating func refined(
    _ minimum: IntervalMinimum, _ function: Function, _ call: Call
  ) throws(Diagnostic) -> (point: Double, slope: Double) {
    let derivative = Function(name: function.name, body: .derived(DerivedFunction(.derivative, of: function)))
    let slopes = try SampledFunction(derivative, call, in: &self)
    let width = 1e-5 * (abs(minimum.point) + minimum.bracket.upperBound - minimum.bracket.lowerBound)
    let ends = (
      max(minimum.point - width, minimum.bracket.lowerBound),
      min(minimum.point + width, minimum.bracket.upperBound)
    )
    // A function without a derivative keeps the digits that it has.
    guard let values = try? slopes.values(at: [ends.0, minimum.point, ends.1], in: &self) else {
      return (minimum.point, .nan)
    }
    guard values[0] < 0, values[2] > 0 else { return (minimum.point, values[1]) }
    let root = try Root(between: ends, values: (values[0], values[2])) { (x) throws(Diagnostic) in
      try slopes.value(at: x, in: &self)
    }
    return abs(root.value) < abs(values[1]) ? (root.point, root.value) : (minimum.point, values[1])
  }

  /// The walk downhill from a point.
  fileprivate mutating func descended(_ call: Call) throws(Diagnostic) -> Value {
    let place = call.place.location
    let function = try call[0].function(of: "minimize: f", at: call.location(of: 0))
    if case .text("none") = call[1] {
      throw Diagnostic(
        "minimize needs a place to look: from=[0, 0] or interval=[0, 1]", at: place)
    }
    let start = try StartingPoint(call[1], called: "minimize: from", in: self, at: call.place)
    let count = start.numbers.count
    guard count > 0 else {
      throw Diagnostic("minimize: from: expected at least one number, found none", at: place)
    }
    try chargeElements([count, count], at: call.place)
    let loss = try CompiledLoss(
      PointLoss(function: function, start: start, place: call.place), in: &self)
    let walk = try QuasiNewton(from: start.numbers) { (point) throws(Diagnostic) in
      try charge(1 + loss.work + count * count / 64, at: call.place)
      return loss.at(point)
    }
    try explain(walk, function, call)
    return record(
      start.value(of: walk.point), walk.here.loss, start.value(of: walk.here.gradient), walk.steps)
  }

  /// Throws if a walk did not end in a minimum.
  private func explain(_ walk: QuasiNewton, _ function: Function, _ call: Call) throws(Diagnostic) {
    let name = function.name
    let reason: String
    switch walk.end {
    case .minimum: return
    case .bottomless: reason = "\(name) falls without end"
    case .undefined:
      reason = "\(name) or its gradient is not finite at the start: its value is \(shortest(walk.here.loss))"
    case .outOfSteps:
      reason =
        "found no lowest point of \(name) in \(walk.steps) steps; it came down to "
        + shortest(walk.here.loss)
    }
    throw Diagnostic("minimize: \(reason)", at: call.place.location)
  }

  private func record(_ point: Value, _ value: Double, _ gradient: Value, _ steps: Int) -> Value {
    .record(
      Record(
        kind: "minimum",
        fields: [
          ("point", point), ("value", .number(value)), ("gradient", gradient),
          ("steps", .number(Double(steps))),
        ]))
  }
}
