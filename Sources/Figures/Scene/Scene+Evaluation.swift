import Diagnostics
import Drawing
import Expressions
import Formulas

extension Scene {
  /// Computes every number of the figure and tests its claims; throws everything that is wrong at once.
  ///
  /// Fonts are only as good as `typesetter` finds them.
  func evaluated(
    fontsCheckedBy typesetter: (any Typesetter)? = nil
  ) throws(DiagnosticList) -> EvaluatedFigure {
    let scope = try scope()
    var complaints = DiagnosticList(warnings)
    let context = EvaluationContext(scope: scope, folder: folder)
    let fonts = self.fonts.choice(over: .standard, in: context, checkedBy: typesetter, &complaints)
    let evaluated = panels.map { panel -> EvaluatedPanel? in
      let content = panel.evaluated(in: context, &complaints)
      let fonts = panel.fonts.choice(over: fonts, in: context, checkedBy: typesetter, &complaints)
      return content.map { EvaluatedPanel(content: $0, fonts: fonts) }
    }
    let code = self.code.flatMap { code in
      complaints.collect { () throws(Diagnostic) in try code.evaluate(in: context) }
    }
    for claim in claims {
      _ = complaints.collect { () throws(Diagnostic) in try claim.test(in: scope) }
    }
    func label(_ template: LabelTemplate?) -> Label? {
      template.flatMap { template in
        complaints.collect { () throws(Diagnostic) in try template.evaluate(in: scope) }
      }
    }
    let (title, subtitle) = (label(self.title), label(self.subtitle))
    let (notation, caption) = (label(self.notation), label(self.caption))
    let alternativeText = label(self.alternativeText)
    // All other labels tell it when they are set.
    for problem in alternativeText?.problems ?? [] { complaints.append(problem.asWarning) }
    try complaints.throwIfErrors()
    return EvaluatedFigure(
      title: title, subtitle: subtitle, notation: notation, code: code, caption: caption,
      alternativeText: alternativeText?.plainText ?? "", fonts: fonts, panels: evaluated.compactMap { $0 },
      warnings: complaints.diagnostics)
  }
}

extension Claim {
  func test(in scope: Scope) throws(Diagnostic) {
    let location = condition.source.start
    guard try condition.evaluate(in: scope).boolean(of: "expect", at: location) else {
      throw Diagnostic(
        "this does not hold: \(condition.source.text)", at: location,
        help: try condition.sides(in: scope))
    }
  }
}

extension PanelDescription {
  /// `nil` if something is wrong, which `complaints` then tell.
  func evaluated(
    in context: EvaluationContext, _ complaints: inout DiagnosticList
  ) -> EvaluatedPanel.Content? {
    switch content {
    case .plot(let plot):
      return plot.evaluated(titled: title, in: context, &complaints).map { .plot($0) }
    case .block(let block):
      return complaints.collect { () throws(Diagnostic) in
        .block(try block.evaluated(titled: title, in: context))
      }
    }
  }
}

extension PlotDescription {
  fileprivate func evaluated(
    titled title: LabelTemplate?, in context: EvaluationContext, _ complaints: inout DiagnosticList
  ) -> EvaluatedPlot? {
    let scope = context.scope
    let plan = complaints.collect { () throws(Diagnostic) in
      try AxesPlan(axes, for: marks, in: scope)
    }
    guard let plan else { return nil }
    var done = [EvaluatedMark?](repeating: nil, count: marks.count)
    var extent = AxesExtent()
    // Marks with numbers of their own say what there is to see; the others are then sampled over it.
    for sampling in [MarkTraits.Sampling.none, .overX, .overPlane] {
      let known = extent
      for (index, mark) in marks.enumerated() where mark.traits.sampling == sampling {
        // What is wrong with the axes is said once, when they are evaluated.
        guard let context = try? plan.context(context, for: mark, showing: known) else { continue }
        done[index] = complaints.collect { () throws(Diagnostic) in try mark.evaluated(in: context) }
        guard let wanted = done[index]?.extent else { continue }
        extent.add(wanted, on: mark.axes)
        for warning in plan.warnings(about: mark, showing: wanted) { complaints.append(warning) }
      }
    }
    let shown = zip(marks, done).enumerated().compactMap { order, pair in
      pair.1.map { (level: pair.0.level, order: order, mark: $0) }
    }
    let sorted = shown.sorted { ($0.level, $0.order) < ($1.level, $1.order) }.map(\.mark)
    return complaints.collect { () throws(Diagnostic) in
      var plot = try plan.plot(of: sorted, showing: extent, axes, in: scope)
      plot.title = try title?.evaluate(in: scope)
      return plot
    }
  }
}

extension AxesPlan {
  /// What a mark may know of its axes: their scales where the scene says them, or the marks before it.
  fileprivate func context(
    _ context: EvaluationContext, for mark: MarkDescription, showing known: AxesExtent
  ) throws(Diagnostic) -> EvaluationContext {
    var context = context
    let (axes, extent) = (axes(of: mark.axes), known.extent(on: mark.axes))
    // Marks with numbers of their own and curves know less than is known: they decide it.
    let sampling = mark.traits.sampling
    context.x = sampling == .none ? try axes.x.said : try axes.x.scale(showing: extent.x)
    context.y = sampling == .overPlane ? try axes.y.scale(showing: extent.y) : try axes.y.said
    context.likeY = axes.y.likeness
    // Where nothing says what to show, the usual domain of curves would have no place on such an axis.
    if context.x == nil, sampling == .overX, axes.x.kind.isPositive { context.x = axes.x.likeness }
    return context
  }

  fileprivate func plot(
    of marks: [EvaluatedMark], showing extent: AxesExtent, _ axes: AxesDescription, in scope: Scope
  ) throws(Diagnostic) -> EvaluatedPlot {
    let style = axes.style ?? (marks.contains { $0.traits.prefersOriginAxes } ? .origin : .edge)
    let prefersEqualUnits = hasEvenUnits && marks.contains { $0.traits.prefersEqualUnits }
    let (x, y) = (
      try x.evaluated(showing: extent.first.x, in: scope), try y.evaluated(showing: extent.first.y, in: scope)
    )
    return EvaluatedPlot(
      x: x, y: y,
      x2: try x2.map { second throws(Diagnostic) in
        try second.evaluated(showing: extent.x2, orViewing: x.scale, in: scope)
      },
      y2: try y2.map { second throws(Diagnostic) in
        try second.evaluated(showing: extent.y2, orViewing: y.scale, in: scope)
      },
      style: style,
      hasEqualUnits: axes.hasEqualUnits ?? prefersEqualUnits,
      hasGrid: axes.hasGrid ?? (style == .origin),
      namesZero: axes.namesZero,
      marks: marks,
      colorBar: marks.lazy.compactMap(\.colorBar).first)
  }
}

extension MarkDescription {
  var traits: MarkTraits { type(of: mark).traits }

  /// `nil` if its condition does not hold.
  fileprivate func evaluated(in context: EvaluationContext) throws(Diagnostic) -> EvaluatedMark? {
    if let condition {
      let holds = try condition.evaluate(in: context.scope)
        .boolean(of: "when", at: condition.source.start)
      guard holds else { return nil }
    }
    return try evaluate(mark, in: context)
  }

  private func evaluate<M: Mark>(_ mark: M, in context: EvaluationContext) throws(Diagnostic) -> EvaluatedMark
  {
    EvaluatedMark(mark, try mark.evaluate(in: context), opacity: opacity, axes: axes)
  }
}
