internal import Diagnostics
internal import MathCore

private let metric = Builtin.Parameter("metric", .text(Metric.euclidean.rawValue))

/// How far apart, and how alike, vectors are.
let distanceFunctions: [Builtin] = [
  Builtin(
    "distance", ["a", "b", metric],
    "How far apart two vectors are: euclidean, manhattan, chebyshev, or cosine, which is 1 minus their "
      + "cosine similarity.",
    Example("[distance([0, 0], [3, 4]), distance([0, 0], [3, 4], 'manhattan')]", "[5 7]")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.distance(call)
  },
  Builtin(
    "cosine_similarity", ["a", "b"],
    "The cosine of the angle between two vectors, nan if one of them is zero.",
    Example("cosine_similarity([1, 0], [1, 1])", "0.707107")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.requireVectors(call)
    return try evaluation.cosine(call)
  },
  Builtin(
    "distances", ["X", .optional("Y"), metric],
    "The distances of every row of X to every row of Y, or of X itself, in the metrics of distance.",
    Example("distances([[0, 0], [3, 4]])", "[[0 5] [5 0]]")
  ) { (evaluation, call) throws(Diagnostic) in
    let metric = try call.metric(2)
    let x = try call.matrix(0)
    let y = try call.optional(1) { (call) in call.matrix } ?? x
    try evaluation.chargeElements([x.shape[0], y.shape[0]], at: call.place)
    try evaluation.chargeOperations(x.shape[0] * y.shape[0], times: 8 + 4 * x.shape[1], at: call.place)
    return Value(try call.checked { () throws(ArgumentError) in try distances(x, y, metric) })
  },
]

extension Call {
  fileprivate func metric(_ index: Int) throws(Diagnostic) -> Metric {
    let word = try word(index, among: Metric.allCases.map(\.rawValue))
    return Metric(rawValue: word) ?? .euclidean
  }
}

extension Evaluation {
  fileprivate func requireVectors(_ call: Call) throws(Diagnostic) {
    let (a, b) = (
      try shape(of: call[0], call.name, at: call.place), try shape(of: call[1], call.name, at: call.place)
    )
    guard a.count == 1, a == b else {
      throw Diagnostic(
        "\(call.name): expected two vectors of equal length, found \(call[0].typeDescription) and "
          + call[1].typeDescription, at: call.place.location)
    }
  }

  fileprivate mutating func distance(_ call: Call) throws(Diagnostic) -> Value {
    let metric = try call.metric(2)
    try requireVectors(call)
    if metric == .cosine {
      return try combine(.subtract, .number(1), try cosine(call), call.name, at: call.place)
    }
    let difference = try combine(.subtract, call[0], call[1], call.name, at: call.place)
    if metric == .euclidean { return try norm(difference, call.name, at: call.place) }
    let sizes = try apply(.absolute, difference, call.name, at: call.place)
    let joined = try reduce(
      metric == .manhattan ? .sum : .maximum, sizes, axes: [0], call.name, at: call.place)
    // The largest of no sizes is 0.
    return try combine(.maximum, joined, .number(0), call.name, at: call.place)
  }

  /// Kept from −1 to 1, which rounding would leave.
  fileprivate mutating func cosine(_ call: Call) throws(Diagnostic) -> Value {
    let product = try matrixProduct(call[0], call[1], call.name, at: call.place)
    let lengths = try combine(
      .multiply, try norm(call[0], call.name, at: call.place), try norm(call[1], call.name, at: call.place),
      call.name, at: call.place)
    let cosine = try combine(.divide, product, lengths, call.name, at: call.place)
    let low = try combine(.maximum, cosine, .number(-1), call.name, at: call.place)
    return try combine(.minimum, low, .number(1), call.name, at: call.place)
  }
}
