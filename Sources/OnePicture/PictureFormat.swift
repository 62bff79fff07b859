import Diagnostics
import Rendering

/// A kind of file that a picture can be written to.
public struct PictureFormat: Sendable {
  let content: Boxed<OutputFormat>

  /// Every format by its name.
  public static let names = outputFormats.names

  /// The format of that name, such as `png`; `nil` if there is none.
  public init?(named name: String) {
    guard let format = outputFormats[name] else { return nil }
    content = Boxed(format)
  }

  /// The format that a file looks like; `nil` for other kinds of files.
  public init?(of file: [UInt8]) {
    guard let name = outputFormats.names.first(where: { outputFormats[$0]?.recognizes(file) == true }) else {
      return nil
    }
    self.init(named: name)
  }

  /// What users call it, such as `png`.
  public var name: String { content.value.name }
  /// How its files' names end, without the dot.
  public var fileExtension: String { content.value.fileExtension }
}
