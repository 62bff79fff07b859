import CFontconfig
import Drawing
import Synchronization

/// The fonts of the system that may stand in where the chosen ones lack a character.
///
/// Fontconfig is asked for its list when a character first needs it, which takes some milliseconds. Which font
/// is taken depends on the fonts alone: neither on the locale nor on what fontconfig prefers for it.
final class SystemFonts: Sendable {
  private let folders: FontFolders
  private let candidates = Mutex<[Candidate]?>(nil)

  init(folders: FontFolders) { self.folders = folders }

  /// Whether fontconfig was started.
  var isLoaded: Bool { candidates.withLock { $0 != nil } }

  /// Files of fonts that should have all the scalars, the most fitting first.
  func files(covering scalars: [Unicode.Scalar], for face: Face) -> [FontFile] {
    let all = candidates.withLock { candidates in
      if let candidates { return candidates }
      let loaded = load()
      candidates = loaded
      return loaded
    }
    let covering = all.filter { candidate in scalars.allSatisfy(candidate.covers) }
    // The candidates are in order of their files: of equally fitting ones the first wins.
    let ranked = covering.enumerated().sorted { a, b in
      let (left, right) = (a.element.misfit(for: face), b.element.misfit(for: face))
      return left == right ? a.offset < b.offset : left < right
    }
    return ranked.map(\.element.file)
  }

  /// All fonts with outlines, those of the user's folder first, then by file.
  private func load() -> [Candidate] {
    // Its own configuration and not the process's: nobody else's settings come in.
    guard let config = folders.usesSystemFonts ? FcInitLoadConfigAndFonts() : FcConfigCreate() else {
      return []
    }
    if let folder = folders.environmentFolder { FcConfigAppFontAddDir(config, folder) }
    // The configuration is kept for good, since the sets of characters belong to it.
    return [FcSetApplication, FcSetSystem].enumerated().flatMap { place, name in
      guard let set = FcConfigGetFonts(config, name)?.pointee, let patterns = set.fonts else {
        return [Candidate]()
      }
      return (0..<Int(set.nfont)).compactMap { index in
        patterns[index].flatMap { Candidate($0, isOwn: place == 0) }
      }.sorted { ($0.file.path, $0.file.index) < ($1.file.path, $1.file.index) }
    }
  }
}

/// One font that fontconfig knows.
///
/// Unchecked because a pointer is not Sendable: the set of characters is only read.
private struct Candidate: @unchecked Sendable {
  let file: FontFile
  private let isOwn: Bool
  private let isBold: Bool
  private let isSlanted: Bool
  private let isMonospaced: Bool
  private let plainness: Int
  private let characters: OpaquePointer

  /// Reads a pattern of fontconfig; `nil` for fonts of bitmaps or colors, which have no outlines.
  init?(_ pattern: OpaquePointer, isOwn: Bool) {
    func integer(_ name: String) -> Int? {
      var value: Int32 = 0
      return FcPatternGetInteger(pattern, name, 0, &value) == FcResultMatch ? Int(value) : nil
    }
    func flag(_ name: String) -> Bool? {
      var value: FcBool = 0
      return FcPatternGetBool(pattern, name, 0, &value) == FcResultMatch ? value == FcTrue : nil
    }
    func text(_ name: String) -> String? {
      var value: UnsafeMutablePointer<FcChar8>?
      guard FcPatternGetString(pattern, name, 0, &value) == FcResultMatch, let value else { return nil }
      return String(cString: value)
    }
    var characters: OpaquePointer?
    guard flag(FC_OUTLINE) ?? false, !(flag(FC_COLOR) ?? false), let path = text(FC_FILE),
      FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch, let characters
    else { return nil }
    let index = integer(FC_INDEX) ?? 0
    // The upper bits name an instance of a variable font, which its file's default stands for.
    guard index >> 16 == 0 else { return nil }
    file = FontFile(path: path, index: index)
    self.isOwn = isOwn
    self.characters = characters
    isBold = (integer(FC_WEIGHT) ?? Int(FC_WEIGHT_REGULAR)) > Int(FC_WEIGHT_MEDIUM)
    isSlanted = (integer(FC_SLANT) ?? 0) != Int(FC_SLANT_ROMAN)
    isMonospaced = (integer(FC_SPACING) ?? Int(FC_PROPORTIONAL)) >= Int(FC_MONO)
    guard let plainness = familyPlainness(of: text(FC_FAMILY) ?? "") else { return nil }
    let isThin = (integer(FC_WEIGHT) ?? Int(FC_WEIGHT_REGULAR)) < Int(FC_WEIGHT_REGULAR)
    let isNarrow = (integer(FC_WIDTH) ?? Int(FC_WIDTH_NORMAL)) != Int(FC_WIDTH_NORMAL)
    self.plainness = plainness + (isThin || isNarrow ? 1 : 0)
  }

  func covers(_ scalar: Unicode.Scalar) -> Bool { FcCharSetHasChar(characters, scalar.value) == FcTrue }

  /// How badly the font fits among its neighbors; 0 is best.
  func misfit(for face: Face) -> Int {
    (isOwn ? 0 : 100) + plainness * 10 + (isMonospaced == (face.role == .code) ? 0 : 4)
      + (isBold == (face.weight == .bold) ? 0 : 2) + (isSlanted == face.isItalic ? 0 : 1)
  }
}

/// How far a family is from a plain sans; `nil` for those that only pretend to have characters.
private func familyPlainness(of name: String) -> Int? {
  let name = name.lowercased()
  if ["lastresort", "last resort", "adobe blank"].contains(where: name.contains) { return nil }
  // Its outlines are pixels.
  if name.contains("unifont") { return 4 }
  if name.hasPrefix("noto sans") { return 0 }
  return name.contains("sans") ? 1 : 2
}
