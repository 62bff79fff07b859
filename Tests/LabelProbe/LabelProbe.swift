import Diagnostics
import Drawing
import Formulas
import Geometry
import Typesetting

/// Reads and sets one label as a hostile user would write it, strictly and leniently, wide and narrow.
package struct LabelProbe: Sendable {
  private let typesetter: FontTypesetter
  private let macros: Macros

  /// What a label did wrong that was neither refused at a place nor set soundly.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// What became of a label.
  package enum Outcome: Hashable, Sendable {
    case refused
    case set
  }

  /// A probe with macros to play with; fails if the fonts are missing.
  package init() throws {
    typesetter = try FontTypesetter(environmentFolder: nil)
    macros = try Macros([
      (LocatedText("R"), LocatedText("\\mathbb{R}")),
      (LocatedText("pair"), LocatedText("\\left(#1,#2\\right)")),
      (LocatedText("open"), LocatedText("\\bgroup\\bf")), (LocatedText("loop"), LocatedText("x\\loop")),
    ])
  }

  /// Reads and sets a label in every way; throws a `Failure` if anything about it is unsound.
  package func run(_ text: String) throws -> Outcome {
    let place = SourceLocation(file: "label", line: 1, column: 1)
    let source = LocatedText(text, at: place)
    let lenient: Label
    do {
      lenient = try Label(parsing: source, in: FormulaLanguage(macros: macros, isLenient: true))
    } catch {
      throw Failure(description: "a lenient reading fails: \(error)")
    }
    try check(lenient)
    do {
      let strict = try Label(parsing: source, in: FormulaLanguage(macros: macros))
      guard lenient.problems.isEmpty, lenient.lines == strict.lines else {
        throw Failure(description: "a sound label is read otherwise leniently: \(lenient.problems)")
      }
      try check(strict)
      return .set
    } catch let error as Diagnostic {
      guard error.at != nil else { throw Failure(description: "no place: \(error)") }
      guard !lenient.problems.isEmpty else { throw Failure(description: "leniently no problem: \(error)") }
      return .refused
    }
  }

  private func check(_ label: Label) throws {
    _ = label.plainText
    for style in Self.styles {
      let block = typesetter.typeset(label, in: style)
      let measures = [block.width, block.ascent, block.descent, block.ink.minX, block.ink.maxX]
      guard measures.allSatisfy(\.isFinite) else { throw Failure(description: "measures \(measures)") }
      try check(block.items)
    }
  }

  private func check(_ items: [DisplayItem]) throws {
    for item in items {
      switch item {
      case .glyphs(let run, let at):
        guard at.isFinite, run.glyphs.allSatisfy(\.origin.isFinite) else {
          throw Failure(description: "a glyph is nowhere: \(run.text)")
        }
        guard run.clusters.map(\.byteCount).reduce(0, +) == run.text.utf8.count,
          run.clusters.map(\.glyphCount).reduce(0, +) == run.glyphs.count
        else { throw Failure(description: "clusters do not cover '\(run.text)'") }
      case .path(let path, _, _):
        guard path.points.allSatisfy(\.isFinite) else { throw Failure(description: "a path is nowhere") }
      case .group(let group): try check(group.items)
      case .image: throw Failure(description: "a label holds an image")
      }
    }
  }

  private static let styles = [
    TextStyle(size: 10, color: .black),
    TextStyle(
      size: 30, color: .black, weight: .bold, alignment: .center, width: 60,
      roles: ["w", "\\nabla L", "x_i", "b"].map { TextStyle.Role(symbol: $0, color: .black) }),
  ]
}
