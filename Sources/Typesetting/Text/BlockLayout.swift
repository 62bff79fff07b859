import Drawing
import Formulas

/// A stretch of a label that has been set, in em of the label's text.
enum Piece {
  case text(ShapedText)
  case formula(Box)
}

/// A part of a piece that stands on a line.
struct PlacedPiece {
  var piece: Piece
  /// The clusters of a text; empty for a formula.
  var clusters: Range<Int>
  var x: Double
}

/// A line of a label, in em.
struct PlacedLine {
  /// In the order of reading, wherever they stand.
  var pieces: [PlacedPiece] = []
  var width = 0.0
}

/// A piece with the direction in which it is read.
struct DirectedPiece {
  var piece: Piece
  var level: DirectionLevel = 0
  /// Whether it is the room between two parts of a formula, at which a line may be broken.
  var isGap = false
}

/// Puts the pieces of a source line on as many lines as they need.
///
/// `hyphen` gives what shows where a word in a font is broken at a soft hyphen.
func lines(of pieces: [DirectedPiece], width: Double?, hyphen: (FontID) -> ShapedText) -> [PlacedLine] {
  guard let width else { return [placed(pieces.map { ($0, $0.piece.allClusters) })] }
  let pieces = pieces.flatMap { $0.parts(widerThan: width) }
  let list = ChunkList(pieces, hyphen: hyphen)
  let ranges = leastRaggedLines(list.chunks, width: width)
  return ranges.map { range in
    let isLast = range.upperBound == list.chunks.count
    var parts: [(piece: DirectedPiece, clusters: Range<Int>)] = []
    var lastPiece: Int?
    for part in list.parts(of: range, keepingGap: isLast) {
      if part.piece == lastPiece, let last = parts.indices.last {
        parts[last].clusters = parts[last].clusters.lowerBound..<part.clusters.upperBound
      } else {
        parts.append((pieces[part.piece], part.clusters))
      }
      lastPiece = part.piece
    }
    if !isLast, let hyphen = range.last.flatMap({ list.hyphens[$0] }), let last = parts.last {
      let piece = Piece.text(hyphen)
      parts.append((DirectedPiece(piece: piece, level: last.piece.level), piece.allClusters))
    }
    return placed(parts)
  }
}

/// Sets the parts of a line beside one another, each where its direction puts it.
private func placed(_ parts: [(piece: DirectedPiece, clusters: Range<Int>)]) -> PlacedLine {
  var line = PlacedLine(
    pieces: parts.map { PlacedPiece(piece: $0.piece.piece, clusters: $0.clusters, x: 0) })
  let levels = parts.map(\.piece.level)
  let order = levels.contains(where: { $0 != 0 }) ? visualOrder(of: levels) : Array(parts.indices)
  for place in order {
    line.pieces[place].x = line.width
    line.width += line.pieces[place].piece.advance(of: line.pieces[place].clusters)
  }
  return line
}

extension Piece {
  var allClusters: Range<Int> {
    switch self {
    case .text(let text): text.clusters.indices
    case .formula: 0..<0
    }
  }

  func advance(of clusters: Range<Int>) -> Double {
    switch self {
    case .text(let text): text.advance(of: clusters)
    case .formula(let box): box.width
    }
  }
}
