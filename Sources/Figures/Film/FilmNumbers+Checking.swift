import Diagnostics
import Drawing
import Formulas

extension FilmNumbers {
  /// Tests all measured frames, with what is wrong in one told with its number; returns warnings.
  func checked(with typesetter: (any Typesetter)?) throws(DiagnosticList) -> [Diagnostic] {
    var complaints = DiagnosticList()
    let figure = try figure(in: scene.theme, fontsCheckedBy: typesetter)
    for moment in moments.sorted(by: { $0.frame < $1.frame }) {
      do throws(DiagnosticList) {
        for warning in try frame(at: moment).warnings { complaints.append(warning) }
      } catch {
        complaints.append(error.inFrame(moment.frame))
      }
    }
    try complaints.throwIfErrors()
    return (figure.warnings + complaints.diagnostics).withoutRepeats
  }
}

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
