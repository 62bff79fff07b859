package import Diagnostics
package import Expressions
package import Formulas
package import SceneFiles

/// A label as written in a scene: text in which `{{expression:format}}` stands for computed values.
package struct LabelTemplate: Sendable {
  private enum Part {
    case text(LocatedText)
    case value(Expression, format: LocatedText?, as: Spelling)
  }

  private var parts: [Part] = []
  private let source: LocatedText
  private let language: FormulaLanguage

  /// Everything that can be checked without values is checked here: what is wrong with the values' expressions
  /// is thrown, what is wrong with the rest noted by `labels`.
  package init(_ source: LocatedText, labels: LabelReader) throws(Diagnostic) {
    self.source = source
    language = labels.language
    let bytes = Array(source.text.utf8)
    var start = 0
    var place = LabelPlace()
    while let open = Self.find("{{", in: bytes, from: start) {
      guard let close = Self.find("}}", in: bytes, from: open + 2) else {
        throw Diagnostic(
          "'{{' opens a computed value that is never closed", at: source.location(at: open),
          help: "write {{expression}} or {{expression:.2f}}")
      }
      if open > start { parts.append(.text(source.part(start..<open))) }
      place.pass(bytes[start..<open])
      let inside = Expression.splitFormat(source.part(open + 2..<close))
      let value = try Expression(parsing: inside.expression)
      parts.append(.value(value, format: inside.spec, as: place.spelling))
      start = close + 2
    }
    if start < bytes.count || parts.isEmpty { parts.append(.text(source.part(start..<bytes.count))) }
    labels.check(form)
  }

  /// The label with a digit for each value: mistakes of form are found without computing.
  private var form: LocatedText {
    var text = LocatedText("")
    for part in parts {
      switch part {
      case .text(let piece): text.append(piece)
      case .value(let expression, _, _): text.append(LocatedText("0", at: expression.source.start))
      }
    }
    return text
  }

  private var hasValues: Bool {
    parts.contains { part in
      if case .value = part { true } else { false }
    }
  }

  /// The label with its values put in.
  package func evaluate(in scope: Scope) throws(Diagnostic) -> Label {
    var text = LocatedText("")
    for part in parts {
      switch part {
      case .text(let piece):
        text.append(piece)
      case .value(let expression, let format, let spelling):
        let value = try expression.evaluate(in: scope)
        // A value has no place of its own: what is wrong in it is shown where it is asked for.
        let shown = try formatted(value, spec: format, as: spelling)
        text.append(LocatedText(shown, insteadOfTextAt: expression.source.start))
      }
    }
    var label = try Label(parsing: text, in: language)
    label.hasComputedValues = hasValues
    return label
  }

  private static func find(_ mark: String, in bytes: [UInt8], from start: Int) -> Int? {
    let pair = Array(mark.utf8)
    var i = start
    while i + 1 < bytes.count {
      let isPair = bytes[i] == pair[0] && bytes[i + 1] == pair[1]
      // Of three opening braces, as in `10^{{{n}}}`, the first is the formula's.
      let isOneOfThree = pair[0] == UInt8(ascii: "{") && i + 2 < bytes.count && bytes[i + 2] == pair[0]
      if isPair, !isOneOfThree { return i }
      i += 1
    }
    return nil
  }
}
