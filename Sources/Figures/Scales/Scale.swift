package import Diagnostics

/// A place on an axis that is marked and named.
package struct Tick: Hashable, Sendable {
  package var value: Double
  /// The name as a label's source: text, perhaps with a `$formula$`.
  package var text: LocatedText

  package init(_ value: Double, _ text: LocatedText) {
    self.value = value
    self.text = text
  }

  package init(_ value: Double, _ name: String) { self.init(value, LocatedText(name)) }

  /// The name without its place.
  package var name: String { text.text }
}

extension [Tick] {
  /// The same ticks, their names filled up with zeros to equally many decimals.
  var withEqualDecimals: [Tick] {
    func decimals(_ name: String) -> Int? {
      guard let point = name.firstIndex(of: ".") else { return nil }
      return name.distance(from: point, to: name.endIndex) - 1
    }
    let most = compactMap { decimals($0.name) }.max() ?? 0
    let isPlain = allSatisfy { $0.name.allSatisfy { $0.isNumber || $0 == "." || $0 == "\u{2212}" } }
    guard most > 0, isPlain else { return self }
    return map { tick in
      let missing = most - (decimals(tick.name) ?? 0)
      let point = decimals(tick.name) == nil ? "." : ""
      return Tick(tick.value, tick.name + point + String(repeating: "0", count: missing))
    }
  }
}

/// The map from the values along an axis to fractions of its length, and the values worth marking.
package protocol Scale: Sendable {
  /// The values at the ends of the axis.
  var domain: ClosedRange<Double> { get }
  /// 0 at the lower end of the domain, 1 at the upper; linear beyond, NaN for NaN.
  func fraction(of value: Double) -> Double
  /// The inverse of `fraction(of:)`.
  func value(at fraction: Double) -> Double
  /// At most `count` ticks inside the domain, in ascending order.
  func ticks(atMost count: Int) -> [Tick]
}
