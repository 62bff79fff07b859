package import Formulas

/// The key of a color scale: colors from the lowest band to the highest, with their limits.
package struct ColorBar: Sendable {
  /// The limits of the bands in ascending order; band `i` lies between limits `i` and `i + 1`.
  package var limits: [Double]
  /// The names of the limits.
  package var names: [String]
  /// What the scale measures.
  package var label: Label?

  package init(limits: [Double], names: [String], label: Label?) {
    self.limits = limits
    self.names = names
    self.label = label
  }

  package var bandCount: Int { max(limits.count - 1, 0) }
}
