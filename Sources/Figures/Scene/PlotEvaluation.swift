import Diagnostics
import Expressions
import Formulas
import MathCore

/// A plot on its way from description to numbers.
///
/// Marks are evaluated in stages: those with numbers of their own say what there is to see, the others are then
/// sampled over it. Between the stages, plots that share a scale agree on what it shows.
struct PlotEvaluation {
  /// The stages in their order.
  static let stages: [MarkTraits.Sampling] = [.none, .overX, .overPlane]

  let description: PlotDescription
  private var context: EvaluationContext
  var plan: AxesPlan
  var extent = AxesExtent()
  private var done: [EvaluatedMark?]

  init(_ description: PlotDescription, in context: EvaluationContext, along plan: AxesPlan) {
    self.description = description
    self.context = context
    self.plan = plan
    done = Array(repeating: nil, count: description.marks.count)
  }

  /// `nil` if something is wrong with the axes, which `complaints` then tell.
  init?(_ description: PlotDescription, in context: EvaluationContext, _ complaints: inout DiagnosticList) {
    let plan = complaints.collect { () throws(Diagnostic) in
      try AxesPlan(description.axes, for: description.marks, in: context.scope)
    }
    guard let plan else { return nil }
    self.init(description, in: context, along: plan)
  }

  /// Computes the marks of one stage, for which the earlier ones have said what there is to see.
  mutating func evaluate(_ stage: MarkTraits.Sampling, _ complaints: inout DiagnosticList) {
    let known = extent
    for (index, mark) in description.marks.enumerated() where mark.traits.sampling == stage {
      // What is wrong with the axes is said once, when they are evaluated.
      guard let context = try? plan.context(context, for: mark, showing: known) else { continue }
      done[index] = complaints.collect { () throws(Diagnostic) in try mark.evaluated(in: context) }
      guard let wanted = done[index]?.extent else { continue }
      extent.add(wanted, on: mark.axes)
      for warning in plan.warnings(about: mark, showing: wanted) { complaints.append(warning) }
    }
  }

  /// One mark alone, for which the earlier stages have said what there is to see; `nil` if it is not shown.
  func evaluated(
    _ index: Int, showing known: AxesExtent, in scope: Scope, range: ClosedRange<Double>? = nil
  ) throws(Diagnostic) -> EvaluatedMark? {
    try description.marks[index].evaluated(in: context(index, showing: known, in: scope, range: range))
  }

  /// The values that one mark alone stands for by color or length; `nil` for a mark that does not, or is not shown.
  func range(
    of index: Int, showing known: AxesExtent, in scope: Scope
  ) throws(Diagnostic) -> ClosedRange<Double>? {
    let context = try context(index, showing: known, in: scope, range: nil)
    let mark = description.marks[index]
    return try mark.isShown(in: scope) ? mark.mark.range(in: context) : nil
  }

  private func context(
    _ index: Int, showing known: AxesExtent, in scope: Scope, range: ClosedRange<Double>?
  ) throws(Diagnostic) -> EvaluationContext {
    var context = try plan.context(context, for: description.marks[index], showing: known)
    context.scope = scope
    context.range = range
    return context
  }

  /// Takes marks that are computed already; `nil` for one that is not shown.
  mutating func take(_ marks: [EvaluatedMark?]) { done = marks }

  /// Takes what the others of a shared scale want to see.
  mutating func widen(to other: AxisExtent, along direction: AxisDirection) {
    switch direction {
    case .x: extent.first.x = other
    case .y: extent.first.y = other
    }
  }

