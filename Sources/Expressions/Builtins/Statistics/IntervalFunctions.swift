internal import Diagnostics
internal import MathCore

/// What is known of a number after a sample.
let intervalFunctions: [Builtin] = [
  Builtin(
    "confidence_interval", ["x", level],
    "Student's confidence interval for the mean of a vector, its two ends.",
    Example("confidence_interval([4, 5, 6, 7])", "[3.44574 7.55426]")
  ) { (evaluation, call) throws(Diagnostic) in
    let (x, level) = (try call.vector(0), try call.number(1))
    try evaluation.chargeOperations(20, times: x.count, at: call.place)
    let ends = try call.checked { () throws(ArgumentError) in try meanInterval(of: x, level: level) }
    return .vector([ends.low, ends.high])
  },
  Builtin(
    "proportion_interval", ["successes", "n", level],
    "Wilson's confidence interval for a proportion, its two ends.",
    Example("proportion_interval(8, 10)", "[0.490162 0.943318]")
  ) { (_, call) throws(Diagnostic) in
    let n = try call.integer(1, in: 1...(1 << 53))
    let successes = try call.integer(0, in: 0...n)
    let level = try call.number(2)
    let ends = try call.checked { () throws(ArgumentError) in
      try proportionInterval(successes: successes, of: n, level: level)
    }
    return .vector([ends.low, ends.high])
  },
  Builtin(
    "bootstrap",
    ["x", "statistic", seed("bootstrap(x, mean, seed=1)"), .init("n", .number(1000)), level],
    "A statistic, which is a function, of n samples drawn from the elements or rows with replacement: a "
      + "record with estimate, replicates, interval (between their quantiles) and standard_error.",
    Example("bootstrap([1, 2, 4, 8], mean, seed=1).estimate", "3.75")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.bootstrap(call)
  },
]

extension Evaluation {
  fileprivate mutating func bootstrap(_ call: Call) throws(Diagnostic) -> Value {
    let statistic = try call[1].function(of: call.title(of: 1), at: call.location(of: 1))
    let seed = try call.seed(2)
    let draws = try call.integer(3, in: 1...1_000_000)
    let level = try call.number(4)
    var data = try call.points(0)
    if data.shape[1] == 1, (try shape(of: call[0], call.name, at: call.place)).count == 1 {
      data = Tensor(data.elements)
    }
    try chargeElements([draws], at: call.place)
    let bootstrap = try Bootstrap(of: data.shape[0], draws: draws, seed: seed) {
      (places) throws(Diagnostic) in
      try chargeOperations(20, times: data.count, at: call.place)
      let argument = Argument(name: nil, value: .tensor(data.rows(places)), place: call.place)
      let value = try self.call(statistic, [argument], at: call.place)
      let number = try value.number(
        of: "\(call.title(of: 1)): its value for a sample", at: call.location(of: 1))
      guard number.isFinite else {
        throw call.mistake(1, "expected finite values, found \(shortest(number)) for a sample")
      }
      return number
    }
    let interval = try call.checked { () throws(ArgumentError) in try bootstrap.interval(level: level) }
    return .record(
      "bootstrap",
      [
        ("estimate", .number(bootstrap.estimate)), ("replicates", .vector(bootstrap.replicates)),
        ("interval", .vector([interval.low, interval.high])),
        ("standard_error", .number(bootstrap.standardError)),
      ])
  }
}

extension Tensor {
  /// Some of its elements, or rows if it is a matrix.
  fileprivate func rows(_ places: [Int]) -> Tensor {
    let width = shape.dropFirst().reduce(1, *)
    let elements = places.flatMap { self.elements[$0 * width..<($0 + 1) * width] }
    return Tensor(shape: [places.count] + shape.dropFirst(), elements: elements)
  }
}
