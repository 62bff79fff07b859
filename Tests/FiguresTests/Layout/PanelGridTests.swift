import Diagnostics
import Drawing
import Formulas
import Geometry
import TestSupport
import Testing

@testable import Figures

/// What holds for panels in rows, columns, grids and groups, whatever stands around their frames.
@Suite struct PanelGridTests {
  /// Panels with very different surroundings.
  static let parts = [
    "{title: plain, draw: [{curve: sin}]}",
    "{draw: [{curve: 1e4*sin(x)}], axes: {x: {label: '$\\frac{a}{b}$'}, y: {label: the height}}}",
    "{title: bar, axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}, draw: [{contours: x*y, resolution: 20, fill: true, colorbar: height}]}",
    "{axes: {x: {domain: [0, 1]}, y: {domain: [0, 1]}}, draw: [{contours: x*y, resolution: 20, fill: true, colorbar: {label: low, place: bottom}}]}",
    "{title: '\(String(repeating: "a title of many words ", count: 4))', draw: [{curve: cos}]}",
    "{draw: [{bars: [1, 2], names: [a, b]}]}",
  ]

  private func scene(_ layout: String, _ parts: [String], _ head: String = "") throws -> DrawnScene {
    try DrawnScene(head + "\nlayout: \(layout)\npanels:\n" + parts.map { "  - \($0)\n" }.joined())
  }

  /// R4, for every pair of panels in every arrangement.
  @Test(arguments: [
    ("slide", false, 0), ("slide", true, 3), ("square", true, 0), ("{width: 200mm, height: 120mm}", false, 3),
  ])
  func framesOfAGridAreEqual(_ canvas: String, _ isLettered: Bool, _ shift: Int) throws {
    let four = (0..<4).map { Self.parts[($0 + shift) % Self.parts.count] }
    let frames = try scene("grid(2)", four, "canvas: \(canvas)\nletters: \(isLettered)").panels
      .map(\.panel.frame)
    for frame in frames {
      #expect(abs(frame.width - frames[0].width) < 1e-9)
      #expect(abs(frame.height - frames[0].height) < 1e-9)
    }
    #expect(frames[0].minX == frames[2].minX && frames[1].minX == frames[3].minX)
    #expect(frames[0].maxY == frames[1].maxY && frames[2].maxY == frames[3].maxY)
    #expect(frames[0].maxX < frames[1].minX && frames[0].maxY < frames[2].minY)
  }

  static let arrangements = [
    "row", "column", "grid(2)", "grid(3)", "[[2, 1], [1]]", "[[1], [1, 3]]", "[[1, 1, 1]]",
  ]

  static let pages = ["slide", "square", "column", "{width: 400px, height: 300px}"]

  /// Boxes with all that belongs to a panel keep clear of each other and of all texts, and stay on the page: each
  /// arrangement on every page, with contents that take turns.
  @Test(arguments: arrangements.indices, pages.indices)
  func nothingOverlaps(_ arrangement: Int, _ page: Int) throws {
    let (layout, canvas) = (Self.arrangements[arrangement], Self.pages[page])
    let shift = (arrangement + page) % 3 * 2
    let three = (0..<3).map { Self.parts[($0 + shift) % Self.parts.count] }
    let scene = try scene(
      layout, three,
      "canvas: \(canvas)\ntitle: \(shift == 0 ? LayoutTests.longTitle : "head")\n"
        + "caption: \(shift == 2 ? LayoutTests.longTitle : "some words")\nletters: true")
    let page = Rect(
      minX: 0, minY: 0, maxX: scene.canvas.size.width, maxY: scene.canvas.size.height)
    let boxes = scene.panels.map(\.box) + scene.texts.map(\.box)
    for (index, box) in boxes.enumerated() {
      #expect(page.inset(by: scene.canvas.margin - 1).contains(box), "\(shift): \(box)")
      #expect(box.width > 0 && box.height > 0)
      for other in boxes[..<index] {
        #expect(!box.inset(by: 0.01).intersects(other), "\(shift): \(box), \(other)")
      }
    }
  }

  @Test func relativeSizesAreKept() throws {
    let wide = try scene("[[2, 1], [1]]", Array(Self.parts[0..<3]), "heights: [2, 1]").panels
      .map(\.panel.frame)
    #expect(isClose(wide[0].width, 2 * wide[1].width, within: 0.8))
    #expect(isClose(wide[0].height, 2 * wide[2].height, within: 0.8))
    #expect(wide[0].minX == wide[2].minX)
    #expect(isClose(wide[1].maxX, wide[2].maxX, within: 0.5))
    let row = try scene("row", Array(Self.parts[0..<3]), "widths: [1, 2, 3]").panels.map(\.panel.frame)
    #expect(isClose(3 * row[0].width, row[2].width, within: 1.6))
    let column = try scene("column", Array(Self.parts[0..<2]), "heights: [1, 3]").panels.map(\.panel.frame)
    #expect(isClose(3 * column[0].height, column[1].height, within: 1.6))
    #expect(column[0].minX == column[1].minX && isClose(column[0].maxX, column[1].maxX, within: 1e-9))
  }

