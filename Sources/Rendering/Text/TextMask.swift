import Drawing
import Geometry

/// How much of each pixel a run of text covers, without its color.
struct TextMask: Sendable {
  /// The top left corner, counted from the pixel that holds the run's origin.
  let x: Int
  let y: Int
  let width: Int
  let height: Int
  /// 0…255, rows of a multiple of four bytes.
  let coverage: [UInt8]

  /// A multiple of four, as Cairo wants it.
  let rowBytes: Int

  /// A megapixel; larger text is painted as any other shape.
  private static let mostPixels = 1_048_576.0

  /// The mask of a run; `nil` for one that is blank, too large or out of all proportion.
  ///
  /// `map` leads from the run's own coordinates to pixels, counted from the one that holds its origin.
  init?(_ run: GlyphRun, _ map: Transform) {
    let parts = run.glyphs.compactMap { glyph in
      glyph.outline.controlBox.map { Part(glyph, map.placing(glyph, size: run.size), $0) }
    }
    guard let first = parts.first, parts.allSatisfy(\.isNear) else { return nil }
    let box = parts.dropFirst().reduce(first.box) { $0.union($1.box) }
    let (width, height) = (box.width, box.height)
    guard width > 0, height > 0, max(width, height) < 32_768, width * height <= TextMask.mostPixels else {
      return nil
    }
    (x, y, self.width, self.height) = (Int(box.minX), Int(box.minY), Int(width), Int(height))
    let rowBytes = (self.width + 3) / 4 * 4
    self.rowBytes = rowBytes
    var coverage = [UInt8](repeating: 0, count: rowBytes * self.height)
    coverage.withUnsafeMutableBufferPointer { bytes in
      for part in parts { part.draw(on: bytes, rowBytes: rowBytes, box) }
    }
    self.coverage = coverage
  }
}

/// A glyph and where it stands.
private struct Part {
  let outline: Path
  let map: Transform
  /// In whole pixels.
  let box: Rect

  init(_ glyph: Glyph, _ map: Transform, _ hull: Rect) {
    (outline, self.map) = (glyph.outline, map)
    let ink = map.apply(hull)
    box = Rect(
      minX: ink.minX.rounded(.down), minY: ink.minY.rounded(.down), maxX: ink.maxX.rounded(.up),
      maxY: ink.maxY.rounded(.up))
  }

  /// Whether numbers of pixels are far from overflow; false too where one is not a number.
  var isNear: Bool { [box.minX, box.minY, box.maxX, box.maxY].allSatisfy { abs($0) < 1e6 } }

  /// Where glyphs overlap, the one that covers more counts: joined letters have no dark seams.
  func draw(on bytes: UnsafeMutableBufferPointer<UInt8>, rowBytes: Int, _ mask: Rect) {
    let toBox = map.then(.translation(Vector(x: -box.minX, y: -box.minY)))
    let (width, height) = (Int(box.width), Int(box.height))
    let start = Int(box.minY - mask.minY) * rowBytes + Int(box.minX - mask.minX)
    CoverageRaster.scan(width: width, height: height) {
      $0.fill(outline, toBox)
    } _: { x, y, coverage in
      var place = start + y * rowBytes + x
      // Four at once: a loop whose end depends on the glyph takes twice as long.
      for lane in 0..<4 where lane < height - y {
        bytes[place] = max(bytes[place], coverage[lane])
        place += rowBytes
      }
    }
  }
}

extension Transform {
  /// From a glyph's em to where this map puts it.
  fileprivate func placing(_ glyph: Glyph, size: Double) -> Transform {
    Transform(a: size, b: 0, c: 0, d: size, tx: glyph.origin.x, ty: glyph.origin.y).then(self)
  }
}
