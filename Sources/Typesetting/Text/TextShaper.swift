import Formulas
import Synchronization

/// Turns words into glyphs, each character in the first face that has it; remembers what it did.
final class TextShaper: Sendable {
  private struct Key: Hashable {
    var text: String
    var face: Face
    var isTabular: Bool
  }

  let fonts: FontSet
  private let known = Mutex<[Key: [ShapedText]]>([:])
  /// A film's counters must not fill the memory.
  private static let mostRemembered = 4096

  init(fonts: FontSet) { self.fonts = fonts }

  /// The runs of a text, from left to right.
  func shape(_ text: String, _ face: Face, isTabular: Bool = false) -> [ShapedText] {
    let key = Key(text: text, face: face, isTabular: isTabular)
    if let runs = known.withLock({ $0[key] }) { return runs }
    let runs = shapeAnew(text, face, isTabular: isTabular)
    known.withLock { known in
      if known.count >= TextShaper.mostRemembered { known.removeAll() }
      known[key] = runs
    }
    return runs
  }

  private func shapeAnew(_ text: String, _ face: Face, isTabular: Bool) -> [ShapedText] {
    let isCode = face == .code || face == .codeBold
    let feature: ShapingFeature = isCode ? .literal : isTabular ? .tabularDigits : .usual
    return runs(of: text, face).map { run in fonts[run.face].shape(run.text, as: run.face, feature) }
  }

  /// Splits a text where its characters need another face.
  private func runs(of text: String, _ face: Face) -> [(text: String, face: Face)] {
    let font = fonts[face]
    if text.unicodeScalars.allSatisfy({ font.glyph(for: $0) != nil }) { return [(text, face)] }
    var runs: [(text: String, face: Face)] = []
    for character in text {
      let chosen = self.face(for: character, instead: face)
      if let last = runs.indices.last, runs[last].face == chosen {
        runs[last].text.append(character)
      } else {
        runs.append((String(character), chosen))
      }
    }
    return runs
  }

  private func face(for character: Character, instead face: Face) -> Face {
    for candidate in [face, .math, .fallback] {
      let font = fonts[candidate]
      let isCovered = character.unicodeScalars.allSatisfy { scalar in
        scalar.properties.isDefaultIgnorableCodePoint || font.glyph(for: scalar) != nil
      }
      if isCovered { return candidate }
    }
    return face
  }
}

extension Label {
  /// Whether it is nothing but a number, whose digits should stand in columns with those of others.
  var isNumber: Bool {
    guard lines.count == 1, lines[0].count == 1, case .text(let text, let emphasis) = lines[0][0] else {
      return false
    }
    return !emphasis.isCode && text.unicodeScalars.contains { ("0"..."9").contains($0) }
      && text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || numberSigns.contains($0) }
  }
}

private let numberSigns: Set<Unicode.Scalar> = [
  ".", ",", "−", "-", "+", "%", " ", "\u{2009}", "\u{A0}", "×", "⁻", "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷",
  "⁸", "⁹",
]
