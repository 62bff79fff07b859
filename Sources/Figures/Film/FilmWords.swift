import Diagnostics
import Drawing
import Expressions
import Formulas

/// The words around the plots of a film that change, and listings whose lit line moves.
struct FilmWords: Sendable {
  /// Words at a moment.
  struct Evaluated: Sendable {
    var labels: [Label] = []
    var listings: [Listing] = []

    var byLocation: [SourceLocation: Label] {
      var words: [SourceLocation: Label] = [:]
      for label in labels {
        if let location = label.location { words[location] = label }
      }
      return words
    }
  }

  private let templates: [LabelTemplate]
  private let codes: [CodeDescription]
  /// The name of the picture and what is told of it, if they change.
  let title: LabelTemplate?
  let alternativeText: LabelTemplate?
  /// Where they stand in the scene.
  private(set) var locations: Set<SourceLocation> = []

  /// Finds out which words change.
  init(of scene: Scene, in scope: Scope) {
    func changes(_ template: LabelTemplate) -> Bool {
      let watch = PaceWatch()
      _ = try? template.evaluate(in: scope.watched(by: watch))
      return watch.pace != .still
    }
    templates = scene.wordTemplates.filter(changes)
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

  var isEmpty: Bool { templates.isEmpty && codes.isEmpty }

  /// The words at a moment.
  func evaluated(in scope: Scope, folder: DataFolder?, _ complaints: inout DiagnosticList) -> Evaluated {
    var words = Evaluated()
    for template in templates {
      let label = complaints.collect { () throws(Diagnostic) in try template.evaluate(in: scope) }
      if let label { words.labels.append(label) }
    }
    guard !codes.isEmpty else { return words }
    let context = EvaluationContext(scope: scope, folder: folder)
    for code in codes {
      let listing = complaints.collect { () throws(Diagnostic) in try code.evaluate(in: context) }
      if let listing { words.listings.append(listing) }
    }
    return words
  }

  /// For each place the largest of the words that stand there at one of the moments, where `size` tells how large
  /// they are: words that differ in digits alone are equally large.
  func largest(
    at moments: [FilmMoment], of scopes: FilmScopes, folder: DataFolder?, size: (Label) -> Double
  ) -> [SourceLocation: Label] {
    guard !templates.isEmpty else { return [:] }
    var known: Set<String> = []
    var largest: [SourceLocation: (label: Label, size: Double)] = [:]
    for moment in moments {
      guard let scope = try? scopes.scope(at: moment) else { continue }
      for template in templates {
        guard let label = try? template.evaluate(in: scope), let location = label.location,
          known.insert("\(location) \(label.shape)").inserted
        else { continue }
        let size = size(label)
        if size > largest[location]?.size ?? -1 { largest[location] = (label, size) }
      }
    }
    return largest.mapValues(\.label)
  }
}

extension Label {
  /// The words with every digit alike: digits are equally wide.
  var shape: String { String(source.map { $0.isWholeNumber ? "0" : $0 }) }
}

extension Scene {
  /// The templates of all words but those of marks.
  fileprivate var wordTemplates: [LabelTemplate] {
    var templates = [title, subtitle, notation, caption, legend?.title].compactMap(\.self)
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
  func replacing(_ words: [SourceLocation: Label]) -> EvaluatedFigure {
    guard !words.isEmpty else { return self }
    func other(_ label: Label?) -> Label? { label.map { $0.location.flatMap { words[$0] } ?? $0 } }
    var figure = self
    figure.title = other(title)
    figure.subtitle = other(subtitle)
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
