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

/// What an axis marks: the ticks with names, the small ones between them, and what all names leave out.
package struct Ticks: Hashable, Sendable {
  /// In ascending order.
  package var named: [Tick]
  /// Values of the ticks without a name, in ascending order.
  package var minor: [Double]
  /// What every name leaves out, as a label's source for the axis' end: the `+10⁶` of 1000000.1 and its
  /// neighbors, the year of days.
  package var offset: String?
  /// Whether a reader needs the small ticks to see what the scale is.
  package var needsMinor: Bool

  package init(_ named: [Tick] = [], minor: [Double] = [], offset: String? = nil, needsMinor: Bool = false) {
    self.named = named
    self.minor = minor
    self.offset = offset
    self.needsMinor = needsMinor
  }
}

/// What is asked of a scale's ticks.
package struct TickWish: Hashable, Sendable {
  /// At most so many names, from 1 to 1000.
  package var count: Int
  /// Whether only whole numbers are wanted, where enough of them lie in the domain.
  package var isWhole = false

  package init(atMost count: Int, isWhole: Bool = false) {
    self.count = min(max(count, 1), 1000)
    self.isWhole = isWhole
  }
}