  /// A group's outer frames line up with the frames beside it.
  @Test func groupsLineUpWithTheirNeighbors() throws {
    let group = "{title: both, layout: column, panels: [{draw: [{curve: cos}]}, \(Self.parts[1])]}"
    let scene = try scene("row", [Self.parts[0], group, Self.parts[2]], "title: head")
    let frames = scene.panels.map(\.panel.frame)
    #expect(frames.count == 4)
    #expect(isClose(frames[0].minY, frames[1].minY, within: 0.5))
    #expect(frames[0].maxY == frames[2].maxY && frames[0].maxY == frames[3].maxY)
    #expect(isClose(frames[1].height, frames[2].height, within: 1e-9))
    for width in frames.map(\.width) { #expect(isClose(width, frames[0].width, within: 1e-9)) }
    #expect(scene.texts.contains { $0.block.source == "both" })
  }

  /// Pages choose rows or columns for panels whose scene does not.
  @Test(arguments: [
    ("slide", 2, 1), ("slide", 3, 1), ("slide", 4, 2), ("{width: 85mm, height: 200mm}", 2, 2),
  ])
  func thePageChooses(_ canvas: String, _ count: Int, _ rows: Int) throws {
    let panels = Array(repeating: Self.parts[0], count: count).map { "  - \($0)\n" }.joined()
    let frames = try DrawnScene("canvas: \(canvas)\npanels:\n" + panels).panels.map(\.panel.frame)
    #expect(Set(frames.map(\.maxY)).count == rows)
  }

  @Test(arguments: [("true", ["a", "b", "c"]), ("(a)", ["(a)", "(b)", "(c)"]), ("A", ["A", "B", "C"])])
  func lettersStandInOneLine(_ style: String, _ letters: [String]) throws {
    let parts = [Self.parts[1], Self.parts[4], "{text: some words, title: words}"]
    for layout in ["row", "column", "[[1, 1], [1]]"] {
      let scene = try scene(layout, parts, "letters: \(style)")
      let boxes = try letters.map { letter in
        try #require(scene.boxes(of: letter).first, "\(letter) in \(layout)")
      }
      if layout == "row" { #expect(Set(boxes.map(\.minY)).count == 1) }
      if layout == "column" { #expect(Set(boxes.map(\.minX)).count == 1) }
      for (panel, box) in zip(scene.panels, boxes) {
        #expect(box.maxY < panel.panel.frame.minY)
        #expect(box.minX < panel.panel.frame.minX)
      }
    }
  }

  @Test func lettersGoOnAfterZ() {
    let letters = PanelLetters()
    #expect([0, 25, 26, 27, 52].map { letters.label(of: $0).source } == ["a", "z", "aa", "ab", "ba"])
  }

  /// Titles of a row stand on one line, whatever the axes below them take.
  @Test func titlesStandOnOneLine() throws {
    let parts = [
      "{title: one, draw: [{curve: sin}], axes: {style: origin, y: {label: $y$}}}",
      "{title: two, draw: [{curve: sin}], axes: {style: none}}", "{title: three, equation: x}",
    ]
    let scene = try scene("row", parts)
    let lines = try ["one", "two", "three"].map { try #require(scene.boxes(of: $0).first).maxY }
    #expect(isClose(lines[0], lines[1], within: 1e-9) && isClose(lines[1], lines[2], within: 1e-9))
  }

  /// R4 for a bar below, and for frames that equal units make narrow.
  @Test(arguments: ["slide", "square", "column"], ["equal", "free"])
  func aBarBelowIsAsLongAsItsPanel(_ canvas: String, _ units: String) throws {
    let scene = try DrawnScene(
      """
      canvas: \(canvas)
      axes: {units: \(units), x: {domain: [0, 1]}, y: {domain: [0, 2]}}
      draw: [{contours: 3000*x*y, levels: 25, resolution: 20, fill: true, colorbar: {label: low, place: bottom}}]
      """)
    let bands = scene.shapes.filter { $0.clip == nil && $0.label == nil && $0.fill != nil }
    let bar = try #require(Rect(around: bands.flatMap(\.path.points)))
    #expect(abs(bar.minX - scene.frame.minX) <= 0.5 * scene.pixel)
    #expect(abs(bar.maxX - scene.frame.maxX) <= 0.5 * scene.pixel)
    #expect(bar.minY > scene.frame.maxY)
    // No name of a limit touches the next.
    let names = scene.shapes.filter { $0.label != nil && $0.clip == nil }.compactMap(\.box)
      .filter { $0.minY > bar.maxY }.sorted { $0.minX < $1.minX }
    #expect(names.count > 2)
    for (one, next) in zip(names, names.dropFirst()) where one.minY == next.minY {
      #expect(one.maxX < next.minX)
    }
  }

  @Test func formulasOfAGroupHaveOneSize() throws {
    let long = String(repeating: "x", count: 60)
    let scene = try DrawnScene("layout: column\npanels: [{equation: \(long)}, {equation: y}]")
    let sizes = try ["$$\(long)$$", "$$y$$"].map { source in
      let text = try #require(scene.texts.first { $0.block.source == source })
      return text.block.height
    }
    #expect(isClose(sizes[0], sizes[1], within: 1e-9))
  }

  /// Frames that cannot show anything are told, with what is missing, and nothing overlaps all the same.
  @Test func tooLittleRoomIsTold() throws {
    let panels = Array(repeating: Self.parts[1], count: 12).map { "  - \($0)\n" }.joined()
    let scene = try DrawnScene("canvas: column\nlayout: column\npanels:\n" + panels)
    let messages = scene.warnings.map(\.message).filter { $0.hasPrefix("too little room") }
    #expect(messages.count == 1)
    #expect(messages.first?.contains("needs 32 × 24 pt") == true)
    let boxes = scene.panels.map(\.box)
    for (one, next) in zip(boxes, boxes.dropFirst()) { #expect(one.maxY <= next.minY + 0.01) }
    #expect(boxes.allSatisfy { $0.minY >= 0 && $0.maxY <= scene.canvas.size.height })
  }
}
