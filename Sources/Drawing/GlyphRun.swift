package import Geometry

/// Which font a run is set in; exporters that embed fonts open the file themselves.
package struct FontReference: Hashable, Sendable {
  /// The file's absolute path.
  package var path: String
  /// Which face of a font collection; 0 for ordinary files.
  package var index: Int
  /// The PostScript name, such as `Inter-Regular`.
  package var name: String

  package init(path: String, index: Int, name: String) {
    self.path = path
    self.index = index
    self.name = name
  }
}

/// One glyph of a run, already shaped and placed.
package struct Glyph: Hashable, Sendable {
  /// The glyph's number in the font.
  package var id: UInt32
  /// Its origin relative to the run's, in page units, y downwards.
  package var origin: Point
  /// Its shape in em (1 = font size), y downwards, filled with the nonzero rule; empty for a space.
  package var outline: Path

  package init(id: UInt32, origin: Point, outline: Path) {
    self.id = id
    self.origin = origin
    self.outline = outline
  }
}

/// Glyphs of one font, size and color with the text that they stand for.
///
/// A run without glyphs says what a shape beside it shows, such as a root that was put together.
package struct GlyphRun: Hashable, Sendable {
  /// A stretch of the text and the glyphs that show it.
  ///
  /// Clusters follow the text, and take their glyphs from the first on, or from the last on where the run is
  /// read from right to left.
  package struct Cluster: Hashable, Sendable {
    /// UTF-8 bytes of the run's text.
    package var byteCount: Int
    package var glyphCount: Int

    package init(byteCount: Int, glyphCount: Int) {
      self.byteCount = byteCount
      self.glyphCount = glyphCount
    }
  }

  package var font: FontReference
  /// Font size in page units.
  package var size: Double
  package var color: Color
  package var glyphs: [Glyph]
  /// What a reader would copy from the picture.
  package var text: String
  /// Covers `text` and `glyphs` completely.
  package var clusters: [Cluster]
  package var isRightToLeft: Bool

  package init(
    font: FontReference, size: Double, color: Color, glyphs: [Glyph], text: String,
    clusters: [Cluster], isRightToLeft: Bool = false
  ) {
    self.font = font
    self.size = size
    self.color = color
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
    self.isRightToLeft = isRightToLeft
  }
}
