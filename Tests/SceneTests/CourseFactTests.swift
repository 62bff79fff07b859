import Diagnostics
import Drawing
import Figures
import Foundation
import Geometry
import OnePicture
import TestSupport
import Testing

/// What the pictures claim, measured on what they paint and compared with formulas written by hand.
@Suite struct CourseFactTests {
  private func list(_ name: String) throws -> DisplayList {
    try SceneFolder.picture(name, theme: "light").displayList
  }

  private func color(_ role: Role) throws -> Color {
    try themes.entry(named: "light", at: nil).color(of: role)
  }

  /// The map from a frame on the page to the domains of its axes, which the scene file states.
  private func coordinates(
    _ frame: Rect, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>
  ) -> (Point) -> (x: Double, y: Double) {
    { point in
      (
        x: x.lowerBound + (point.x - frame.minX) / frame.width * (x.upperBound - x.lowerBound),
        y: y.lowerBound + (frame.maxY - point.y) / frame.height * (y.upperBound - y.lowerBound)
      )
    }
  }

  /// Every step of the one picture is −η∇L at the point where it starts.
  @Test func everyStepGoesAgainstTheGradient() throws {
    let list = try list("optimization/one-picture")
    let weight = try color(.weight)
    let walk = try #require(
      list.paths.first { $0.stroke?.color == weight && ($0.polylines.first?.count ?? 0) == 41 })
    let frame = try #require(walk.clip)
    let place = coordinates(frame, -2.5...2.5, -1.5...2.5)
    let points = try #require(walk.polylines.first).map(place)
    #expect(isClose(points[0].x, -1.8, within: 1e-9) && isClose(points[0].y, 2, within: 1e-9))
    for (start, end) in zip(points, points.dropFirst()) {
      let height = start.y - start.x * start.x / 2
      let slope = (
        x: -2 * (1 - start.x) - 8 * height * start.x + 0.9 * cos(3 * start.x), y: 8 * height
      )
      #expect(isClose(end.x - start.x, -0.03 * slope.x, within: 0, absolute: 1e-8))
      #expect(isClose(end.y - start.y, -0.03 * slope.y, within: 0, absolute: 1e-8))
    }
    // Equal units, without which no arrow stands at right angles to a level line.
    #expect(isClose(frame.width / 5, frame.height / 4, within: 1e-9))
    // And the losses that the caption states are those of the first and last point.
    for (point, text) in [(points[0], "8.6"), (points[40], "0.84")] {
      let height = point.y - point.x * point.x / 2
      let loss = (1 - point.x) * (1 - point.x) + 4 * height * height + 0.3 * sin(3 * point.x)
      let rounded = String(format: text.count == 3 ? "%.1f" : "%.2f", loss)
      #expect(rounded == text)
      #expect(list.labels.contains { $0.contains("loss falls") && $0.contains(rounded) })
    }
  }

  /// [1, 2] + [3, 4] = [4, 6], tip to tail.
  @Test func vectorsAddTipToTail() throws {
    let list = try list("linear-algebra/vector-addition")
    func arrow(_ role: Role) throws -> (tail: Point, tip: Point) {
      let color = try color(role)
      let head = try #require(list.paths.first { $0.fill == color }).polylines[0]
      let shaft = try #require(list.paths.first { $0.stroke?.color == color }).polylines[0]
      return (shaft[0], head[0])
    }
    let (a, b, sum) = (try arrow(.weight), try arrow(.gradient), try arrow(.target))
    #expect((b.tail - a.tip).length < 1e-9)
    #expect((b.tip - sum.tip).length < 1e-9)
    #expect((a.tail - sum.tail).length < 1e-9)

    // The faint grid has a line at every whole number, on the nearest pixel.
    let faint = try themes.entry(named: "light", at: nil).faintInk
    let lines = try #require(list.paths.first { $0.stroke?.color == faint }).polylines
    let across = lines.filter { $0[0].x == $0[1].x }.map { $0[0].x }.sorted()
    let up = lines.filter { $0[0].y == $0[1].y }.map { $0[0].y }.sorted(by: >)
    #expect(across.count == 6 && up.count == 7)
    for (point, x, y) in [(sum.tail, 0, 0), (a.tip, 1, 2), (sum.tip, 4, 6)] {
      #expect(abs(point.x - across[x]) <= 0.5)
      #expect(abs(point.y - up[y]) <= 0.5)
    }
    #expect(list.labels.contains("(4, 6)"))
  }

  /// The three areas under the bell, and what is written on them.
  @Test func theBellHoldsItsProbabilities() throws {
    let list = try list("probability/bell-curve")
    let shades = list.paths.filter { ($0.fill?.alpha ?? 1) < 1 }
    #expect(shades.count == 3)
    let frame = try #require(shades.first?.clip)
    let place = coordinates(frame, -4...4, 0...0.66)
    for (shade, sigmas) in zip(shades, [3.0, 2, 1]) {
      let outline = shade.polylines[0].map(place)
      let next = outline.dropFirst() + outline.prefix(1)
      let area = abs(zip(outline, next).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 })
      let probability = erf(sigmas / 2.0.squareRoot())
      #expect(isClose(area, probability, within: 1e-5))
      #expect(list.labels.contains(String(format: "%.1f%%", 100 * probability)))
    }
    #expect(Set(["68.3%", "95.4%", "99.7%"]).isSubset(of: list.labels))
  }

  /// Bars are as high as the scores and as their softmax, and say so.
  @Test func softmaxBarsAreInProportion() throws {
    let list = try list("probability/softmax-bars")
    let scores = [2.0, 1.0, 0.1]
    let total = scores.map(exp).reduce(0, +)
    for (role, values) in [(Role.data, scores), (.probability, scores.map { exp($0) / total })] {
      let color = try color(role)
      let heights = list.paths.filter { $0.fill == color }.compactMap(\.path.controlBox?.height)
      #expect(heights.count == 3)
      for (height, value) in zip(heights, values) {
        #expect(isClose(height / heights[0], value / values[0], within: 0, absolute: 1.5e-3))
      }
    }
    #expect(Set(["0.659", "0.242", "0.099", "2.0", "1.0", "0.1"]).isSubset(of: list.labels))
  }

  /// Each arrow of the field points along the exact gradient, uphill.
  @Test func fieldArrowsAreGradients() throws {
    let list = try list("calculus/gradient-arrows")
    let color = try color(.gradient)
    let shafts = try #require(list.paths.first { $0.stroke?.color == color })
    let heads = try #require(list.paths.first { $0.fill == color && $0.clip != nil })
    let place = coordinates(try #require(shafts.clip), -3.2...3.2, -2.2...2.2)
    #expect(shafts.polylines.count > 100)
    for (shaft, head) in zip(shafts.polylines, heads.polylines) {
      let (start, tip) = (place(shaft[0]), place(head[0]))
      let (x, y) = ((start.x + tip.x) / 2, (start.y + tip.y) / 2)
      let one = 1.5 * exp(-((x + 1.3) * (x + 1.3) + (y - 0.3) * (y - 0.3)))
      let two = exp(-((x - 1.2) * (x - 1.2) + (y + 0.4) * (y + 0.4)) / 1.3)
      let exact = Vector(
        x: -2 * (x + 1.3) * one - 2 / 1.3 * (x - 1.2) * two,
        y: -2 * (y - 0.3) * one - 2 / 1.3 * (y + 0.4) * two)
      let drawn = Vector(x: tip.x - start.x, y: tip.y - start.y)
      #expect(drawn.normalized.dot(exact.normalized) > 1 - 1e-6)
    }
  }

  /// The tangent touches the parabola x²/4 at 3 and climbs 1.5 a unit.
  @Test func theTangentHasTheSlopeOfItsCurve() throws {
    let list = try list("calculus/derivative-slope")
    let (curveColor, tangentColor) = (try color(.prediction), try color(.gradient))
    let curve = try #require(list.paths.first { $0.stroke?.color == curveColor })
    let tangent = try #require(list.paths.first { $0.stroke?.color == tangentColor })
    let place = coordinates(try #require(curve.clip), -2.6...6.4, -1.3...5.6)
    for point in curve.polylines[0].map(place) {
      #expect(isClose(point.y, point.x * point.x / 4, within: 0, absolute: 1e-9))
    }
    for point in tangent.polylines[0].map(place) {
      #expect(isClose(point.y, 2.25 + 1.5 * (point.x - 3), within: 0, absolute: 1e-9))
    }
    #expect(list.labels.contains("1.5"))
  }
}
