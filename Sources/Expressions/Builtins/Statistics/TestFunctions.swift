internal import Diagnostics
internal import MathCore

/// Which results speak against the hypothesis.
let alternative = Builtin.Parameter("alternative", .text(Alternative.twoSided.rawValue))
/// The level of confidence.
let level = Builtin.Parameter("level", .number(0.95))

private let fields =
  "a record with statistic, p, interval, the hypothesis' distribution, estimate and standard_error"

/// Tests of hypotheses; each record has the distribution under the hypothesis, ready to be drawn.
let testFunctions: [Builtin] = [
  Builtin(
    "z_test", ["x", .init("mu", .number(0)), "sd", alternative, level],
    "Whether the mean is mu where the standard deviation is known: \(fields).",
    Example("z_test([101, 108, 112], mu=100, sd=15).p", "0.418923")
  ) { (evaluation, call) throws(Diagnostic) in
    let (x, mean, sd) = (try call.vector(0), try call.number(1), try call.positive(2))
    return try evaluation.result(call, "z test", 3) { (alternative) throws(ArgumentError) in
      try MeanTest.z(x, mean: mean, sd: sd, alternative)
    }
  },
  Builtin(
    "t_test", ["x", .init("mu", .number(0)), alternative, level],
    "Student's test whether the mean is mu: \(fields), and df.",
    Example("t_test([5.1, 4.9, 5.6, 5.8], mu=5).p", "0.194421")
  ) { (evaluation, call) throws(Diagnostic) in
    let (x, mean) = (try call.vector(0), try call.number(1))
    return try evaluation.result(call, "t test", 2) { (alternative) throws(ArgumentError) in
      try MeanTest.student(x, mean: mean, alternative)
    }
  },
  Builtin(
    "welch_t_test", ["a", "b", .init("mu", .number(0)), alternative, level],
    "Welch's test whether the means of two samples differ by mu: \(fields), and df.",
    Example("welch_t_test([1, 2, 3, 4], [3, 5, 7, 9]).df", "4.41176")
  ) { (evaluation, call) throws(Diagnostic) in
    let (a, b, mu) = (try call.vector(0), try call.vector(1), try call.number(2))
    return try evaluation.result(call, "t test", 3) { (alternative) throws(ArgumentError) in
      try MeanTest.welch(a, b, difference: mu, alternative)
    }
  },
  Builtin(
    "paired_t_test", ["a", "b", .init("mu", .number(0)), alternative, level],
    "Student's test whether the differences of pairs have the mean mu: \(fields), and df.",
    Example("paired_t_test([10, 12, 9, 11], [8, 11, 9, 8]).statistic", "2.32379")
  ) { (evaluation, call) throws(Diagnostic) in
    let (a, b, mu) = (try call.vector(0), try call.vector(1), try call.number(2))
    return try evaluation.result(call, "t test", 3) { (alternative) throws(ArgumentError) in
      try MeanTest.paired(a, b, difference: mu, alternative)
    }
  },
  Builtin(
    "chi_squared_test",
    ["observed", .optional("expected"), .init("correction", .boolean(false)), .init("ddof", .number(0))],
    "Whether rows and columns of a table are independent, or whether a vector of counts is as expected, "
      + "evenly if nothing is said: a record with statistic, df, p, expected, and the hypothesis' "
      + "distribution. correction is Yates's, for 2 × 2 tables.",
    Example("chi_squared_test([[20, 15], [30, 40]]).p", "0.167064")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.chiSquared(call)
  },
]

extension Value {
  /// A distribution with known parameters, ready to be drawn.
  fileprivate static func null(_ df: Double?) -> Value {
    df.map {
      .distribution(DistributionValue(name: "student_t", type: StudentT.self, parameters: [.number($0)]))
    }
      ?? .distribution(
        DistributionValue(name: "normal", type: Normal.self, parameters: [.number(0), .number(1)]))
  }
}

extension Call {
  /// The alternative of a test.
  func alternative(_ index: Int) throws(Diagnostic) -> Alternative {
    let word = try word(index, among: Alternative.allCases.map(\.rawValue))
    return Alternative(rawValue: word) ?? .twoSided
  }
}

extension Evaluation {
  /// The record of a test; the alternative is the argument at `index`, and the level the next one.
  fileprivate mutating func result(
    _ call: Call, _ kind: String, _ index: Int,
    _ test: (Alternative) throws(ArgumentError) -> MeanTest
  ) throws(Diagnostic) -> Value {
    let alternative = try call.alternative(index)
    let level = try call.number(index + 1)
    for value in call.values {
      if case .tensor(let tensor) = value { try chargeOperations(20, times: tensor.count, at: call.place) }
    }
    let (test, interval) = try call.checked { () throws(ArgumentError) in
      let test = try test(alternative)
      return (test, try test.interval(level: level))
    }
    var fields: [(name: String, value: Value)] = [("statistic", .number(test.statistic))]
    if let df = test.degreesOfFreedom { fields.append(("df", .number(df))) }
    return .record(
      kind,
      fields + [
        ("p", .number(test.p)), ("interval", .vector([interval.low, interval.high])),
        ("estimate", .number(test.estimate)), ("standard_error", .number(test.standardError)),
        ("alternative", .text(alternative.rawValue)), ("distribution", .null(test.degreesOfFreedom)),
      ])
  }

  fileprivate mutating func chiSquared(_ call: Call) throws(Diagnostic) -> Value {
    let isCorrected = try call.boolean(2)
    let parameters = try call.integer(3, in: 0...1_000_000)
    let test: ChiSquaredTest
    if case .tensor(let tensor) = call[0], tensor.rank == 2 {
      guard !call.isGiven(1) else {
        throw call.mistake(1, "the expected counts of a table follow from its own", help: "leave it out")
      }
      guard parameters == 0 else { throw call.mistake(3, "expected 0 for a table, found \(parameters)") }
      let table = try call.matrix(0)
      test = try call.checked { () throws(ArgumentError) in
        try .independence(of: table, isCorrected: isCorrected)
      }
    } else {
      guard !isCorrected else { throw call.mistake(2, "expected a table of 2 × 2 for Yates's correction") }
      let observed = try call.vector(0)
      let expected = call.isGiven(1) ? try call.vector(1) : nil
      test = try call.checked { () throws(ArgumentError) in
        try .goodnessOfFit(of: observed, to: expected, parameters: parameters)
      }
    }
    let df = Value.number(test.degreesOfFreedom)
    return .record(
      "chi-squared test",
      [
        ("statistic", .number(test.statistic)), ("df", df), ("p", .number(test.p)),
        ("expected", .tensor(test.expected)),
        (
          "distribution",
          .distribution(DistributionValue(name: "chi_squared", type: ChiSquared.self, parameters: [df]))
        ),
      ])
  }
}
