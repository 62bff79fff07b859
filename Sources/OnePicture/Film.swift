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
public struct Film: Sendable {
  let content: Boxed<Figures.Film>
  let source: [UInt8]
  /// The name under which places in the scene are reported.
  public let name: String
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

  init(
    _ film: Figures.Film, poster: Picture, source: [UInt8], named name: String, scale: Double
  ) throws(SceneError) {
    content = Boxed(film)
    self.source = source
    self.name = name
    self.scale = scale
    guard let png = PictureFormat(named: "png") else { throw SceneError(Diagnostic("there is no PNG")) }
    let recipe = try poster.recipe(as: png, scale: scale, idPrefix: "picture")
    digest = OnePicture.digest(of: RecipeRecord.carried(recipe).record.utf8.map(\.self))
  }

  /// A painter for its pictures; every thread needs one of its own.
  public func painter() -> FilmPainter { FilmPainter(of: self) }
}
