import Diagnostics
import Drawing
import SceneFiles

extension Color {
  /// Whether a text is meant as a color, well written or not.
  static func isWritten(_ text: String) -> Bool { text.hasPrefix("#") || text.hasPrefix("oklch") }

  /// Reads `#rrggbb` or `oklch(0.6 0.15 38)`; `alternative` says what else could stand there.
  init(_ text: LocatedText, of key: String, else alternative: String = "") throws(Diagnostic) {
    if let color = Color(hex: text.text) ?? Color(oklch: text.text) {
      self = color
    } else {
      throw Diagnostic(
        "\(key): '\(text.text)' is not a color", at: text.start,
        help: "write '#rrggbb' or oklch(0.6 0.15 38)\(alternative)")
    }
  }

  /// A color as CSS writes it: lightness 0…1 or in percent, chroma 0…0.5, hue in degrees.
  private init?(oklch text: String) {
    guard text.hasPrefix("oklch("), text.hasSuffix(")") else { return nil }
    let parts = text.dropFirst(6).dropLast().split { $0 == " " || $0 == "," }
    guard parts.count == 3 else { return nil }
    let isPercent = parts[0].hasSuffix("%")
    guard let lightness = Double(isPercent ? parts[0].dropLast() : parts[0]),
      let chroma = Double(parts[1]), let hue = Double(parts[2]), hue.isFinite
    else { return nil }
    let share = isPercent ? lightness / 100 : lightness
    guard 0...1 ~= share, 0...0.5 ~= chroma else { return nil }
    self = OKLCH(share, chroma, hue.truncatingRemainder(dividingBy: 360)).color
  }
}

extension Fields {
  /// The text of a color; a key with nothing behind it is an error, for it hides a color without quotes.
  mutating func written(_ key: String) throws(Diagnostic) -> LocatedText? {
    guard let node = node(key) else { return nil }
    if case .scalar(let scalar) = node.content, case .null = scalar.resolved {
      throw Diagnostic(
        "\(subject(key)) is empty", at: node.location,
        help: "'#' starts a comment: write a color in quotes, as in '#2A575D'")
    }
    return try node.text(for: subject(key))
  }
}
