import Diagnostics
import Drawing
import Figures
import Rendering

/// A scene that moves, ready to show any of its pictures.
///
/// ```swift
/// let film = try Scene(contentsOf: "race.yaml").film()
/// let painter = film.painter()
/// for frame in 0..<film.frameCount {
///   try painter.paint(frame)
///   let bytes = try painter.png()
/// }
/// ```
///
/// `forEachFrame` does so on all processors, and `write` makes one file of it, such as an MP4.
public struct Film: Sendable {
  let content: Boxed<Figures.Film>
  let source: [UInt8]
  /// The name under which places in the scene are reported.
  public let name: String
  /// What its frames are said to belong to, such as `optimization/race`.
  public let label: String
  /// How many times finer than the scene asks for its pixels are.
  public let scale: Double
  /// Of everything that decides its pictures: the scene, its files, fonts, theme, canvas, scale and program.
  public let digest: String

  /// How many pictures it has, numbered from 0.
  public var frameCount: Int { content.value.timing.frameCount }
  /// Pictures a second.
  public var framesPerSecond: Double { content.value.timing.framesPerSecond }
  /// The one that stands for the film where nothing can move.
  public var posterFrame: Int { content.value.timing.posterFrame }
  /// Whether its end meets its start.
  public var isLoop: Bool { content.value.timing.isLooping }

  init(
    _ film: Figures.Film, of ingredients: Ingredients, named name: String, label: String
  ) throws(SceneError) {
    content = Boxed(film)
    source = ingredients.scene
    self.name = name
    self.label = label
    scale = ingredients.options.scale
    do {
      digest = try Self.digest(of: film, ingredients)
    } catch {
      throw SceneError(error)
    }
  }

  /// Fonts are those of some frames: a film that changes its fonts in between would be a strange one.
  private static func digest(of film: Figures.Film, _ ingredients: Ingredients) throws(Diagnostic) -> String {
    let frames = [film.timing.posterFrame, 0]
    // A frame that cannot be drawn is reported when it is its turn.
    let lists = frames.compactMap { try? film.drawn(at: $0).list }
    let recipe = try ingredients.recipe(of: lists, ingredients.options)
    return OnePicture.digest(of: Array(RecipeRecord.carried(recipe).record.utf8))
  }

  /// What the file of a frame says of itself.
  package func note(of frame: Int) -> FrameNote { FrameNote(digest: digest, frame: frame, label: label) }

  /// A painter for its pictures; every thread needs one of its own.
  public func painter() -> FilmPainter { FilmPainter(of: self) }
}
