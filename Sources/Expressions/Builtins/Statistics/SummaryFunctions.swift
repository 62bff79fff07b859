internal import Diagnostics
internal import MathCore

private let linear = Builtin.Parameter("method", .text(QuantileMethod.linear.rawValue))

/// Numbers that stand for many, and how each of the many lies among the others.
let summaryFunctions: [Builtin] = [
  Builtin(
    "average", ["x", "weights"], "The weighted mean Σwx / Σw of a vector.",
    Example("average([1, 2, 3], weights=[1, 1, 2])", "2.25")
  ) { (evaluation, call) throws(Diagnostic) in
    let (x, weights) = (try call.vector(0), try call.vector(1))
    return .number(try call.checked { () throws(ArgumentError) in try weightedMean(x, weights: weights) })
  },
  Builtin(
    "mode", ["x"], "The element that occurs most often, the smallest one of several; also of texts.",
    Example("mode([3, 1, 2, 3, 1, 3])", "3")
  ) { (evaluation, call) throws(Diagnostic) in
    let count = try evaluation.length(of: call[0], at: call.place)
    try evaluation.chargeOperations(100, times: count, at: call.place)
    let labels = try call.labels(0, count: count)
    guard let code = mostFrequent(labels.codes, classCount: labels.classes.count) else {
      throw call.mistake(0, "expected at least one element, found none")
    }
    return labels.classes[code]
  },
  Builtin(
    "quantile", ["x", "q", everyAxis, linear],
    "The number below which the share q of the elements lies, as in NumPy, whose methods it knows.",
    Example("quantile([1, 2, 3, 4], [0.25, 0.5])", "[1.75 2.5]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.quantiles(call, of: 1)
  },
  Builtin(
    "percentile", ["x", "q", everyAxis, linear], "The quantile of q percent.",
    Example("percentile([15, 20, 35, 40, 50], 40)", "29")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.quantiles(call, of: 100)
  },
  Builtin(
    "rankdata", ["x"],
    "The place of each element in rising order, from 1; equal ones share their mean place.",
    Example("rankdata([10, 30, 20, 20])", "[1 4 2.5 2.5]")
  ) { (evaluation, call) throws(Diagnostic) in
    let x = try call.vector(0)
    try evaluation.chargeOperations(200, times: x.count, at: call.place)
    return .vector(ranks(of: x))
  },
  Builtin(
    "zscore", ["x", .init("axis", .number(0)), .init("ddof", .number(0))],
    "Each element's distance from the mean in standard deviations; of a matrix, column by column.",
    Example("zscore([1, 2, 3])", "[−1.22474 0 1.22474]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.standardized(call)
  },
  Builtin(
    "skew", ["x"], "The skewness m₃ / m₂^1.5 of a vector, 0 where it is symmetric.",
    Example("skew([1, 1, 1, 2, 5])", "1.29099")
  ) { (evaluation, call) throws(Diagnostic) in
    .number(try evaluation.moments(call).skewness)
  },
  Builtin(
    "kurtosis", ["x"], "The excess kurtosis m₄ / m₂² − 3 of a vector, 0 for a normal distribution.",
    Example("kurtosis([1, 2, 3, 4, 5])", "−1.3")
  ) { (evaluation, call) throws(Diagnostic) in
    .number(try evaluation.moments(call).excessKurtosis)
  },
]

extension Evaluation {
  /// Quantiles along an axis; several shares come first in the shape of the result, as in NumPy.
  fileprivate mutating func quantiles(_ call: Call, of whole: Double) throws(Diagnostic) -> Value {
    let x = try known(call[0], call)
    let word = try call.word(3, among: QuantileMethod.allCases.map(\.rawValue))
    let method = QuantileMethod(rawValue: word) ?? .linear
    var isOne = false
    if case .number = call[1] { isOne = true }
    let shares = isOne ? [try call.number(1)] : try call.vector(1)
    if let wrong = shares.first(where: { !($0 >= 0 && $0 <= whole) }) {
      throw call.mistake(1, "expected from 0 to \(shortest(whole)), found \(shortest(wrong))")
    }
    try chargeOperations(100, times: x.count, at: call.place)
    let lanes = try lanes(call[2], of: call[0], call)
    let shape = (isOne ? [] : [shares.count]) + lanes.outerShape
    try chargeElements(shape, at: call.place)
    let sorted = lanes.starts.map { lanes.row(at: $0, of: x).sorted() }
    let hasNaN = lanes.starts.map { lanes.row(at: $0, of: x).contains(where: \.isNaN) }
    let elements = shares.flatMap { share in
      zip(sorted, hasNaN).map {
        $1 ? .nan : MathCore.quantile(share / whole, ofSorted: $0, method)
      }
    }
    return Value(Tensor(shape: shape, elements: elements))
  }

  fileprivate mutating func standardized(_ call: Call) throws(Diagnostic) -> Value {
    let x = try known(call[0], call)
    let freedom = try call.number(2)
    try chargeOperations(10, times: x.count, at: call.place)
    let lanes = try lanes(call[1], of: call[0], call)
    guard Double(lanes.length) > freedom else {
      throw call.mistake(
        2, "expected less than the \(counted(lanes.length, "element")), found \(shortest(freedom))")
    }
    var rows: [SampleMoments] = []
    for (place, start) in lanes.starts.enumerated() {
      let row = lanes.row(at: start, of: x)
      let moments = try call.checked { () throws(ArgumentError) in try SampleMoments(of: row) }
      guard !row.allSatisfy({ $0 == row[0] }) else {
        let name =
          lanes.starts.count == 1 ? "x" : x.rank == 2 && lanes.axis == 0 ? "column \(place)" : "row \(place)"
        throw call.mistake(0, "\(name) is constant, so that its z-scores are undefined")
      }
      rows.append(moments)
    }
    var rest = rows[...]
    return Value(
      lanes.rows(lanes.length, of: x) { row in
        guard let moments = rest.popFirst() else { return row }
        let deviation = moments.standardDeviation(lessBy: freedom)
        return row.map { ($0 - moments.mean) / deviation }
      })
  }

  /// The moments of a vector whose elements differ.
  fileprivate mutating func moments(_ call: Call) throws(Diagnostic) -> SampleMoments {
    let x = try call.vector(0)
    try chargeOperations(10, times: x.count, at: call.place)
    let moments = try call.checked { () throws(ArgumentError) in try SampleMoments(of: x) }
    guard moments.skewness.isFinite else {
      throw call.mistake(0, "the elements are all equal, so that \(call.name) is undefined")
    }
    return moments
  }
}
