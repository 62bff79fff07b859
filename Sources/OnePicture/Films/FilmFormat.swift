import Diagnostics
import Rendering

/// A kind of file that a film can be written to as a whole.
public struct FilmFormat: Sendable {
  let content: Boxed<Rendering.FilmFormat>

  /// Every format by its name.
  public static let names = filmFormats.names

  /// Those whose files say how often they are played.
  public static var namesOfLooping: [String] { names.filter { FilmFormat(named: $0)?.loops == true } }

  /// The format of that name, such as `mp4`; `nil` if there is none.
  public init?(named name: String) {
    guard let format = filmFormats[name] else { return nil }
    content = Boxed(format)
  }

  /// What users call it, such as `mp4`.
  public var name: String { content.value.name }
  /// Whether a file says how often it is played; players of others ask their user.
  public var loops: Bool { content.value.loops }
  /// How its files' names end, without the dot.
  public var fileExtension: String { content.value.fileExtension }
}
