import Foundation
import TestSupport
import Testing

@testable import MathCore

/// Decimals are rounded once, as Python's `float` and the standard library do.
@Suite struct DecimalTests {
  private static func number(_ text: String, point: UInt8 = UInt8(ascii: ".")) -> Double? {
    let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    return bytes.withUnsafeBufferPointer { bytes -> Double? in
      guard let start = bytes.baseAddress, let number = DecimalReader(point: point).number(start) else {
        return nil
      }
      return number.length == text.utf8.count ? number.value : nil
    }
  }

  @Test func `Hard decimals are read as Python reads them`() throws {
    for words in try TableFiles.lines("decimals.txt") {
      let expected = try #require(words[1] == "inf" ? .infinity : Double(words[1]))
      #expect(Self.number(words[0])?.bitPattern == expected.bitPattern, "\(words[0])")
    }
  }

  @Test func `The shortest decimal of any double reads back as the same bits`() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<8_000 {
      let double = Double(bitPattern: generator.next())
      guard double.isFinite else { continue }
      #expect(Self.number("\(double)")?.bitPattern == double.bitPattern, "\(double)")
    }
  }

  @Test func `Any digits with any exponent are read as the standard library reads them`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<8_000 {
      let digits = generator.next() >> UInt64.random(in: 0...63, using: &generator)
      let text = "\(digits)e\(Int.random(in: -360...330, using: &generator))"
      #expect(Self.number(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  /// Points halfway between two doubles go to the even one, and a digit more decides.
  @Test func `Halves are rounded to even`() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let power = Int.random(in: 0...9, using: &generator)
      let odd = (generator.next() >> 11 | 1 << 52) << 1 | 1
      // 54 bits times 2^power, or divided by it: exact in decimals of at most 19 digits or so.
      let text = power <= 6 ? "\(odd << UInt64(power))" : "\(odd)e\(power)"
      #expect(Self.number(text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
      #expect(Self.number("\(odd).5e-1")?.bitPattern == Double("\(odd).5e-1")?.bitPattern)
    }
  }

  @Test(arguments: ["", "-", ".", "e5", "1e", "1e+", "1.2.3", "0x10", "1_000", "--1", "1,5", "١"])
  func `What is no decimal is none`(_ text: String) {
    #expect(Self.number(text) == nil)
  }

  @Test func `The point can be a comma`() {
    #expect(Self.number("-1,25e1", point: UInt8(ascii: ",")) == -12.5)
    #expect(Self.number("0,1000000000000000055511151231257827", point: UInt8(ascii: ",")) == 0.1)
  }
}
