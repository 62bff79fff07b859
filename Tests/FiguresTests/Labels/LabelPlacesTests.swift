import Diagnostics
import Drawing
import Geometry
import Glibc
import Testing

@testable import Figures

/// Where labels stand that have room, and what happens to those that have none.
@Suite struct LabelPlacesTests {
  /// Three curves that end close together, far from the others' labels.
  private static let curves = """
    axes: {style: edge, x: {domain: [0, 10]}, y: {domain: [0, 1.2]}}
    draw:
      - {curve: 1 - exp(-x/1.5), label: fast}
      - {curve: 1 - exp(-x/2.1), label: medium}
      - {curve: 1 - exp(-x/2.9), label: slow}
    """

  @Test func linesAreNamedBeyondTheirEndsInTheirOrder() throws {
    let scene = try DrawnScene(Self.curves)
    #expect(scene.warnings.isEmpty)
    let boxes = try ["fast", "medium", "slow"].map { try #require(scene.boxes(of: $0).first) }
    for box in boxes {
      #expect(box.minX > scene.frame.maxX)
      #expect(box.maxX <= scene.canvas.size.width)
    }
    // From the top down, as the curves end, each clear of the next.
    #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.maxY <= $1.minY })
    // Each leader line runs from the end of a curve to the label; no two cross.
    let ends = [1.5, 2.1, 2.9].map { scene.place(10, 1 - exp(-10 / $0)) }
    let leaders = scene.leaders
    #expect(leaders.count >= 2)
    for leader in leaders {
      #expect(ends.contains { $0.distance(to: leader[0]) < 9 })
      #expect(boxes.contains { $0.distance(to: leader[1]) < 4 })
    }
    for (index, one) in leaders.enumerated() {
      for other in leaders[..<index] { #expect(!haveCommonPoint(one[0], one[1], other[0], other[1])) }
    }
  }

  /// R3: room for labels beyond the frame is room on the page, however long they are.
  @Test(arguments: ["slide", "square", "column", "{width: 70mm, height: 150mm}"], [3, 12, 30])
  func namesOfLinesStayOnThePage(_ canvas: String, _ length: Int) throws {
    let names = ["a", "b", "c"].map { String(repeating: $0, count: length) }
    let curves = zip(names, [1.2, 1.6, 2]).map { "  - {curve: 1 - exp(-x/\($1)), label: \($0)}" }
    let scene = try DrawnScene(
      (["canvas: \(canvas)", "axes: {x: {domain: [0, 10]}, y: {label: value, domain: [0, 1.2]}}", "draw:"]
        + curves)
        .joined(separator: "\n"))
    let page = Rect(minX: 0, minY: 0, maxX: scene.canvas.size.width, maxY: scene.canvas.size.height)
    for shape in scene.shapes { #expect(shape.box.map(page.contains) ?? true) }
    #expect(scene.frame.width > page.width * 0.4)
  }

  @Test(arguments: [("start", 0.0), ("middle", 0.5), ("end", 1), ("0.7", 0.7)])
  func aLineIsNamedWhereTheSceneSays(_ place: String, _ fraction: Double) throws {
    let scene = try DrawnScene(
      """
      axes: {style: none, x: {domain: [0, 10]}, y: {domain: [-1, 1]}}
      draw: [{curve: x*0, label: zero, place: \(place)}]
      """)
    let box = try #require(scene.boxes(of: "zero").first)
    let target = scene.place(10 * fraction, 0)
    #expect(abs(box.midX - target.x) <= box.width / 2 + 16)
  }

  @Test(arguments: [("middle", 0.5), ("end", 1), ("0.2", 0.2)])
  func anArrowIsNamedWhereTheSceneSays(_ place: String, _ fraction: Double) throws {
    let scene = try DrawnScene(
      """
      axes: {grid: false, x: {domain: [-1, 6], ticks: []}, y: {domain: [-1, 4], ticks: []}}
      draw: [{vector: [5, 3], label: v, place: \(place)}]
      """)
    let box = try #require(scene.boxes(of: "v").first)
    #expect(box.center.distance(to: scene.place(5 * fraction, 3 * fraction)) < 30)
  }

  /// A dozen points within a few points of the page: most labels must move away.
  private static let crowd = """
    axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
    draw:
    \((0..<12).map { "  - {point: [\(0.5 + 0.02 * cos(Double($0))), \(0.5 + 0.03 * sin(Double($0)))], label: number \($0)}" }.joined(separator: "\n"))
    """

  @Test func displacedLabelsHaveLeaderLines() throws {
    let scene = try DrawnScene(Self.crowd)
    let centers = (0..<12).map { scene.place(0.5 + 0.02 * cos(Double($0)), 0.5 + 0.03 * sin(Double($0))) }
    let boxes = try (0..<12).map { try #require(scene.boxes(of: "number \($0)").first) }
    for (index, box) in boxes.enumerated() {
      #expect(boxes[..<index].allSatisfy { !$0.intersects(box) })
      #expect(centers.allSatisfy { box.distance(to: $0) > 5 })
      // Who stands further away than a line of text is joined with its point.
      guard box.distance(to: centers[index]) > 25 else { continue }
      let leader = scene.leaders.first { box.distance(to: $0[1]) < 4 }
      let start = try #require(leader?[0])
      #expect(abs(start.distance(to: centers[index]) - 8) < 2)
    }
    #expect(!scene.leaders.isEmpty)
    for (index, one) in scene.leaders.enumerated() {
      #expect(boxes.allSatisfy { $0.gap(to: one[0], one[1]) > 0 })
      for other in scene.leaders[..<index] { #expect(!haveCommonPoint(one[0], one[1], other[0], other[1])) }
    }
  }

  /// Nothing is dropped in silence, and every complaint has its place.
  @Test func whatHasNoPlaceIsDrawnAndNamed() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}
      draw:
        - {curve: x, label: '\(String(repeating: "far too long ", count: 20))'}
        - {text: over the line, at: [0.5, 0.5]}
        - {points: [[0.1, 0.5], [0.2, 0.7]], groups: [0, 1], names: ['\(String(repeating: "w", count: 300))', b]}
      """)
    #expect(
      scene.warnings.map(\.message).map { $0.prefix(38) } == [
        "no free place for the label 'far too l", "no free place for the label 'over the ",
        "no free place for the label 'wwwwwwwww",
      ])
    #expect(scene.warnings.map { $0.at?.line } == [3, 4, 5])
    #expect(scene.boxes(of: "over the line").count == 1)
    #expect(scene.boxes(of: "b").count == 1)
  }

  /// R5: at least one and a half times its size from the frame, and apart from all others.
  @Test(arguments: ["x*y", "x^2 + 3*y^2", "sin(2*x) + y", "x^2 - y^2"], ["slide", "column"])
  func contourNumbersKeepOffTheFrame(_ function: String, _ canvas: String) throws {
    let scene = try DrawnScene(
      """
      canvas: \(canvas)
      axes: {x: {domain: [-3, 3], ticks: []}, y: {domain: [-2, 2], ticks: []}}
      draw: [{contours: \(function), levels: 8, resolution: 60}]
      """)
    let boxes = scene.shapes.filter { $0.label != nil && $0.fill != nil }.compactMap { $0.path.controlBox }
    #expect(boxes.count >= 3)
    let em = scene.canvas.type.tick * 0.92
    for (index, box) in boxes.enumerated() {
      #expect(scene.frame.inset(by: 1.5 * em - 1e-9).contains(box))
      #expect(boxes[..<index].allSatisfy { !$0.intersects(box) })
    }
  }

  @Test func namesOfGroupsStandBesideTheirPointsOffTheAxes() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 6]}, y: {domain: [0, 3]}}
      draw:
        - points: [[0.3, 0.2], [0.4, 0.3], [0.5, 0.2], [4, 2], [4.2, 2.2], [4.4, 2]]
          groups: [0, 0, 0, 1, 1, 1]
          names: [few, many]
      """)
    for (name, middle) in [("few", scene.place(0.4, 0.2)), ("many", scene.place(4.2, 2))] {
      let box = try #require(scene.boxes(of: name).first)
      #expect(box.distance(to: middle) < 60)
      #expect(scene.frame.inset(by: 5).contains(box))
    }
  }
}

extension DrawnScene {
  /// Lines between labels and their marks: of one piece, and paler than any mark's.
  var leaders: [[Point]] {
    shapes.filter { shape in
      shape.label == nil && shape.fill == nil && shape.path.points.count == 2
        && shape.stroke?.color.alpha ?? 1 < 1
    }.map(\.path.points)
  }
}
