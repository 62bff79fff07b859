import Drawing
import Geometry
import TestSupport
import Testing

@testable import Figures

/// A loss with level lines and a color bar; `head` holds further keys of the scene.
private func landscape(x: String = "[-2, 2]", y: String = "[-1, 1]", head: String = "") -> String {
  """
  \(head)
  let:
    f(x, y): x^2 + 2*y^2
  axes:
    x: {label: $x$, domain: \(x)}
    y: {label: $y$, domain: \(y)}
  draw:
    - contours: f
      resolution: 30
      fill: true
      colorbar: height
  """
}

@Suite struct LayoutTests {
  static let canvases = [
    "slide", "square", "column", "{width: 200mm, height: 60mm}", "{width: 70mm, height: 150mm}",
  ]
  static let domains = ["[-2, 2]", "[-20, 20]", "[0, 0.1]"]

  /// R4.
  @Test(arguments: canvases, domains)
  func aColorBarIsAsLongAsItsPanel(_ canvas: String, _ domain: String) throws {
    for units in ["equal", "free"] {
      let scene = try DrawnScene(
        landscape(x: domain, head: "canvas: \(canvas)").replacing(
          "axes:\n", with: "axes:\n  units: \(units)\n"))
      let bands = scene.shapes.filter { $0.clip == nil && $0.label == nil && $0.fill != nil }
      let bar = try #require(Rect(around: bands.flatMap(\.path.points)))
      #expect(bands.count > 3)
      #expect(abs(bar.minY - scene.frame.minY) <= 0.5 * scene.pixel)
      #expect(abs(bar.maxY - scene.frame.maxY) <= 0.5 * scene.pixel)
      #expect(bar.minX > scene.frame.maxX)
      // Bands follow each other without gaps from the bottom to the top.
      let boxes = bands.compactMap(\.path.controlBox).sorted { $0.minY > $1.minY }
      #expect(zip(boxes, boxes.dropFirst()).allSatisfy { $0.minY == $1.maxY })
    }
  }

  struct Siblings: Sendable, CustomTestStringConvertible {
    var testDescription: String
    /// Axes and extra options of the first panel and of the second.
    var axes: (String, String)
    var options: (String, String) = ("", "")
    var titles = ("one", "two")
  }

  static let siblings = [
    Siblings(testDescription: "alike", axes: ("{x: {domain: [0, 1]}}", "{x: {domain: [0, 1]}}")),
    Siblings(
      testDescription: "one with a color bar",
      axes: ("{x: {domain: [0, 1]}, y: {domain: [0, 1]}}", "{x: {domain: [0, 1]}, y: {domain: [0, 1]}}"),
      options: ("", ", fill: true, colorbar: a long label of it")),
    Siblings(
      testDescription: "one with longer ticks",
      axes: ("{x: {domain: [0, 1]}, y: {domain: [0, 1]}}", "{x: {domain: [0, 1]}, y: {domain: [0, 40000]}}")),
    Siblings(
      testDescription: "one with labels",
      axes: (
        "{x: {domain: [0, 1]}, y: {domain: [0, 1]}}",
        "{x: {domain: [0, 1], label: '$\\frac{a}{b}$'}, y: {domain: [0, 1], label: the height}}"
      )),
    Siblings(
      testDescription: "one with a title", axes: ("{x: {domain: [0, 1]}}", "{x: {domain: [0, 1]}}"),
      titles: ("''", "'$\\frac{\\partial L}{\\partial w}$'")),
  ]

  private func row(_ case: Siblings) -> String {
    func panel(_ axes: String, _ options: String, _ title: String) -> String {
      """
        - title: \(title)
          axes: \(axes.contains(" y:") ? axes : String(axes.dropLast()) + ", y: {domain: [0, 1]}}")
          draw: [{contours: x*y, resolution: 20\(options)}]
      """
    }
    return """
      title: Two panels
      panels:
      \(panel(`case`.axes.0, `case`.options.0, `case`.titles.0))
      \(panel(`case`.axes.1, `case`.options.1, `case`.titles.1))
      """
  }

  @Test(arguments: siblings, ["slide", "column"])
  func panelsOfARowHaveOneSizeAndOneBaseLine(_ siblings: Siblings, _ canvas: String) throws {
    let scene = try DrawnScene("canvas: \(canvas)\n" + row(siblings))
    let (one, two) = (scene.panels[0].panel.frame, scene.panels[1].panel.frame)
    #expect(abs(one.width - two.width) < 1e-9)
    #expect(abs(one.height - two.height) < 1e-9)
    #expect(one.maxY == two.maxY && one.minY == two.minY)
    #expect(scene.panels[0].box.maxX <= scene.panels[1].box.minX)
    // They use the room that there is.
    #expect(scene.panels[1].box.maxX > scene.canvas.size.width - scene.canvas.margin - 2)
  }

  @Test(arguments: canvases, ["row", "column"])
  func panelsDoNotOverlap(_ canvas: String, _ layout: String) throws {
    let scene = try DrawnScene("canvas: \(canvas)\nlayout: \(layout)\n" + row(Self.siblings[3]))
    #expect(!scene.panels[0].box.intersects(scene.panels[1].box))
    if layout == "column" {
      #expect(scene.panels[0].box.maxY <= scene.panels[1].box.minY)
    }
  }

  /// One unit is equally long on both axes, to the last digit that drawing has.
  @Test(arguments: canvases, ["[-2, 2]", "[-3.7, 11]", "[0, 0.31]", "[-40, 40]"])
  func equalUnitsAreEqual(_ canvas: String, _ domain: String) throws {
    let scene = try DrawnScene(
      landscape(x: domain, head: "canvas: \(canvas)").replacing("axes:\n", with: "axes:\n  units: equal\n"))
    let panel = scene.panels[0].panel
    let across = panel.frame.width / (panel.x.domain.upperBound - panel.x.domain.lowerBound)
    let up = panel.frame.height / (panel.y.domain.upperBound - panel.y.domain.lowerBound)
    #expect(isClose(across, up, within: 1e-9))
  }

