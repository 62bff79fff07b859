import Diagnostics
import Expressions
import Formulas
import MathCore

extension CodeDescription {
  /// What a file of code may hold, in bytes.
  private static let mostBytes = 1_000_000
  /// What of it can be shown: more is no picture any more.
  private static let mostLines = 1000
  private static let mostCharacters = 100_000

  /// The code taken apart, with all that is said of its lines checked against them.
  func evaluate(in context: EvaluationContext) throws(Diagnostic) -> Listing {
    let (source, place) = try text(from: context.folder)
    let text = source.text
    guard text.utf8.count <= Self.mostBytes else { throw tooLong(place) }
    guard text.contains(where: { !$0.isWhitespace }) else { throw Diagnostic("the code is empty", at: place) }
    let code = source.part(0..<text.withoutLastBreaks.utf8.count)
    var listing = Listing(code, in: language)
    listing.showsNumbers = showsNumbers
    listing.title = title
    listing.location = place
    if let lines {
      try lines.check(within: listing.numbers, for: "lines")
      listing.keepLines(lines.numbers)
    }
    if let firstNumber { listing.firstNumber = firstNumber }
    guard listing.lines.count <= Self.mostLines, listing.source.utf8.count <= Self.mostCharacters else {
      throw tooLong(place)
    }
    for range in highlighted {
      try range.check(within: listing.numbers, for: "highlight")
      listing.highlighted.formUnion(range.numbers)
    }
    listing.marker = try markedLine(of: listing, in: context.scope)
    return listing
  }

  private func tooLong(_ place: SourceLocation?) -> Diagnostic {
    Diagnostic(
      "the code is too long: at most \(Self.mostLines) lines and \(Self.mostCharacters) bytes can be shown",
      at: place, help: "show a part of it: lines: 1-20")
  }

  private func markedLine(of listing: Listing, in scope: Scope) throws(Diagnostic) -> Double? {
    guard let marker else { return nil }
    let location = marker.source.start
    let line = try marker.evaluate(in: scope).number(of: "marker", at: location)
    let numbers = listing.numbers
    guard line == 0 || (Double(numbers.lowerBound)...Double(numbers.upperBound)).contains(line) else {
      throw Diagnostic(
        "marker: there is no line \(try formatted(.number(line), spec: nil, as: .plain))", at: location,
        help: "\(described(numbers)); 0 is none of them")
    }
    return line
  }

  private func text(from folder: DataFolder?) throws(Diagnostic) -> (LocatedText, SourceLocation?) {
    switch source {
    case .text(let text): return (text, text.start)
    case .file(let path):
      guard let folder else {
        throw Diagnostic(
          "a scene from memory has no folder in which '\(path.text)' could lie", at: path.start)
      }
      let file = try folder.open(path)
      guard file.count <= Self.mostBytes else {
        throw Diagnostic(
          "'\(path.text)' holds \(file.count) bytes, and a file of code at most \(Self.mostBytes)",
          at: path.start)
      }
      guard let text = String(validating: try file.bytes(from: 0, count: file.count), as: UTF8.self) else {
        throw Diagnostic("'\(path.text)' is no text in UTF-8", at: path.start)
      }
      return (LocatedText(text), path.start)
    }
  }
}

extension String {
  /// Without the breaks behind the last line.
  fileprivate var withoutLastBreaks: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last == "\n" || last == "\r" { scalars.removeLast() }
    return String(scalars)
  }
}
