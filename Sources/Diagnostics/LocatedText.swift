/// A piece of text that knows, for each of its characters, where the user wrote it.
///
/// A scalar of a scene file reaches the expression or formula parser without its quotes, escapes and
/// indentation; the anchors say where each stretch of the remaining text stands in the file.
package struct LocatedText: Hashable, Sendable {
  /// From `offset` (in UTF-8 bytes of `text`) on, characters stand one after another from `location` on.
  package struct Anchor: Hashable, Sendable {
    package var offset: Int
    package var location: SourceLocation
    /// Whether they all stand at `location` itself, as those of a computed value do.
    package var isPoint: Bool

    package init(offset: Int, location: SourceLocation, isPoint: Bool = false) {
      self.offset = offset
      self.location = location
      self.isPoint = isPoint
    }
  }

  package private(set) var text: String
  /// Ascending offsets, the first of them 0; empty only where no place is known.
  package private(set) var anchors: [Anchor]

  package init(_ text: String, anchors: [Anchor]) {
    self.text = text
    self.anchors = anchors
  }

  /// A text on one line that starts at `location`; `nil` where the place is unknown.
  package init(_ text: String, at location: SourceLocation? = nil) {
    self.init(text, anchors: location.map { [Anchor(offset: 0, location: $0)] } ?? [])
  }

  /// A text that was put in for what stands at `location`, and has no places of its own.
  package init(_ text: String, insteadOfTextAt location: SourceLocation?) {
    self.init(text, anchors: location.map { [Anchor(offset: 0, location: $0, isPoint: true)] } ?? [])
  }

  /// Where the text starts.
  package var start: SourceLocation? { location(at: 0) }

  /// Where the character at a UTF-8 offset of `text` stands; offsets outside are clamped.
  package func location(at offset: Int) -> SourceLocation? {
    guard var anchor = anchors.first else { return nil }
    for next in anchors.dropFirst() where next.offset <= offset { anchor = next }
    if anchor.isPoint { return anchor.location }
    let bytes = text.utf8
    let from = bytes.index(bytes.startIndex, offsetBy: min(max(anchor.offset, 0), bytes.count))
    let to = bytes.index(bytes.startIndex, offsetBy: min(max(offset, anchor.offset, 0), bytes.count))
    var location = anchor.location
    // Unicode scalars, not characters: a UTF-8 offset may fall inside a grapheme cluster.
    location.column += text.unicodeScalars[from..<to].count
    return location
  }

  /// Where a character first occurs; `nil` if it does not, or its place is unknown.
  package func location(of scalar: Unicode.Scalar) -> SourceLocation? {
    guard let index = text.unicodeScalars.firstIndex(of: scalar) else { return nil }
    return location(at: text.utf8.distance(from: text.startIndex, to: index))
  }

  /// The part in a range of UTF-8 offsets, which must fall on character boundaries.
  package func part(_ range: Range<Int>) -> LocatedText {
    let bytes = text.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let upper = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
    var kept: [Anchor] = []
    if let first = location(at: range.lowerBound) {
      let isPoint = anchors.last { $0.offset <= range.lowerBound }?.isPoint ?? false
      kept.append(Anchor(offset: 0, location: first, isPoint: isPoint))
    }
    for anchor in anchors where range.lowerBound < anchor.offset && anchor.offset < range.upperBound {
      var anchor = anchor
      anchor.offset -= range.lowerBound
      kept.append(anchor)
    }
    return LocatedText(String(text[lower..<upper]), anchors: kept)
  }

  /// Appends another text, whose characters keep their own places.
  package mutating func append(_ other: LocatedText) {
    let shift = text.utf8.count
    for anchor in other.anchors {
      var anchor = anchor
      anchor.offset += shift
      anchors.append(anchor)
    }
    text += other.text
  }
}

extension LocatedText: ExpressibleByStringLiteral {
  /// A text that is in no file.
  package init(stringLiteral text: String) { self.init(text) }
}
