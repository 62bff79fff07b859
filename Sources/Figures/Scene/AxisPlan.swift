import Diagnostics
import Expressions
import Formulas
import MathCore

/// An axis whose kind of scale is known, before its marks have said what there is to see.
struct AxisPlan: Sendable {
  private let description: AxisDescription
  let kind: ScaleKind
  private let choice: ScaleKind.Choice
  /// What the scene says.
  var domain: ClosedRange<Double>?
  private var breaks: [(range: ClosedRange<Double>, location: SourceLocation?)]

  init(_ description: AxisDescription, in scope: Scope) throws(Diagnostic) {
    self.description = description
    kind = description.scale?.kind ?? LinearScale.kind
    choice = try description.scale?.choice(in: scope) ?? kind.usual
    domain = try description.domain.map { expression throws(Diagnostic) in
      try expression.range(of: "domain", in: scope)
    }
    breaks = try description.breaks.map { expression throws(Diagnostic) in
      (try expression.range(of: "break", in: scope), expression.source.start)
    }
    try checkDomain(description)
  }

  private func checkDomain(_ description: AxisDescription) throws(Diagnostic) {
    let (name, place) = (description.scale?.name ?? "", description.domain?.source.start)
    if let domain, kind.isPositive, domain.lowerBound <= 0 {
      throw Diagnostic(
        "domain: a \(name) axis shows numbers above 0, found \(description.domain?.source.text ?? "")",
        at: place, help: "'symlog' shows zero and negative numbers too")
    }
    guard kind.hasNames else { return }
    if domain != nil { throw Diagnostic("domain: a \(name) axis shows all its names", at: place) }
    if let gap = description.breaks.first {
      throw Diagnostic("break: a \(name) axis shows all its names", at: gap.source.start)
    }
    if let step = description.ticks.step {
      throw Diagnostic("step: a \(name) axis shows names, not numbers", at: step.source.start)
    }
  }

  /// The same axis over a part of its domain, without breaks.
  func closer(at domain: ClosedRange<Double>?) -> AxisPlan {
    var plan = self
    plan.domain = domain
    plan.breaks = []
    return plan
  }

  /// Whether equal steps are equal lengths all along the axis.
  var isEven: Bool { kind.isLinear && breaks.isEmpty }

  /// A scale that bends like the axis, over some domain.
  var likeness: any Scale { kind.scale(kind.isPositive ? 0.1...10 : -1...1, choice) }

  /// The scale over the domain that the scene says.
  var said: (any Scale)? {
    get throws(Diagnostic) { domain == nil && choice.names.isEmpty ? nil : try scale(showing: nil) }
  }

  /// The scale over the domain that the scene says, or else over what marks want to see; `nil` where nothing
  /// says what to show.
  func scale(showing extent: AxisExtent?) throws(Diagnostic) -> (any Scale)? {
    if case .names = kind.option { return try namedScale(extent) }
    if description.scale == nil, domain == nil, let bands = extent?.bands { return BandScale(bands) }
    guard let domain = domain ?? extent?.domain(on: kind, choice) else { return nil }
    return try broken(kind.scale(domain, choice))
  }

  private func namedScale(_ extent: AxisExtent?) throws(Diagnostic) -> (any Scale)? {
    if !choice.names.isEmpty { return kind.scale(0...1, choice) }
    if let bands = extent?.bands { return kind.scale(0...1, ScaleKind.Choice(names: bands)) }
    let name = description.scale?.name ?? ""
    throw Diagnostic(
      "\(name): nothing says which names to show", at: description.scale?.location,
      help: "write scale: {\(name): [a, b, c]}")
  }

  /// With more gaps than this nobody reads an axis.
  private static let breakLimit = 8

  /// The same scale with its breaks.
  private func broken(_ scale: any Scale) throws(Diagnostic) -> any Scale {
    guard let first = breaks.first else { return scale }
    guard breaks.count <= Self.breakLimit else {
      throw Diagnostic(
        "break: expected at most \(Self.breakLimit) stretches, found \(breaks.count)", at: first.location)
    }
    let sorted = breaks.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var end = scale.domain.lowerBound
    for (range, location) in sorted {
      guard end < range.lowerBound, range.upperBound < scale.domain.upperBound else {
        throw Diagnostic(
          "break: expected stretches inside the axis, apart from each other", at: location,
          help: "the axis shows \(roundedName(of: scale.domain.lowerBound)) to "
            + roundedName(of: scale.domain.upperBound))
      }
      end = range.upperBound
    }
    return BrokenScale(scale, breaks: sorted.map(\.range))
  }

  /// The scale that is drawn when nothing says what to show.
  private var standing: any Scale { kind.scale(kind.isPositive ? 1...10 : 0...1, choice) }

