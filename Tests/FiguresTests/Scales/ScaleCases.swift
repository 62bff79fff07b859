import Diagnostics
import Testing

@testable import Figures

/// A scale over some domain, by the name of its kind.
struct ScaleCase: Sendable, CustomTestStringConvertible {
  var kind: String
  var domain: ClosedRange<Double>
  var number: Double?
  var testDescription: String { "\(kind) over \(domain)" }

  var scale: any Scale {
    let entry = scales[kind] ?? LinearScale.kind
    var choice = entry.usual
    if let number { choice.number = number }
    choice.names = ["a", "b", "c", "d"]
    return entry.scale(domain, choice)
  }

  /// Every kind of the catalogue, over domains of a course and over those that break other programs.
  static let all: [ScaleCase] =
    [
      0...1, -1...1, -2.5...2.5, 0...100, -7e6 ... -2e6, 1e-300...3e-300, -1e300...1e300, 1...1.000_000_03,
      -1.7e308...1.7e308, 99.99...100.01,
    ].flatMap { domain in
      ["linear", "pi", "power", "sqrt", "symlog", "time", "duration"].map {
        ScaleCase(kind: $0, domain: domain)
      }
    }
    + [
      1...1e6, 1e-300...1e300, 0.02...0.9, 2...3, 1...1.000_000_03, 30...4000, 1e-9...1e-7, 7e15...9e15,
      1...1e308,
      1e-307...1e-305, 0.5...20, 1e5...1e15,
    ].map { ScaleCase(kind: "log", domain: $0) }
    + [
      ScaleCase(kind: "log", domain: 1...1024, number: 2),
      ScaleCase(kind: "log", domain: 0.01...300, number: 2),
      ScaleCase(kind: "log", domain: 1...1e5, number: 2.718281828459045),
      ScaleCase(kind: "log", domain: 3...5, number: 2),
      ScaleCase(kind: "symlog", domain: -1e5...1e3, number: 0.01), ScaleCase(kind: "symlog", domain: 0...1e6),
      ScaleCase(kind: "symlog", domain: 20...3000, number: 1),
      ScaleCase(kind: "symlog", domain: -3...40, number: 10),
      ScaleCase(kind: "symlog", domain: -1e300...1e300, number: 1e-300),
      ScaleCase(kind: "power", domain: 0...10, number: 3),
      ScaleCase(kind: "power", domain: -4...9, number: 0.3),
      ScaleCase(kind: "pi", domain: -6.3...6.3), ScaleCase(kind: "pi", domain: 0...0.1),
      ScaleCase(kind: "pi", domain: -400...500), ScaleCase(kind: "time", domain: 1.6e9...1.9e9),
      ScaleCase(kind: "time", domain: -1e12...1e12), ScaleCase(kind: "duration", domain: 0...5400),
      ScaleCase(kind: "duration", domain: 0...300_000), ScaleCase(kind: "band", domain: 0...1),
      ScaleCase(kind: "point", domain: 0...1),
    ]

  /// Scales that are made from others.
  static var composed: [any Scale] {
    [
      BrokenScale(LinearScale(0...100), breaks: [20...80]),
      BrokenScale(LinearScale(-5...300), breaks: [10...90, 110...290]),
      BrokenScale(LogScale(1...1e6), breaks: [20...8e4]),
      ConvertedScale(LinearScale(-10...40), marking: { LinearScale($0) }) { 9 / 5 * $0 + 32 },
      ConvertedScale(LogScale(1...1000), marking: { LogScale($0) }) { 5000 / $0 },
    ]
  }
}
