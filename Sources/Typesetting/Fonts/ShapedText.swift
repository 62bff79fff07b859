import Drawing
import Geometry

/// Glyphs of one face in a row, sizes in em, from the pen's start on the baseline.
struct ShapedText: Sendable {
  /// A stretch of the text and the glyphs that show it.
  struct Cluster: Sendable {
    var bytes: Range<Int>
    var glyphs: Range<Int>
    /// Where the pen stands before it.
    var start: Double
    var advance: Double
  }

  var face: Face
  var text: String
  var ids: [UInt32]
  var origins: [Point]
  var clusters: [Cluster]
  var advance: Double

  /// Whether a cluster is a space, at which a line may be broken.
  func isSpace(_ cluster: Int) -> Bool {
    let bytes = clusters[cluster].bytes
    return bytes.count == 1
      && text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: bytes.lowerBound)] == 32
  }

  /// The text of some clusters.
  func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: clusters[first].bytes.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: clusters[last].bytes.upperBound)
    return String(text[lower..<upper])
  }

  func advance(of range: Range<Int>) -> Double {
    guard let first = range.first, let last = range.last else { return 0 }
    return clusters[last].start + clusters[last].advance - clusters[first].start
  }
}
