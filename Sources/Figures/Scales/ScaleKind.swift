package import Diagnostics

/// A kind of scale that scenes ask for by its name.
package struct ScaleKind: Sendable {
  /// What may stand behind the name.
  package enum Option: Sendable {
    case none
    /// A number that is called so in messages.
    case number(String, usual: Double, in: ClosedRange<Double>)
    /// The names of bands or points.
    case names
  }

  /// What did stand there.
  package struct Choice: Sendable {
    package var number: Double
    /// As label sources.
    package var names: [LocatedText]

    package init(number: Double = 0, names: [LocatedText] = []) {
      self.number = number
      self.names = names
    }
  }

  package let option: Option
  /// Whether equal steps are equal lengths.
  package let isLinear: Bool
  /// Whether it shows only numbers above zero.
  package let isPositive: Bool
  /// Whether values are instants, which scenes may write as dates.
  package let isCalendar: Bool
  /// Makes a scale over a finite domain, which for a positive kind lies above zero.
  package let scale: @Sendable (ClosedRange<Double>, Choice) -> any Scale

  package init(
    option: Option = .none, isLinear: Bool = false, isPositive: Bool = false, isCalendar: Bool = false,
    scale: @escaping @Sendable (ClosedRange<Double>, Choice) -> any Scale
  ) {
    self.option = option
    self.isLinear = isLinear
    self.isPositive = isPositive
    self.isCalendar = isCalendar
    self.scale = scale
  }

  /// The choice that is meant by the bare name.
  package var usual: Choice {
    if case .number(_, let usual, _) = option { Choice(number: usual) } else { Choice() }
  }
}
