extension Problem: CustomStringConvertible {
  /// One line, as compilers print it: `file:line:column: error: message`.
  public var description: String {
    let prefix = place.map { "\($0.file):\($0.line):\($0.column): " } ?? scene.map { "\($0): " } ?? ""
    return "\(prefix)\(severity.rawValue): \(message)"
  }

  /// The message, the line of the file with a caret below the place, and the hint; several lines.
  public var report: String {
    var lines = [description]
    if let place, let text = place.lineText { lines += Excerpt(text, column: place.column).lines }
    if let help { lines.append("  help: \(help)") }
    return lines.map(withoutControls).joined(separator: "\n")
  }
}

/// The part of a line around a column, and the caret below it.
struct Excerpt {
  /// Characters kept before and after the column, so that data on one endless line stays readable.
  static let reach = 72

  private let before: [Unicode.Scalar]
  private let after: [Unicode.Scalar]
  private let isCutBefore: Bool
  private let isCutAfter: Bool

  /// Columns count from 1; those outside the text are clamped.
  init(_ text: String, column: Int) {
    let scalars = Array(text.unicodeScalars)
    let middle = min(max(column - 1, 0), scalars.count)
    let start = max(0, middle - Self.reach)
    let end = min(scalars.count, middle + Self.reach)
    before = Array(scalars[start..<middle])
    after = Array(scalars[middle..<end])
    isCutBefore = start > 0
    isCutAfter = end < scalars.count
  }

  var lines: [String] {
    let opening = isCutBefore ? "  …" : "  "
    let text = before + after
    var quoted = opening
    quoted.unicodeScalars.append(contentsOf: text)
    if isCutAfter { quoted += "…" }
    var pointer = String(repeating: " ", count: opening.count)
    for scalar in before {
      pointer += scalar == "\t" ? "\t" : String(repeating: " ", count: columns(of: scalar))
    }
    return [quoted, pointer + "^"]
  }
}

/// How many columns of a terminal a character takes: 0 if it joins the one before, 2 for East Asian wide ones.
func columns(of scalar: Unicode.Scalar) -> Int {
  guard scalar.value >= 0x300 else { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  // Unicode's EastAsianWidth.txt, classes W and F, in rough blocks.
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F900...0x1F9FF,
    0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}

/// The text with control characters, which could steer a terminal, replaced; tabs stay.
package func withoutControls(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isControl = scalar.properties.generalCategory == .control && scalar != "\t" && scalar != "\n"
    result.append(isControl ? "\u{FFFD}" : scalar)
  }
  return String(result)
}
