import Diagnostics
import Drawing
import Expressions
import Formulas
import Geometry
import Glibc
import MathCore
import SceneFiles
import TestSupport
import Testing

@testable import Figures

/// Lines, tangents and secants: where they run, and how steeply.
@Suite struct StraightMarkTests {
  private static let axes = "axes: {x: {domain: [-4, 6]}, y: {domain: [-3, 5]}}"

  /// The first line in a color of its own.
  private func line(_ mark: String, _ axes: String = Self.axes) throws -> (scene: DrawnScene, line: [Point]) {
    let scene = try DrawnScene("\(axes)\ndraw: [{\(mark), role: loss}]")
    return (scene, try #require(scene.strokes(.loss).first?.polylines.first))
  }

  private func distance(of point: Point, from line: [Point]) throws -> Double {
    let (start, end) = (try #require(line.first), try #require(line.last))
    return abs((point - start).cross((end - start).normalized))
  }

  @Test(
    "A line passes through both points, and from edge to edge of the frame",
    arguments: [
      [[0.0, 1.0], [2, 2]], [[0, 0], [1e-9, -1]], [[1, -3], [1, 5]], [[-4, 2], [6, 2]], [[5, -2], [-3, 4]],
      [[0, 0], [1e-300, 1e-300]], [[-1e308, -1e308], [1e308, 1e308]], [[100, 101], [102, 103]],
    ])
  func line(through points: [[Double]]) throws {
    let (scene, line) = try line("line: '\(points)'")
    for point in points where abs(point[0]) < 1e3 {
      #expect(try distance(of: scene.place(point[0], point[1]), from: line) < 1e-6)
    }
    let inner = scene.frame.inset(by: 1e-6)
    for end in [line[0], line[line.count - 1]] {
      #expect(scene.frame.outset(by: 1e-6).contains(end))
      #expect(end.x <= inner.minX || end.x >= inner.maxX || end.y <= inner.minY || end.y >= inner.maxY)
    }
  }

  @Test("A line with a slope climbs by it", arguments: [0, 0.5, -2, 1e3, -1e-3])
  func slope(_ slope: Double) throws {
    let (scene, line) = try line("line: [1, 0.5], slope: \(slope)")
    #expect(try distance(of: scene.place(1, 0.5), from: line) < 1e-6)
    let (start, end) = (scene.data(at: line[0]), scene.data(at: line[line.count - 1]))
    #expect(isClose((end.y - start.y) / (end.x - start.x), slope, within: 1e-6))
  }

  /// y = 2 x is straight under equal logarithms, y = 2 x + 1 is not, x² is a line of slope 2.
  @Test(
    "On logarithmic axes a line goes through the same data",
    arguments: [("0", 2.0), ("1", 2), ("-5", 2), ("3", 0.001), ("900", -1)])
  func logarithmic(intercept: String, slope: Double) throws {
    let axes = "axes: {x: {domain: [1, 1000], scale: log}, y: {domain: [1, 1000], scale: log}}"
    let (scene, line) = try line("line: [0, \(intercept)], slope: \(slope)", axes)
    let panel = scene.panels[0].panel
    #expect(line.count > 100)
    for point in line {
      let x = panel.x.value(at: (point.x - panel.frame.minX) / panel.frame.width)
      let y = panel.y.value(at: (panel.frame.maxY - point.y) / panel.frame.height)
      let expected = (Double(intercept) ?? .nan) + slope * x
      #expect(isClose(y, expected, within: 1e-3 * max(y, expected)), "\(y) at \(x)")
    }
    // In order, without gaps.
    #expect(zip(line, line.dropFirst()).allSatisfy { $0.x <= $1.x + 1e-9 && $0.distance(to: $1) < 30 })
  }

  @Test func `A line does not widen the axes`() throws {
    let points = "{points: '[[0, 0], [2, 3]]'}"
    let without = try DrawnScene("draw: [\(points)]").panels[0].panel
    let with = try DrawnScene("draw: [\(points), {line: '[[0, 0], [1, 900]]'}]").panels[0].panel
    #expect(with.x.domain == without.x.domain && with.y.domain == without.y.domain)
  }

  /// Derivatives from a table of calculus.
  static let functions: [(f: String, derivative: @Sendable (Double) -> Double)] = [
    ("x^2/4", { $0 / 2 }), ("sin", { cos($0) }), ("x^3 - x", { 3 * $0 * $0 - 1 }), ("2 + 0*x", { _ in 0 }),
    ("exp(x)", { exp($0) }), ("1/(1 + exp(-x))", { exp(-$0) / pow(1 + exp(-$0), 2) }),
  ]

  @Test("The slope of a tangent is the derivative", arguments: functions.indices, [-1.3, 0.2, 1])
  func tangent(index: Int, at x: Double) throws {
    let (f, derivative) = Self.functions[index]
    let numbers = try numbers(TangentMark.self, "{tangent: \(f), at: \(x)}")
    #expect(isClose(numbers.line.slope, derivative(x), within: 1e-14))
    #expect(numbers.points.map(\.x) == [x])
    let (scene, line) = try line("tangent: \(f), at: \(x)")
    #expect(try distance(of: scene.place(x, numbers.points[0].y), from: line) < 1e-6)
  }

  /// For x³ the quotient is 3x² + 3xh + h², for x²/4 it is (2x + h)/4: exact for any h.
  @Test(
    "The slope of a secant is the difference quotient, to the last digits however close its points are",
    arguments: [2, 0.5, -0.5, 1e-3, 1e-5, 1e-7, 1e-9, 1e-13, 0])
  func secant(h: Double) throws {
    let x = 1.5
    let cube = try numbers(SecantMark.self, "{secant: x^3, at: '[\(x), \(x) + \(h)]'}").line.slope
    let square = try numbers(SecantMark.self, "{secant: x^2/4, at: '[\(x), \(x) + \(h)]'}").line.slope
    #expect(isClose(cube, 3 * x * x + 3 * x * h + h * h, within: 2e-9))
    #expect(isClose(square, (2 * x + h) / 4, within: 2e-10))
  }

  @Test func `A secant whose points meet is the tangent`() throws {
    let secant = try line("secant: sin, at: [1, 1]").line
    let tangent = try line("tangent: sin, at: 1").line
    #expect(secant == tangent)
  }

  @Test("A line that reaches so far ends there, however steep it is", arguments: [-3, 0, 0.3, 2])
  func reach(at x: Double) throws {
    let (scene, line) = try line(
      "tangent: x^2/4, at: \(x), reach: 0.8", "axes: {x: {domain: [-9, 9]}, y: {domain: [-9, 9]}}")
    let touched = scene.place(x, x * x / 4)
    let length = 0.8 * scene.frame.width / 18
    for end in [line[0], line[line.count - 1]] {
      #expect(isClose(end.distance(to: touched), length, within: 1e-6))
    }
  }

  @Test func `A secant reaches beyond both points`() throws {
    let (scene, line) = try line("secant: 0.5*x, at: [1, 3], reach: 1")
    let ends = [scene.place(1, 0.5), scene.place(3, 1.5)]
    let length = scene.frame.width / 10
    #expect(isClose(line[0].distance(to: ends[0]), length, within: 1e-6))
    #expect(isClose(line[line.count - 1].distance(to: ends[1]), length, within: 1e-6))
  }

  @Test(
    "Dots stand on the points that are touched",
    arguments: [("tangent: sin, at: 1", 1), ("secant: sin, at: [0, 2]", 2)])
  func dots(mark: String, count: Int) throws {
    let scene = try DrawnScene("\(Self.axes)\ndraw: [{\(mark), role: loss}]")
    #expect(scene.fills(.loss).count == count)
    let bare = try DrawnScene("\(Self.axes)\ndraw: [{\(mark), role: loss, marker: none}]")
    #expect(bare.fills(.loss).isEmpty)
  }

  @Test(
    "What the axes do not show is told",
    arguments: ["line: '[[0, 90], [1, 90]]'", "tangent: x + 100, at: 0", "segment: '[[50, 50], [60, 60]]'"])
  func unseen(mark: String) throws {
    let scene = try DrawnScene("\(Self.axes)\ndraw: [{\(mark)}]")
    let name = mark.prefix { $0 != ":" }
    #expect(scene.warnings.map(\.message) == ["\(name): it lies outside of what the axes show"])
  }

  @Test func `The name of a line stands beside it and covers none`() throws {
    let scene = try DrawnScene(
      "\(Self.axes)\ndraw: [{line: '[[0, 0], [1, 0.5]]', label: downhill, role: loss}]")
    let line = try #require(scene.strokes(.loss).first?.polylines.first)
    let box = try #require(scene.boxes(of: "downhill").first)
    #expect(box.minX > scene.frame.midX && scene.frame.contains(box))
    #expect(box.clip(line[0], line[line.count - 1]) == nil)
  }

  private func numbers<M: StraightMark>(_ kind: M.Type, _ source: String) throws -> DrawnLine {
    var fields = try Fields(sceneNode(source), of: kind.name, labels: LabelReader())
    return try kind.init(&fields).evaluate(in: EvaluationContext(scope: Scope()))
  }
}