  /// The plot, all of whose marks are computed.
  func plot(
    titled title: LabelTemplate?, _ complaints: inout DiagnosticList
  ) -> EvaluatedPlot? {
    let shown = zip(description.marks, done).enumerated().compactMap { order, pair in
      pair.1.map { (level: pair.0.level, order: order, mark: $0) }
    }
    let sorted = shown.sorted { ($0.level, $0.order) < ($1.level, $1.order) }.map(\.mark)
    let plot = complaints.collect { () throws(Diagnostic) in
      var plot = try plan.plot(of: sorted, showing: extent, description.axes, in: context.scope)
      plot.title = try title?.evaluate(in: context.scope)
      plot.legend = try description.legend?.evaluated(for: sorted, in: context.scope)
      plot.namesMarks = plot.legend == nil
      return plot
    }
    guard var plot else { return nil }
    if context.whole == nil {
      for warning in description.axes.warnings(aboutTicksOf: plot) { complaints.append(warning) }
      for warning in warningsAboutNames(of: plot) { complaints.append(warning) }
    }
    plot.zooms = description.zooms.compactMap { zoom(by: $0, of: plot, &complaints) }
    return plot
  }

  /// What the scene names and the axes do not show: bars on an axis of numbers, labels of axes that are not drawn.
  private func warningsAboutNames(of plot: EvaluatedPlot) -> [Diagnostic] {
    let axes = description.axes
    var warnings: [Diagnostic] = []
    let extents = done.compactMap { $0?.extent }
    let directions = [
      (axes.x, plan.x, extents.contains { $0.x?.bands != nil }, plot.x),
      (axes.y, plan.y, extents.contains { $0.y?.bands != nil }, plot.y),
    ]
    for (description, plan, hasNames, axis) in directions {
      if hasNames, plan.domain != nil {
        warnings.append(
          Diagnostic(
            "domain: on an axis of numbers bars have no names",
            at: description.domain?.source.start ?? self.description.marks.first?.location,
            help: "leave it out", severity: .warning))
      }
      if plot.style == .none, let label = axis.label {
        warnings.append(
          Diagnostic(
            "label: axes of style 'none' are not drawn, nor is what they say", at: label.location,
            severity: .warning))
      }
    }
    return warnings
  }

  /// A part of the plot, computed again over its own domain.
  private func zoom(
    by zoom: ZoomDescription, of plot: EvaluatedPlot, _ complaints: inout DiagnosticList
  ) -> EvaluatedZoom? {
    let whole = (x: plot.x.scale, y: plot.y.scale)
    let domains = complaints.collect { () throws(Diagnostic) in
      (
        x: try zoom.domain(zoom.x, of: "x", on: plan.x, within: whole.x.domain, in: context.scope),
        y: try zoom.y.map { y throws(Diagnostic) in
          try zoom.domain(y, of: "y", on: plan.y, within: whole.y.domain, in: context.scope)
        }
      )
    }
    guard let domains else { return nil }
    var closer = context
    closer.whole = whole
    var description = description
    description.zooms = []
    description.legend = nil
    description.axes.makePartial()
    var part = PlotEvaluation(description, in: closer, along: plan.closer(at: domains.x, domains.y, of: plot))
    for stage in Self.stages { part.evaluate(stage, &complaints) }
    guard var inner = part.plot(titled: nil, &complaints) else { return nil }
    inner.colorBar = nil
    (inner.x.label, inner.y.label) = (nil, nil)
    inner.namesMarks = false
    inner.hasEqualUnits = plot.hasEqualUnits
    return EvaluatedZoom(plot: inner, place: zoom.place, size: zoom.size, location: zoom.location)
  }
}

extension AxesDescription {
  /// One warning for each axis that does not show some of the ticks which the scene lists.
  fileprivate func warnings(aboutTicksOf plot: EvaluatedPlot) -> [Diagnostic] {
    let axes: [(AxisDescription?, EvaluatedAxis?)] = [(x, plot.x), (y, plot.y), (x2, plot.x2), (y2, plot.y2)]
    return axes.compactMap { description, axis in
      guard let axis, let listed = axis.listedTicks else { return nil }
      let hidden = listed.filter { !axis.scale.shows($0.value) }.count
      guard hidden > 0 else { return nil }
      return Diagnostic(
        "ticks: \(hidden) of \(listed.count) have no place on the axis",
        at: description?.ticks.choice.listLocation,
        help: "it shows \(roundedName(of: axis.scale.domain.lowerBound)) to "
          + roundedName(of: axis.scale.domain.upperBound), severity: .warning)
    }
  }

