import Drawing
import Geometry

/// Glyphs of one font in a row, sizes in em, from the left end on the baseline.
struct ShapedText: Sendable {
  /// A stretch of the text and the glyphs that show it.
  struct Cluster: Sendable {
    var bytes: Range<Int>
    var glyphs: Range<Int>
    /// Where its left end is.
    var start: Double
    var advance: Double
  }

  var font: FontID
  var text: String
  var isRightToLeft = false
  /// From left to right, whichever way the text is read.
  var ids: [UInt32] = []
  var origins: [Point] = []
  /// In the order of reading.
  var clusters: [Cluster] = []
  var advance = 0.0
  /// Characters that show as boxes, because no font has them.
  var missing: [Unicode.Scalar] = []

  /// The first character of a cluster.
  func scalar(of cluster: Int) -> Unicode.Scalar {
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: clusters[cluster].bytes.lowerBound)
    return text.unicodeScalars[start]
  }

  /// The text of some clusters.
  func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    if range == clusters.indices { return text }
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: clusters[first].bytes.lowerBound)
    let upper = utf8.index(utf8.startIndex, offsetBy: clusters[last].bytes.upperBound)
    return String(text[lower..<upper])
  }

  /// The glyphs of some clusters, from left to right.
  func glyphs(of range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    let (left, right) = isRightToLeft ? (last, first) : (first, last)
    return clusters[left].glyphs.lowerBound..<clusters[right].glyphs.upperBound
  }

  /// Where the left end of some clusters is.
  func start(of range: Range<Int>) -> Double {
    guard let first = range.first, let last = range.last else { return 0 }
    return clusters[isRightToLeft ? last : first].start
  }

  func advance(of range: Range<Int>) -> Double {
    guard let first = range.first, let last = range.last else { return 0 }
    let (left, right) = isRightToLeft ? (last, first) : (first, last)
    return clusters[right].start + clusters[right].advance - clusters[left].start
  }
}
