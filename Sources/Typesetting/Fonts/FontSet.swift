import Diagnostics
import Glibc
import Synchronization

/// The fonts of labels, each opened when it is first used.
final class FontSet: Sendable {
  /// Absolute paths by face; `nil` where an optional font is not installed.
  private let paths: [String?]
  private let opened = Mutex<[Font?]>([Font?](repeating: nil, count: Face.allCases.count))

  /// Looks for every file, first in the environment's folder, then where its Debian package puts it.
  init(environmentFolder: String?, usesSystemFonts: Bool) throws(Diagnostic) {
    var paths: [String?] = []
    for face in Face.allCases {
      let folders = [environmentFolder, usesSystemFonts ? face.folder : nil].compactMap(\.self)
        .filter { !$0.isEmpty }
      let candidates = folders.map { "\($0)/\(face.fileName)" }
      let found = candidates.first { access($0, R_OK) == 0 }
      guard found != nil || !face.isNeeded else {
        throw Diagnostic(
          "font \(face.fileName) not found in \(folders.joined(separator: " or "))",
          help: "install the Debian package \(face.debianPackage)")
      }
      paths.append(found)
    }
    self.paths = paths
  }

  /// The font of a face; the regular one where an optional face is missing.
  subscript(face: Face) -> Font {
    opened.withLock { fonts in
      if let font = fonts[face.rawValue] { return font }
      let font = Font(path: paths[face.rawValue] ?? paths[Face.regular.rawValue] ?? "")
      fonts[face.rawValue] = font
      return font
    }
  }
}
