import Geometry
import TestSupport
import Testing

@testable import Figures

@Suite struct SegmentAndParallelogramTests {
  private static let axes = "axes: {x: {domain: [-4, 6]}, y: {domain: [-3, 5]}}"

  private func scene(_ mark: String) throws -> DrawnScene {
    try DrawnScene("\(Self.axes)\ndraw: [{\(mark), role: loss}]")
  }

  @Test(
    "A segment ends at its very points",
    arguments: ["[[0, 1], [3, 2]]", "[[1, -2], [1, 4]]", "[[5, 0], [-2, 0]]"])
  func ends(points: String) throws {
    let scene = try scene("segment: '\(points)', marker: dot")
    let line = try #require(scene.strokes(.loss).first?.polylines.first)
    let numbers = points.split { "[], ".contains($0) }.compactMap { Double($0) }
    #expect(line[0].distance(to: scene.place(numbers[0], numbers[1])) < 1e-9)
    #expect(line[1].distance(to: scene.place(numbers[2], numbers[3])) < 1e-9)
    let dots = scene.fills(.loss).compactMap { $0.path.controlBox }
    #expect(dots.count == 2)
    for (dot, end) in zip(dots, line) { #expect(Point(x: dot.midX, y: dot.midY).distance(to: end) < 0.01) }
  }

  @Test func `A segment is cut at the frame, and has no marker where it is cut`() throws {
    let scene = try scene("segment: '[[0, 0], [100, 0]]', marker: dot")
    let line = try #require(scene.strokes(.loss).first?.polylines.first)
    #expect(line[0].distance(to: scene.place(0, 0)) < 1e-9 && abs(line[1].x - scene.frame.maxX) < 1e-9)
    #expect(scene.fills(.loss).count == 1)
  }

  @Test func `A segment of no length is its markers alone`() throws {
    let scene = try scene("segment: '[[1, 1], [1, 1]]', marker: dot")
    #expect(scene.warnings.isEmpty && scene.fills(.loss).count == 2)
  }

  @Test("A segment is named beside its middle, or along it", arguments: [false, true])
  func label(isAlong: Bool) throws {
    let scene = try scene("segment: '[[-3, 0], [5, 0]]', label: run, along: \(isAlong)")
    let box = try #require(scene.boxes(of: "run").first)
    #expect(abs(box.midX - scene.place(1, 0).x) < 1 && box.maxY < scene.place(1, 0).y)
    #expect(box.maxY > scene.place(1, 0).y - 30)
  }

  @Test("The far corner of a parallelogram is the sum of its sides", arguments: ["", "from: [-1, -1], "])
  func corners(from: String) throws {
    let shift = from.isEmpty ? 0.0 : -1
    let scene = try scene("parallelogram: [[1, 2], [3, 1]], \(from)dash: solid")
    let outline = try #require(scene.strokes(.loss).first?.polylines.first)
    for (corner, (x, y)) in zip(outline, [(0.0, 0.0), (1, 2), (4, 3), (3, 1)]) {
      #expect(corner.distance(to: scene.place(x + shift, y + shift)) < 1e-9)
    }
    // The shoelace formula on the page, in units of the axes.
    let area = zip(outline, outline.dropFirst() + outline.prefix(1)).reduce(0) {
      $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
    }
    let unit = scene.frame.width / 10 * scene.frame.height / 8
    #expect(isClose(abs(area) / unit, 5, within: 1e-9))
  }

  @Test func `Without a domain the axes show the sum`() throws {
    let panel = try DrawnScene("draw: [{parallelogram: [[1, 2], [3, 1]]}]").panels[0].panel
    #expect(panel.x.domain.contains(4) && panel.y.domain.contains(3) && panel.x.domain.contains(0))
  }

  @Test func `A parallelogram's name stands inside`() throws {
    let scene = try scene("parallelogram: [[4, 0], [1, 3]], label: area")
    let box = try #require(scene.boxes(of: "area").first)
    #expect(Point(x: box.midX, y: box.midY).distance(to: scene.place(2.5, 1.5)) < 1)
  }

  @Test func `A flat parallelogram is no mistake`() throws {
    #expect(try scene("parallelogram: [[1, 2], [2, 4]]").warnings.isEmpty)
    #expect(try scene("parallelogram: [[1, 2], [0, 0]]").warnings.isEmpty)
  }
}
