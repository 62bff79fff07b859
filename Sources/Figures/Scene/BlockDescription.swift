import Diagnostics
import Drawing
import Expressions
import SceneFiles

/// Words, a formula or code that fills a panel, as the scene describes it.
struct BlockDescription: Sendable {
  enum Subject: Sendable {
    case equation(LabelTemplate, TermCallouts?)
    case text(LabelTemplate, TextStyle.Alignment)
    case code(CodeDescription)
  }

  var subject: Subject
  /// Font size in points; `nil` for as large as suits the panel.
  var size: Double?
  var place: EvaluatedBlock.Place
  var location: SourceLocation

  /// Reads `equation`, `text` or `code`, one of which is there.
  init(_ fields: inout Fields) throws(Diagnostic) {
    location = fields.location
    if let equation = try fields.equation("equation") {
      subject = .equation(equation, try fields.callouts("callouts"))
    } else if let words = try fields.filled("text") {
      let text = try LabelTemplate(words, labels: fields.labels)
      let alignment = try fields.word("align", among: Self.alignments) ?? .left
      subject = .text(text, alignment)
    } else if let code = try fields.code("code") {
      subject = .code(code)
    } else {
      throw Diagnostic("\(fields.owner) says nothing", at: fields.location)
    }
    size = try fields.number("size", in: Self.sizes)
    place = try fields.word("place", among: Self.places) ?? .middle
  }

  /// Font sizes that a scene may ask for, in points.
  static let sizes = 4.0...200.0

  private static let alignments = Catalogue<TextStyle.Alignment>(
    "alignment", ["left": .left, "center": .center, "right": .right])

  private static let places = Catalogue<EvaluatedBlock.Place>(
    "place", ["top": .top, "middle": .middle, "bottom": .bottom])

  func evaluated(
    titled title: LabelTemplate?, in context: EvaluationContext
  ) throws(Diagnostic) -> EvaluatedBlock {
    let content: EvaluatedBlock.Content =
      switch subject {
      case .equation(let template, let callouts):
        try EvaluatedBlock.Content(template, callouts, in: context.scope)
      case .text(let template, let alignment): .text(try template.evaluate(in: context.scope), alignment)
      case .code(let code): .code(try code.evaluate(in: context))
      }
    return EvaluatedBlock(
      title: try title?.evaluate(in: context.scope), content: content, size: size, place: place,
      location: location)
  }
}

extension EvaluatedBlock.Content {
  /// A formula and what is said of its terms.
  fileprivate init(
    _ template: LabelTemplate, _ callouts: TermCallouts?, in scope: Scope
  ) throws(Diagnostic) {
    let formula = try template.evaluate(in: scope)
    self = .equation(formula, try callouts?.evaluate(for: formula, in: scope) ?? [])
  }
}

extension Fields {
  /// A text that is not all blank.
  mutating func filled(_ key: String) throws(Diagnostic) -> LocatedText? {
    guard let text = try text(key) else { return nil }
    guard text.text.contains(where: { !$0.isWhitespace }) else {
      throw Diagnostic("\(subject(key)) is empty", at: node(key)?.location)
    }
    return text
  }

  /// A formula in display style, with or without its dollars.
  mutating func equation(_ key: String) throws(Diagnostic) -> LabelTemplate? {
    guard let text = try filled(key) else { return nil }
    return try LabelTemplate(displayed(text), labels: labels)
  }
}

/// The text as a display formula; a text with words around formulas stays what it is.
private func displayed(_ text: LocatedText) -> LocatedText {
  let bytes = Array(text.text.utf8)
  let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
  let start = bytes.firstIndex { !isBlank($0) } ?? 0
  let end = (bytes.lastIndex { !isBlank($0) } ?? -1) + 1
  let dollar = UInt8(ascii: "$")
  var inside = start..<end
  switch outerDollars(bytes[inside]) {
  case 0: break
  case 2 where bytes[start] == dollar && bytes[end - 1] == dollar && end - start > 2:
    inside = start + 1..<end - 1
  default: return text
  }
  var result = LocatedText("$$", at: text.location(at: start))
  result.append(text.part(inside))
  result.append(LocatedText("$$", at: text.location(at: inside.upperBound)))
  return result
}

/// How many dollar signs of a text stand in no braces; those in `\text{if $x$}` belong to the formula.
private func outerDollars(_ text: ArraySlice<UInt8>) -> Int {
  var count = 0
  var depth = 0
  var isEscaped = false
  for byte in text {
    defer { isEscaped = byte == UInt8(ascii: "\\") && !isEscaped }
    guard !isEscaped else { continue }
    switch byte {
    case UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: "}"): depth -= 1
    case UInt8(ascii: "$") where depth <= 0: count += 1
    default: break
    }
  }
  return count
}
