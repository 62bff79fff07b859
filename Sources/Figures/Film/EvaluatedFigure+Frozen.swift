import Diagnostics
import Drawing
import Formulas

extension EvaluatedFigure {
  /// That something is shown in all frames as it is in one of them, though it changes.
  ///
  /// `moments` are, for each moment, panel and mark, what is shown; `words` are the places of words that change.
  func frozen(among moments: [[[EvaluatedMark?]]], words: Set<SourceLocation>) -> [Diagnostic] {
    frozenFormulas(words) + frozenNames(moments)
  }

  private func frozenFormulas(_ words: Set<SourceLocation>) -> [Diagnostic] {
    var formulas: [(Label, [TermCallout])] = notation.map { [($0, callouts)] } ?? []
    for case .block(let block) in panels.map(\.content) {
      if case .equation(let label, let callouts) = block.content { formulas.append((label, callouts)) }
    }
    return formulas.compactMap { label, callouts in
      guard !callouts.isEmpty, let location = label.location, words.contains(location) else { return nil }
      return Diagnostic(
        "the formula stands still in the film, as words hang on its terms", at: location,
        help: "leave out 'callouts', or the value that changes", severity: .warning)
    }
  }

  private func frozenNames(_ moments: [[[EvaluatedMark?]]]) -> [Diagnostic] {
    let plots = panels.compactMap { panel in
      if case .plot(let plot) = panel.content { plot } else { nil }
    }
    return plots.enumerated().flatMap { panel, plot in
      plot.marks.enumerated().compactMap { index, mark -> Diagnostic? in
        let shown = moments.compactMap { $0[panel][index] }
        if plot.legend != nil || legend != nil, shown.contains(where: { $0.names != mark.names }) {
          return Diagnostic(
            "the legend tells the name that the mark has in one frame, but it changes", at: mark.location,
            help: "give it a name that stays, and tell the value in a 'text'", severity: .warning)
        }
        if shown.contains(where: { $0.colorBar?.label?.source != mark.colorBar?.label?.source }) {
          return Diagnostic(
            "the color bar has the label of one frame, but it changes", at: mark.location,
            help: "give it a label that stays, and tell the value in a 'text'", severity: .warning)
        }
        return nil
      }
    }
  }
}

extension EvaluatedMark {
  /// What a legend calls its parts.
  fileprivate var names: [String] { appearances(in: .light).compactMap { $0.name?.source } }
}
