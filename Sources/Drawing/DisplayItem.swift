package import Diagnostics
package import Geometry

/// One thing to paint.
///
/// The list of cases is closed: every exporter is one exhaustive switch over it.
package enum DisplayItem: Hashable, Sendable {
  /// A shape, filled with the nonzero rule, then stroked.
  case path(Path, fill: Color?, stroke: Stroke?)
  /// Text; `at` is the origin of the run on its baseline.
  case glyphs(GlyphRun, at: Point)
  case image(RasterImage, in: Rect)
  case group(DisplayGroup)
}

/// Items that are moved, cut or faded together.
package struct DisplayGroup: Hashable, Sendable {
  package var items: [DisplayItem]
  /// From the group's own coordinates to those around it; the clip is in the group's own.
  package var transform: Transform
  package var clip: Path?
  /// 0…1, applied to the group as a whole.
  package var opacity: Double
  /// What a screen reader says for the group, such as the source of a label; `nil` for nothing.
  package var label: String?
  /// Where a label starts in the scene; nothing of it is painted.
  package var location: SourceLocation?

  package init(
    _ items: [DisplayItem], transform: Transform = .identity, clip: Path? = nil, opacity: Double = 1,
    label: String? = nil, location: SourceLocation? = nil
  ) {
    self.items = items
    self.transform = transform
    self.clip = clip
    self.opacity = opacity
    self.label = label
    self.location = location
  }
}
