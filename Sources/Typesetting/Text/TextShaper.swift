import Formulas
import Synchronization

/// Turns words into glyphs, each character in the first font that has it; remembers what it did.
final class TextShaper: Sendable {
  private struct Key: Hashable {
    var text: String
    var face: Face
    var isTabular: Bool
    var isRightToLeft: Bool
  }

  private struct StandInKey: Hashable {
    var character: Character
    var face: Face
  }

  /// The fonts that were chosen.
  let faces: ChosenFonts
  private let known = Mutex(Memory<Key, [ShapedText]>())
  private let standIns = Mutex(Memory<StandInKey, FontID>())

  init(faces: ChosenFonts) { self.faces = faces }

  var fonts: FontSet { faces.fonts }

  /// The runs of a text among what is read from left to right, such as a formula, as they stand there.
  func shape(_ text: String, _ face: Face, isTabular: Bool = false) -> [ShapedText] {
    guard text.hasRightToLeft else { return shape(text, face, isTabular: isTabular, isRightToLeft: false) }
    let runs = Directions(withinLeftToRight: text).runs(ofSegment: 0, text).flatMap { run in
      shape(run.text, face, isTabular: isTabular, isRightToLeft: run.level.isRightToLeft).map {
        ($0, run.level)
      }
    }
    return visualOrder(of: runs.map(\.1)).map { runs[$0].0 }
  }

  /// The runs of a text that has one direction, in the order of reading.
  func shape(_ text: String, _ face: Face, isTabular: Bool, isRightToLeft: Bool) -> [ShapedText] {
    let key = Key(text: text, face: face, isTabular: isTabular, isRightToLeft: isRightToLeft)
    if let runs = known.withLock({ $0[key] }) { return runs }
    let feature: ShapingFeature = face.role == .code ? .literal : isTabular ? .tabularDigits : .usual
    let runs = runs(of: text, face).map { run in
      run.font.shape(run.text, feature, script: run.script ?? .latin, isRightToLeft: isRightToLeft)
    }
    known.withLock { $0.remember(runs, for: key, size: text.utf8.count) }
    return runs
  }

  /// The hyphen that shows where a word in `font` is broken.
  func hyphen(in font: FontID) -> ShapedText {
    let own = fonts[font]
    let hyphen: Unicode.Scalar = own.glyph(for: "‐") == nil ? "-" : "‐"
    let font = own.glyph(for: hyphen) == nil ? faces[.regular] : own
    return font.shape(String(hyphen), .usual)
  }
}

// MARK: - Which font

/// Characters that one font shapes together.
private struct FontRun {
  var text: String
  var font: Font
  /// `nil` as long as its characters belong to any script.
  var script: Script?
  var isBlank: Bool
}

extension TextShaper {
  /// Splits a text where its characters need another font or belong to another script.
  private func runs(of text: String, _ face: Face) -> [FontRun] {
    let font = faces[face]
    if font.hasASCII, text.utf8.allSatisfy({ 32 <= $0 && $0 < 127 }) {
      return [FontRun(text: text, font: font, script: .latin, isBlank: false)]
    }
    var runs: [FontRun] = []
    for character in text {
      // A tab or the end of a line is a gap like any other.
      let character = ["\t", "\r", "\n", "\r\n"].contains(character) ? " " : character
      let run = FontRun(
        text: String(character), font: self.font(for: character, instead: face),
        script: character.unicodeScalars.lazy.compactMap { Script(of: $0) }.first, isBlank: character == " ")
      if let last = runs.indices.last, runs[last].takes(run) {
        runs[last].append(run)
      } else if runs.count > 1, runs[runs.count - 1].isBlank, run.font.glyph(for: " ") != nil,
        runs[runs.count - 2].takes(run)
      {
        // Words keep together with the gaps between them.
        let gap = runs.removeLast()
        runs[runs.count - 1].append(gap)
        runs[runs.count - 1].append(run)
      } else {
        runs.append(run)
      }
    }
    return runs
  }

  private func font(for character: Character, instead face: Face) -> Font {
    let font = faces[face]
    let scalars = character.unicodeScalars
    if scalars.count == 1, scalars.allSatisfy({ font.glyph(for: $0) != nil }) { return font }
    let key = StandInKey(character: character, face: face)
    if let known = standIns.withLock({ $0[key] }) { return fonts[known] }
    // Where all fail, the box of the font that serves for everything: others draw what they like.
    let box = faces[face.with(role: .fallback)]
    let standIn = standIn(for: character, instead: face) ?? (box.hasGlyphs ? box : font)
    standIns.withLock { $0.remember(standIn.id, for: key, size: character.utf8.count) }
    return standIn
  }

  /// The first font that has a character: of the chosen ones, then of the system.
  private func standIn(for character: Character, instead face: Face) -> Font? {
    let scalars = Array(character.unicodeScalars.filter { !$0.isInvisible })
    // What Unicode says nothing about means something in its own font alone.
    if scalars.contains(where: \.isUnassigned) { return faces[face].shows(character) ? faces[face] : nil }
    for candidate in faces.faces(insteadOf: face) where faces[candidate].shows(character) {
      return faces[candidate]
    }
    return fonts.systemFonts.files(covering: scalars, for: face).lazy
      .map { self.fonts.font($0) }.first { $0.shows(character) && $0.hasOutlines(for: scalars) }
  }
}

extension FontRun {
  fileprivate func takes(_ next: FontRun) -> Bool {
    font === next.font && (script == nil || next.script == nil || script == next.script)
  }

  fileprivate mutating func append(_ next: FontRun) {
    text += next.text
    script = script ?? next.script
    isBlank = isBlank && next.isBlank
  }
}

extension Font {
  /// Whether it has the character, be it composed of others.
  fileprivate func shows(_ character: Character) -> Bool {
    if character.unicodeScalars.allSatisfy({ glyph(for: $0) != nil || $0.isInvisible }) { return true }
    guard hasGlyphs else { return false }
    let script = character.unicodeScalars.lazy.compactMap { Script(of: $0) }.first
    return !shape(String(character), .usual, script: script ?? .latin).ids.contains(0)
  }

  /// Whether characters that are more than gaps have shapes: fonts of color pictures have none.
  fileprivate func hasOutlines(for scalars: [Unicode.Scalar]) -> Bool {
    scalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || glyph(for: scalar).map { shape(of: $0).ink != nil } ?? true
    }
  }
}

extension Unicode.Scalar {
  /// Whether Unicode leaves open what it means.
  var isUnassigned: Bool {
    switch properties.generalCategory {
    case .unassigned, .privateUse, .control, .surrogate: true
    default: false
    }
  }
}

extension Label {
  /// Whether it is nothing but a number, whose digits should stand in columns with those of others.
  var isNumber: Bool {
    guard lines.count == 1, lines[0].count == 1, case .text(let text, let emphasis) = lines[0][0] else {
      return false
    }
    var hasDigit = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": hasDigit = true
      case ".", ",", "−", "-", "+", "%", " ", "\u{2009}", "\u{A0}", "\u{202F}": break
      // Powers of ten, as in 3 × 10⁻⁵.
      case "×", "⁻", "⁰", "¹", "²", "³", "⁴"..."⁹": break
      default: return false
      }
    }
    return hasDigit && !emphasis.isCode
  }
}