  /// What remains of the axes around an enlarged part: lines at its edges with a few numbers.
  fileprivate mutating func makePartial() {
    style = .edge
    hasGrid = false
    x.label = nil
    y.label = nil
  }
}

extension SharedScale {
  /// Lets the panels agree on the domain that the scene gives for one of them.
  func agreeOnDomains(of plots: inout [PlotEvaluation?], _ complaints: inout DiagnosticList) {
    let given = panels.compactMap { index in
      plots[index].flatMap { plot in
        (direction == .x ? plot.plan.x.domain : plot.plan.y.domain).map { (index: index, domain: $0) }
      }
    }
    guard let first = given.first else { return }
    for (index, domain) in given.dropFirst() where domain != first.domain {
      let axes = plots[index]?.description.axes
      complaints.append(
        Diagnostic(
          "domain: this is not the one of panel \(first.index + 1), with which the scale is shared",
          at: (direction == .x ? axes?.x : axes?.y)?.domain?.source.start ?? location,
          help: "give the domain once, or do not share \(direction)"))
    }
    for index in panels {
      switch direction {
      case .x: plots[index]?.plan.x.domain = first.domain
      case .y: plots[index]?.plan.y.domain = first.domain
      }
    }
  }

  /// Lets every panel show what any of them wants to see; returns whether that is possible.
  func agreeOnExtents(of plots: inout [PlotEvaluation?], _ complaints: inout DiagnosticList) -> Bool {
    var common: (extent: AxisExtent, index: Int)?
    for index in panels {
      guard let extent = extent(of: plots[index]) else { continue }
      if let known = common, known.extent.bands?.map(\.text) != extent.bands?.map(\.text) {
        let (one, other) = (kind(known.extent), kind(extent))
        complaints.append(
          Diagnostic(
            "share: panel \(known.index + 1) has \(one) along \(direction), panel \(index + 1) has \(other)",
            at: location, help: one == other ? "the names and their order must be the same" : nil))
        return false
      }
      common = (common.map { $0.extent.union(extent) } ?? extent, common?.index ?? index)
    }
    guard let common else { return true }
    for index in panels { plots[index]?.widen(to: common.extent, along: direction) }
    return true
  }

  /// Complains about scales that came out different, such as a linear and a logarithmic one.
  func checkScales(of plots: [EvaluatedPlot?], _ complaints: inout DiagnosticList) {
    let scales = panels.compactMap { index in
      plots[index].map { (index: index, scale: direction == .x ? $0.x.scale : $0.y.scale) }
    }
    guard let first = scales.first else { return }
    let other = scales.first { type(of: $0.scale) != type(of: first.scale) }
    guard let other else { return }
    complaints.append(
      Diagnostic(
        "share: panels \(first.index + 1) and \(other.index + 1) have different scales along \(direction)",
        at: location, help: "give both the same 'scale'"))
  }

  /// Gives a label that some of the panels have, all the same one, to the others.
  func spreadLabel(in plots: inout [EvaluatedPlot?]) {
    let labels = panels.compactMap { index in
      plots[index].flatMap { direction == .x ? $0.x.label : $0.y.label }
    }
    guard let label = labels.first, labels.allSatisfy({ $0.source == label.source }) else { return }
    for index in panels {
      switch direction {
      case .x: plots[index]?.x.label = label
      case .y: plots[index]?.y.label = label
      }
    }
  }

  private func extent(of plot: PlotEvaluation?) -> AxisExtent? {
    direction == .x ? plot?.extent.first.x : plot?.extent.first.y
  }

  private func kind(_ extent: AxisExtent) -> String { extent.bands == nil ? "numbers" : "names" }
}
