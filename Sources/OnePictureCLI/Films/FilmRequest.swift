import Diagnostics
import OnePicture

/// What the options of `film` ask for.
struct FilmRequest: Sendable {
  let selection: FrameSelection
  let threadCount: Int
  let scale: Double
  /// A name, or the path of a theme file.
  let theme: String?
  let canvas: String?
  /// `nil` leaves it to the scene.
  let isTransparent: Bool?
  let isLenient: Bool
  /// Whether frames are painted that are there already, and files of others overwritten.
  let isForced: Bool
  /// Where the poster goes; beside the frames unless said.
  let poster: String?
  /// How often films are played, in formats that say so; 0 means forever.
  let loopCount: Int

  init(_ arguments: Arguments) throws(Diagnostic) {
    selection = try FrameSelection(arguments)
    threadCount = try arguments.value("jobs").map(Self.threadCount) ?? usableProcessorCount()
    scale = try arguments.value("scale").map(RenderRequest.scale) ?? 1
    theme = try arguments.value("theme").map(RenderRequest.theme)
    canvas = try arguments.value("canvas").map(RenderRequest.canvas)
    isTransparent = arguments.has("transparent") ? true : nil
    isLenient = arguments.has("lenient")
    isForced = arguments.has("force")
    poster = arguments.value("poster")
    loopCount = try arguments.value("loop").map(Self.loopCount) ?? 0
  }

  /// The film of a scene as it is asked for.
  func film(of scene: Scene, label: String) throws(SceneError) -> Film {
    try scene.film(
      theme: theme, canvas: canvas, isTransparent: isTransparent, scale: scale, label: label)
  }

  private static func loopCount(_ text: String) throws(Diagnostic) -> Int {
    guard let count = Int(text), (0...65_535).contains(count) else {
      throw Diagnostic("--loop: expected a whole number from 0 (forever) to 65535, found '\(text)'")
    }
    return count
  }

  private static func threadCount(_ text: String) throws(Diagnostic) -> Int {
    guard let count = Int(text), (1...1024).contains(count) else {
      throw Diagnostic("--jobs: expected a whole number from 1 to 1024, found '\(text)'")
    }
    return count
  }
}
