package import Diagnostics
package import Drawing

/// A scene that moves, ready to show any of its pictures.
package struct Film: Sendable {
  package let timing: FilmTiming
  private let stage: FilmStage

  /// Computes what all pictures share; throws if the scene is no film, and everything that is wrong with all of it.
  package init(
    of scene: Scene, with typesetter: any Typesetter, options: SceneOptions = SceneOptions()
  ) throws(DiagnosticList) {
    guard let film = scene.film else {
      throw DiagnosticList([
        Diagnostic(
          "the scene is no film: it has no 'film'", at: scene.location,
          help: "write film: {frames: 120}, and t (0 to 1) where things move")
      ])
    }
    timing = film.timing
    stage = try FilmStage(
      FilmNumbers(of: scene, film), on: options.canvas ?? scene.canvas,
      in: options.theme ?? scene.theme ?? .light, with: typesetter,
      isTransparent: options.isTransparent ?? scene.isTransparent)
  }

  /// The picture of a frame, and what is legal in it but probably not meant; throws what is wrong at that moment.
  ///
  /// What is told of one frame may be told of all others in the same words.
  package func drawn(at frame: Int) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    try at(frame) { moment throws(DiagnosticList) in try stage.drawn(at: moment) }
  }

  /// Everything in its place in the frame that stands for the film.
  var poster: PlacedFigure {
    get throws(DiagnosticList) { try placed(at: timing.posterFrame) }
  }

  /// Everything in its place in a frame, as lint looks at it.
  func placed(at frame: Int) throws(DiagnosticList) -> PlacedFigure {
    try at(frame) { moment throws(DiagnosticList) in try stage.placed(at: moment) }
  }

  /// Says of what is wrong at a moment in which frame it is.
  private func at<Result>(
    _ frame: Int, _ step: (FilmMoment) throws(DiagnosticList) -> Result
  ) throws(DiagnosticList) -> Result {
    guard let moment = timing.moment(of: frame) else {
      throw DiagnosticList([Diagnostic("the film has no frame \(frame)")])
    }
    do throws(DiagnosticList) {
      return try step(moment)
    } catch {
      throw error.inFrame(frame)
    }
  }
}
