import Diagnostics
import Rendering

/// A kind of file that a picture can be written to.
public struct PictureFormat: Sendable {
  let content: OutputFormat

  /// Every format by its name.
  public static let names = outputFormats.names

  /// The format of that name, such as `png`; `nil` if there is none.
  public init?(named name: String) {
    guard let format = outputFormats[name] else { return nil }
    content = format
  }

  /// What users call it, such as `png`.
  public var name: String { content.name }
  /// How its files' names end, without the dot.
  public var fileExtension: String { content.fileExtension }
}
