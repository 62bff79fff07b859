import Diagnostics
import Drawing
import Expressions
import Formulas

/// The words around the plots of a film that change, and listings whose lit line moves.
struct FilmWords: Sendable {
  /// Words at a moment.
  struct Evaluated: Sendable {
    /// By their places in the scene.
    var labels: [SourceLocation: Label] = [:]
    /// If it changes; empty in shots without one.
    var subtitle: Label?
    var listings: [Listing] = []
  }

  private let scene: Scene
  private let templates: [LabelTemplate]
  private let codes: [CodeDescription]
  /// Whether shots have titles of their own, which stand where the subtitle stands.
  let hasShotTitles: Bool
  /// The name of the picture and what is told of it, if they change.
  let title: LabelTemplate?
  let alternativeText: LabelTemplate?
  /// Where those that change stand in the scene.
  let locations: Set<SourceLocation>

  /// Finds out which words change.
  init(of scene: Scene, _ film: FilmDescription, in scope: Scope) {
    func changes(_ template: LabelTemplate) -> Bool {
      let watch = PaceWatch()
      _ = try? template.evaluate(in: scope.watched(by: watch))
      return watch.pace != .still
    }
    self.scene = scene
    hasShotTitles = film.shots.contains { $0.title != nil }
    templates = scene.wordTemplates(hasSubtitle: !hasShotTitles).filter(changes)
    codes = scene.listings.filter { code in
      let watch = PaceWatch()
      let context = EvaluationContext(scope: scope.watched(by: watch), folder: scene.folder)
      _ = try? code.evaluate(in: context)
      return watch.pace != .still
    }
    let context = EvaluationContext(scope: scope, folder: scene.folder)
    locations = Set(
      templates.compactMap { (try? $0.evaluate(in: scope))?.location }
        + codes.compactMap { (try? $0.evaluate(in: context))?.location })
    title = scene.title.flatMap { changes($0) ? $0 : nil }
    alternativeText = scene.alternativeText.flatMap { changes($0) ? $0 : nil }
  }

  /// The words at a moment.
  func evaluated(at moment: FilmMoment, in scope: Scope, _ complaints: inout DiagnosticList) -> Evaluated {
    var words = Evaluated()
    for template in templates {
      let label = complaints.collect { () throws(Diagnostic) in try template.evaluate(in: scope) }
      if let label, let location = label.location { words.labels[location] = label }
    }
    if hasShotTitles {
      words.subtitle = complaints.collect { () throws(Diagnostic) in
        try scene.subtitle(at: moment)?.evaluate(in: scope) ?? Label(text: "")
      }
    }
    guard !codes.isEmpty else { return words }
    let context = EvaluationContext(scope: scope, folder: scene.folder)
    for code in codes {
      let listing = complaints.collect { () throws(Diagnostic) in try code.evaluate(in: context) }
      if let listing { words.listings.append(listing) }
    }
    return words
  }

  /// For each place, and the subtitle, the largest of the words that stand there at one of the moments, where `size`
  /// tells how large they are: words that differ in digits alone are equally large.
  func largest(
    at moments: [FilmMoment], of scopes: FilmScopes, size: (Label) -> Double
  ) -> Evaluated {
    var words = Evaluated()
    guard hasShotTitles || !templates.isEmpty else { return words }
    var sizes: [SourceLocation?: Double] = [:]
    var known: Set<String> = []
    for moment in moments {
      guard let scope = try? scopes.scope(at: moment) else { continue }
      var ignored = DiagnosticList()
      let now = evaluated(at: moment, in: scope, &ignored)
      let labels: [(SourceLocation?, Label)] =
        now.labels.map { ($0, $1) } + (now.subtitle.map { [(nil, $0)] } ?? [])
      for (place, label) in labels where known.insert("\(place, default: "") \(label.shape)").inserted {
        let size = size(label)
        guard size > sizes[place] ?? -1 else { continue }
        sizes[place] = size
        if let place { words.labels[place] = label } else { words.subtitle = label }
      }
    }
    return words
  }
}

extension Label {
  /// The words with every digit alike: digits are equally wide.
  var shape: String { String(source.map { $0.isWholeNumber ? "0" : $0 }) }
}

extension Scene {
  /// The templates of all words but those of marks.
  fileprivate func wordTemplates(hasSubtitle: Bool) -> [LabelTemplate] {
    var templates = [title, hasSubtitle ? subtitle : nil, notation, caption, legend?.title].compactMap(\.self)
    _ = arrangement.map { templates.append($0) }
    for panel in panels {
      if let title = panel.title { templates.append(title) }
      switch panel.content {
      case .plot(let plot):
        let axes: [AxisDescription?] = [plot.axes.x, plot.axes.y, plot.axes.x2, plot.axes.y2]
        templates += axes.compactMap { $0?.label }
        if let title = plot.legend?.title { templates.append(title) }
      case .block(let block):
        switch block.subject {
        case .equation(let template, _), .text(let template, _): templates.append(template)
        case .code: break
        }
      }
    }
    return templates
  }

  fileprivate var listings: [CodeDescription] {
    let inPanels = panels.compactMap { panel -> CodeDescription? in
      if case .block(let block) = panel.content, case .code(let code) = block.subject { code } else { nil }
    }
    return inPanels + [code].compactMap(\.self)
  }
}

extension EvaluatedFigure {
  /// The same with other words in their places.
  func replacing(_ words: FilmWords.Evaluated) -> EvaluatedFigure {
    func other(_ label: Label?) -> Label? { label.map { $0.location.flatMap { words.labels[$0] } ?? $0 } }
    var figure = self
    figure.title = other(title)
    figure.subtitle = words.subtitle ?? other(subtitle)
    figure.notation = other(notation)
    figure.caption = other(caption)
    figure.legend?.title = other(legend?.title)
    figure.arrangement = arrangement.map { other($0) ?? $0 }
    figure.panels = panels.map { panel in
      var panel = panel
      switch panel.content {
      case .plot(var plot):
        plot.title = other(plot.title)
        plot.x.label = other(plot.x.label)
        plot.y.label = other(plot.y.label)
        let (x2, y2, legend) = (other(plot.x2?.label), other(plot.y2?.label), other(plot.legend?.title))
        plot.x2?.label = x2
        plot.y2?.label = y2
        plot.legend?.title = legend
        panel.content = .plot(plot)
      case .block(var block):
        block.title = other(block.title)
        switch block.content {
        case .equation(let label, let callouts): block.content = .equation(other(label) ?? label, callouts)
        case .text(let label, let alignment): block.content = .text(other(label) ?? label, alignment)
        case .code: break
        }
        panel.content = .block(block)
      }
      return panel
    }
    return figure
  }
}
