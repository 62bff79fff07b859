import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

/// Enlarged parts of a panel.
@Suite struct ZoomTests {
  private func scene(_ inset: String, _ draw: String = "[{curve: x^2}]") throws -> DrawnScene {
    try DrawnScene(
      "axes: {x: {domain: [-2, 2]}, y: {domain: [-1, 4]}}\ninset: \(inset)\ndraw: \(draw)")
  }

  @Test func itShowsItsOwnDomain() throws {
    let zoom = try #require(try scene("{x: [0.5, 1], y: [0, 1]}").panels.first?.zooms.first)
    #expect(zoom.panel.x.domain == 0.5...1 && zoom.panel.y.domain == 0...1)
    // Without a range of y it shows what the marks take: 0.25 to 1.
    let free = try #require(try scene("{x: [0.5, 1]}").panels.first?.zooms.first)
    let y = free.panel.y.domain
    #expect(isClose(y.lowerBound, 0.25 - 0.07 * 0.75, within: 1e-9))
    #expect(isClose(y.upperBound, 1 + 0.07 * 0.75, within: 1e-9))
  }

  @Test(arguments: [
    ("top-right", 1, -1), ("top-left", -1, -1), ("bottom-right", 1, 1), ("bottom-left", -1, 1),
    ("top", 0, -1),
    ("bottom", 0, 1), ("right", 1, 0), ("left", -1, 0),
  ])
  func itStandsWhereTheSceneSays(_ place: String, _ right: Double, _ down: Double) throws {
    let scene = try scene("{x: [0.5, 1], y: [0, 1], place: \(place), size: 0.3}")
    let frame = try #require(scene.panels.first?.zooms.first).panel.frame
    #expect(scene.frame.contains(frame))
    let off = frame.center - scene.frame.center
    #expect(right == 0 ? abs(off.x) < scene.frame.width * 0.1 : off.x * right > scene.frame.width * 0.2)
    #expect(down == 0 ? abs(off.y) < scene.frame.height * 0.1 : off.y * down > scene.frame.height * 0.15)
    #expect(frame.width < 0.3 * scene.frame.width && frame.height < 0.3 * scene.frame.height)
  }

  /// The lines leave the enlarged part and the frame on the same side, and touch a corner of each.
  @Test(arguments: ["top-right", "top-left", "bottom-right", "bottom-left", "top", "left"])
  func linesJoinCorners(_ place: String) throws {
    let scene = try scene("{x: [-0.1, 0.2], y: [1.4, 1.6], place: \(place), size: 0.3}")
    let zoom = try #require(scene.panels.first?.zooms.first)
    let part = Rect(
      minX: scene.place(-0.1, 0).x, minY: scene.place(0, 1.6).y, maxX: scene.place(0.2, 0).x,
      maxY: scene.place(0, 1.4).y)
    #expect(zoom.lines.count == 2)
    for line in zoom.lines {
      let corners = [part, zoom.panel.frame].map { box in
        [
          Point(x: box.minX, y: box.minY), Point(x: box.maxX, y: box.minY), Point(x: box.minX, y: box.maxY),
          Point(x: box.maxX, y: box.maxY),
        ]
      }
      #expect(corners[0].contains { $0.distance(to: line.start) < 1e-9 })
      #expect(corners[1].contains { $0.distance(to: line.end) < 1e-9 })
      // Halfway along it is outside both.
      let middle = line.start.interpolated(to: line.end, 0.5)
      #expect(!part.inset(by: 0.01).contains(middle) && !zoom.panel.frame.inset(by: 0.01).contains(middle))
      // No corner lies on both sides.
      let along = line.end - line.start
      let sides = corners.joined().map { corner in
        let toward = corner - line.start
        return along.x * toward.y - along.y * toward.x
      }
      #expect(sides.allSatisfy { $0 < 1e-6 } || sides.allSatisfy { $0 > -1e-6 })
    }
  }

  /// Where the marks leave room: not over the curve, which runs from the upper left to the lower right.
  @Test func itKeepsAwayFromTheMarks() throws {
    let scene = try DrawnScene(
      "axes: {x: {domain: [0, 4]}, y: {domain: [0, 4]}}\ninset: {x: [1.9, 2.1], y: [1.9, 2.1], size: 0.3}\n"
        + "draw: [{curve: 4 - x}]")
    let frame = try #require(scene.panels.first?.zooms.first).panel.frame
    for step in 0...200 {
      let x = Double(step) / 50
      #expect(!frame.contains(scene.place(x, 4 - x)))
    }
  }

  /// Its level lines are those of the whole, so that one color bar serves both.
  @Test func levelsAreThoseOfTheWhole() throws {
    let draw = "[{contours: x + 0*y, levels: [-1, 0, 1], resolution: 40}]"
    let counted = "[{contours: x + 0*y, levels: 3, resolution: 40}]"
    for draw in [draw, counted] {
      let scene = try scene("{x: [0.2, 0.4], y: [0, 1], place: top-left}", draw)
      let zoom = try #require(scene.panels.first?.zooms.first)
      // None of the few levels of the whole lies in the part.
      let inside = scene.shapes.filter { shape in
        shape.clip.map { $0 == zoom.panel.frame } ?? false
      }
      #expect(inside.isEmpty)
    }
  }

  @Test func labelsKeepClearOfIt() throws {
    let scene = try scene(
      "{x: [-0.2, 0.2], y: [0, 0.1], place: top-right, size: 0.5}", "[{point: [-0.6, 2.5], label: here}]")
    let frame = try #require(scene.panels.first?.zooms.first).panel.frame
    let box = try #require(scene.boxes(of: "here").first)
    #expect(!box.intersects(frame))
  }
}
