import Diagnostics
import Drawing
import Glibc

/// Where font files are looked for.
struct FontFolders: Sendable {
  /// The user's own folder, which goes first; `nil` for none.
  let environmentFolder: String?
  /// Whether files may also be where their Debian packages put them.
  let usesSystemFonts: Bool

  init(environmentFolder: String?, usesSystemFonts: Bool) {
    self.environmentFolder = environmentFolder.flatMap { $0.isEmpty ? nil : $0 }
    self.usesSystemFonts = usesSystemFonts
  }

  /// The folders' files of that name, the first of which goes first.
  func paths(of fileName: String, in family: FontFamily) -> [String] {
    folders(of: family).map { "\($0)/\(fileName)" }.filter { FontFolders.canRead($0) }
  }

  /// Throws for the first file of the family that is not there.
  func check(_ family: FontFamily, at location: SourceLocation? = nil) throws(Diagnostic) {
    for fileName in family.allFiles where paths(of: fileName, in: family).isEmpty {
      throw Diagnostic(
        "font \(fileName) not found in \(folders(of: family).joined(separator: " or "))", at: location,
        help: "install the Debian package \(family.debianPackage)")
    }
  }

  /// Whether it is a file, and may be read; to open a pipe would wait for ever.
  static func canRead(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, R_OK) == 0
  }

  /// The file that a path names from the process's folder, by its absolute path; `nil` if it cannot be read.
  static func file(at path: String) -> FontFile? {
    guard canRead(path), let absolute = realpath(path, nil) else { return nil }
    defer { free(absolute) }
    return FontFile(path: String(cString: absolute))
  }

  private func folders(of family: FontFamily) -> [String] {
    [environmentFolder, usesSystemFonts ? family.folder : nil].compactMap(\.self)
  }
}

extension FontChoice {
  /// Throws unless `name` is a word of the catalogue whose files are there, or a font file that serves.
  static func check(_ name: String, for role: Role, in fonts: FontSet, at location: SourceLocation?)
    throws(Diagnostic)
  {
    guard isPath(name) else {
      let families = FontFamily.catalogue(for: role)
      return try fonts.folders.check(families.entry(named: name, at: location), at: location)
    }
    guard let file = FontFolders.file(at: name) else {
      throw Diagnostic(
        access(name, F_OK) == 0
          ? "'\(name)' cannot be read, expected a font file" : "font file '\(name)' not found",
        at: location)
    }
    let font = fonts.font(file)
    guard font.hasGlyphs else {
      throw Diagnostic(
        "'\(name)' does not open as a font, expected an OpenType or TrueType font file", at: location)
    }
    if role == .math, !font.hasMathTable {
      let known = FontFamily.catalogue(for: .math).names.joined(separator: ", ")
      throw Diagnostic(
        "font '\(name)' has no MATH table, by which formulas are set", at: location,
        help: "known math fonts: \(known)")
    }
  }
}
