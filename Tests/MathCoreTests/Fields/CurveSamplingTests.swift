import MathCore
import TestSupport
import Testing

private func sampling(
  _ range: ClosedRange<Double>, _ f: (Double) -> Double
) -> CurveSampling {
  CurveSampling(over: range) { $0.map { DataPoint(x: $0, y: f($0)) } }
}

/// The largest distance of a curve from its polylines, in fractions of `height`.
private func error(_ sampling: CurveSampling, height: Double, _ f: (Double) -> Double) -> Double {
  var worst = 0.0
  for run in sampling.runs {
    for (a, b) in zip(run, run.dropFirst()) {
      for t in [0.25, 0.5, 0.75] {
        let x = a.x + t * (b.x - a.x)
        worst = max(worst, abs(f(x) - (a.y + t * (b.y - a.y))) / height)
      }
    }
  }
  return worst
}

@Suite struct CurveSamplingTests {
  @Test func `A smooth curve is one run near its function`() {
    func f(_ x: Double) -> Double { UnaryFunction.sine(20 * x) * UnaryFunction.exponential(-x) }
    let found = sampling(0...3, f)
    #expect(found.runs.count == 1 && found.breaks.isEmpty)
    #expect(error(found, height: 2, f) < 1e-3)
    #expect(found.runs[0].count < 2500)
  }

  @Test func `A kink is found`() throws {
    let found = sampling(-1...1) { abs($0 - 0.1234567) }
    #expect(found.runs.count == 1)
    let lowest = try #require(found.runs[0].map(\.y).min())
    #expect(lowest < 2e-4)
  }

  @Test(arguments: [0.0, 0.3, 0.123456789, -0.999]) func `A pole breaks the line`(_ pole: Double) throws {
    let found = sampling(-1...1) { 1 / ($0 - pole) }
    #expect(found.runs.count == 2)
    #expect(found.runs[0].allSatisfy { $0.x < pole } && found.runs[1].allSatisfy { $0.x > pole })
    // On a sample it is undefined, and no break has to be looked for.
    if let place = found.breaks.first { #expect(abs(place - pole) < 1e-6) }
  }

  @Test func `A pole of even order leaves what is shown on both sides`() throws {
    let found = sampling(-2...2) { 1 / (($0 - 0.31) * ($0 - 0.31)) }
    let highest = try #require(found.runs.joined().map(\.y).max())
    #expect(highest > 1e3)
    #expect(found.runs.joined().contains { abs($0.x - 0.31) < 1e-2 })
  }

  @Test func `Every pole of the tangent is found`() {
    let found = sampling(-10...10) { UnaryFunction.tangent($0) }
    let poles = (-3...2).map { (Double($0) + 0.5) * Double.pi }
    #expect(found.breaks.count == poles.count)
    for (place, pole) in zip(found.breaks, poles) { #expect(abs(place - pole) < 1e-5) }
  }

  @Test func `A jump breaks the line and a staircase at each step`() {
    let found = sampling(0...5) { UnaryFunction.floor($0 + 0.07) }
    #expect(found.breaks.count == 5)
    #expect(found.runs.allSatisfy { run in Set(run.map(\.y)).count == 1 })
  }

  @Test func `The end of what is defined is met`() throws {
    let found = sampling(-1...1) { UnaryFunction.squareRoot($0 - 0.2) }
    #expect(found.runs.count == 1)
    let start = try #require(found.runs.first?.first)
    #expect(start.x >= 0.2 && start.x < 0.2 + 1e-5)
    #expect(sampling(0...1) { _ in .nan }.runs.isEmpty)
  }

  private static let steep: [(@Sendable (Double) -> Double)] = [
    { UnaryFunction.logarithm($0) },
    { UnaryFunction.logarithm(UnaryFunction.logarithm($0 + 1)) },
    { $0 > 0 ? UnaryFunction.exponential(0.1 * UnaryFunction.logarithm($0)) : 0 },
    { -UnaryFunction.logarithm(abs($0 - 3)) },
  ]

  @Test(arguments: steep.indices)
  func `A curve that is only steep is one run, and shown without its far end`(_ index: Int) throws {
    let found = sampling(0...10, Self.steep[index])
    #expect(found.breaks.isEmpty && found.runs.count == 1)
    let heights = try #require(found.heights)
    #expect(heights.upperBound - heights.lowerBound < 14)
  }
}
