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

extension Theme {
  /// Whether a theme is the path of a file and not a name.
  package static func isPath(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/"))
      || [".yaml", ".yml", ".json"].contains { name.lowercased().hasSuffix($0) }
  }
}
