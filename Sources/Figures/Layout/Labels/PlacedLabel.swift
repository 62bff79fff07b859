package import Drawing
package import Geometry

/// A label that has its place.
package struct PlacedLabel: Sendable {
  package var block: TextBlock
  package var origin: Point
  /// Which part of the mark it names.
  package var part: Int
  package var hasHalo: Bool
  /// The line that joins it with what it speaks of, from there to the label; `nil` for one that stands close by.
  package var leader: Leader?
  /// Which of its places it took, counted as the placer does; a later picture may keep it.
  package var choice = 0

  /// The box of its ink on the page.
  package var ink: Rect { block.ink.translated(by: Vector(x: origin.x, y: origin.y)) }

  /// A thin line between a label and its mark.
  package struct Leader: Hashable, Sendable {
    /// The point of the mark at which it aims.
    package var anchor: Point
    /// Off the mark's edge.
    package var start: Point
    package var end: Point
  }
}
