import Diagnostics
import Testing

@testable import Figures

/// What a scene says and its picture cannot show is told.
@Suite struct SilenceTests {
  static let scenes: [(scene: String, warning: String)] = [
    (
      "axes: {x: {domain: [0, 1], ticks: [0, 5, 9]}}\ndraw: [{curve: x}]",
      "1:36: ticks: 2 of 3 have no place on the axis; it shows 0 to 1"
    ),
    (
      "axes: {x: {scale: log, domain: [1, 10], ticks: {0: none, 1: one}}}\ndraw: [{curve: x}]",
      "1:49: ticks: 1 of 2 have no place on the axis; it shows 1 to 10"
    ),
    (
      "axes: {x: {domain: [-1, 3]}}\ndraw: [{bars: [1, 2], names: [a, b]}]",
      "1:20: domain: on an axis of numbers bars have no names; leave it out"
    ),
    (
      "axes: {style: none, x: {domain: [0, 1], label: time}}\ndraw: [{curve: x}]",
      "1:48: label: axes of style 'none' are not drawn, nor is what they say"
    ),
  ]

  @Test("What has no place is told", arguments: scenes)
  func warning(scene: String, expected: String) throws {
    let warnings = try DrawnScene(scene).warnings.map { warning in
      let place = warning.at.map { "\($0.line):\($0.column): " } ?? ""
      return place + warning.message + (warning.help.map { "; \($0)" } ?? "")
    }
    #expect(warnings == [expected])
  }
}
