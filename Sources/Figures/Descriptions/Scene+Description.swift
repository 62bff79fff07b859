package import Diagnostics

extension Scene {
  /// What those are told who cannot see the picture, and whether that is a draft: the scene's own words, or
  /// some made of what is drawn, which `isDrafted` asks for in any case.
  package func description(isDrafted: Bool) throws(DiagnosticList) -> (text: String, isDraft: Bool) {
    let figure = if let film { try FilmNumbers(of: self, film).poster } else { try evaluated() }
    return isDrafted || figure.alternativeText.isEmpty
      ? (figure.draft, true) : (figure.alternativeText, false)
  }
}

extension EvaluatedFigure {
  /// What it shows, in words made of its numbers.
  var draft: String { FigureDraft(self).text }

  /// The scene's own words, else the draft.
  var description: String { alternativeText.isEmpty ? draft : alternativeText }
}
