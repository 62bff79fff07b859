import Drawing
import Synchronization

/// The fonts of one choice by face, each opened when it is first used.
final class ChosenFonts: Sendable {
  let fonts: FontSet
  private let choice: FontChoice
  private let opened = Mutex([Font?](repeating: nil, count: Face.all.count))

  init(_ choice: FontChoice, in fonts: FontSet) {
    self.choice = choice
    self.fonts = fonts
  }

  /// The font of a face; where it is missing, the standard family's.
  subscript(face: Face) -> Font {
    if let font = opened.withLock({ $0[face.index] }) { return font }
    let font = fonts.font(file(for: face))
    opened.withLock { $0[face.index] = font }
    return font
  }

  /// In what order characters are looked for, beginning with the face itself.
  func faces(insteadOf face: Face) -> [Face] {
    let own: [Face.Role] = face.role == .code ? [.code, .codeFallback, .text] : [face.role, .text]
    let candidates =
      own.flatMap { [face.with(role: $0), Face(role: $0)] }
      + [.math, face.with(role: .fallback), Face(role: .fallback)]
    return candidates.enumerated().filter { place, face in
      !candidates[..<place].contains(face)
    }.map(\.element)
  }

  private func file(for face: Face) -> FontFile {
    let role: FontChoice.Role
    switch face.role {
    case .text: role = .text
    case .code: role = .code
    case .math: role = .math
    case .fallback: return file(of: .dejaVuSans, face, for: .text) ?? FontFile(path: "")
    case .codeFallback: return file(of: .dejaVuSansMono, face, for: .code) ?? FontFile(path: "")
    }
    let name = choice[role]
    if FontChoice.isPath(name) {
      if let file = FontFolders.file(at: name), usable(file, for: role) { return file }
    } else if let family = FontFamily.family(named: name, for: role),
      let found = file(of: family, face, for: role)
    {
      return found
    }
    return file(of: .standard(for: role), face, for: role) ?? FontFile(path: "")
  }

  private func usable(_ file: FontFile, for role: FontChoice.Role) -> Bool {
    let font = fonts.font(file)
    return font.hasGlyphs && (role != .math || font.hasMathTable)
  }

  /// The first file of a family that serves: what lies in the user's own folder under its name may not.
  private func file(of family: FontFamily, _ face: Face, for role: FontChoice.Role) -> FontFile? {
    family.files(for: face).lazy
      .flatMap { self.fonts.folders.paths(of: $0, in: family) }
      .map { FontFile(path: $0) }.first { self.usable($0, for: role) }
  }
}
