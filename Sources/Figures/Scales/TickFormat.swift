import Diagnostics
import Expressions
import Glibc

/// How a scene wants the numbers of ticks spelled.
struct TickFormat: Hashable, Sendable {
  /// `nil` for engineering notation.
  private let spec: LocatedText?

  /// `engineering`, or a format of Python's mini-language such as `.2f`.
  init(_ text: LocatedText) throws(Diagnostic) {
    spec = text.text == "engineering" ? nil : text
    _ = try name(of: 1)
  }

  func name(of value: Double) throws(Diagnostic) -> String {
    guard let spec else { return Self.engineeringName(of: value) }
    return try formatted(.number(value), spec: spec, as: .label)
  }

  private static let prefixes = ["f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E"]

  /// Powers of a thousand by the letters of the SI: `3k`, `2.5M`.
  private static func engineeringName(of value: Double) -> String {
    guard value != 0, value.isFinite else { return roundedName(of: value) }
    // What is rounded to 1000 in six digits is 1k.
    let digits = log10(abs(value) * (1 + 5e-7)).rounded(.down)
    let group = min(max((digits / 3).rounded(.down), -5), 6)
    return roundedName(of: value / pow(1000, group)) + prefixes[Int(group) + 5]
  }
}
