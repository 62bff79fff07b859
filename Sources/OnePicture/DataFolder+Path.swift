import Diagnostics
import Figures
import Glibc
import MathCore

extension DataFolder {
  /// The files of a folder and of those below it, noted when they are read; links may not lead out of it.
  init(path folder: String, notingIn log: FileLog) {
    self.init(
      open: { (file) throws(Diagnostic) in
        try placed(file) { () throws(Diagnostic) in
          let path = try insidePath(file.text, of: folder)
          let name = shown(file.text, in: folder)
          let opened = try source(ofFile: path, named: name)
          log.note(file.text) { () throws(Diagnostic) in try source(ofFile: path, named: name) }
          return opened
        }
      },
      locate: { (file) throws(Diagnostic) in
        try placed(file) { () throws(Diagnostic) in try insidePath(file.text, of: folder) }
      })
  }
}

/// Mistakes that are not made within the file stand where the scene names it.
private func placed<Result>(
  _ file: LocatedText, _ step: () throws(Diagnostic) -> Result
) throws(Diagnostic) -> Result {
  do throws(Diagnostic) {
    return try step()
  } catch {
    var error = error
    error.at = error.at ?? file.start
    throw error
  }
}

/// How a file is called in messages.
private func shown(_ path: String, in folder: String) -> String {
  folder == "." ? path : folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
}

/// The path of a file without any links, which lies in the folder.
func insidePath(_ path: String, of folder: String) throws(Diagnostic) -> String {
  let help = "put a copy of the file next to the scene"
  guard !path.contains("://") else {
    throw Diagnostic("a scene reads files next to it, and nothing from '\(path)'", help: help)
  }
  guard !path.utf8.contains(0) else { throw Diagnostic("a file's name cannot hold a zero byte") }
  var depth = 0
  for part in path.split(separator: "/") where part != "." {
    depth += part == ".." ? -1 : 1
    guard depth >= 0 else { break }
  }
  guard !path.hasPrefix("/"), depth >= 0 else {
    throw Diagnostic("'\(path)' lies outside of the scene's folder", help: help)
  }
  guard let root = resolved(folder) else {
    throw Diagnostic("cannot read the scene's folder: \(systemReason())")
  }
  // What is not there is told by whoever opens it.
  guard let file = resolved("\(folder)/\(path)") else { return "\(folder)/\(path)" }
  guard file.hasPrefix(root.hasSuffix("/") ? root : root + "/") else {
    throw Diagnostic("'\(path)' is a link that leads out of the scene's folder", help: help)
  }
  return file
}

/// The path without links, `.` and `..`; `nil` if there is no such file.
private func resolved(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
