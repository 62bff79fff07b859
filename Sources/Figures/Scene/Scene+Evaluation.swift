import Diagnostics
import Drawing
import Expressions
import Formulas

extension Scene {
  /// Computes every number of the figure and tests its claims; throws everything that is wrong at once.
  ///
  /// Fonts are those of the theme unless the scene chooses others, and only as good as `typesetter` finds
  /// them.
  func evaluated(
    in theme: Theme? = nil, fontsCheckedBy typesetter: (any Typesetter)? = nil
  ) throws(DiagnosticList) -> EvaluatedFigure {
    let scope = try scope()
    var complaints = DiagnosticList(warnings)
    let context = EvaluationContext(scope: scope, folder: folder)
    let usual = (theme ?? self.theme)?.fonts.choice(
      over: .standard, in: context, checkedBy: typesetter, &complaints)
    let fonts = self.fonts.choice(
      over: usual ?? .standard, in: context, checkedBy: typesetter, &complaints)
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
    let domains = complaints.collect { () throws(Diagnostic) in
      (x: try axes.x.evaluatedDomain(in: scope), y: try axes.y.evaluatedDomain(in: scope))
    }
    guard let domains else { return nil }
    var context = context
    (context.x, context.y) = domains
    var done = [EvaluatedMark?](repeating: nil, count: marks.count)
    var extent = Extent()
    // Marks with numbers of their own say what there is to see; the others are then sampled over it.
    for sampling in [MarkTraits.Sampling.none, .overX, .overPlane] {
      for (index, mark) in marks.enumerated() where mark.traits.sampling == sampling {
        done[index] =
          complaints.collect { () throws(Diagnostic) in try mark.evaluated(in: context) }
        if let wanted = done[index]?.extent { extent = extent.union(wanted) }
      }
      context.x = domains.x ?? extent.x?.domain
      if sampling == .overX { context.y = domains.y ?? extent.y?.domain }
    }
    let shown = zip(marks, done).enumerated().compactMap { order, pair in
      pair.1.map { (level: pair.0.level, order: order, mark: $0) }
    }
    let sorted = shown.sorted { ($0.level, $0.order) < ($1.level, $1.order) }.map(\.mark)
    return complaints.collect { () throws(Diagnostic) in
      var plot = try plot(of: sorted, showing: extent, domains, in: scope)
      plot.title = try title?.evaluate(in: scope)
      return plot
    }
  }

  private func plot(
    of marks: [EvaluatedMark], showing extent: Extent,
    _ domains: (x: ClosedRange<Double>?, y: ClosedRange<Double>?), in scope: Scope
  ) throws(Diagnostic) -> EvaluatedPlot {
    let style = axes.style ?? (marks.contains { $0.traits.prefersOriginAxes } ? .origin : .edge)
    return EvaluatedPlot(
      x: try axes.x.evaluated(showing: extent.x, domains.x, in: scope),
      y: try axes.y.evaluated(showing: extent.y, domains.y, in: scope),
      style: style,
      hasEqualUnits: axes.hasEqualUnits ?? marks.contains { $0.traits.prefersEqualUnits },
      hasGrid: axes.hasGrid ?? (style == .origin),
      marks: marks,
      colorBar: marks.lazy.compactMap(\.colorBar).first)
  }
}

extension AxisDescription {
  fileprivate func evaluated(
    showing extent: AxisExtent?, _ domain: ClosedRange<Double>?, in scope: Scope
  ) throws(Diagnostic) -> EvaluatedAxis {
    let scale: any Scale =
      if let bands = extent?.bands, domain == nil { BandScale(bands) } else {
        LinearScale(domain ?? extent?.domain ?? 0...1)
      }
    return EvaluatedAxis(
      label: try label?.evaluate(in: scope), scale: scale, listedTicks: try ticks.evaluate(in: scope))
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
    EvaluatedMark(mark, try mark.evaluate(in: context), of: self)
  }
}
