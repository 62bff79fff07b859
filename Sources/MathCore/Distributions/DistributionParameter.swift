/// One number that a distribution is set up with.
package struct DistributionParameter: Hashable, Sendable {
  /// The numbers that a parameter can be; all of them are finite.
  package enum Range: Hashable, Sendable {
    case number
    case positive
    case probability
    /// A probability that is not 0.
    case chance
    case whole
    /// A whole number that is not negative.
    case count
  }

  /// What users write in front of `=`.
  package var name: String
  /// What it is where the user says nothing; `nil` where the user has to say.
  package var standard: Double?
  /// What it can be.
  package var range: Range

  /// A parameter; without `standard` the user has to say it.
  package init(_ name: String, standard: Double? = nil, _ range: Range = .number) {
    self.name = name
    self.standard = standard
    self.range = range
  }
}

extension DistributionParameter.Range {
  /// Whether a number is among them.
  package func contains(_ number: Double) -> Bool {
    guard number.isFinite else { return false }
    switch self {
    case .number: return true
    case .positive: return number > 0
    case .probability: return number >= 0 && number <= 1
    case .chance: return number > 0 && number <= 1
    // Beyond 2^53 there are no neighbors to tell apart.
    case .whole: return number == number.rounded() && abs(number) <= 0x1p53
    case .count: return number == number.rounded() && number >= 0 && number <= 0x1p53
    }
  }

  /// What to say that was expected.
  package var expectation: String {
    switch self {
    case .number: "a finite number"
    case .positive: "more than 0"
    case .probability: "a probability in 0…1"
    case .chance: "a probability above 0, up to 1"
    case .whole: "a whole number"
    case .count: "a whole number of at least 0"
    }
  }
}

/// A parameter that does not fit its range or the parameters before it.
package struct ParameterMistake: Hashable, Sendable {
  /// Which of the parameters it is.
  package var index: Int
  /// What should have been there, such as `more than 0`.
  package var expectation: String
}
