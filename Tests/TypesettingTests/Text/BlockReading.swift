import Drawing
import Geometry

extension GlyphRun {
  /// Each cluster's text with the places of its glyphs, in the order of reading.
  var readClusters: [(text: String, glyphs: Range<Int>)] {
    var bytes = text.utf8.startIndex
    var done = 0
    return clusters.map { cluster in
      let end = text.utf8.index(bytes, offsetBy: cluster.byteCount)
      defer {
        bytes = end
        done += cluster.glyphCount
      }
      let first = isRightToLeft ? glyphs.count - done - cluster.glyphCount : done
      return (String(text[bytes..<end]), first..<first + cluster.glyphCount)
    }
  }
}

extension TextBlock {
  /// What each line says in the order of reading, from the first line on.
  var lineTexts: [String] {
    runsByLine.map { runs in runs.map(\.run.text).joined() }
  }

  /// What each line shows from left to right, without what has no width.
  var shownLines: [String] {
    runsByLine.map { runs in
      runs.flatMap { run, at in
        run.readClusters.compactMap { cluster -> (x: Double, text: String)? in
          guard !cluster.text.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) else {
            return nil
          }
          return cluster.glyphs.first.map { (at.x + run.glyphs[$0].origin.x, cluster.text) }
        }
      }.sorted { $0.x < $1.x }.map(\.text).joined()
    }
  }

  private var runsByLine: [[(run: GlyphRun, at: Point)]] {
    var lines: [[(run: GlyphRun, at: Point)]] = []
    for run in runs {
      if let last = lines.indices.last, lines[last][0].at.y == run.at.y {
        lines[last].append(run)
      } else {
        lines.append([run])
      }
    }
    return lines
  }
}
