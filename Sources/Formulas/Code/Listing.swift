package import Diagnostics

/// Code that was taken apart, and how it is to be shown.
///
/// Lines are spoken of by their numbers, whether these are shown or not.
package struct Listing: Hashable, Sendable {
  /// The code as written; without places where no scene holds it.
  package private(set) var text: LocatedText
  /// Its lines without their breaks; the texts of a line's tokens are the line.
  package private(set) var lines: [[CodeToken]]
  /// The number of the first line.
  package var firstNumber = 1
  package var showsNumbers = false
  /// The numbers of lines with a band behind them.
  package var highlighted: Set<Int> = []
  /// The number of the line at which a marker points: a fraction between two lines, 0 for room in the margin
  /// and no marker, `nil` for neither.
  package var marker: Double?
  /// A line above the code, such as the name of its file.
  package var title: String?
  /// Where the scene asks for it.
  package var location: SourceLocation?

  package init(_ text: LocatedText, in language: CodeLanguage = .plain) {
    self.text = text
    lines = language.tokens(text.text).lines
  }

  package init(
    _ source: String, in language: CodeLanguage = .plain, firstNumber: Int = 1, showsNumbers: Bool = false,
    highlighted: Set<Int> = [], marker: Double? = nil, title: String? = nil
  ) {
    self.init(LocatedText(source), in: language)
    self.firstNumber = firstNumber
    self.showsNumbers = showsNumbers
    self.highlighted = highlighted
    self.marker = marker
    self.title = title
  }

  package var source: String { text.text }

  /// The numbers of its lines; never empty.
  package var numbers: ClosedRange<Int> { firstNumber...firstNumber + lines.count - 1 }

  /// Drops all lines but those with certain numbers, which they keep; a string that began above stays one.
  package mutating func keepLines(_ kept: ClosedRange<Int>) {
    let kept = kept.clamped(to: numbers)
    func byteCount(_ lines: some Sequence<[CodeToken]>) -> Int {
      lines.reduce(0) { $1.reduce($0 + 1) { $0 + $1.text.utf8.count } }
    }
    let start = byteCount(lines.prefix(kept.lowerBound - firstNumber))
    lines = Array(lines[kept.lowerBound - firstNumber...kept.upperBound - firstNumber])
    firstNumber = kept.lowerBound
    // The last line's break is dropped too.
    text = text.part(start..<start + byteCount(lines) - 1)
  }
}

extension [CodeToken] {
  /// The tokens cut at line breaks, which vanish; at least one line.
  fileprivate var lines: [[CodeToken]] {
    var lines: [[CodeToken]] = [[]]
    for token in self {
      let parts = token.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(CodeToken(String(part), token.kind)) }
      }
    }
    return lines
  }
}
