/// The pieces of a source line, cut where lines may be broken.
struct ChunkList {
  /// A stretch of one piece that lies within one chunk and is either gap or not.
  struct Part {
    var piece: Int
    var clusters: Range<Int>
    var width: Double
    var isGap: Bool
  }

  private(set) var chunks: [Chunk] = []
  /// What shows where a line ends behind a chunk, by the chunk's place.
  private(set) var hyphens: [Int: ShapedText] = [:]
  private var parts: [Part] = []
  /// The parts of each chunk.
  private var ranges: [Range<Int>] = []
  // While cutting: the last two characters, and what the chunk has so far.
  private var before: BreakClass?
  private var last: BreakClass?
  private var start = 0
  private var hasContent = false

  init(_ pieces: [DirectedPiece], hyphen: (FontID) -> ShapedText) {
    var knownHyphens: [FontID: ShapedText] = [:]
    var lastFont: FontID?
    for (index, directed) in pieces.enumerated() {
      switch directed.piece {
      case .formula(let box):
        add(directed.isGap ? BreakClass(kind: .space) : .letter, hyphen: nil)
        append(Part(piece: index, clusters: 0..<0, width: box.width, isGap: directed.isGap))
        lastFont = nil
      case .text(let text):
        for cluster in text.clusters.indices {
          let next = text.breakClass(of: cluster)
          if last?.kind == .softHyphen, let font = lastFont, knownHyphens[font] == nil {
            knownHyphens[font] = hyphen(font)
          }
          add(next, hyphen: lastFont.flatMap { knownHyphens[$0] })
          append(
            Part(
              piece: index, clusters: cluster..<cluster + 1, width: text.clusters[cluster].advance,
              isGap: next.kind == .space))
          lastFont = text.font
        }
      }
    }
    endChunk(hyphen: nil)
  }

  /// The parts of a line; the gap at its end vanishes unless it is kept.
  func parts(of line: Range<Int>, keepingGap: Bool) -> ArraySlice<Part> {
    guard let first = line.first, let last = line.last else { return [] }
    let all = parts[ranges[first].lowerBound..<ranges[last].upperBound]
    guard !keepingGap else { return all }
    let end = all.lastIndex { !$0.isGap }.map { $0 + 1 } ?? all.endIndex
    return all[..<end]
  }

  /// Ends the chunk before a character if a line may be broken there.
  private mutating func add(_ next: BreakClass, hyphen: ShapedText?) {
    if let last, hasContent, BreakClass.allowsBreak(before, last, next) {
      endChunk(hyphen: last.kind == .softHyphen ? hyphen : nil)
    }
    hasContent = hasContent || next.kind != .space
    (before, last) = (last, next)
  }

  /// Joins a part to the one before where nothing comes between.
  private mutating func append(_ part: Part) {
    if parts.count > start, let last = parts.indices.last, parts[last].piece == part.piece,
      parts[last].isGap == part.isGap
    {
      parts[last].clusters = parts[last].clusters.lowerBound..<part.clusters.upperBound
      parts[last].width += part.width
    } else {
      parts.append(part)
    }
  }

  private mutating func endChunk(hyphen: ShapedText?) {
    guard start < parts.count else { return }
    let own = parts[start...]
    let content = own.lastIndex { !$0.isGap }.map { $0 + 1 } ?? start
    if let hyphen { hyphens[chunks.count] = hyphen }
    chunks.append(
      Chunk(
        width: own[..<content].reduce(0) { $0 + $1.width },
        gap: own[content...].reduce(0) { $0 + $1.width }, hyphen: hyphen?.advance ?? 0))
    ranges.append(start..<parts.count)
    start = parts.count
    hasContent = false
  }
}

extension ShapedText {
  fileprivate func breakClass(of cluster: Int) -> BreakClass {
    let first = scalar(of: cluster)
    let own = BreakClass(first)
    // A gap that carries an accent is no gap.
    return own.kind == .space && clusters[cluster].bytes.count > UTF8.width(first) ? .letter : own
  }
}
