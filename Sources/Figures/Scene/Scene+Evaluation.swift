import Diagnostics
import Drawing
import Expressions
import Formulas

extension Scene {
  /// Computes every number of the figure and tests its claims; throws everything that is wrong at once.
  ///
  /// Fonts are those of the theme unless the scene chooses others, and only as good as `typesetter` finds
  /// them. A film is evaluated at a moment, that of its poster unless said.
  func evaluated(
    in theme: Theme? = nil, fontsCheckedBy typesetter: (any Typesetter)? = nil, at moment: FilmMoment? = nil
  ) throws(DiagnosticList) -> EvaluatedFigure {
    try figure(in: theme, fontsCheckedBy: typesetter, at: moment, with: try scope(at: moment)) {
      context, complaints in
      let contents = evaluatedContents(in: context, &complaints)
      for claim in claims {
        _ = complaints.collect { () throws(Diagnostic) in try claim.test(in: context.scope) }
      }
      return contents
    }
  }

  /// The figure with contents of its panels that are computed elsewhere; throws everything that is wrong with it.
  func figure(
    in theme: Theme?, fontsCheckedBy typesetter: (any Typesetter)?, at moment: FilmMoment?, with scope: Scope,
    holding evaluatedContents: (EvaluationContext, inout DiagnosticList) -> [EvaluatedPanel.Content?]
  ) throws(DiagnosticList) -> EvaluatedFigure {
    var complaints = DiagnosticList(warnings)
    let context = EvaluationContext(scope: scope, folder: folder)
    let usual = (theme ?? self.theme)?.fonts.choice(
      over: .standard, in: context, checkedBy: typesetter, &complaints)
    let fonts = self.fonts.choice(
      over: usual ?? .standard, in: context, checkedBy: typesetter, &complaints)
    var contents = evaluatedContents(context, &complaints)
    let legend = sharedLegend(of: &contents, in: scope, &complaints)
    let evaluated = zip(panels, contents).map { panel, content -> EvaluatedPanel? in
      let fonts = panel.fonts.choice(over: fonts, in: context, checkedBy: typesetter, &complaints)
      return content.map { EvaluatedPanel(content: $0, fonts: fonts, location: panel.location) }
    }
    let arrangement = complaints.collect { () throws(Diagnostic) in
      try self.arrangement.map { title throws(Diagnostic) in try title.evaluate(in: scope) }
    }
    let code = self.code.flatMap { code in
      complaints.collect { () throws(Diagnostic) in try code.evaluate(in: context) }
    }
    func label(_ template: LabelTemplate?) -> Label? {
      template.flatMap { template in
        complaints.collect { () throws(Diagnostic) in try template.evaluate(in: scope) }
      }
    }
    let (title, subtitle) = (label(self.title), label(self.subtitle(at: moment)))
    let (notation, caption) = (label(self.notation), label(self.caption))
    let callouts = complaints.collect { () throws(Diagnostic) in
      try notation.flatMap { notation throws(Diagnostic) in
        try self.callouts?.evaluate(for: notation, in: scope)
      }
    }
    let alternativeText = label(self.alternativeText)
    // All other labels tell it when they are set.
    for problem in alternativeText?.problems ?? [] { complaints.append(problem.asWarning) }
    try complaints.throwIfErrors()
    return EvaluatedFigure(
      title: title, subtitle: subtitle, notation: notation, callouts: callouts ?? [], code: code,
      caption: caption,
      alternativeText: alternativeText?.plainText ?? "", fonts: fonts, panels: evaluated.compactMap { $0 },
      arrangement: arrangement ?? .lone, letters: letters, legend: legend, warnings: complaints.diagnostics)
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

extension Scene {
  /// One legend for all panels, whose marks then need no names of their own.
  private func sharedLegend(
    of contents: inout [EvaluatedPanel.Content?], in scope: Scope, _ complaints: inout DiagnosticList
  ) -> EvaluatedLegend? {
    guard let legend else { return nil }
    // What is wrong with a panel is said already.
    guard !complaints.hasErrors else { return nil }
    var marks: [EvaluatedMark] = []
    for index in contents.indices {
      guard case .plot(var plot)? = contents[index] else { continue }
      marks += plot.marks
      plot.namesMarks = false
      contents[index] = .plot(plot)
    }
    return complaints.collect { () throws(Diagnostic) in try legend.evaluated(for: marks, in: scope) }
  }

  /// The panels' numbers, in reading order; `nil` for those with which something is wrong, which `complaints`
  /// then tell.
  private func evaluatedContents(
    in context: EvaluationContext, _ complaints: inout DiagnosticList
  ) -> [EvaluatedPanel.Content?] {
    var plots = plots(in: panels.map { _ in context.scope }, &complaints)
    var shared = arrangement.sharedScales
    for stage in PlotEvaluation.stages {
      for index in plots.indices { plots[index]?.evaluate(stage, &complaints) }
      shared.removeAll { !$0.agreeOnExtents(of: &plots, &complaints) }
    }
    return zip(panels, contents(of: plots, sharing: shared, &complaints)).map { panel, plot in
      switch panel.content {
      case .plot: plot.map { .plot($0) }
      case .block: block(of: panel, in: context, &complaints)
      }
    }
  }

  /// The axes of the panels, each with names of its own; `nil` for words, formulas and code, and for those with
  /// which something is wrong.
  func plots(in scopes: [Scope], _ complaints: inout DiagnosticList) -> [PlotEvaluation?] {
    var plots = zip(panels, scopes).map { panel, scope -> PlotEvaluation? in
      guard case .plot(let plot) = panel.content else { return nil }
      return PlotEvaluation(plot, in: EvaluationContext(scope: scope, folder: folder), &complaints)
    }
    for scale in arrangement.sharedScales { scale.agreeOnDomains(of: &plots, &complaints) }
    return plots
  }

  /// The plots, all of whose marks are computed, in reading order.
  func contents(
    of plots: [PlotEvaluation?], sharing shared: [SharedScale]? = nil, _ complaints: inout DiagnosticList
  ) -> [EvaluatedPlot?] {
    var evaluated = zip(panels, plots).map { panel, plot in
      plot.flatMap { $0.plot(titled: panel.title, &complaints) }
    }
    let shared = shared ?? arrangement.sharedScales
    for scale in shared { scale.checkScales(of: evaluated, &complaints) }
    for scale in shared where scale.isOfGroup { scale.spreadLabel(in: &evaluated) }
    for names in arrangement.sharedNames { names.leaveToOuter(in: &evaluated) }
    return evaluated
  }

  /// A panel of words, a formula or code.
  func block(
    of panel: PanelDescription, in context: EvaluationContext, _ complaints: inout DiagnosticList
  ) -> EvaluatedPanel.Content? {
    guard case .block(let block) = panel.content else { return nil }
    return complaints.collect { () throws(Diagnostic) in
      .block(try block.evaluated(titled: panel.title, in: context))
    }
  }
}

extension SharedNames {
  /// Hides the names of the inner panel's ticks; the label goes to the outer one, unless that has another.
  fileprivate func leaveToOuter(in plots: inout [EvaluatedPlot?]) {
    guard var inside = plots[inner], var outside = plots[outer] else { return }
    // On axes through the origin the names stand among the marks, where a neighbor's say nothing.
    guard inside.style == .edge, outside.style == .edge else { return }
    switch direction {
    case .x: inside.x.leaveNames(to: &outside.x)
    case .y: inside.y.leaveNames(to: &outside.y)
    }
    (plots[inner], plots[outer]) = (inside, outside)
  }
}

extension EvaluatedAxis {
  fileprivate mutating func leaveNames(to outer: inout EvaluatedAxis) {
    showsNames = false
    outer.label = outer.label ?? label
    if outer.label?.source == label?.source { label = nil }
  }
}

extension MarkDescription {
  var traits: MarkTraits { type(of: mark).traits }

  /// `nil` if its condition does not hold.
  func evaluated(in context: EvaluationContext) throws(Diagnostic) -> EvaluatedMark? {
    try isShown(in: context.scope) ? evaluate(mark, in: context) : nil
  }

  /// Whether its condition holds.
  func isShown(in scope: Scope) throws(Diagnostic) -> Bool {
    guard let condition else { return true }
    return try condition.evaluate(in: scope).boolean(of: "when", at: condition.source.start)
  }

  private func evaluate<M: Mark>(
    _ mark: M, in context: EvaluationContext
  ) throws(Diagnostic) -> EvaluatedMark {
    var mark = mark
    if let style = try mark.style.evaluated(in: context.scope) { mark.style = style }
    return EvaluatedMark(
      mark, try mark.evaluate(in: context), opacity: try opacity.value(in: context.scope), of: self)
  }
}
