import Drawing
import Geometry
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct ContoursTests {
  private static let lineColor = Theme.light.ramps.sequential.line

  private func scene(
    _ function: String, _ options: String = "", x: String = "[-2, 2]", y: String = "[-1.5, 1.5]",
    canvas: String = "slide"
  ) throws -> DrawnScene {
    try DrawnScene(
      """
      canvas: \(canvas)
      axes: {x: {domain: \(x)}, y: {domain: \(y)}, units: equal}
      draw: [{contours: '\(function)'\(options)}]
      """)
  }

  /// Contour lines inside the panel, one shape a level; the color bar's ticks stand outside.
  private func levels(in scene: DrawnScene) -> [Shape] {
    scene.shapes.filter { $0.stroke?.color == Self.lineColor && $0.clip != nil }
  }

  private func numbers(in scene: DrawnScene) -> [(value: Double, box: Rect)] {
    scene.shapes.filter { $0.clip != nil && $0.label != nil }.compactMap { shape in
      guard let value = TickTests.number(shape.label ?? ""), let box = shape.box else { return nil }
      return (value, box)
    }
  }

  @Test func linesLieOnTheirLevels() throws {
    let scene = try scene("x^2 + 2*y^2", ", levels: [0.5, 1, 2, 4]")
    let levels = levels(in: scene)
    #expect(levels.count == 4)
    for (shape, level) in zip(levels, [0.5, 1, 2, 4]) {
      for point in shape.path.points {
        let place = scene.data(at: point)
        #expect(abs(place.x * place.x + 2 * place.y * place.y - level) < 3e-4)
      }
    }
  }

  static let bowls = [
    "x^2 + 2*y^2", "sin(2*x)*cos(3*y)", "(1-x)^2 + 4*(y-x^2/2)^2 + 0.3*sin(3*x)", "100000*x + y",
  ]

  /// R5: numbers are mutually disjoint, and stand 1.5 em off the frame.
  @Test(arguments: bowls, ["slide", "square", "column"])
  func numbersKeepTheirDistance(_ function: String, _ canvas: String) throws {
    let scene = try scene(function, canvas: canvas)
    let numbers = numbers(in: scene)
    #expect(numbers.count >= 2)
    for (index, number) in numbers.enumerated() {
      // The box of a number is one em high.
      let em = number.box.height
      #expect(scene.frame.inset(by: 1.5 * em - 1e-9).contains(number.box))
      #expect(!numbers[..<index].contains { $0.box.intersects(number.box) })
    }
  }

  /// R5: the gap is as wide as the number with its padding; no line runs through a number, and the line
  /// of its own level ends on both sides of it.
  @Test(arguments: bowls, [12, 40, 400])
  func linesAreInterruptedJustThere(_ function: String, _ resolution: Int) throws {
    let scene = try scene(function, ", resolution: \(resolution)")
    let numbers = numbers(in: scene)
    let lines = levels(in: scene).flatMap(\.polylines)
    let padding = ContourNumbers.padding(on: scene.panels[0].panel)
    #expect(!numbers.isEmpty)
    for number in numbers {
      let gap = number.box.outset(by: padding)
      for line in lines {
        for (start, end) in zip(line, line.dropFirst()) {
          let crosses = stride(from: 0.02, to: 1, by: 0.02).contains {
            gap.inset(by: 1e-6).contains(start.interpolated(to: end, $0))
          }
          #expect(!crosses, "a line runs through \(number.value)")
        }
      }
      let ends = lines.flatMap { [$0.first, $0.last] }.compactMap { $0 }
      let onEdge = ends.filter {
        gap.outset(by: 1e-6).contains($0) && !gap.inset(by: 1e-6).contains($0)
      }
      #expect(onEdge.count >= 2, "\(number.value)")
    }
  }

  @Test func numbersNameTheLineThatTheyInterrupt() throws {
    let scene = try scene("x^2 + 2*y^2")
    for number in numbers(in: scene) {
      let place = scene.data(at: number.box.center)
      #expect(isClose(place.x * place.x + 2 * place.y * place.y, number.value, within: 0.01, absolute: 0.01))
    }
  }

  /// R5: the same layout whatever the resolution of the output.
  @Test func numbersAreOptional() throws {
    #expect(numbers(in: try scene("x^2 + y^2", ", numbers: false")).isEmpty)
    #expect(levels(in: try scene("x^2 + y^2", ", numbers: false")).flatMap(\.polylines).count > 3)
  }

  /// R7: each band is painted as "this level and above", over the one below it.
  @Test func bandsLieOverEachOther() throws {
    let scene = try scene("x^2 + 2*y^2", ", levels: [1, 2], fill: true, colorbar: false, numbers: false")
    let bands = scene.shapes.filter { $0.fill != nil && $0.clip == scene.frame && $0.label == nil }
    let colors = [0, 0.5, 1].map { Theme.light.ramps.sequential.ramp.color(at: $0) }
    #expect(bands.map(\.fill) == colors)
    let unit = area(inside: [scene.place(0, 0), scene.place(1, 0), scene.place(1, 1), scene.place(0, 1)])
    // All of the domain; all but an ellipse of area π c / √2, which for the higher level is cut.
    #expect(isClose(ringArea(of: bands[0]) / unit, 12, within: 1e-9))
    #expect(isClose(ringArea(of: bands[1]) / unit, 12 - .pi / 2.0.squareRoot(), within: 1e-3))
    #expect(ringArea(of: bands[2]) < ringArea(of: bands[1]))
  }

  /// The signed areas of all rings together: holes run the other way.
  private func ringArea(of shape: Shape) -> Double {
    abs(
      shape.polylines.reduce(0) { sum, ring in
        let next = ring.dropFirst() + ring.prefix(1)
        return sum + zip(ring, next).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
      })
  }

  @Test func theColorBarNamesTheLevels() throws {
    let scene = try scene("x^2 + 2*y^2", ", levels: [0.5, 1, 2], fill: true, colorbar: height")
    let names = scene.shapes.filter { $0.clip == nil && ($0.box?.minX ?? 0) > scene.frame.maxX }
      .compactMap(\.label)
    #expect(names == ["0.5", "1", "2", "height"])
  }

  /// R6: one undefined point is left out, everything else is shown.
  @Test func oneUndefinedPointOfTheGridIsNoHarm() throws {
    // With 401 columns and rows over the same domain a grid point is (0, 0), where x/x is NaN.
    let scene = try scene(
      "x*y + (0 if x^2 + y^2 > 1e-9 else 0/0)", ", resolution: 401, fill: true", x: "[-2, 2]", y: "[-2, 2]")
    #expect(scene.warnings.isEmpty)
    #expect(levels(in: scene).count > 3)
    let ground = try #require(
      scene.shapes.first {
        $0.fill == Theme.light.ramps.sequential.ramp.color(at: 0) && $0.clip == scene.frame
      })
    let unit = area(inside: [scene.place(0, 0), scene.place(1, 0), scene.place(1, 1), scene.place(0, 1)])
    // The four cells around the point are missing.
    #expect(isClose(ringArea(of: ground) / unit, 16 - 4 * 0.01 * 0.01, within: 1e-9))
  }

  /// R6: lines stop at a hole and bands never cover it.
  @Test func nothingIsDrawnInAHole() throws {
    let scene = try scene(
      "x + y + 0*sqrt(x^2 + y^2 - 0.64)", ", resolution: 200, fill: true, colorbar: false")
    let shapes = scene.shapes.filter { $0.clip == scene.frame && $0.label == nil }
    #expect(shapes.count > 5)
    for point in shapes.flatMap(\.path.points) {
      let place = scene.data(at: point)
      #expect(place.x * place.x + place.y * place.y > 0.64 - 1e-6)
    }
    // Rings around the hole leave it open: its middle is wound around as often each way.
    let middle = scene.place(0, 0)
    for shape in shapes where shape.fill != nil {
      #expect(shape.polylines.reduce(0) { $0 + winding(of: $1, around: middle) } == 0)
    }
  }

  private func winding(of ring: [Point], around center: Point) -> Int {
    var turns = 0
    for (start, end) in zip(ring, ring.dropFirst() + ring.prefix(1))
    where (start.y <= center.y) != (end.y <= center.y) {
      let x = start.x + (center.y - start.y) / (end.y - start.y) * (end.x - start.x)
      if x > center.x { turns += end.y > start.y ? 1 : -1 }
    }
    return turns
  }

  @Test func aFlatFunctionHasNoLines() throws {
    let scene = try scene("0*x + 3", ", fill: true")
    #expect(levels(in: scene).isEmpty)
    #expect(
      scene.shapes.contains {
        $0.fill == Theme.light.ramps.sequential.ramp.color(at: 0) && $0.clip == scene.frame
      })
  }
}
