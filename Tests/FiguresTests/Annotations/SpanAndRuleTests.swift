import Diagnostics
import Drawing
import Geometry
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct SpanAndRuleTests {
  private func scene(_ marks: String) throws -> DrawnScene {
    try DrawnScene(
      """
      axes: {x: {domain: [0, 10]}, y: {domain: [-1, 1]}}
      draw: [{curve: sin, role: loss}, \(marks)]
      """)
  }

  @Test(
    "A band covers its stretch and no more than the frame",
    arguments: [
      ("[2, 5]", "x", (2.0, 5.0)), ("[-4, 5]", "x", (0, 5)), ("[2, 1e300]", "x", (2, 10)),
      ("'[2, 1/0]'", "x", (2, 10)), ("'[-1/0, 3]'", "x", (0, 3)), ("[-0.5, 0.25]", "y", (-0.5, 0.25)),
      ("'[0, 1/0]'", "y", (0, 1)),
    ])
  func span(ends: String, axis: String, seen: (Double, Double)) throws {
    let scene = try scene("{span: \(ends), axis: \(axis), role: data}")
    let color = Theme.light.color(of: .data).opacity(Span.paleness)
    let box = try #require(scene.shapes.first { $0.fill == color }?.box)
    let expected =
      axis == "x"
      ? Rect(
        minX: scene.place(seen.0, 0).x, minY: scene.frame.minY, maxX: scene.place(seen.1, 0).x,
        maxY: scene.frame.maxY)
      : Rect(
        minX: scene.frame.minX, minY: scene.place(0, seen.1).y, maxX: scene.frame.maxX,
        maxY: scene.place(0, seen.0).y)
    #expect(abs(box.minX - expected.minX) < 1e-6 && abs(box.maxX - expected.maxX) < 1e-6)
    #expect(abs(box.minY - expected.minY) < 1e-6 && abs(box.maxY - expected.maxY) < 1e-6)
  }

  @Test("Bands and rules lie under the data, unless their z says otherwise")
  func order() throws {
    func isUnder(_ options: String) throws -> Bool {
      let scene = try scene("{span: [2, 5], role: data\(options)}, {rule: 3, role: data\(options)}")
      let curve = try #require(scene.shapes.firstIndex { $0.stroke?.color == Theme.light.color(of: .loss) })
      let band = try #require(
        scene.shapes.firstIndex { $0.fill == Theme.light.color(of: .data).opacity(Span.paleness) })
      let rule = try #require(scene.shapes.firstIndex { $0.stroke?.color == Theme.light.color(of: .data) })
      #expect((band < curve) == (rule < curve))
      return band < curve
    }
    #expect(try isUnder(""))
    #expect(try !isUnder(", z: 1"))
  }

  @Test("The name of a band stands inside it, at its top")
  func spanLabel() throws {
    let scene = try scene("{span: [2, 5], label: warm-up}")
    let box = try #require(scene.boxes(of: "warm-up").first)
    #expect(box.minX > scene.place(2, 0).x && box.maxX < scene.place(5, 0).x)
    #expect(box.minY > scene.frame.minY && box.minY < scene.frame.minY + 20)
  }

  @Test(
    "A rule crosses the whole frame", arguments: [("x", 3.0), ("x", 0), ("x", 10), ("y", 0.5), ("y", -1)])
  func rule(axis: String, value: Double) throws {
    let scene = try scene("{rule: \(value), axis: \(axis), role: data}")
    let line = try #require(scene.strokes(.data).first)
    let box = try #require(line.path.controlBox)
    if axis == "x" {
      #expect(box.minY == scene.frame.minY && box.maxY == scene.frame.maxY)
      #expect(abs(box.midX - scene.place(value, 0).x) <= scene.pixel)
    } else {
      #expect(box.minX == scene.frame.minX && box.maxX == scene.frame.maxX)
      #expect(abs(box.midY - scene.place(0, value).y) <= scene.pixel)
    }
    #expect(line.stroke?.dash.isEmpty == false)
  }

  /// y = 2 + m (x − 3), cut where it leaves the frame.
  @Test("A sloped rule passes through its point, cut at the frame", arguments: [0.1, -0.1, 5, 0, -1e12])
  func sloped(slope: Double) throws {
    let scene = try scene("{rule: [3, 0.2], slope: \(slope), role: data}")
    let line = try #require(scene.strokes(.data).first?.polylines.first)
    #expect(line.allSatisfy { scene.frame.outset(by: 1e-6).contains($0) })
    let (start, end) = (try #require(line.first), try #require(line.last))
    let along = (end - start).normalized
    #expect(abs((scene.place(3, 0.2) - start).cross(along)) < 1e-3)
    let (one, other) = (scene.data(at: start), scene.data(at: end))
    if abs(slope) < 1e6 { #expect(isClose((other.y - one.y) / (other.x - one.x), slope, within: 1e-6)) }
    // It reaches two edges of the frame.
    for point in [start, end] {
      let inside = scene.frame.inset(by: 1e-6)
      #expect(
        !(inside.minX < point.x && point.x < inside.maxX && inside.minY < point.y && point.y < inside.maxY))
    }
  }

  @Test("On a nonlinear scale a rule stands at its value and still crosses the frame")
  func logarithmic() throws {
    let press = Press(canvas: .slide, theme: .light, typesetter: FixedWidthTypesetter(), symbols: [])
    let frame = Rect(minX: 100, minY: 50, maxX: 400, maxY: 250)
    let panel = Panel(frame: frame, x: LogScale(1...1000), y: LinearScale(0...1), press: press)
    let line = try #require(PanelAxis.x.line(at: 10, on: panel, width: 1))
    #expect(abs(line[0].x - 200) <= 0.5 && line[0].x == line[1].x)
    #expect(line.map(\.y) == [250, 50])
    #expect(PanelAxis.x.line(at: -1, on: panel, width: 1) == nil)
    #expect(PanelAxis.x.line(at: 2000, on: panel, width: 1) == nil)
  }

  @Test("A sloped rule follows its line on a logarithmic axis too")
  func slopedOnALogarithm() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [1, 1000], scale: log}, y: {domain: [0, 600]}}
      draw: [{rule: [100, 50], slope: 0.5, role: data}]
      """)
    let line = try #require(scene.strokes(.data).first?.polylines.first)
    let panel = scene.panels[0].panel
    #expect(line.count > 50)
    for point in line {
      let x = panel.x.value(at: (point.x - panel.frame.minX) / panel.frame.width)
      let y = panel.y.value(at: (panel.frame.maxY - point.y) / panel.frame.height)
      #expect(isClose(y, 0.5 * x, within: 0.5))
    }
  }

  @Test("A rule's name stands at its end and covers no line")
  func ruleLabel() throws {
    let scene = try scene("{rule: 8.5, label: the end}, {rule: 0.9, axis: y, label: limit}")
    let upright = try #require(scene.boxes(of: "the end").first)
    #expect(upright.minX > scene.place(8.5, 0).x && upright.minX < scene.place(8.5, 0).x + 12)
    let level = try #require(scene.boxes(of: "limit").first)
    #expect(level.maxX <= scene.frame.maxX && !level.contains(Point(x: level.midX, y: scene.place(0, 0.9).y)))
  }

  @Test(
    "What the axes do not show is told",
    arguments: ["rule: 11", "rule: -1e308", "span: [11, 12]", "rule: [50, 50], slope: 0"])
  func unseen(mark: String) throws {
    let scene = try scene("{\(mark)}")
    #expect(scene.warnings.map(\.message) == ["\(mark.prefix(4)): it lies outside of what the axes show"])
  }

  @Test("Without a domain the axes show them")
  func extent() throws {
    let scene = try DrawnScene("draw: [{points: [[1, 1], [2, 2]]}, {rule: 5}, {span: [-3, -2], axis: y}]")
    let panel = scene.panels[0].panel
    #expect(panel.x.domain.contains(5) && panel.y.domain.contains(-3))
    #expect(scene.warnings.isEmpty)
  }
}