  static let longTitle = """
    A title of one hundred and twenty characters that says in one long sentence what the picture shows, and \
    goes on and on
    """

  struct Crowded: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var source: String
  }

  static let crowded = [
    Crowded(testDescription: "long title", source: landscape(head: "title: \(longTitle) to the end")),
    Crowded(
      testDescription: "long title in a column",
      source: landscape(head: "title: \(longTitle)\ncanvas: column")),
    Crowded(
      testDescription: "long caption and notation",
      source: landscape(
        head: """
          canvas: square
          caption: \(longTitle). \(longTitle).
          notation: $\\frac{\(String(repeating: "a+", count: 60))b}{c}$
          """)),
    Crowded(
      testDescription: "narrow page",
      source: landscape(
        head: """
          title: Title
          subtitle: \(longTitle)
          caption: \(longTitle)
          canvas: {width: 70mm, height: 150mm}
          """)),
    Crowded(
      testDescription: "fraction in the label of y",
      source: landscape().replacing(
        "label: $y$", with: "label: 'slope $\\frac{\\partial L}{\\partial w}$'")),
    Crowded(
      testDescription: "upright fraction",
      source: landscape().replacing("label: $y$", with: "label: '$\\frac{L}{w}$'")),
    Crowded(
      testDescription: "long label of x",
      source: landscape().replacing("label: $x$", with: "label: '\(longTitle)'")),
    Crowded(
      testDescription: "long label of y",
      source: landscape().replacing("label: $y$", with: "label: '\(longTitle)'")),
    Crowded(
      testDescription: "long label of the color bar",
      source: landscape().replacing("colorbar: height", with: "colorbar: \(longTitle)")),
    Crowded(
      testDescription: "long numbers",
      source: landscape(x: "[-1e300, 1e300]", y: "[1.00000001, 1.00000004]")
        .replacing("x^2 + 2*y^2", with: "x/1e300 + y")),
    Crowded(
      testDescription: "vectors",
      source: """
        title: \(longTitle)
        axes: {x: {label: '$\\frac{a}{b}$'}, y: {label: '$\\frac{a}{b}$'}}
        draw:
          - {vector: [1, 2], label: $a$}
          - {vector: [-3, 1], label: a vector with a long label}
          - {point: [2, 2], label: here}
        """),
  ]

  /// R3: nothing is cut off by the page.
  @Test(arguments: crowded)
  func everythingLiesOnThePage(_ crowded: Crowded) throws {
    let scene = try DrawnScene(crowded.source)
    let page = Rect(minX: 0, minY: 0, maxX: scene.canvas.size.width, maxY: scene.canvas.size.height)
    for shape in scene.shapes {
      guard let box = shape.box else { continue }
      #expect(page.contains(box), "\(shape.label ?? "a shape") at \(box)")
    }
    #expect(scene.frame.width > 20 && scene.frame.height > 20)
  }

  @Test(arguments: crowded)
  func textsAndPanelsDoNotOverlap(_ crowded: Crowded) throws {
    let scene = try DrawnScene(crowded.source)
    let boxes =
      scene.texts.map { text in
        (
          name: text.block.source,
          box: text.block.ink.translated(by: Vector(x: text.origin.x, y: text.origin.y))
        )
      } + scene.panels.map { (name: "panel", box: $0.box) }
    for (index, one) in boxes.enumerated() {
      for other in boxes[..<index] {
        #expect(!one.box.intersects(other.box), "\(one.name) at \(one.box), \(other.name) at \(other.box)")
      }
    }
  }

  /// What an axis says stands outside the frame and not on other words.
  @Test(arguments: crowded.dropLast())
  func namesOfAxesKeepClearOfEachOther(_ crowded: Crowded) throws {
    let scene = try DrawnScene(crowded.source)
    let boxes = scene.shapes.filter { $0.label != nil && $0.fill != nil && $0.clip == nil }
      .compactMap { shape in shape.box.map { (name: shape.label ?? "", box: $0) } }
    for (index, one) in boxes.enumerated() {
      #expect(!one.box.intersects(scene.frame), "\(one.name) at \(one.box) covers the frame")
      for other in boxes[..<index] {
        #expect(!one.box.intersects(other.box), "\(one.name) at \(one.box), \(other.name) at \(other.box)")
      }
    }
  }

  /// A short label of a vertical axis stands upright, a long one reads upwards.
  @Test(arguments: [("$y$", false), ("the height of it", true)])
  func longLabelsOfVerticalAxesAreTurned(_ label: String, _ isTurned: Bool) throws {
    let source = landscape().replacing("label: $y$", with: "label: \(label)")
      .replacing("colorbar: height", with: "colorbar: \(label)")
    let scene = try DrawnScene(source)
    let boxes = scene.boxes(of: label)
    #expect(boxes.count == 2)
    for box in boxes {
      #expect((box.height > box.width) == isTurned || box.width < 16)
      #expect(abs(box.midY - scene.frame.midY) < 1)
    }
    #expect(boxes.contains { $0.maxX < scene.frame.minX } && boxes.contains { $0.minX > scene.frame.maxX })
  }

  @Test func aSymbolsColorReachesTheTypesetter() throws {
    let scene = try DrawnScene(landscape(head: "roles: {x: weight}"))
    #expect(scene.panels[0].panel.press.symbols.map(\.symbol) == ["x"])
    #expect(scene.panels[0].panel.press.symbols.map(\.color) == [Theme.light.color(of: .weight)])
  }
}
