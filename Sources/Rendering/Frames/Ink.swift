/// Where something may be painted: in every strip of rows, from one column to another.
struct Ink {
  /// Columns, the last one not included; empty if they are inside out.
  struct Span: Equatable {
    var first: Int32 = .max
    var end: Int32 = .min

    var isEmpty: Bool { first >= end }
    var columns: Range<Int> { isEmpty ? 0..<0 : Int(first)..<Int(end) }

    mutating func unite(_ other: Span) {
      first = min(first, other.first)
      end = max(end, other.end)
    }

    func meets(_ other: Span) -> Bool { max(first, other.first) < min(end, other.end) }
  }

  /// Rows in a strip: few enough to follow a slanted line.
  static let stripHeight = 16

  /// The number of the first strip told of.
  let firstStrip: Int
  private(set) var spans: [Span]

  /// Nothing, on pages of such a height.
  init(height: Int) {
    firstStrip = 0
    spans = [Span](repeating: Span(), count: (height + Self.stripHeight - 1) / Self.stripHeight)
  }

  /// Without the strips above and below, of which there is nothing to tell.
  init(firstStrip: Int, _ spans: ArraySlice<Span>) {
    self.firstStrip = firstStrip
    self.spans = Array(spans)
  }

  /// How many pixels it may be.
  var pixelCount: Int { spans.reduce(0) { $0 + $1.columns.count * Self.stripHeight } }

  mutating func unite(_ other: Ink) {
    for (i, span) in other.spans.enumerated() { spans[other.firstStrip - firstStrip + i].unite(span) }
  }

  func meets(_ other: Ink) -> Bool {
    let first = max(firstStrip, other.firstStrip)
    let end = min(firstStrip + spans.count, other.firstStrip + other.spans.count)
    guard first < end else { return false }
    return (first..<end).contains { spans[$0 - firstStrip].meets(other.spans[$0 - other.firstStrip]) }
  }
}
