/// The shapes of letters that mathematics tells apart.
package enum Alphabet: String, Hashable, Sendable {
  /// As usual: italic Latin and small Greek letters, upright digits and capital Greek letters.
  case automatic
  case upright
  case italic
  case bold
  case boldItalic
  case calligraphic
  case blackboard
  case fraktur
  case sansSerif
  case typewriter

  /// The character of Unicode's mathematical alphabets that shows `letter`; others stay as they are.
  package func letter(for letter: Unicode.Scalar) -> Unicode.Scalar {
    let alphabet = self == .automatic ? Alphabet.usual(for: letter) : self
    guard alphabet != .upright else { return letter }
    if let exception = alphabet.exception(for: letter) { return exception }
    let value = letter.value
    switch value {
    case 0x41...0x5A: return alphabet.shifted(alphabet.latin, by: value - 0x41) ?? letter
    case 0x61...0x7A: return alphabet.shifted(alphabet.latin, by: value - 0x61 + 26) ?? letter
    case 0x30...0x39: return alphabet.shifted(alphabet.digits, by: value - 0x30) ?? letter
    case 0x391...0x3A9: return alphabet.shifted(alphabet.greek, by: value - 0x391) ?? letter
    case 0x3B1...0x3C9: return alphabet.shifted(alphabet.greek, by: value - 0x3B1 + 26) ?? letter
    default: return letter
    }
  }

  private static func usual(for letter: Unicode.Scalar) -> Alphabet {
    switch letter.value {
    case 0x41...0x5A, 0x61...0x7A, 0x3B1...0x3C9: .italic
    case 0x2202, 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5: .italic
    default: .upright
    }
  }

  private func shifted(_ start: UInt32?, by offset: UInt32) -> Unicode.Scalar? {
    start.flatMap { Unicode.Scalar($0 + offset) }
  }

  /// Where `A` … `Z`, `a` … `z` start in the block Mathematical Alphanumeric Symbols.
  private var latin: UInt32? {
    switch self {
    case .automatic, .upright: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .calligraphic: 0x1D49C
    case .fraktur: 0x1D504
    case .blackboard: 0x1D538
    case .sansSerif: 0x1D5A0
    case .typewriter: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .blackboard: 0x1D7D8
    case .sansSerif: 0x1D7E2
    case .typewriter: 0x1D7F6
    default: nil
    }
  }

  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  /// Letters that Unicode had before the block existed, and those after its regular runs.
  private func exception(for letter: Unicode.Scalar) -> Unicode.Scalar? {
    let value = letter.value
    // An italic nabla is nobody's habit, not even when letters around it lean.
    if value == 0x2207, self == .italic { return nil }
    if let greek, let place = Alphabet.placeAfterGreek(value) { return Unicode.Scalar(greek + place) }
    switch self {
    case .italic: return value == 0x68 ? "ℎ" : nil
    case .calligraphic: return Alphabet.oldCalligraphic[value]
    case .fraktur: return Alphabet.oldFraktur[value]
    case .blackboard: return Alphabet.oldBlackboard[value]
    default: return nil
    }
  }

  /// ∇ ∂ ϵ ϑ ϰ ϕ ϱ ϖ, which stand between and behind the Greek letters.
  private static func placeAfterGreek(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x2207: 25
    case 0x2202: 51
    case 0x3F5: 52
    case 0x3D1: 53
    case 0x3F0: 54
    case 0x3D5: 55
    case 0x3F1: 56
    case 0x3D6: 57
    default: nil
    }
  }

  private static let oldCalligraphic: [UInt32: Unicode.Scalar] = [
    0x42: "ℬ", 0x45: "ℰ", 0x46: "ℱ", 0x48: "ℋ", 0x49: "ℐ", 0x4C: "ℒ", 0x4D: "ℳ", 0x52: "ℛ",
    0x65: "ℯ", 0x67: "ℊ", 0x6F: "ℴ",
  ]
  private static let oldFraktur: [UInt32: Unicode.Scalar] = [
    0x43: "ℭ", 0x48: "ℌ", 0x49: "ℑ", 0x52: "ℜ", 0x5A: "ℨ",
  ]
  private static let oldBlackboard: [UInt32: Unicode.Scalar] = [
    0x43: "ℂ", 0x48: "ℍ", 0x4E: "ℕ", 0x50: "ℙ", 0x51: "ℚ", 0x52: "ℝ", 0x5A: "ℤ",
  ]
}
