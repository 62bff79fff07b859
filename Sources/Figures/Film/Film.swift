package import Diagnostics
package import Drawing

/// A scene that moves, ready to show any of its pictures.
package struct Film: Sendable {
  package let timing: FilmTiming
  private let scene: Scene
  private let typesetter: any Typesetter
  private let options: SceneOptions

  /// Computes what all pictures share; throws if the scene is no film, and everything that is wrong with it.
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
    self.scene = scene
    self.typesetter = typesetter
    self.options = options
  }

  /// The picture of a frame, and what is legal in it but probably not meant; throws what is wrong at that moment.
  package func drawn(at frame: Int) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    guard let moment = timing.moment(of: frame) else {
      throw DiagnosticList([Diagnostic("the film has no frame \(frame)")])
    }
    return try scene.drawn(with: typesetter, options: options, at: moment)
  }
}
