import Foundation
import Testing

@testable import Figures

@Suite struct SpokenNumbersTests {
  /// A range, a number in it, and what a reader of such an axis would say.
  static let rounded: [(ClosedRange<Double>, Double, String)] = [
    (-2.5...2.5, -1.8, "−1.8"), (-2.5...2.5, 0.98765, "0.99"), (-2.5...2.5, 1e-17, "0"),
    (-2.5...2.5, -1e-9, "0"), (0...1, 0.6590, "0.66"), (0...100, 33.333, "33"), (0...6000, 1234.5, "1200"),
    (0...6000, 1234, "1234"), (0...0.0001, 0.0000123, "0.000012"), (0...1, 2.0 / 3, "0.67"),
    (1e8...1e8 + 5, 1e8 + 1.26, "1 × 10⁸"), (0...1e300, 1.234e299, "1.2 × 10²⁹⁹"),
    (-1.7e308...1.7e308, 1.2e308, "1.2 × 10³⁰⁸"), (0...1e-300, 4.56e-301, "4.6 × 10⁻³⁰¹"),
    (3...3, 3.14159, "3.14"), (0...0, 0, "0"), (0...1, .nan, "undefined"), (0...1, .infinity, "infinity"),
    (0...1, -.infinity, "minus infinity"), (-0.5...0.5, -0.0, "0"),
  ]

  @Test(arguments: rounded)
  func `Numbers are as fine as one reads them off an axis`(
    _ range: ClosedRange<Double>, _ number: Double, _ text: String
  ) {
    let spoken = SpokenNumbers(over: range).spell(number).replacing("\u{2009}", with: " ")
    #expect(spoken == text)
  }

  @Test(arguments: [(0.6827, "68.3%"), (0.5, "50%"), (1, "100%"), (0.0004, "0%"), (0.9973, "99.7%")])
  func `Shares are percent with one decimal`(_ share: Double, _ text: String) {
    #expect(SpokenNumbers.percent(share) == text)
  }

  @Test func `A loss that falls by orders of magnitude never reaches zero`() {
    let losses = (0...40).map { 6 * pow(0.64, Double($0)) }
    let numbers = SpokenNumbers(of: losses)
    #expect(numbers.spell(losses[0]) == "6")
    #expect(numbers.spell(losses[10]) == "0.0692")
    #expect(numbers.spell(losses[40]).replacing("\u{2009}", with: " ") == "1.06 × 10⁻⁷")
    // Beside zero and negative numbers, what is tiny is zero.
    #expect(SpokenNumbers(of: [-1, 0, 1]).spell(1e-7) == "0")
  }

  /// What is rounded to is at most a fiftieth of the range.
  @Test func `No number is far from what is said`() throws {
    for width in [0.003, 0.7, 1, 5, 9.99, 10, 640, 99_999] {
      let numbers = SpokenNumbers(over: -width / 3...width * 2 / 3)
      for step in 0...50 {
        let number = -width / 3 + width * Double(step) / 50
        let text = numbers.spell(number).replacing("−", with: "-")
        let read = try #require(Double(text), "\(text)")
        #expect(abs(read - number) <= width / 100)
        #expect(text.filter(\.isNumber).count <= 7)
      }
    }
  }
}
