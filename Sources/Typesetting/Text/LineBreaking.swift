/// A stretch of a line that is never broken inside, in em.
struct Chunk {
  /// Without the gap behind it.
  var width: Double
  /// The gap behind it, which vanishes at the end of a line.
  var gap: Double
  /// The hyphen that shows where a line ends behind it.
  var hyphen: Double
}

/// The chunks of each line when they are broken to fit `width` with the least raggedness.
///
/// Least is the sum of the squares of what lines are too short, the last line aside (the total-fit method of
/// Knuth and Plass, Breaking Paragraphs into Lines, 1981, without stretch). A chunk that is wider than a line
/// stands alone. Of equally good ways, the one with fuller first lines is taken.
func leastRaggedLines(_ chunks: [Chunk], width: Double) -> [Range<Int>] {
  guard !chunks.isEmpty else { return [0..<0] }
  let fit = LineFit(chunks, width: width)
  let count = chunks.count
  let widestHyphen = chunks.map(\.hyphen).max() ?? 0
  // The cost of setting the chunks from each one on, and where its line ends.
  var costs = [Double](repeating: 0, count: count + 1)
  var ends = [Int](repeating: count, count: count + 1)
  // The longest line that may fit; it can only start and end earlier as we go back.
  var reach = count
  for start in (0..<count).reversed() {
    if fit.width(start..<count) <= fit.limit || start == count - 1 { continue }
    while reach > start + 1, fit.width(start..<reach) > fit.limit { reach -= 1 }
    costs[start] = .infinity
    for end in (start + 1...max(min(reach, count - 1), start + 1)).reversed() {
      let bare = fit.width(start..<end)
      let shown = bare + chunks[end - 1].hyphen
      if shown <= fit.limit || end == start + 1 {
        let slack = max(width - shown, 0)
        let cost = slack * slack + costs[end]
        if cost < costs[start] { (costs[start], ends[start]) = (cost, end) }
      }
      // Shorter lines can only be worse from here on.
      let least = max(width - bare - widestHyphen, 0)
      if least * least >= costs[start] { break }
    }
  }
  var lines: [Range<Int>] = []
  var start = 0
  while start < count {
    lines.append(start..<ends[start])
    start = ends[start]
  }
  return lines
}

/// Widths of lines by the sums of their chunks'.
private struct LineFit {
  /// The width that lines may have, with room for rounding.
  let limit: Double
  private let chunks: [Chunk]
  /// Where each chunk would start on an endless line.
  private let starts: [Double]

  init(_ chunks: [Chunk], width: Double) {
    self.chunks = chunks
    limit = width + 1e-9
    var starts = [0.0]
    starts.reserveCapacity(chunks.count + 1)
    var sum = 0.0
    for chunk in chunks {
      sum += chunk.width + chunk.gap
      starts.append(sum)
    }
    self.starts = starts
  }

  /// The width of a line without the gap and the hyphen at its end.
  func width(_ line: Range<Int>) -> Double {
    starts[line.upperBound] - starts[line.lowerBound] - chunks[line.upperBound - 1].gap
  }
}
