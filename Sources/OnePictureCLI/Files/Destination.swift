import Diagnostics
import OnePicture

/// Where `-o` sends the pictures.
enum Destination: Sendable {
  /// Pictures go below it, named after their scenes.
  case folder(String)
  /// One picture, in the format of its extension.
  case file(String, PictureFormat)
  /// One picture.
  case standardOutput

  /// `nil` stands for the folder `Output`.
  init(_ place: String?) throws(Diagnostic) {
    guard let place else {
      self = .folder("Output")
      return
    }
    let ending = fileExtension(of: place)
    if place == "-" {
      self = .standardOutput
    } else if let format = PictureFormat(named: ending.lowercased()) {
      self = .file(place, format)
    } else if !ending.isEmpty, ending.allSatisfy(\.isLetter), !isFolder(place) {
      // More likely a format that we do not have than a folder with such a name.
      throw Diagnostic(
        "unknown format '\(ending)' of '\(place)'",
        help: "known: \(PictureFormat.names.joined(separator: ", ")); a folder's name ends in '/'")
    } else {
      self = .folder(place)
    }
  }

  /// The formats to write, by what `-f` asks for.
  func formats(wanted: [PictureFormat]?) throws(Diagnostic) -> [PictureFormat] {
    switch self {
    case .folder:
      if let wanted { return wanted }
      return [try RenderRequest.format(named: "png"), try RenderRequest.format(named: "svg")]
    case .file(let path, let format):
      guard wanted.map({ $0.map(\.name) == [format.name] }) ?? true else {
        throw Diagnostic("'\(path)' is one \(format.name) file, which does not fit --format")
      }
      return [format]
    case .standardOutput:
      guard let wanted else { return [try RenderRequest.format(named: "png")] }
      guard wanted.count == 1 else { throw Diagnostic("standard output takes one format") }
      return wanted
    }
  }
}
