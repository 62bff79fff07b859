import Formulas
import Drawing

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
  var pieces: [PlacedPiece]
  var width: Double
}

/// Puts the pieces of a source line on as many lines as they need.
func lines(of pieces: [Piece], width: Double?) -> [PlacedLine] {
  var words: [Word] = []
  var places: [(piece: Int, clusters: Range<Int>)] = []
  for (index, piece) in pieces.enumerated() {
    switch piece {
    case .formula(let box):
      words.append(Word(width: box.width, isSpace: false))
      places.append((index, 0..<0))
    case .text(let text):
      for range in text.words {
        words.append(Word(width: text.advance(of: range), isSpace: text.isSpace(range.lowerBound)))
        places.append((index, range))
      }
    }
  }
  let ranges = width.map { brokenLines(words, width: $0) } ?? [0..<words.count]
  return ranges.map { range in
    var line = PlacedLine(pieces: [], width: 0)
    var lastPiece: Int?
    for word in range {
      let place = places[word]
      if place.piece == lastPiece, let last = line.pieces.indices.last {
        line.pieces[last].clusters = line.pieces[last].clusters.lowerBound..<place.clusters.upperBound
      } else {
        line.pieces.append(
          PlacedPiece(piece: pieces[place.piece], clusters: place.clusters, x: line.width))
      }
      lastPiece = place.piece
      line.width += words[word].width
    }
    return line
  }
}

extension ShapedText {
  /// Its clusters as alternating words and spaces.
  fileprivate var words: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for cluster in clusters.indices.dropFirst() where isSpace(cluster) != isSpace(cluster - 1) {
      result.append(start..<cluster)
      start = cluster
    }
    if start < clusters.count { result.append(start..<clusters.count) }
    return result
  }
}
