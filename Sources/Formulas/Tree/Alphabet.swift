/// The shapes of letters that mathematics tells apart.
package enum Alphabet: String, Hashable, Sendable, CaseIterable {
  /// As usual: italic Latin and small Greek letters, upright digits and capital Greek letters.
  case automatic
  case upright
  case italic
  case bold
  case boldItalic
  case calligraphic
  case boldCalligraphic
  case blackboard
  case fraktur
  case boldFraktur
  case sansSerif
  case sansSerifBold
  case sansSerifItalic
  case sansSerifBoldItalic
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

  /// The bold letters of the same kind; `letter` decides for the usual ones.
  package func bold(for letter: Unicode.Scalar) -> Alphabet {
    switch self {
    case .automatic: Alphabet.usual(for: letter) == .italic ? .boldItalic : .bold
    case .upright, .bold: .bold
    case .italic, .boldItalic: .boldItalic
    case .calligraphic, .boldCalligraphic: .boldCalligraphic
    case .fraktur, .boldFraktur: .boldFraktur
    case .sansSerif, .sansSerifBold: .sansSerifBold
    case .sansSerifItalic, .sansSerifBoldItalic: .sansSerifBoldItalic
    case .blackboard, .typewriter: self
    }
  }

  private static func usual(for letter: Unicode.Scalar) -> Alphabet {
    switch letter.value {
    case 0x41...0x5A, 0x61...0x7A, 0x3B1...0x3C9: .italic
    case 0x2202, 0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5, 0x131, 0x237: .italic
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
    case .boldCalligraphic: 0x1D4D0
    case .fraktur: 0x1D504
    case .blackboard: 0x1D538
    case .boldFraktur: 0x1D56C
    case .sansSerif: 0x1D5A0
    case .sansSerifBold: 0x1D5D4
    case .sansSerifItalic: 0x1D608
    case .sansSerifBoldItalic: 0x1D63C
    case .typewriter: 0x1D670
    }
  }

  private var digits: UInt32? {
    switch self {
    case .bold, .boldItalic, .boldCalligraphic, .boldFraktur: 0x1D7CE
    case .blackboard: 0x1D7D8
    case .sansSerif, .sansSerifItalic: 0x1D7E2
    case .sansSerifBold, .sansSerifBoldItalic: 0x1D7EC
    case .typewriter: 0x1D7F6
    default: nil
    }
  }

  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    case .sansSerifBold: 0x1D756
    case .sansSerifBoldItalic: 0x1D790
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
    case .italic: return Alphabet.oldItalic[value]
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

  private static let oldItalic: [UInt32: Unicode.Scalar] = [0x68: "ℎ", 0x131: "𝚤", 0x237: "𝚥"]
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
