import Drawing
import Geometry
import Glibc
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct DistributionTests {
  private func scene(_ options: String = "", _ axes: String = "{}") throws -> DrawnScene {
    try DrawnScene(
      """
      let: {bell: 'normal(mean=1, sd=2)'}
      axes: \(axes)
      draw: [{distribution: bell\(options)}]
      """)
  }

  /// The probability between two places, by the C library.
  private func probability(_ low: Double, _ high: Double) -> Double {
    func cumulative(_ x: Double) -> Double { 0.5 * erfc(-(x - 1) / (2 * 2.0.squareRoot())) }
    return cumulative(high) - cumulative(low)
  }

  private func shades(in scene: DrawnScene) -> [[Point]] {
    scene.shapes.filter { ($0.fill?.alpha ?? 1) < 1 }.flatMap(\.polylines)
  }

  /// What is shaded is as large as the probability that it stands for.
  @Test func shadedAreasAreProbabilities() throws {
    let scene = try scene(", shade: [[-1, 3], [-3, 5], [1, 2], [4, 6]]")
    let areas = shades(in: scene).map { area(inside: $0) }
    let unit = area(inside: [scene.place(0, 0), scene.place(1, 0), scene.place(1, 1), scene.place(0, 1)])
    #expect(areas.count == 4)
    for (area, ends) in zip(areas, [(-1.0, 3.0), (-3, 5), (1, 2), (4, 6)]) {
      #expect(isClose(area / unit, probability(ends.0, ends.1), within: 1e-5))
    }
  }

  @Test func aShadeEndsWhereTheAxisEnds() throws {
    let scene = try scene(", shade: [[-100, 100], [50, 60]]", "{x: {domain: [-3, 5]}}")
    let unit = area(inside: [scene.place(0, 0), scene.place(1, 0), scene.place(1, 1), scene.place(0, 1)])
    let areas = shades(in: scene).map { area(inside: $0) / unit }
    #expect(isClose(areas[0], probability(-3, 5), within: 1e-5))
    #expect(areas.dropFirst().allSatisfy { $0 < 1e-9 })
  }

  @Test func aDiscreteOneHasAStemForEachNumber() throws {
    let scene = try DrawnScene("draw: [{distribution: 'binomial(n=4, p=0.5)', shade: [[1, 2]]}]")
    let stems = scene.strokes(.probability).flatMap(\.polylines)
    let tips = stems.compactMap { $0.last.map { scene.data(at: $0) } }.sorted { $0.x < $1.x }
    // Pascal's triangle.
    let masses = [1.0, 4, 6, 4, 1].map { $0 / 16 }
    #expect(tips.count == masses.count)
    for (number, (tip, mass)) in zip(tips, masses).enumerated() {
      #expect(isClose(tip.x, Double(number), within: 0, absolute: 1e-9))
      #expect(isClose(tip.y, mass, within: 1e-9))
    }
  }

  @Test func theLineIsTheDensity() throws {
    let scene = try scene()
    let line = try #require(scene.strokes(.probability).first?.polylines.first)
    #expect(line.count > 200)
    for point in line {
      let place = scene.data(at: point)
      let z = (place.x - 1) / 2
      #expect(
        isClose(place.y, exp(-z * z / 2) / (2 * (2 * Double.pi).squareRoot()), within: 0, absolute: 1e-9))
    }
    // The axis starts at zero and shows nearly everything.
    #expect(scene.panels[0].panel.y.domain.lowerBound == 0)
    let shown = scene.panels[0].panel.x.domain
    #expect(probability(shown.lowerBound, shown.upperBound) > 0.998)
  }

  @Test func anIntervalReachesFromEndToEnd() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [-4, 4]}, y: {domain: [0, 1]}}
      draw: [{interval: '[-2, 3]', at: 0.5, down-to: 0, label: five, role: weight}]
      """)
    let tips = scene.fills(.weight).compactMap { $0.polylines.first?.first }
    #expect(tips.count == 2)
    #expect(tips.contains { abs($0.x - scene.place(-2, 0).x) < 0.01 })
    #expect(tips.contains { abs($0.x - scene.place(3, 0).x) < 0.01 })
    #expect(tips.allSatisfy { abs($0.y - scene.place(0, 0.5).y) <= scene.pixel })
    // Its line makes room for its label.
    let label = try #require(scene.boxes(of: "five").first)
    #expect(abs(label.midX - scene.place(0.5, 0).x) < 1e-6)
    for line in scene.strokes(.weight).flatMap(\.polylines) {
      #expect(line.allSatisfy { !label.contains($0) })
      #expect(label.maxX < line.map(\.x).min() ?? 0 || line.map(\.x).max() ?? 0 < label.minX)
    }
  }
}
