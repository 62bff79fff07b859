import Diagnostics
import Drawing
import Synchronization

/// The name of an opened font, as marks and runs carry it.
struct FontID: Hashable, Sendable {
  fileprivate let place: Int32
}

/// Which font of which file.
struct FontFile: Hashable, Sendable {
  var path: String
  /// The font's place in a collection; 0 in ordinary files.
  var index = 0
}

/// Every font that was opened, each once and for good, so that its name stays true.
final class FontSet: Sendable {
  private struct Opened {
    var fonts: [Font] = []
    var places: [FontFile: Int] = [:]
  }

  let folders: FontFolders
  /// Fonts of the system beyond the chosen ones; untouched until a character needs them.
  let systemFonts: SystemFonts
  private let opened = Mutex(Opened())

  init(folders: FontFolders) {
    self.folders = folders
    systemFonts = SystemFonts(folders: folders)
  }

  subscript(id: FontID) -> Font { opened.withLock { $0.fonts[Int(id.place)] } }

  /// The font of a file; one that cannot be read acts as a font without glyphs.
  func font(_ file: FontFile) -> Font {
    opened.withLock { opened in
      if let place = opened.places[file] { return opened.fonts[place] }
      let place = opened.fonts.count
      let font = Font(file, id: FontID(place: Int32(clamping: place)))
      opened.fonts.append(font)
      opened.places[file] = place
      return font
    }
  }
}
