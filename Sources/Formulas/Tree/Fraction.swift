/// One row over another, with a rule between them or without.
package struct Fraction: Hashable, Sendable {
  package var numerator: Row
  package var denominator: Row
  package var hasRule: Bool
  /// In mu; `nil` leaves it to the font.
  package var ruleThickness: Double?
  /// `nil` follows the surroundings; `\dfrac` and `\tfrac` say it.
  package var style: MathStyle?
  /// Whether it is a link of a continued fraction, whose parts are all in display style.
  package var isContinued: Bool
  /// Where the numerator stands; other than in the middle only in continued fractions.
  package var alignment: Grid.Alignment

  package init(
    numerator: Row, denominator: Row, hasRule: Bool = true, ruleThickness: Double? = nil,
    style: MathStyle? = nil, isContinued: Bool = false, alignment: Grid.Alignment = .center
  ) {
    self.numerator = numerator
    self.denominator = denominator
    self.hasRule = hasRule
    self.ruleThickness = ruleThickness
    self.style = style
    self.isContinued = isContinued
    self.alignment = alignment
  }
}
