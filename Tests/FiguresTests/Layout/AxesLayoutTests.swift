import Diagnostics
import Drawing
import Geometry
import Glibc
import TestSupport
import Testing

@testable import Figures

@Suite struct AxesLayoutTests {
  static let canvases = ["slide", "{width: 50mm, height: 40mm}"]

  /// Axes of every kind, each with labels that are hard to place.
  static let axes = [
    "x: {label: $x$, domain: [0, 1]}, y: {label: $y$, domain: [-1, 1]}",
    "x: {label: step, domain: [1, 1e6], scale: log}, y: {label: the loss, domain: [1e-7, 3], scale: log}",
    "x: {label: $t$, domain: [1000000.1, 1000000.4]}, y: {label: '$\\frac{L}{w}$', domain: [1.00000001, 1.00000004]}",
    "x: {label: '$\\varphi$', domain: [-7, 7], scale: pi}, y: {domain: [-1000, 1e5], scale: {symlog: 0.1}}",
    "x: {unit: m/s^2, label: acceleration, domain: [0, 100], break: [[20, 80]]}, y: {domain: [0, 9], break: [[2, 5]]}",
    "x: {domain: [2024-01-01, 2025-03-01], scale: time}, y: {domain: [0, 40000], format: engineering}",
    """
    x: {label: speed, domain: [1, 9]}, x2: {label: '$\\frac{1}{v}$', of: 1/x},
    y: {label: a long name of y, domain: [0, 4e8]}, y2: {label: the same in other units, of: 1e9*y}
    """,
    "x: {domain: [-1e308, 1e308]}, y: {domain: [1e-300, 1e300], scale: log, label: huge}",
    "x: {domain: [3, 9], scale: {power: 3}}, y: {domain: [0, 9], scale: sqrt, ticks: 4}",
    "x: {scale: {point: [the first of them, second, third]}}, y: {domain: [-5, -3]}",
    "x: {domain: [-2, 3], minor: true}, y: {domain: [0, 12], step: 2.5}, zero: true",
  ]

  private func scene(_ axes: String, _ style: String, _ canvas: String) throws -> DrawnScene {
    try DrawnScene(
      """
      canvas: \(canvas)
      axes: {style: \(style), \(axes)}
      draw: [{point: [0, 0], marker: none}]
      """)
  }

