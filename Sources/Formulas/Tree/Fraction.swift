/// One row over another, with a rule between them or without.
package struct Fraction: Hashable, Sendable {
  package var numerator: Row
  package var denominator: Row
  package var hasRule: Bool
  /// `nil` follows the surroundings; `\dfrac` and `\tfrac` say it.
  package var style: MathStyle?

  package init(numerator: Row, denominator: Row, hasRule: Bool = true, style: MathStyle? = nil) {
    self.numerator = numerator
    self.denominator = denominator
    self.hasRule = hasRule
    self.style = style
  }
}
