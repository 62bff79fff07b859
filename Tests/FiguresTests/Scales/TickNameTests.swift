import Foundation
import TestSupport
import Testing

@testable import Figures

/// The number that a name spells, read by hand: `−2 × 10⁻³`, `0.5`, `2⁷`; `nil` for other texts.
private func number(of name: String) -> Double? {
  let superscripts = Dictionary(uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-"))
  var text = name.filter { !$0.isWhitespace && $0 != "\u{2009}" }
  let sign = text.hasPrefix("−") ? -1.0 : 1.0
  if sign < 0 { text.removeFirst() }
  var product = sign
  for factor in text.split(separator: "×") {
    let base = factor.prefix { superscripts[$0] == nil }
    let exponent = String(factor.dropFirst(base.count).compactMap { superscripts[$0] })
    guard let base = Double(base) else { return nil }
    guard let power = exponent.isEmpty ? 1 : Double(exponent) else { return nil }
    // Read as a decimal number where it is one, which rounds once.
    product *= base == 10 ? Double("1e\(Int(power))") ?? .nan : pow(base, power)
  }
  return product
}

/// Ticks of bent axes are named as what they are.
@Suite struct TickNameTests {
  static let scales: [any Scale] = {
    var scales: [any Scale] = [PowerScale(1e-12...3, exponent: 0.05), PowerScale(0...3, exponent: 0.05)]
    for domain in [1e-300...1e300, 1e-12...3, 1...1e6, 2...90, 3e4...4e9, 0.2...0.9] {
      scales += [LogScale(domain), LogScale(domain, base: 2), PowerScale(domain, exponent: 0.5)]
    }
    for threshold in [1e-300, 1e-3, 1, 50] {
      for domain in [-1e300...1e300, -1000...1e5, 0...1e9, -3...7] {
        scales.append(SymlogScale(domain, threshold: threshold))
      }
    }
    return scales
  }()

  @Test("A name says the tick's value, and the tick stands there", arguments: scales.indices, [3, 6, 9])
  func names(_ index: Int, _ count: Int) throws {
    let scale = Self.scales[index]
    let ticks = scale.ticks(TickWish(atMost: count))
    guard ticks.offset == nil else { return }
    for tick in ticks.named {
      let spelled = try #require(number(of: tick.name), "\(tick.name)")
      #expect(isClose(spelled, tick.value, within: 1e-12, absolute: 1e-307), "\(tick.name)")
      #expect(scale.shows(tick.value))
    }
    #expect(zip(ticks.named, ticks.named.dropFirst()).allSatisfy { $0.value < $1.value })
  }
}
