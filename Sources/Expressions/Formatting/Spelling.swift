/// Where the text of a value stands, which decides how its numbers are spelled.
package enum Spelling: Hashable, Sendable {
  /// A message: `−1.2e−05`.
  case plain
  /// Words of a picture: `−1.2 × 10⁻⁵`.
  case label
  /// A formula in LaTeX spelling: `-1.2 \times 10^{-5}`.
  case formula
  /// Code, as Python writes it: `-1.2e-05`.
  case code

  /// A number's text, spelled for this place.
  func spelled(_ number: String) -> String {
    switch self {
    case .plain: number
    case .label: raisingPower(of: number)
    case .formula: texNumber(number)
    case .code: number.replacing("\u{2212}", with: "-").replacing("∞", with: "inf")
    }
  }
}

/// `1.2e−05` as `1.2 × 10⁻⁵`, with thin spaces.
private func raisingPower(of number: String) -> String {
  guard let mark = number.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return number }
  let exponent = number[number.index(after: mark)...].replacing("\u{2212}", with: "-")
  guard let power = Int(exponent) else { return number }
  return "\(number[..<mark])\u{2009}×\u{2009}\(powerOfTen(power))"
}

/// A power of ten in words of a picture, such as `10⁻⁵`.
package func powerOfTen(_ power: Int) -> String {
  "10" + String(String(power).map { raisedDigits[$0] ?? $0 })
}

private let raisedDigits: [Character: Character] = [
  "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
  "9": "⁹",
]
