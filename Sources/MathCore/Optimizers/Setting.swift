package import Diagnostics

/// One number that an optimizer or a schedule is set up with.
package struct Setting: Hashable, Sendable {
  /// Which numbers make sense; all of them are finite.
  package enum Domain: Hashable, Sendable {
    case positive
    case notNegative
    /// 0 ≤ x < 1.
    case fraction
    /// 0 < x < 1.
    case properFraction
    /// 1, 2, 3, …
    case count

    /// Whether a number makes sense.
    package func contains(_ number: Double) -> Bool {
      switch self {
      case .positive: number > 0 && number.isFinite
      case .notNegative: number >= 0 && number.isFinite
      case .fraction: number >= 0 && number < 1
      case .properFraction: number > 0 && number < 1
      case .count: number >= 1 && number < 0x1p53 && number == number.rounded()
      }
    }

    /// What was expected where a number makes no sense.
    package var expectation: String {
      switch self {
      case .positive: "a finite number greater than 0"
      case .notNegative: "a finite number of at least 0"
      case .fraction: "a number from 0 to below 1"
      case .properFraction: "a number between 0 and 1"
      case .count: "a whole number of at least 1"
      }
    }
  }

  /// What users write in front of `=`.
  package var name: String
  /// What it is where the user says nothing; `nil` where the user has to say.
  package var standard: Double?
  package var domain: Domain

  /// A setting; without `standard` the user has to say it.
  package init(_ name: String, _ domain: Domain, standard: Double? = nil) {
    self.name = name
    self.domain = domain
    self.standard = standard
  }
}

/// What is set up with numbers that have names, for users of the language as for Swift.
package protocol Configurable: Sendable {
  /// The settings by the names that users write, with their defaults.
  static var settings: [Setting] { get }
  /// Set up with one value for each setting, in order, all of them within their domains.
  init(settings values: [Double])
}

extension Configurable {
  /// Set up with named numbers, and the defaults of the others: `Adam(["rate": 0.1])`.
  package init(_ named: [String: Double]) throws(ArgumentError) {
    let names = Self.settings.map(\.name)
    if let name = named.keys.sorted().first(where: { !names.contains($0) }) {
      throw ArgumentError(
        nil, "no setting is called '\(name)'", help: "known: \(names.joined(separator: ", "))")
    }
    var values: [Double] = []
    for setting in Self.settings {
      guard let value = named[setting.name] ?? setting.standard else {
        throw ArgumentError(setting.name, "expected \(setting.domain.expectation), found nothing")
      }
      guard setting.domain.contains(value) else {
        throw ArgumentError(setting.name, "expected \(setting.domain.expectation), found \(value)")
      }
      values.append(value)
    }
    self.init(settings: values)
  }
}
