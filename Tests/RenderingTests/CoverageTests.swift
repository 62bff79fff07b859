import Drawing
import Geometry
import Rendering
import TestSupport
import Testing

/// How much of the page is inked, in pixels, and where its center of mass lies.
private struct Coverage {
  var area = 0.0
  var x = 0.0
  var y = 0.0

  init(_ items: [DisplayItem]) throws {
    let file = try decoded(page(items))
    for row in 0..<file.height {
      for column in 0..<file.width {
        let ink = 1 - Double(file[column, row][0]) / 255
        area += ink
        x += ink * (Double(column) + 0.5)
        y += ink * (Double(row) + 0.5)
      }
    }
    (x, y) = (x / area, y / area)
  }
}

struct CoverageTests {
  @Test(arguments: [1.3, 4, 9.7]) func aDiskCoversItsArea(radius: Double) throws {
    let ink = try Coverage([.path(dot(16.2, 15.9, radius), fill: .black, stroke: nil)])
    #expect(isClose(ink.area, .pi * radius * radius * 4, within: 0.01))
    #expect(
      isClose(ink.x, 32.4, within: 0, absolute: 0.02) && isClose(ink.y, 31.8, within: 0, absolute: 0.02))
  }

  @Test(arguments: [0.25, 0.5, 1, 3]) func aLineCoversLengthTimesWidth(width: Double) throws {
    let line = Path(polyline: [Point(x: 4, y: 5), Point(x: 24, y: 20)])
    let ink = try Coverage([.path(line, fill: nil, stroke: Stroke(.black, width: width))])
    #expect(isClose(ink.area, 25 * width * 4, within: 0.02))
  }

  @Test func dashesCoverTheirShare() throws {
    let line = Path(polyline: [Point(x: 4, y: 8), Point(x: 28, y: 8)])
    let dashed = Stroke(.black, width: 2, dash: [3, 1])
    #expect(isClose(try Coverage([.path(line, fill: nil, stroke: dashed)]).area, 18 * 2 * 4, within: 0.01))
  }

  /// Cairo's own way of showing glyphs would round both positions to the same pixel.
  @Test(arguments: (0...16).map { Double($0) / 16 }) func aLabelMovesSmoothly(pixels: Double) throws {
    let still = try Coverage([.glyphs(word(), at: Point(x: 3, y: 20))])
    let moved = try Coverage([.glyphs(word(), at: Point(x: 3 + pixels / 2, y: 20 + pixels / 4))])
    #expect(isClose(moved.area, still.area, within: 0.005))
    #expect(isClose(moved.x - still.x, pixels, within: 0, absolute: 0.02))
    #expect(isClose(moved.y - still.y, pixels / 2, within: 0, absolute: 0.02))
  }

  @Test func overlappingGlyphsDoNotDarken() throws {
    let box = Glyph(id: 1, origin: .zero, outline: rect(0, -1, 1, 1))
    var run = word(color: Color(red: 0, green: 0, blue: 0, alpha: 0.5))
    run.glyphs = [box, box]
    let twice = try Coverage([.glyphs(run, at: Point(x: 8, y: 20))])
    run.glyphs = [box]
    #expect(isClose(twice.area, try Coverage([.glyphs(run, at: Point(x: 8, y: 20))]).area, within: 1e-9))
  }

  @Test func aGroupFadesAsOne() throws {
    let squares: [DisplayItem] = [
      .path(rect(4, 4, 10, 10), fill: .black, stroke: nil),
      .path(rect(9, 9, 10, 10), fill: .black, stroke: nil),
    ]
    let solid = try Coverage(squares)
    let faded = try Coverage([.group(DisplayGroup(squares, opacity: 0.5))])
    #expect(isClose(faded.area, solid.area / 2, within: 0.01))
    #expect(try decoded(page([.group(DisplayGroup(squares, opacity: 0))])) == decoded(page([])))
    #expect(try decoded(page([.group(DisplayGroup(squares, opacity: .nan))])) == decoded(page(squares)))
  }

  /// Single items are faded without a group of Cairo's own; the result is the same.
  @Test func aGroupOfOneFadesAsItWouldAmongOthers() throws {
    let nothing = DisplayItem.path(rect(-9, -9, 1, 1), fill: .black, stroke: nil)
    let line = Path(polyline: [Point(x: 4, y: 8), Point(x: 28, y: 19)])
    let items: [DisplayItem] = [
      .path(dot(12, 12, 8), fill: .black, stroke: nil),
      .path(line, fill: nil, stroke: Stroke(.black.opacity(0.5), width: 3)),
      .path(dot(12, 12, 8), fill: .white, stroke: Stroke(.black, width: 3)),
      .glyphs(word(), at: Point(x: 3, y: 20)),
      .group(DisplayGroup([.path(dot(12, 12, 8), fill: .black, stroke: nil)], opacity: 0.5)),
    ]
    for item in items {
      let alone = try decoded(page([.group(DisplayGroup([item], opacity: 0.5))])).pixels
      let among = try decoded(page([.group(DisplayGroup([item, nothing], opacity: 0.5))])).pixels
      #expect(zip(alone, among).allSatisfy { abs(Int($0) - Int($1)) <= 2 })
    }
  }

  @Test func transformsAndClipsComposeFromInsideOut() throws {
    let inner = DisplayGroup(
      [.path(rect(-50, -50, 100, 100), fill: .black, stroke: nil)],
      transform: Transform.scale(2, 1).then(.translation(Vector(x: 3, y: 4))), clip: rect(1, 1, 4, 5))
    let outer = DisplayGroup([.group(inner)], transform: .translation(Vector(x: 5, y: 0)))
    #expect(
      try decoded(page([.group(outer)]))
        == decoded(page([.path(rect(10, 5, 8, 5), fill: .black, stroke: nil)])))
  }

  @Test func anEmptyClipHidesEverythingAndOnlyItsGroup() throws {
    let square = DisplayItem.path(rect(2, 2, 8, 8), fill: .black, stroke: nil)
    let hidden = DisplayItem.group(DisplayGroup([square], clip: Path()))
    #expect(try decoded(page([hidden, square])) == decoded(page([square])))
    #expect(try decoded(page([hidden])) == decoded(page([])))
  }
}
