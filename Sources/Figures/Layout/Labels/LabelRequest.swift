package import Diagnostics
package import Drawing
package import Geometry

/// A label that wants a place on the page.
package struct LabelRequest: Sendable {
  /// A place that it may take.
  package struct Candidate: Hashable, Sendable {
    /// Where the origin of the text block would lie.
    package var origin: Point
    /// How much worse than the best place it is by itself; 0 is best, the next best side of a point is at 4.
    package var cost: Double
    /// The very point that the label would speak of there; `nil` for the anchor of the request.
    package var anchor: Point?
    /// Whether a leader line joins the label with the anchor.
    package var hasLeader: Bool
    /// Which of the request's other settings stands there; `nil` for the block itself.
    var variant: Int?

    package init(origin: Point, cost: Double, anchor: Point? = nil, hasLeader: Bool = false) {
      self.origin = origin
      self.cost = cost
      self.anchor = anchor
      self.hasLeader = hasLeader
    }
  }

  /// Another way to set the words: in shorter lines, or turned.
  struct Variant: Sendable {
    var block: TextBlock
    /// Boxes on the page that together cover slanting words; none where the box of the ink does.
    var pieces: [Rect] = []
  }

  package var block: TextBlock
  package var candidates: [Candidate]
  /// The same words set in another way.
  var variants: [Variant] = []
  /// Which part of the mark it names; the mark's own count.
  package var part: Int
  /// Kept free around the ink, in points.
  package var padding: Double
  /// Where the label must stay.
  package var bounds: Rect
  /// Whether the picture is complete without it, as with one of many contour numbers.
  package var isOptional: Bool
  /// What the label speaks of, for the leader line that joins them when it must move away; `nil` for one that
  /// stands where it stands.
  package var anchor: Point?
  /// How far the mark reaches around the anchor: where a leader line begins.
  package var anchorRadius: Double
  /// Where the mark stands in the scene, for labels that have no place of their own there.
  package var location: SourceLocation?
  /// Whether it is the name of its mark, which a legend may tell instead.
  package var isName: Bool
  /// Whether the ground's color surrounds its letters, so that it reads over whatever it must cover.
  package var hasHalo: Bool

  /// The setting that stands at a place, if it is not the usual one.
  func variant(at candidate: Candidate) -> Variant? {
    candidate.variant.flatMap { variants.indices.contains($0) ? variants[$0] : nil }
  }

  package init(
    block: TextBlock, candidates: [Candidate], part: Int = 0, padding: Double, bounds: Rect,
    isOptional: Bool = false, anchor: Point? = nil, anchorRadius: Double = 0, isName: Bool = false,
    hasHalo: Bool = true
  ) {
    self.block = block
    self.candidates = candidates
    self.part = part
    self.padding = padding
    self.bounds = bounds
    self.isOptional = isOptional
    self.anchor = anchor
    self.anchorRadius = anchorRadius
    self.isName = isName
    self.hasHalo = hasHalo
  }
}