  private func layout(_ scene: DrawnScene) throws -> PanelLayout { try #require(scene.panels.first) }

  @Test(arguments: axes, ["edge", "frame", "origin"])
  func axesOfAllKindsAreClean(_ axes: String, _ style: String) throws {
    for canvas in style == "frame" ? ["slide"] : Self.canvases {
      let scene = try scene(axes, style, canvas)
      let layout = try layout(scene)
      var list = DisplayList(size: scene.canvas.size, pixelsPerPoint: scene.canvas.pixelsPerPoint)
      layout.axes.drawGrid(on: layout.panel, into: &list)
      layout.axes.draw(on: layout.panel, into: &list)
      checkInsets(layout, list.shapes)
      checkPixels(list.shapes, scene.canvas)
      for axis in [layout.axes.x, layout.axes.y, layout.axes.x2, layout.axes.y2].compactMap({ $0 }) {
        // R28, on a slide.
        #expect(axis.ticks.count >= (canvas == "slide" ? 3 : 1), "\(axis.ticks.map(\.block.source))")
        let length = axis.side.isHorizontal ? layout.axes.size.width : layout.axes.size.height
        #expect(!axis.axis.mayDropNames || !axis.hasCollisions(length, layout.axes.press))
      }
    }
  }

  /// R3: `insets` is the one truth about the room that axes take.
  private func checkInsets(_ layout: PanelLayout, _ shapes: [Shape]) {
    let (frame, insets) = (layout.panel.frame, layout.axes.insets)
    let room = Rect(
      minX: frame.minX - insets.left, minY: frame.minY - insets.top, maxX: frame.maxX + insets.right,
      maxY: frame.maxY + insets.bottom)
    for shape in shapes {
      // A halo is the ground's color.
      guard let box = shape.box, shape.stroke?.color != layout.panel.theme.ground else { continue }
      #expect(room.contains(box), "\(shape.label ?? "a line") at \(box) leaves \(room)")
    }
  }

  private func checkPixels(_ shapes: [Shape], _ canvas: Canvas) {
    let width = canvas.axisWidth
    for shape in shapes where shape.stroke?.width == width && shape.fill == nil && shape.label == nil {
      for line in shape.polylines where line.count == 2 {
        let along = line[1] - line[0]
        guard (along.x == 0) != (along.y == 0) else { continue }
        let pixels = ((along.x == 0 ? line[0].x : line[0].y) - width / 2) * canvas.pixelsPerPoint
        #expect(abs(pixels - pixels.rounded()) < 1e-6, "\(line)")
      }
    }
  }

  // MARK: Axes through the origin

  /// R27: no name stands on an axis, and ticks are centered on it.
  @Test(arguments: ["[-3, 3]", "[0, 4]", "[2, 5]", "[-7, -1]"], ["[-2, 2]", "[0, 4]", "[1, 5]"])
  func zeroIsNotStruckThrough(_ x: String, _ y: String) throws {
    let scene = try scene("zero: true, x: {domain: \(x)}, y: {domain: \(y)}", "origin", "slide")
    let axes = try layout(scene).axes
    let lines = axes.originLines(in: scene.frame)
    for shape in scene.shapes where shape.label != nil {
      guard let box = shape.box, shape.fill != nil else { continue }
      #expect(
        !box.intersects(
          Rect(minX: scene.frame.minX, minY: lines[0].0.y, maxX: lines[0].1.x, maxY: lines[0].0.y)))
      #expect(
        !box.intersects(
          Rect(minX: lines[1].0.x, minY: lines[1].1.y, maxX: lines[1].0.x, maxY: scene.frame.maxY)))
    }
    // Where zero is not shown, the axis stands at the edge nearest to it.
    let crossing = Point(x: lines[1].0.x, y: lines[0].0.y)
    #expect(scene.frame.outset(by: 1).contains(crossing))
    let place = axes.panel.x.scale.fraction(of: 0)
    #expect(
      isClose(
        (crossing.x - scene.frame.minX) / scene.frame.width, min(max(place, 0), 1), within: 0, absolute: 2e-3)
    )
    for shape in scene.shapes where shape.stroke != nil && shape.label == nil {
      for line in shape.polylines where line.count == 2 && abs(line[1].x - line[0].x) < 1e-9 {
        guard (line[1] - line[0]).length < 20 else { continue }
        #expect(abs((line[0].y + line[1].y) / 2 - crossing.y) < 1e-9)
      }
    }
  }

  @Test func zeroIsNamedOnceWhereTheAxesCrossIfAsked() throws {
    for (isAsked, count) in [(true, 1), (false, 0)] {
      let scene = try scene("zero: \(isAsked), x: {domain: [-3, 3]}, y: {domain: [-2, 2]}", "origin", "slide")
      #expect(scene.boxes(of: "0").count == count)
    }
  }

  @Test func vectorsHaveTicksAtWholeNumbers() throws {
    let scene = try DrawnScene(
      "axes: {x: {domain: [-1.5, 5.7]}, y: {domain: [-0.9, 6.6]}}\ndraw: [{vector: [4, 6]}, {vector: [1, 2]}]"
    )
    let axes = try layout(scene).axes
    #expect(axes.x.ticks.map(\.value) == [-1, 0, 1, 2, 3, 4, 5])
    #expect(axes.y.ticks.map(\.value) == [0, 1, 2, 3, 4, 5, 6])
  }

  // MARK: Breaks

  @Test func marksAreInterruptedOverABreak() throws {
    let scene = try DrawnScene(
      "axes: {x: {domain: [0, 100], break: [[20, 80]]}, y: {domain: [0, 1]}}\ndraw: [{curve: 0*x + 0.5}]")
    let gap = try #require(layout(scene).axes.x.gaps(in: scene.frame).first)
    let group = scene.list.items.compactMap { item in
      if case .group(let group) = item { group.clip } else { nil }
    }.first
    let clip = try #require(group)
    let columns = Shape(path: clip).polylines.compactMap { Rect(around: $0) }
    #expect(columns.count == 2)
    #expect(columns.allSatisfy { $0.maxX <= gap.lowerBound + 1e-9 || $0.minX >= gap.upperBound - 1e-9 })
    // The curve itself ends at the break, so that no line's width reaches out of it.
    let points = scene.strokes(.prediction).filter { $0.clip != nil }.flatMap(\.path.points)
    #expect(points.count > 3)
    #expect(points.allSatisfy { $0.x <= gap.lowerBound + 0.1 || $0.x >= gap.upperBound - 0.1 })
    // The axis line leaves the gap free, with one slanted stroke on each side.
    let names = try layout(scene).axes.x.ticks
    #expect(names.allSatisfy { $0.value <= 20 || $0.value >= 80 })
    #expect(names.contains { $0.value < 20 } && names.contains { $0.value > 80 })
  }

  // MARK: Second axes

  @Test func aViewHasItsTicksWhereTheFirstAxisHasThatValue() throws {
    let scene = try scene(
      "x: {domain: [0, 1]}, y: {domain: [0, 100]}, y2: {of: 9/5*y + 32, label: °F}", "edge", "slide")
    let axis = try #require(layout(scene).axes.y2)
    for (value, _) in axis.ticks {
      let celsius = (value - 32) * 5 / 9
      let y = scene.frame.maxY - scene.frame.height * celsius / 100
      #expect(isClose(axis.place(value, in: scene.frame), y, within: 1e-9))
    }
    #expect(axis.ticks.count >= 5)
  }

  @Test func marksChooseTheirAxisAndColorIt() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}, y2: {domain: [100, 200], label: right}}
      draw:
        - {curve: x, role: loss}
        - {curve: 100 + 100*x, role: data, axis: y2}
      """)
    // Both curves are the diagonal of the frame.
    for role in [Role.loss, .data] {
      let points = scene.strokes(role).filter { $0.clip != nil }.flatMap(\.path.points)
      #expect(points.count > 10)
      for point in points {
        let place = (point.x - scene.frame.minX) / scene.frame.width
        #expect(isClose(scene.frame.maxY - point.y, place * scene.frame.height, within: 0, absolute: 1e-6))
      }
    }
    let axes = try layout(scene).axes
    #expect(axes.y2?.color == Theme.light.color(of: .data))
    #expect(axes.y.color == Theme.light.color(of: .loss))
    #expect(axes.x.color == Theme.light.quietInk)
  }

  /// R4, beside a second axis.
  @Test func aColorBarStandsBesideASecondAxis() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}, y2: {of: 1000*y, label: right}}
      draw: [{contours: x + y, resolution: 20, fill: true, colorbar: height}]
      """)
    let layout = try #require(scene.panels.first)
    var list = DisplayList(size: scene.canvas.size, pixelsPerPoint: 2)
    layout.axes.draw(on: layout.panel, into: &list)
    let axes = try #require(Rect(around: list.shapes.flatMap { $0.path.points }))
    let bar = scene.shapes.filter { $0.clip == nil && $0.label == nil && $0.fill != nil }
    let box = try #require(Rect(around: bar.flatMap(\.path.points)))
    #expect(box.minX > axes.maxX)
    #expect(abs(box.height - scene.frame.height) < 0.5 * scene.pixel + 1e-9)
    #expect(layout.box.maxX <= scene.canvas.size.width)
  }

  // MARK: Labels and marks

  @Test(arguments: [
    ("label: petal length, unit: cm", "petal length\u{A0}(cm)"), ("unit: °C", "°C"),
    ("label: $a$, unit: m/s^2", "$a$\u{A0}($\\mathrm{m/s^2}$)"),
    ("label: force, unit: kg*m/s^2", "force\u{A0}($\\mathrm{kg\\cdot m/s^2}$)"),
    ("label: share, unit: '%'", "share\u{A0}(%)"),
  ])
  func unitsStandInParentheses(_ keys: String, _ label: String) throws {
    let scene = try scene("x: {domain: [0, 1], \(keys)}", "edge", "slide")
    #expect(scene.boxes(of: label).count == 1)
  }

  @Test func barsOnALogarithmicAxisStandOnItsFoot() throws {
    let scene = try DrawnScene("axes: {y: {scale: log, domain: [0.1, 1000]}}\ndraw: [{bars: [1, 10, 100]}]")
    let bars = scene.fills(.probability).compactMap(\.box)
    #expect(bars.count == 3)
    for (bar, share) in zip(bars, [0.25, 0.5, 0.75]) {
      #expect(abs(bar.maxY - scene.frame.maxY) < scene.pixel)
      #expect(abs(bar.height - share * scene.frame.height) < scene.pixel)
    }
  }

  /// A power is a straight line on logarithmic axes: no point of the drawn one leaves it by a tenth of a pixel.
  @Test func curvesAreSmoothOnLogarithmicAxes() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {scale: log, domain: [1e-3, 1e3]}, y: {scale: log, domain: [1e-6, 1e6]}}
      draw: [{curve: x^2, role: data}, {curve: 1/(1 + x^2), role: loss}]
      """)
    for point in scene.strokes(.data).flatMap(\.path.points) {
      let place = (point.x - scene.frame.minX) / scene.frame.width
      #expect(abs(scene.frame.maxY - point.y - place * scene.frame.height) < 0.05)
    }
    let points = scene.strokes(.loss).flatMap(\.path.points)
    for (one, next) in zip(points, points.dropFirst()) {
      let middle = one.interpolated(to: next, 0.5)
      let x = 1e-3 * pow(1e6, (middle.x - scene.frame.minX) / scene.frame.width)
      let decades = log10(1 / (1 + x * x))
      #expect(abs(scene.frame.maxY - (decades + 6) / 12 * scene.frame.height - middle.y) < 0.3)
    }
    #expect(points.count > 100)
  }

  @Test(arguments: [
    ("points: [[1, 1], [2, 0], [3, -2], [4, 100]]", "points: 2 of 4 values of y are not above 0"),
    ("path: [[1, 1], [2, 0], [4, 100]]", "path: 1 of 3 values of y are not above 0"),
    ("bars: [3, 0, 20]", "bars: 1 of 3 values of y are not above 0"),
    ("point: [1, -3]\n    label: below", "point: 1 of 1 values of y are not above 0"),
  ])
  func whatALogarithmicAxisCannotShowIsToldAndLeftOut(_ mark: String, _ warning: String) throws {
    let scene = try DrawnScene("axes: {y: {scale: log}}\ndraw:\n  - \(mark)")
    #expect(scene.warnings.count == 1)
    #expect(scene.warnings.first?.message.hasPrefix(warning) == true)
    for shape in scene.shapes { #expect(!shape.path.points.contains { !$0.isFinite }) }
  }

  /// Room to breathe is measured along the axis.
  @Test func automaticDomainsOfLogarithmicAxesAreWideInDecades() throws {
    let scene = try DrawnScene(
      "axes: {x: {scale: log}, y: {scale: log}}\ndraw: [{points: [[1, 0.01], [1e4, 0.01]]}]")
    let x = try layout(scene).panel.x
    #expect(isClose(x.fraction(of: 1), 1 - x.fraction(of: 1e4), within: 1e-9))
    #expect(0.03 < x.fraction(of: 1) && x.fraction(of: 1) < 0.1)
    #expect(isClose(try layout(scene).panel.y.fraction(of: 0.01), 0.5, within: 1e-9))
  }
}
