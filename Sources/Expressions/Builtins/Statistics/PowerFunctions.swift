internal import Diagnostics
internal import MathCore

private let settings: [Builtin.Parameter] = [
  .init("alpha", .number(0.05)), .init("test", .text(TestPower.Statistic.t.rawValue)),
  .init("samples", .number(1)), alternative,
]

/// Planning how much data a test needs.
let powerFunctions: [Builtin] = [
  Builtin(
    "test_power", ["effect", "n"] + settings,
    "The probability that a t or z test with n elements in its one or two samples finds an effect of that "
      + "many standard deviations.",
    Example("test_power(0.5, n=64, samples=2)", "0.80146")
  ) { (evaluation, call) throws(Diagnostic) in
    let n = try call.integer(1, in: 1...TestPower.sizeLimit)
    let test = try evaluation.power(call)
    return .number(try call.checked { () throws(ArgumentError) in try test.power(n: n) })
  },
  Builtin(
    "sample_size", ["effect", .init("power", .number(0.8))] + settings,
    "The fewest elements in each sample with which a t or z test finds an effect with that probability.",
    Example("sample_size(0.5, power=0.8, samples=2)", "64")
  ) { (evaluation, call) throws(Diagnostic) in
    let power = try call.number(1)
    let test = try evaluation.power(call)
    return .number(
      Double(try call.checked { () throws(ArgumentError) in try test.sampleSize(power: power) }))
  },
]

extension Evaluation {
  /// The test of the arguments from the third on.
  fileprivate mutating func power(_ call: Call) throws(Diagnostic) -> TestPower {
    let effect = try call.number(0)
    let alpha = try call.number(2)
    let word = try call.word(3, among: TestPower.Statistic.allCases.map(\.rawValue))
    let samples = try call.integer(4, in: 1...2)
    let alternative = try call.alternative(5)
    // Some sixty integrals at most.
    try chargeOperations(1_000_000, at: call.place)
    return try call.checked { () throws(ArgumentError) in
      try TestPower(
        effect: effect, alpha: alpha, statistic: TestPower.Statistic(rawValue: word) ?? .t,
        samples: samples, alternative)
    }
  }
}
