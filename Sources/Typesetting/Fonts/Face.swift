import Drawing
import Formulas

/// What a stretch of a label is to be set in; which font that is depends on the choice of fonts.
struct Face: Hashable, Sendable {
  enum Role: Int, Hashable, Sendable, CaseIterable {
    case text
    case code
    case math
    /// Has a shape for most characters that the others lack.
    case fallback
    /// The same with a fixed pitch.
    case codeFallback
  }

  var role: Role
  var weight = TextStyle.Weight.regular
  var isItalic = false

  static let regular = Face(role: .text)
  static let code = Face(role: .code)
  static let math = Face(role: .math)

  /// All faces, each at its index.
  static let all = Role.allCases.flatMap { role in
    [TextStyle.Weight.regular, .medium, .bold].flatMap { weight in
      [false, true].map { Face(role: role, weight: weight, isItalic: $0) }
    }
  }

  var index: Int { (role.rawValue * 3 + weight.step) * 2 + (isItalic ? 1 : 0) }
}

extension Face {
  /// The face for a stretch of a label.
  init(_ style: TextStyle, _ emphasis: Emphasis) {
    // The math font has its letters in one weight and no slanted words.
    let isRoman = emphasis.isRoman && !emphasis.isBold && !emphasis.isItalic
    role = emphasis.isCode ? .code : isRoman ? .math : .text
    weight = emphasis.isBold ? .bold : style.weight
    isItalic = emphasis.isItalic || style.isItalic
  }

  /// The same weight and slant in another role.
  func with(role: Role) -> Face { Face(role: role, weight: weight, isItalic: isItalic) }
}

extension TextStyle.Weight {
  fileprivate var step: Int {
    switch self {
    case .regular: 0
    case .medium: 1
    case .bold: 2
    }
  }
}
