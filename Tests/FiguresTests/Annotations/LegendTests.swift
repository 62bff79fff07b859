import Diagnostics
import Drawing
import Geometry
import Glibc
import MathCore
import TestSupport
import Testing

@testable import Figures

@Suite struct LegendTests {
  private static let axes = "axes: {x: {domain: [0, 10]}, y: {domain: [-1.5, 1.5]}}"

  @Test(
    "A swatch is drawn with the stroke of its mark",
    arguments: ["dash: solid", "dash: dashed", "dash: dotted, width: 2", "width: 0.4"],
    ["curve", "path", "rule"])
  func strokes(style: String, mark: String) throws {
    let subject = ["curve": "sin", "path": "[[1, 1], [2, 0], [3, 1]]", "rule": "5"][mark] ?? ""
    let scene = try DrawnScene(
      """
      \(Self.axes)
      legend: outside
      draw: [{\(mark): \(subject), label: name, role: weight, \(style)}]
      """)
    let strokes = scene.strokes(.weight).compactMap(\.stroke)
    #expect(strokes.count == 2)
    let (drawn, swatch) = (strokes[0], strokes[1])
    #expect(drawn.width == swatch.width && drawn.dash == swatch.dash)
    // It is level, and shows whole dashes, at least two of them.
    let line = try #require(scene.strokes(.weight).last?.polylines.first)
    #expect(line[0].y == line[1].y)
    guard let dash = drawn.dash.first else { return }
    let periods = (line[1].x - line[0].x - dash) / drawn.dash.reduce(0, +)
    #expect(periods >= 1 - 1e-9 && isClose(periods, periods.rounded(), within: 1e-9))
  }

  @Test("The shaft of an arrow has its dashes in the legend, too", arguments: ["solid", "dashed", "dotted"])
  func arrows(dash: String) throws {
    let scene = try DrawnScene(
      "\(Self.axes)\nlegend: outside\n"
        + "draw: [{vector: [5, 1], label: name, role: weight, dash: \(dash)}]")
    let strokes = scene.strokes(.weight).compactMap(\.stroke)
    #expect(strokes.count == 2)
    #expect(strokes.first?.dash == strokes.last?.dash && strokes.first?.width == strokes.last?.width)
    #expect((strokes.last?.dash ?? []).isEmpty == (dash == "solid"))
  }

