/// Which fonts labels are set in: for each role a word such as `inter`, or the path of a font file.
package struct FontChoice: Hashable, Sendable {
  /// What a font is chosen for.
  package enum Role: String, Hashable, Sendable, CaseIterable {
    /// Words.
    case text
    /// Formulas.
    case math
    /// Code.
    case code
  }

  package var text: String
  package var math: String
  package var code: String

  package init(
    text: String = "inter", math: String = "pagella", code: String = "jetbrains-mono"
  ) {
    self.text = text
    self.math = math
    self.code = code
  }

  /// The fonts of a picture that chooses none.
  package static let standard = FontChoice()

  /// Whether a choice is the path of a file and not a word.
  package static func isPath(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/"))
      || [".otf", ".ttf", ".ttc", ".otc"].contains { name.lowercased().hasSuffix($0) }
  }

  /// The word or path for a role.
  package subscript(role: Role) -> String {
    get {
      switch role {
      case .text: text
      case .math: math
      case .code: code
      }
    }
    set {
      switch role {
      case .text: text = newValue
      case .math: math = newValue
      case .code: code = newValue
      }
    }
  }
}