  /// The axis itself, or its reading of the first one.
  func evaluated(
    showing extent: AxisExtent?, orViewing first: any Scale, in scope: Scope
  ) throws(Diagnostic) -> EvaluatedAxis {
    if let view = try evaluated(viewing: first, in: scope) { return view }
    return try evaluated(showing: extent, in: scope)
  }

  func evaluated(showing extent: AxisExtent?, in scope: Scope) throws(Diagnostic) -> EvaluatedAxis {
    try evaluated(on: try scale(showing: extent) ?? standing, in: scope)
  }

  private func evaluated(on scale: any Scale, in scope: Scope) throws(Diagnostic) -> EvaluatedAxis {
    let ticks = description.ticks
    var axis = EvaluatedAxis(
      label: try description.label?.evaluate(in: scope), scale: scale,
      listedTicks: try ticks.choice.listed(in: scope, format: ticks.format))
    if case .count(let count) = ticks.choice { axis.tickCount = count }
    axis.format = ticks.format
    axis.hasMinorTicks = ticks.hasMinor
    if let step = ticks.step {
      let place = step.source.start
      let size = try step.evaluate(in: scope).number(of: "step", at: place)
      guard size > 0, size.isFinite else {
        throw Diagnostic("step: expected a number above 0, found \(step.source.text)", at: place)
      }
      guard let stepped = scale.ticks(every: size),
        stepped.named.count <= Self.tickLimit
      else {
        throw Diagnostic(
          kind.isLinear
            ? "step: \(step.source.text) makes no ticks, or more than \(Self.tickLimit)"
            : "step: a \(description.scale?.name ?? "") axis has no equal steps", at: place,
          help: "list them instead, as in ticks: [1, 2, 5]")
      }
      axis.steppedTicks = stepped
    }
    return axis
  }

  /// More ticks than an axis has room for.
  private static let tickLimit = 100
}

extension AxisPlan {
  /// A second axis that says the places of the first in other units; `nil` if it is an axis of its own.
  func evaluated(viewing first: any Scale, in scope: Scope) throws(Diagnostic) -> EvaluatedAxis? {
    guard let view = description.view else { return nil }
    let function = try view.compiled(for: "of", points: 257, in: scope)
    guard function.outputCount == 1 else {
      throw Diagnostic("of: expected one value, found \(function.outputCount)", at: view.location)
    }
    let values = function.onPoints([first.samples(257)])[0]
    let isRising = values.count > 1 && values[1] > values[0]
    guard values.allSatisfy(\.isFinite),
      zip(values, values.dropFirst()).allSatisfy({ isRising ? $0 < $1 : $0 > $1 })
    else {
      throw Diagnostic(
        "of: expected a function that only rises or only falls along the axis, found '\(view.source)'",
        at: view.location,
        help: "the axis shows \(roundedName(of: first.domain.lowerBound)) to "
          + roundedName(of: first.domain.upperBound))
    }
    let (kind, choice) = (marking(like: first, values), self.choice)
    if let scale = description.scale, kind.isPositive && (values.min() ?? 0) <= 0 || kind.hasNames {
      throw Diagnostic(
        kind.hasNames
          ? "\(scale.name): a second axis with 'of' says numbers, not names"
          : "of: a \(scale.name) axis shows numbers above 0, which '\(view.source)' is not everywhere",
        at: kind.hasNames ? scale.location : view.location)
    }
    let scale = ConvertedScale(first) {
      kind.scale($0, kind.isPositive && choice.number == 0 ? kind.usual : choice)
    } convert: {
      function.onPoints([[$0]])[0][0]
    }
    return try evaluated(on: scale, in: scope)
  }

  /// Whose ticks the second axis has: the scene's choice, or those of the first axis as far as they can show it.
  private func marking(like first: any Scale, _ values: [Double]) -> ScaleKind {
    guard description.scale == nil else { return kind }
    return first is LogScale && (values.min() ?? 0) > 0 ? LogScale.kind : LinearScale.kind
  }

  var isView: Bool { description.view != nil }
}

extension Expression {
  /// Two numbers, lower first.
  fileprivate func range(of key: String, in scope: Scope) throws(Diagnostic) -> ClosedRange<Double> {
    let location = source.start
    let ends = try evaluate(in: scope).vector(of: key, at: location)
    guard ends.count == 2 else {
      throw Diagnostic("\(key): expected two numbers, found \(ends.count)", at: location)
    }
    guard ends[0].isFinite, ends[1].isFinite, ends[0] < ends[1] else {
      throw Diagnostic(
        "\(key): expected two finite numbers, the smaller first, found \(source.text)", at: location)
    }
    return ends[0]...ends[1]
  }
}
