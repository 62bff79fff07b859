import Glibc
import OnePicture

/// A scene that is to be worked on.
struct SceneInput: Hashable, Sendable {
  /// As the user wrote it; `-` is standard input.
  let path: String
  /// Where its pictures stand below the output folder, the file's name without extension last.
  private(set) var outputName: [String]

  /// Whether it was found in a folder, where other files lie, too.
  let isFound: Bool

  /// A file, found in `folder` if that was given instead; both as users write them.
  init(path: String, in folder: String? = nil) {
    self.path = path
    isFound = folder != nil
    guard path != "-" else {
      outputName = ["scene"]
      return
    }
    let parts = components(of: path)
    let name = parts.last.map(withoutExtension) ?? "scene"
    let folders = parts.dropLast()
    if let scenes = folders.lastIndex(of: "Scenes") {
      outputName = folders[(scenes + 1)...] + [name]
    } else {
      let above = folder.map { components(of: $0).count } ?? folders.count
      outputName = folders.dropFirst(above) + [name]
    }
  }

  /// The same, whose pictures are called otherwise than the scene.
  func with(suffix: String) -> SceneInput {
    var input = self
    input.outputName = outputName.dropLast() + outputName.suffix(1).map { $0 + suffix }
    return input
  }

  /// What progress lines call it, such as `probability/bell-curve`.
  var label: String { outputName.joined(separator: "/") }

  /// The label as the start of identifiers in an SVG: a letter, then letters, digits, hyphens.
  var identifier: String {
    let safe = outputName.joined(separator: "-").unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? scalar : "-"
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: safe)
    let startsWithLetter = safe.first?.properties.isAlphabetic == true
    return startsWithLetter ? String(text) : "picture-" + String(text)
  }

  /// Reads it, leniently if mistakes in labels shall not stop it.
  func scene(isLenient: Bool = false) throws(SceneError) -> Scene {
    guard path == "-" else { return try Scene(contentsOf: path, isLenient: isLenient) }
    let bytes: [UInt8]
    do {
      bytes = try contents(of: STDIN_FILENO, named: "standard input")
    } catch {
      throw SceneError(error)
    }
    // Whoever pipes a scene stands in its folder.
    return try Scene(bytes, named: "<stdin>", folder: ".", isLenient: isLenient)
  }
}
