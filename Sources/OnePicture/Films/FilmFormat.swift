import Diagnostics
import Rendering

/// A kind of file that a film can be written to as a whole.
public struct FilmFormat: Sendable {
  let content: Boxed<Rendering.FilmFormat>

  /// Every format by its name.
  public static let names = filmFormats.names

  /// The format of that name, such as `mp4`; `nil` if there is none.
  public init?(named name: String) {
    guard let format = filmFormats[name] else { return nil }
    content = Boxed(format)
  }

  /// What users call it, such as `mp4`.
  public var name: String { content.value.name }
  /// How its files' names end, without the dot.
  public var fileExtension: String { content.value.fileExtension }
}
