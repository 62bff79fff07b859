import Diagnostics
import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

/// What annotations do where there is little room: they move, break or shrink, and stay on the page.
@Suite struct NarrowAnnotationsTests {
  @Test func `Labels of stacked intervals step aside, each within its own line`() throws {
    let scene = try DrawnScene(
      """
      canvas: column
      axes: {x: {domain: [-4, 4]}, y: {domain: [0, 1]}}
      draw:
        - {interval: '[-1, 1]', at: 0.5, label: in}
        - {interval: '[-2, 2]', at: 0.55, label: mid}
        - {interval: '[-3, 3]', at: 0.6, label: out}
      """)
    #expect(scene.warnings.isEmpty)
    let boxes = try ["in", "mid", "out"].map { try #require(scene.boxes(of: $0).first) }
    for (index, box) in boxes.enumerated() {
      #expect(boxes[..<index].allSatisfy { !$0.intersects(box) })
      let (reach, height) = (Double(index + 1), 0.5 + 0.05 * Double(index))
      #expect(abs(box.midY - scene.place(0, height).y) < 1)
      #expect(scene.place(-reach, 0).x < box.minX && box.maxX < scene.place(reach, 0).x)
    }
    // The rows are closer than the letters are high.
    #expect(scene.place(0, 0.5).y - scene.place(0, 0.55).y < boxes[0].height)
  }

  @Test(arguments: ["slide", "column"])
  func `Crowded names of ticks stand in rows, each under its tick`(_ canvas: String) throws {
    let scene = try DrawnScene(
      """
      canvas: \(canvas)
      axes:
        x: {domain: [0, 6], ticks: {1: the first, 2: the second, 3: the third, 4: the fourth, 5: the fifth}}
        y: {domain: [0, 1]}
      draw: [{curve: x/6}]
      """)
    let names = ["first", "second", "third", "fourth", "fifth"].map { "the \($0)" }
    let boxes = try names.map { try #require(scene.boxes(of: $0).first) }
    for (index, box) in boxes.enumerated() {
      #expect(boxes[..<index].allSatisfy { !$0.intersects(box) })
      #expect(abs(box.midX - scene.place(Double(index + 1), 0).x) < 1)
      #expect(box.minY > scene.frame.maxY && box.maxY < scene.canvas.size.height)
    }
    // On a slide they have room in one row.
    #expect((Set(boxes.map { $0.minY.rounded() }).count == 1) == (canvas == "slide"))
  }

  @Test func `Badges on points that lie close together stand apart, and each point keeps its dot`() throws {
    let scene = try DrawnScene(
      """
      axes: {x: {domain: [0, 10]}, y: {domain: [0, 10]}}
      draw: [{path: '[[5, 5], [5.1, 5], [5.2, 5.1], [8, 8]]', marker: badge, role: weight}]
      """)
    #expect(scene.warnings.isEmpty)
    let numbers = try (0..<4).map { try #require(scene.boxes(of: "\($0)").last { scene.frame.contains($0) }) }
    let radius = 0.78 * scene.canvas.type.tick
    for (index, number) in numbers.enumerated() {
      for other in numbers[..<index] { #expect(number.center.distance(to: other.center) >= 2 * radius) }
    }
    #expect(numbers[0].center.distance(to: scene.place(5, 5)) < 1)
    #expect(numbers[3].center.distance(to: scene.place(8, 8)) < 1)
    #expect(numbers[1...2].allSatisfy { $0.center.distance(to: scene.place(5.1, 5)) < 12 * radius })
  }

  @Test func `Words of an arrow go to its other side where the better one is taken`() throws {
    let arrow = "{arrow: [[0, 0], [3, 0]], label: abc, role: data}"
    func words(_ more: String) throws -> (box: Rect, y: Double) {
      let scene = try DrawnScene(
        "axes: {style: none, x: {domain: [-1, 4]}, y: {domain: [-2, 2]}}\ndraw: [\(arrow)\(more)]")
      #expect(scene.warnings.isEmpty)
      return (try #require(scene.boxes(of: "abc").first), scene.place(0, 0).y)
    }
    let free = try words("")
    #expect(free.box.maxY < free.y)
    let taken = try words(", {curve: 0*x + 0.12, role: error}")
    #expect(taken.box.minY > taken.y)
  }

  @Test(arguments: [0.5, -0.5])
  func `An arrow bends less rather than leave a narrow page`(_ bend: Double) throws {
    let scene = try DrawnScene(
      """
      canvas: {width: 200px, height: 1200px}
      axes: {style: none, x: {domain: [-1, 1]}, y: {domain: [0, 5]}}
      draw: [{arrow: [[0, 0.5], [0, 4.5]], bend: \(bend), role: data}]
      """)
    let page = Rect(minX: 0, minY: 0, maxX: scene.canvas.size.width, maxY: scene.canvas.size.height)
    for shape in scene.strokes(.data) + scene.fills(.data) {
      #expect(page.contains(try #require(shape.box)))
    }
    // Still to the side that the scene wants: to the left of one who walks up.
    let shaft = try #require(scene.strokes(.data).first?.path.points)
    let middle = shaft[1].x - scene.place(0, 0).x
    #expect(bend > 0 ? middle < -1 : middle > 1)
  }

  @Test func `A remark is broken into shorter lines beside a narrow gap`() throws {
    let words = "what is to be said of this very place"
    func box(_ right: Double) throws -> Rect {
      let scene = try DrawnScene(
        """
        axes: {style: none, x: {domain: [0, 100]}, y: {domain: [0, 10]}}
        draw: [{callout: \(words), at: [95, 1]}, {vector: [0, 10], from: [\(right), 0]}]
        """)
      #expect(scene.warnings.isEmpty)
      let box = try #require(scene.boxes(of: words).first)
      #expect(scene.frame.outset(by: 4).contains(box) && box.minX > scene.place(right, 0).x)
      return box
    }
    let (wide, narrow) = (try box(50), try box(86))
    #expect(narrow.width < wide.width && narrow.height > wide.height)
  }

  /// R3: words around a formula never leave a narrow page, and what is too small is told.
  @Test(arguments: [600, 300, 160])
  func `Words around a formula take no more than the page`(_ width: Int) throws {
    let scene = try DrawnScene(
      """
      canvas: {width: \(width)px, height: 1200px}
      equation: a + b + c
      callouts: {a: the very first of them, b: the one in the middle, c: the last of all three terms}
      """)
    let page = Rect(minX: 0, minY: 0, maxX: scene.canvas.size.width, maxY: scene.canvas.size.height)
    for shape in scene.shapes { #expect(shape.box.map(page.contains) ?? true) }
    #expect(scene.shapes.contains { $0.label == "the one in the middle" })
  }

  @Test func `A label without any room in its panel stands beside it, with a leader line`() throws {
    let scene = try DrawnScene(
      """
      canvas: {width: 900px, height: 600px}
      layout: row
      widths: [1, 9]
      panels:
        - axes: {style: none, x: {domain: [0, 1]}, y: {domain: [0, 1]}}
          draw: [{point: [0.5, 0.5], label: a name that is much too long}]
        - axes: {style: none, x: {domain: [0, 1]}, y: {domain: [0, 1]}}
          draw: [{point: [0.9, 0.9]}]
      """)
    #expect(scene.warnings.isEmpty)
    let box = try #require(scene.boxes(of: "a name that is much too long").first)
    #expect(!scene.frame.contains(box))
    #expect(box.minX >= 0 && box.maxX <= scene.canvas.size.width)
    #expect(!scene.leaders.isEmpty)
  }
}
