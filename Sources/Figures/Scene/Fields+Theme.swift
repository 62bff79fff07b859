import Diagnostics
import MathCore
import SceneFiles

extension Fields {
  /// A theme: the name of one, or the path of a theme file in the scene's folder.
  mutating func theme(
    _ key: String, in folder: DataFolder?, _ complaints: inout DiagnosticList
  ) -> Theme? {
    let text = complaints.collect { () throws(Diagnostic) in try self.text(key) }
    guard let text else { return nil }
    guard Theme.isPath(text.text) else {
      return complaints.collect { () throws(Diagnostic) in
        try themes.entry(named: text.text, at: text.start)
      }
    }
    let file = complaints.collect { () throws(Diagnostic) in try themeFile(text, in: folder) }
    guard let file else { return nil }
    do throws(DiagnosticList) {
      return try Theme(decoding: parseYAML(file.bytes, file: file.name))
    } catch {
      complaints.append(error)
      return nil
    }
  }

  private func themeFile(
    _ path: LocatedText, in folder: DataFolder?
  ) throws(Diagnostic) -> (bytes: [UInt8], name: String) {
    guard let folder else {
      throw Diagnostic(
        "a scene from memory has no folder in which '\(path.text)' could lie", at: path.start)
    }
    let source = try folder.open(path)
    // One more than a file may have, which is enough to refuse it.
    let bytes = try source.bytes(from: 0, count: min(source.count, SceneFileLimits.byteCount + 1))
    return (bytes, source.name)
  }
}

extension Fields {
  /// The complaint that a file is a theme, where a scene is wanted; `nil` if it may be a scene.
  var themeInsteadOfScene: Diagnostic? {
    let isScene = ["draw", "panels", "equation", "text", "title"].contains { has($0) }
    let isTheme = ["base", "ground", "ink", "ramps", "lines"].contains { has($0) }
    guard isTheme, !isScene else { return nil }
    return Diagnostic(
      Scene.themeComplaint, at: location, help: "name it in a scene: theme: \(location.file.fileName)")
  }
}

extension Scene {
  /// What is wrong with a theme file that is read as a scene.
  package static let themeComplaint = "this is a theme, not a scene"
}

extension String {
  /// What follows the last slash of a path.
  fileprivate var fileName: Substring { split(separator: "/").last ?? "theme.yaml" }
}

extension Theme {
  /// Whether a theme is the path of a file and not a name.
  package static func isPath(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/"))
      || [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
  }
}
