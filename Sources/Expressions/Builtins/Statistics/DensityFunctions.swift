internal import Diagnostics
internal import MathCore

/// Densities of data: in bins, and smooth.
let densityFunctions: [Builtin] = [
  Builtin(
    "histogram", ["x", .init("bins", .text(HistogramRule.auto.rawValue)), .optional("range")],
    "How many elements lie in each bin: a record with edges, counts, density and width. bins is their "
      + "number, their edges, or a rule: auto, fd, scott, sturges, sqrt, rice or doane.",
    Example("histogram([1, 2, 2, 3, 5], bins=2).counts", "[3 2]")
  ) { (evaluation, call) throws(Diagnostic) in
    let histogram = try evaluation.histogram(call)
    return .record(
      "histogram",
      [
        ("edges", .vector(histogram.edges)), ("counts", .vector(histogram.counts)),
        ("density", .vector(histogram.density)), ("width", width(of: histogram)),
      ])
  },
  Builtin(
    "kde", ["x", .init("bandwidth", .text("scott"))],
    "A smooth density, a normal kernel around each element, or each row of a matrix: a record with "
      + "density, a function, bandwidth, covariance and n. bandwidth is scott, silverman, or a standard "
      + "deviation in units of x.",
    Example("kde([1, 2, 4], bandwidth=0.5).density(2)", "0.302045")
  ) { (evaluation, call) throws(Diagnostic) in
    try evaluation.kernelDensity(call)
  },
]

/// The width of all bins, or a vector of widths if they differ.
private func width(of histogram: Histogram) -> Value {
  let widths = histogram.widths
  let (narrowest, widest) = (widths.min() ?? 0, widths.max() ?? 0)
  // Bins of equal widths differ by the rounding of their edges.
  let rounding = 4 * max(abs(histogram.edges[0]), abs(histogram.edges[widths.count])).ulp
  guard widest - narrowest <= rounding else { return .vector(widths) }
  return .number((histogram.edges[widths.count] - histogram.edges[0]) / Double(widths.count))
}

extension Evaluation {
  fileprivate mutating func histogram(_ call: Call) throws(Diagnostic) -> Histogram {
    let x = try known(call[0], call).elements
    try chargeOperations(400, times: x.count, at: call.place)
    let range = call.isGiven(2) ? try call.interval(2) : nil
    switch call[1] {
    case .text:
      let word = try call.word(1, among: HistogramRule.allCases.map(\.rawValue))
      let rule = HistogramRule(rawValue: word) ?? .auto
      return try call.checked { () throws(ArgumentError) in
        try Histogram(of: x, rule: rule, over: range)
      }
    case .tensor, .range:
      guard range == nil else { throw call.mistake(2, "edges say already what they cover") }
      let edges = try call.vector(1)
      return try call.checked { () throws(ArgumentError) in try Histogram(of: x, edges: edges) }
    default:
      let bins = try call.integer(1, in: 1...Histogram.binLimit)
      try chargeElements([bins], at: call.place)
      return try call.checked { () throws(ArgumentError) in
        try Histogram(of: x, bins: bins, over: range)
      }
    }
  }

  fileprivate mutating func kernelDensity(_ call: Call) throws(Diagnostic) -> Value {
    let points = try call.points(0)
    let (n, d) = (points.shape[0], points.shape[1])
    guard d <= 20 else { throw call.mistake(0, "expected at most 20 coordinates, found \(d)") }
    var bandwidth = Bandwidth.given(0)
    if case .text = call[1] {
      bandwidth = try call.word(1, among: ["scott", "silverman"]) == "scott" ? .scott : .silverman
    } else {
      bandwidth = .given(try call.positive(1))
    }
    try chargeOperations(2 * d * (d + 1), times: n, at: call.place)
    let estimate = try call.checked { () throws(ArgumentError) in
      try KernelDensity(of: points, bandwidth: bandwidth)
    }
    let widths = estimate.bandwidths
    return .record(
      "density estimate",
      [
        ("density", .model(estimate.function)),
        ("bandwidth", d == 1 ? .number(widths[0]) : .vector(widths)),
        ("covariance", d == 1 ? .number(estimate.covariance.elements[0]) : .tensor(estimate.covariance)),
        ("n", .number(Double(n))),
      ])
  }
}

extension KernelDensity {
  /// Sums of more exponentials than this are not written down as formulas.
  private static let formulaLimit = 1_000

  /// The density as a function of the language.
  fileprivate var function: ModelFunction {
    var formula: (@Sendable ([RecordedNumber]) -> [RecordedNumber])?
    if count * dimension <= Self.formulaLimit { formula = { (point) in [self.density(at: point)] } }
    return ModelFunction(
      "kde.density", coordinates: dimension == 1 ? ["x"] : (1...dimension).map { "x\($0)" },
      work: (3 * dimension + 8) * count, formula: formula,
      values: { (points, _) in self.densities(at: points) })
  }
}
