package import Formulas

/// The key of a color scale: bands from the lowest to the highest, and the values between them.
package struct ColorBar: Sendable {
  /// Along which side of the panel it stands.
  package enum Place: Hashable, Sendable {
    case right
    case bottom
  }

  /// The names of the limits between neighboring bands: one fewer than there are bands.
  package var limits: [String]
  /// What the scale measures.
  package var label: Label?
  package var place: Place

  package init(limits: [String], label: Label?, place: Place = .right) {
    self.limits = limits
    self.label = label
    self.place = place
  }

  package var bandCount: Int { limits.count + 1 }

  /// Where a band's color lies on the ramp.
  package func fraction(of band: Int) -> Double { limits.isEmpty ? 0 : Double(band) / Double(limits.count) }
}
