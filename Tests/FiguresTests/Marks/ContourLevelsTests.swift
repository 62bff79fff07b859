import TestSupport
import MathCore
import Testing

@testable import Figures

@Suite struct ContourLevelsTests {
  private func levels(
    _ choice: ContourLevels.Choice, _ spacing: ContourLevels.Spacing, over range: ClosedRange<Double>
  ) -> [Double] {
    ContourLevels(choice, spacing, over: range).values
  }

  static let ranges: [ClosedRange<Double>] = [
    0...1, -3...17, 0.5...0.5003, 1e-9...1e-7, -1e12...1e12, 1e-300...1e-299, 0...1e300, -5 ... -4,
    100...100.0001,
  ]

  @Test(arguments: ranges, [ContourLevels.Spacing.linear, .square])
  func ascendInsideTheRange(_ range: ClosedRange<Double>, _ spacing: ContourLevels.Spacing) {
    for count in [1, 2, 5, 14, 500] {
      let levels = levels(.count(count), spacing, over: range)
      #expect(levels.count <= count)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
      #expect(levels.allSatisfy { range.lowerBound < $0 && $0 <= range.upperBound })
    }
    #expect(levels(.count(14), spacing, over: range).count >= 5)
  }

  @Test func linearLevelsAreRoundSteps() {
    #expect(levels(.count(5), .linear, over: 0.1...1) == [0.2, 0.4, 0.6, 0.8, 1])
    #expect(levels(.count(10), .linear, over: -3...17) == [-2, 0, 2, 4, 6, 8, 10, 12, 14, 16])
  }

  /// On a bowl of r² the lines then lie equally far apart.
  @Test func squareLevelsGrowAsSquares() {
    let levels = levels(.count(10), .square, over: 0...100)
    #expect(levels == (1...10).map { Double($0 * $0) })
  }

  @Test func listedLevelsAreSortedAndOnlyThoseThatHaveALine() {
    let wanted = [5.0, 1, .nan, 3, 1, -4, 0, .infinity, 10, 11]
    #expect(levels(.listed(wanted), .square, over: 0...10) == [1, 3, 5, 10])
  }

  @Test func aFlatFunctionHasNoLevels() {
    for spacing in [ContourLevels.Spacing.linear, .square] {
      #expect(levels(.count(12), spacing, over: 3...3).isEmpty)
    }
  }

  @Test func evenSpacingIncludesBothEnds() {
    #expect(evenly(spaced: 5, over: -1...1) == [-1, -0.5, 0, 0.5, 1])
    #expect(evenly(spaced: 2, over: 0.1...0.7) == [0.1, 0.7])
    let wide = evenly(spaced: 1001, over: -1.7e308...1.7e308)
    #expect(wide.allSatisfy { $0.isFinite })
    #expect(wide.first == -1.7e308 && wide.last == 1.7e308)
  }
}
