import CCairo
import Diagnostics
import Drawing
import Geometry

extension [DisplayItem] {
  /// The items with the text of shapes put where a reader of the file finds it.
  ///
  /// A run without glyphs says what a shape beside it shows, such as a root that was put together. A PDF
  /// keeps text only with glyphs, and Cairo leaves out runs without ink: so the text goes with blanks into
  /// the next run that has ink, or into the last one.
  func carryingTextOfShapes() throws(Diagnostic) -> [DisplayItem] {
    var result = self
    var waiting: [(text: String, place: Point)] = []
    var last: Int?
    for (i, item) in enumerated() {
      guard case .glyphs(let run, let origin) = item else { continue }
      if run.glyphs.isEmpty, !run.text.isEmpty, origin.isFinite {
        waiting.append((run.text, origin))
      } else if run.canCarryText {
        last = i
        guard !waiting.isEmpty else { continue }
        result[i] = .glyphs(try run.carrying(waiting, at: origin, isBefore: true), at: origin)
        waiting = []
      }
    }
    if let last, !waiting.isEmpty, case .glyphs(let run, let origin) = result[last] {
      result[last] = .glyphs(try run.carrying(waiting, at: origin, isBefore: false), at: origin)
    }
    return result
  }
}

extension GlyphRun {
  fileprivate var canCarryText: Bool {
    color.alpha > 0 && clustersAreSound && glyphs.contains { !$0.outline.isEmpty }
  }

  /// The run with blanks that stand for other texts, before or behind its own.
  fileprivate func carrying(
    _ texts: [(text: String, place: Point)], at origin: Point, isBefore: Bool
  ) throws(Diagnostic) -> GlyphRun {
    // A font without a blank loses the text, not the picture.
    guard let blank = try fontFaces.face(font).blank else { return self }
    let glyphs = texts.flatMap { text in
      // Of a single glyph, Cairo would let readers believe that it always stands for this text.
      [Glyph](
        repeating: Glyph(id: blank, origin: .zero + (text.place - origin), outline: Path()), count: 2)
    }
    let clusters = texts.map { Cluster(byteCount: $0.text.utf8.count, glyphCount: 2) }
    let text = texts.map(\.text).joined()
    var run = self
    run.glyphs = isBefore ? glyphs + run.glyphs : run.glyphs + glyphs
    run.clusters = isBefore ? clusters + run.clusters : run.clusters + clusters
    run.text = isBefore ? text + run.text : run.text + text
    return run
  }
}