  @Test("Markers, areas and arrows are drawn as the mark draws them")
  func shapes() throws {
    let scene = try DrawnScene(
      """
      \(Self.axes)
      legend: outside
      draw:
        - {points: [[1, 1], [2, 0.5]], groups: [0, 1], names: [one, two], colors: [data, loss]}
        - {span: [4, 5], label: band, role: target}
        - {vector: [2, 1], from: [6, 0], label: arrow, role: gradient}
        - {point: [3, 1], marker: star, label: best, role: error}
      """)
    for (role, corners) in [(Role.data, 5), (.loss, 3), (.gradient, 4), (.error, 10)] {
      let shapes = scene.fills(role)
      #expect(shapes.count == 2)
      #expect(shapes.allSatisfy { $0.polylines[0].count == corners })
      let (mark, swatch) = (
        try #require(shapes.first?.path.controlBox), try #require(shapes.last?.path.controlBox)
      )
      if role != .gradient { #expect(isClose(mark.width, swatch.width, within: 1e-9)) }
    }
    #expect(scene.boxes(of: "best").count == 1)
  }

  @Test("What is pale in the picture is as pale in the legend")
  func opacity() throws {
    let scene = try DrawnScene(
      """
      \(Self.axes)
      legend: outside
      draw: [{curve: sin, label: a, opacity: 0.4}, {span: [1, 2], label: b, opacity: 0.5}]
      """)
    var opacities: [Double] = []
    func collect(_ items: [DisplayItem]) {
      for case .group(let group) in items {
        if group.opacity < 1 { opacities.append(group.opacity) }
        collect(group.items)
      }
    }
    collect(scene.list.items)
    // Layers of the marks in painting order, then the swatches in that of the scene.
    #expect(opacities == [0.5, 0.4, 0.4, 0.5 * Span.paleness])
  }

  @Test("Names stand in the legend and nowhere else, in the scene's order")
  func names() throws {
    let scene = try DrawnScene(
      """
      \(Self.axes)
      legend: outside
      draw: [{curve: sin, label: sine}, {curve: cos, label: cosine}, {rule: 3, label: limit}, {curve: x}]
      """)
    let boxes = ["sine", "cosine", "limit"].map { scene.boxes(of: $0) }
    #expect(boxes.allSatisfy { $0.count == 1 && $0[0].minX > scene.frame.maxX })
    #expect(boxes[0][0].maxY <= boxes[1][0].minY && boxes[1][0].maxY <= boxes[2][0].minY)
    #expect(boxes[0][0].minX == boxes[1][0].minX)
  }

  @Test("Inside, it stands at the place that the scene names", arguments: LegendPlace.names.names)
  func places(name: String) throws {
    let scene = try DrawnScene("\(Self.axes)\nlegend: \(name)\ndraw: [{curve: sin, label: sine}]")
    let box = try #require(scene.boxes(of: "sine").first)
    let frame = scene.frame
    switch name {
    case "outside": #expect(box.minX > frame.maxX)
    case "below": #expect(box.minY > frame.maxY)
    default:
      #expect(frame.contains(box))
      #expect(name.contains("top") == (box.maxY < frame.minY + frame.height / 3))
      #expect(name.contains("bottom") == (box.minY > frame.maxY - frame.height / 3))
      #expect(name.contains("left") == (box.maxX < frame.minX + frame.width / 3))
      #expect(name.contains("right") == (box.minX > frame.maxX - frame.width / 3))
    }
  }

  /// Points and lines at random: what lies on the page is known without the program.
  @Test("It covers no data, or says so", arguments: 0..<30)
  func coversNothing(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 0x1p53
    }
    let count = 3 + Int(random() * 60)
    let points = (0..<count).map { _ in (10 * random(), 3 * random() - 1.5) }
    let path = (0..<6).map { (Double($0) * 1.9, 3 * random() - 1.5) }
    func text(_ points: [(Double, Double)]) -> String {
      "[\(points.map { "[\($0.0), \($0.1)]" }.joined(separator: ", "))]"
    }
    let place = ["true", "top-right", "true", "{columns: 2}"][seed % 4]
    let scene = try DrawnScene(
      """
      \(Self.axes)
      legend: \(place)
      draw: [{points: \(text(points)), groups: \((0..<count).map { $0 % 2 }), names: [red, blue]}, {path: \(text(path)), label: a walk}]
      """)
    let boxes = ["red", "blue", "a walk"].compactMap { scene.boxes(of: $0).first }
    #expect(boxes.count == 3)
    var box = boxes.dropFirst().reduce(boxes[0]) { $0.union($1) }
    // The swatches stand to the left of the names.
    box.minX -= 25
    let line = path.map { scene.place($0.0, $0.1) }
    let isCovering =
      points.contains { box.contains(scene.place($0.0, $0.1)) }
      || zip(line, line.dropFirst()).contains { box.clip($0, $1) != nil }
    #expect(!isCovering || scene.warnings.contains { $0.message == "legend: there it covers the data" })
    if place != "top-right" { #expect(!isCovering && scene.warnings.isEmpty) }
  }

  @Test("Siblings' frames stay alike, whatever legends they have", arguments: ["outside", "below", "true"])
  func siblings(place: String) throws {
    let scene = try DrawnScene(
      """
      panels:
        - {\(Self.axes), legend: \(place), draw: [{curve: sin, label: a name}]}
        - {\(Self.axes), draw: [{curve: cos}]}
      """)
    let frames = scene.panels.map(\.panel.frame)
    #expect(isClose(frames[0].width, frames[1].width, within: 1e-9))
    #expect(frames[0].minY == frames[1].minY && frames[0].maxY == frames[1].maxY)
    let box = try #require(scene.boxes(of: "a name").first)
    #expect(frames[0].contains(box) || !frames.contains { $0.intersects(box) })
  }

  @Test("One for several panels tells what looks alike once", arguments: ["below", "outside", "true"])
  func shared(place: String) throws {
    let scene = try DrawnScene(
      """
      legend: \(place)
      caption: words
      panels:
        - {\(Self.axes), draw: [{curve: sin, label: sine}, {curve: cos, label: cosine, role: loss}]}
        - {\(Self.axes), draw: [{curve: sin(2*x), label: sine}, {curve: x, label: line, role: data}]}
      """)
    let boxes = ["sine", "cosine", "line"].map { scene.boxes(of: $0) }
    #expect(boxes.allSatisfy { $0.count == 1 })
    let frames = scene.panels.map(\.panel.frame)
    let caption = try #require(scene.boxes(of: "words").first)
    for box in boxes.joined() {
      if place == "outside" {
        #expect(box.minX > frames[1].maxX)
      } else {
        #expect(box.minY > frames[0].maxY && box.maxY < caption.minY)
      }
    }
  }

  @Test("Entries fill as many columns as there is room for, or as the scene says")
  func columns() throws {
    func rows(_ options: String) throws -> Int {
      let curves = (0..<6).map { "{curve: x/\($0 + 7), label: no \($0)}" }.joined(separator: ", ")
      let scene = try DrawnScene("\(Self.axes)\nlegend: {place: below\(options)}\ndraw: [\(curves)]")
      return Set((0..<6).compactMap { scene.boxes(of: "no \($0)").first?.minY.rounded() }).count
    }
    #expect(try rows("") == 1)
    #expect(try rows(", columns: 1") == 6)
    #expect(try rows(", columns: 4") == 2)
    #expect(try rows(", columns: 20") == 1)
  }
}
