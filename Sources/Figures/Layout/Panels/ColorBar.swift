package import Drawing
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
  package var ramp: RampChoice
  package var place: Place
  /// Where the color of each band lies on the ramp.
  private var fractions: [Double]

  /// The bands below, between and above ascending levels, which are called `limits`.
  package init(
    levels: [Double], limits: [String], label: Label?, ramp: RampChoice = .sequential, place: Place = .right
  ) {
    self.limits = limits
    self.label = label
    self.ramp = ramp
    self.place = place
    fractions = ramp.fractions(between: levels)
  }

  package var bandCount: Int { limits.count + 1 }

  /// The color of a band; that of the lowest for a band that there is not.
  package func color(of band: Int, in theme: Theme) -> Color {
    theme.ramp(ramp).ramp.color(at: fractions.indices.contains(band) ? fractions[band] : 0)
  }
}
