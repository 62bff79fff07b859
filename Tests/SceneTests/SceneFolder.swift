import Foundation
import OnePicture

/// The course's scenes, which are at once examples, documentation and the inputs of these tests.
enum SceneFolder {
  private static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scenes")

  /// Every scene's path below the folder, without `.yaml`, sorted.
  static let names: [String] = {
    let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func source(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name + ".yaml")))
  }

  /// The folder in which a scene's data lie.
  static func folder(of name: String) -> String { url.appending(path: name).deletingLastPathComponent().path }

  static func scene(_ name: String) throws -> OnePicture.Scene {
    try OnePicture.Scene(try source(name), named: name + ".yaml", folder: folder(of: name))
  }

  /// Read anew and drawn.
  static func picture(_ name: String, theme: String? = nil) throws -> Picture {
    try scene(name).drawn(theme: theme)
  }

  /// The scene in a changed wording, with the files beside it.
  static func picture(_ name: String, of source: String) throws -> Picture {
    let folder = url.appending(path: name).deletingLastPathComponent().path
    return try OnePicture.Scene(Array(source.utf8), named: name + ".yaml", folder: folder).drawn()
  }
}
