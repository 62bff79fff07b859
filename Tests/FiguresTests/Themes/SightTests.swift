import Drawing
import TestSupport
import Testing

@testable import Figures

/// What lint sees with is what the tests' own matrices say.
@Suite struct SightTests {
  private typealias Seen = Figures.Sight

  private static let colors: [UInt32] = [
    0x000000, 0xFFFFFF, 0x808080, 0xFF0000, 0x00FF00, 0x0000FF, 0xB3651F, 0x6B7D1F, 0x304DCB, 0xFCDD54,
  ]

  @Test(arguments: colors)
  func colorsLieWhereTheyShould(_ rgb: UInt32) {
    let color = Color(rgb: rgb)
    for (sight, own) in zip(Seen.allCases, FiguresTests.Sight.allCases) {
      let place = sight.seen(color)
      let expected = SeenColor(color).seen(by: own).oklab
      for (one, other) in zip([place.lightness, place.a, place.b], expected) {
        #expect(isClose(one, other, within: 0, absolute: 1e-7))
      }
    }
  }

  /// Lightness, chroma and hue lead back to the color.
  @Test(arguments: colors)
  func colorsComeBack(_ rgb: UInt32) {
    let back = OKLCH(Color(rgb: rgb)).color
    let expected = Color(rgb: rgb)
    #expect(isClose(back.red, expected.red, within: 0, absolute: 2e-3))
    #expect(isClose(back.green, expected.green, within: 0, absolute: 2e-3))
    #expect(isClose(back.blue, expected.blue, within: 0, absolute: 2e-3))
  }

  /// Published values: CSS Color 4 gives oklch(62.8% 0.25768 29.234) for red and oklch(45.201% 0.31321 264.052)
  /// for blue.
  @Test(
    arguments: [(0xFF0000, [0.62796, 0.25768, 29.234]), (0x0000FF, [0.45201, 0.31321, 264.052])]
      as [(UInt32, [Double])])
  func publishedColors(_ rgb: UInt32, _ expected: [Double]) {
    let color = OKLCH(Color(rgb: rgb))
    #expect(isClose(color.lightness, expected[0], within: 1e-4))
    #expect(isClose(color.chroma, expected[1], within: 2e-4))
    #expect(isClose(color.hue, expected[2], within: 2e-4))
  }

  @Test func confusionIsFoundForTheRightEyes() {
    let (orange, olive) = (Color(rgb: 0xB3651F), Color(rgb: 0x6B7D1F))
    #expect(Seen.confusing(orange, with: olive) == .deuteranopic)
    #expect(Seen.confusing(orange, with: orange) == .normal)
    #expect(Seen.confusing(.black, with: .white) == nil)
  }
}
