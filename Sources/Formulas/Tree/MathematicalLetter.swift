/// A letter or digit in the shape that Unicode's mathematical alphabets give it, taken apart.
struct MathematicalLetter {
  var plain: Unicode.Scalar
  var alphabet: Alphabet

  /// Reads 𝐀, ℝ, 𝜶, 𝟙 and the like; `nil` for other characters.
  init?(_ shown: Unicode.Scalar) {
    let value = shown.value
    switch value {
    case 0x1D400...0x1D6A3: self.init(latin: value - 0x1D400)
    case 0x1D6A8...0x1D7C9: self.init(greek: value - 0x1D6A8)
    case 0x1D7CE...0x1D7FF: self.init(digit: value - 0x1D7CE)
    case 0x2102...0x2134: self.init(old: shown)
    default: return nil
    }
  }

  private init?(_ plain: UInt32, _ alphabet: Alphabet) {
    guard let plain = Unicode.Scalar(plain) else { return nil }
    self.plain = plain
    self.alphabet = alphabet
  }

  private init?(latin place: UInt32) {
    let letter = place % 52
    self.init(letter < 26 ? 65 + letter : 71 + letter, MathematicalLetter.latin[Int(place / 52)])
  }

  private init?(greek place: UInt32) {
    let letter = place % 58
    let plain =
      switch letter {
      case 17: UInt32(0x3F4)
      case 25: UInt32(0x2207)
      case ...24: 0x391 + letter
      case ...50: 0x3B1 + letter - 26
      default: MathematicalLetter.afterGreek[Int(letter - 51)]
      }
    self.init(plain, MathematicalLetter.greek[Int(place / 58)])
  }

  private init?(digit place: UInt32) {
    self.init(48 + place % 10, MathematicalLetter.digits[Int(place / 10)])
  }

  /// Letters that Unicode had before the block existed.
  private init?(old shown: Unicode.Scalar) {
    for alphabet in [Alphabet.blackboard, .calligraphic, .fraktur, .italic] {
      for letter in [65...90, 97...122].joined() {
        guard let plain = Unicode.Scalar(UInt32(letter)) else { continue }
        if alphabet.letter(for: plain) == shown {
          self.plain = plain
          self.alphabet = alphabet
          return
        }
      }
    }
    return nil
  }

  // In the order of the block Mathematical Alphanumeric Symbols.
  private static let latin: [Alphabet] = [
    .bold, .italic, .boldItalic, .calligraphic, .boldCalligraphic, .fraktur, .blackboard, .boldFraktur,
    .sansSerif, .sansSerifBold, .sansSerifItalic, .sansSerifBoldItalic, .typewriter,
  ]
  private static let greek: [Alphabet] = [
    .bold, .italic, .boldItalic, .sansSerifBold, .sansSerifBoldItalic,
  ]
  private static let digits: [Alphabet] = [
    .bold, .blackboard, .sansSerif, .sansSerifBold, .typewriter,
  ]
  private static let afterGreek: [UInt32] = [0x2202, 0x3F5, 0x3D1, 0x3F0, 0x3D5, 0x3F1, 0x3D6]
}
