import Diagnostics
import Drawing
import TestSupport
import Testing

@testable import Figures

/// Laws of ramps, measured in OKLab by the tests' own matrices.
@Suite struct RampTests {
  private static let cases = themes.names.flatMap { theme in ramps.names.map { (theme, $0) } }

  private func style(_ theme: String, _ ramp: String) throws -> RampStyle {
    try themes.entry(named: theme, at: nil).ramp(try Figures.ramps.entry(named: ramp, at: nil))
  }

  private func samples(_ theme: String, _ ramp: String, _ count: Int = 20) throws -> [SeenColor] {
    let ramp = try style(theme, ramp).ramp
    return (0...count).map { SeenColor(ramp.color(at: Double($0) / Double(count))) }
  }

  /// Twenty steps look equally large: the longest is at most 3 % longer than the shortest.
  @Test(arguments: cases)
  func stepsLookEqual(_ theme: String, _ ramp: String) throws {
    let colors = try samples(theme, ramp)
    let steps = zip(colors, colors.dropFirst()).map { $0.distance(to: $1) }
    let (least, most) = (steps.min() ?? 0, steps.max() ?? 0)
    #expect(least > 0.004)
    #expect(most < least * 1.03, "\(least) … \(most)")
  }

  /// Order shows without color: lightness moves one way.
  @Test(arguments: cases.filter { $0.1 != "diverging" && $0.1 != "cyclic" })
  func sequentialRampsAreMonotone(_ theme: String, _ ramp: String) throws {
    let lightness = try samples(theme, ramp, 50).map { $0.oklab[0] }
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 })
    // In gray, end to end is told apart with ease.
    #expect(abs((lightness.last ?? 0) - (lightness.first ?? 0)) > 0.17)
  }

  /// As far up as down: lightness and chroma are those of the mirror image, and the middle is gray.
  @Test(arguments: themes.names)
  func divergingRampsAreSymmetric(_ theme: String) throws {
    let colors = try samples(theme, "diverging")
    for (one, mirrored) in zip(colors, colors.reversed()) {
      #expect(isClose(one.oklab[0], mirrored.oklab[0], within: 0, absolute: 2e-3))
      #expect(isClose(chroma(one), chroma(mirrored), within: 0, absolute: 2e-3))
    }
    #expect(chroma(colors[10]) < 1e-3)
    // Away from the middle, lightness moves one way.
    let half = colors[10...].map { $0.oklab[0] }
    let steps = zip(half, half.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { $0 > 0 } || steps.allSatisfy { $0 < 0 })
  }

  /// The ends of a diverging ramp are told apart by eyes of every kind, where there is color.
  @Test(arguments: ["light", "dark"], Sight.allCases)
  func endsOfDivergingRampsAreToldApart(_ theme: String, _ sight: Sight) throws {
    let colors = try samples(theme, "diverging")
    #expect(colors[0].seen(by: sight).distance(to: colors[20].seen(by: sight)) > 0.07)
  }

  @Test(arguments: themes.names)
  func cyclicRampsAreClosed(_ theme: String) throws {
    let colors = try samples(theme, "cyclic")
    #expect(colors[0].distance(to: colors[20]) < 1e-3)
    // Half way around is as far away in lightness as it gets.
    let lightness = colors.map { $0.oklab[0] }
    let farthest = lightness.indices.max {
      abs(lightness[$0] - lightness[0]) < abs(lightness[$1] - lightness[0])
    }
    #expect(farthest == 10)
  }

  @Test(arguments: cases)
  func numbersAreReadable(_ theme: String, _ ramp: String) throws {
    let number = SeenColor(try style(theme, ramp).number)
    for color in try samples(theme, ramp, 50) { #expect(number.contrast(with: color) >= 4.5) }
  }

  @Test func rampsAreDefinedEverywhere() {
    let ramp = Theme.light.ramps.sequential.ramp
    #expect(ramp.color(at: -3) == ramp.color(at: 0))
    #expect(ramp.color(at: 7) == ramp.color(at: 1))
    #expect(ramp.color(at: .infinity) == ramp.color(at: 1))
    #expect(ramp.color(at: .nan) == ramp.color(at: 0))
    #expect(Ramp([]).color(at: 0.5) == .black)
    #expect(Ramp([OKLCH(0.5, 0, 0)]).color(at: 0.5) == Ramp([OKLCH(0.5, 0, 0)]).color(at: 1))
    let flat = Ramp([OKLCH(0.5, 0, 0), OKLCH(0.5, 0, 200)])
    #expect(flat.color(at: 0.3) == flat.color(at: 0))
  }

  /// Zero lies in the middle of the ramp, and as far up as down means as far right as left.
  @Test(
    arguments: [
      ([-2, -1, 1, 2], [0, 0.2, 0.5, 0.8, 1]), ([-1, 0, 1], [0, 1.0 / 3, 2.0 / 3, 1]), ([0], [0, 1]),
      // From −1.5 to 3.5: a band's middle over the farthest one's, from the middle of the ramp.
      ([-1, 0, 1, 2, 3], [2.0 / 7, 3.0 / 7, 4.0 / 7, 5.0 / 7, 6.0 / 7, 1]), ([], [0.5]),
    ] as [([Double], [Double])])
  func divergingBandsAreCenteredOnZero(_ levels: [Double], _ expected: [Double]) {
    let fractions = RampChoice.diverging.fractions(between: levels)
    #expect(fractions.count == levels.count + 1)
    for (one, other) in zip(fractions, expected) { #expect(isClose(one, other, within: 1e-12)) }
  }

  @Test(arguments: [[-.infinity, 0, .infinity], [-1e308, 1e308], [.nan, 1]] as [[Double]])
  func wildLevelsStayOnTheRamp(_ levels: [Double]) {
    for fraction in RampChoice.diverging.fractions(between: levels) {
      #expect(!(fraction < 0) && !(fraction > 1))
    }
  }

  /// Neighbors in a ring differ by one step, the last and the first included.
  @Test func cyclicBandsClose() {
    #expect(RampChoice.cyclic.fractions(between: [1, 2, 3]) == [0, 0.25, 0.5, 0.75])
  }

  private func chroma(_ color: SeenColor) -> Double {
    (color.oklab[1] * color.oklab[1] + color.oklab[2] * color.oklab[2]).squareRoot()
  }
}
