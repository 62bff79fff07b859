import Diagnostics
import Formulas

extension FilmNumbers {
  /// The figure of the frame that stands for the film, with axes that show all frames.
  var poster: EvaluatedFigure {
    get throws(DiagnosticList) {
      let frame = try frame(at: moments.first ?? reference)
      var figure = try figure(in: nil, fontsCheckedBy: nil).replacing(frame.words)
      if let text = frame.alternativeText { figure.alternativeText = text.plainText }
      var (cameras, marks) = (frame.cameras[...], frame.marks[...])
      for index in figure.panels.indices {
        guard case .plot(let plot) = figure.panels[index].content else { continue }
        var shown = cameras.popFirst().flatMap(\.self) ?? plot
        shown.marks = marks.popFirst()?.compactMap(\.self) ?? []
        figure.panels[index].content = .plot(shown)
      }
      return figure
    }
  }
}
